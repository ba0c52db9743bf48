"""Where the data that ships with claimlint lives: rule packs, policy, vocabulary, units."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any


@cache
def rules_folder() -> Path:
    """Give the folder of the rule packs: inside the package where it was installed, at the top of a source checkout."""
    installed = Path(__file__).parent / "packs"
    return installed if installed.is_dir() else Path(__file__).parent.parent / "rules"


def read_data(name: str, *, as_text: bool = False) -> Any:
    """Parse a YAML file of that folder; it ships with the program, so it is trusted to be well formed.

    name: its path there, with forward slashes. as_text: scalars stay text, so that "no" and "off" are words.
    """
    import yaml

    kind = "BaseLoader" if as_text else "SafeLoader"
    loader = getattr(yaml, f"C{kind}", None) or getattr(yaml, kind)  # the compiled one is several times as fast
    return yaml.load((rules_folder() / name).read_text(encoding="utf-8"), Loader=loader)
