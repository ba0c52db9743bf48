"""The language data of the rules folder, read once."""

from __future__ import annotations

from functools import cache
from typing import Any

from claimlint.data import rules_folder


@cache
def language_data(name: str) -> dict[str, Any]:
    """Give the parsed `rules/language/NAME.yaml`; it ships with the program, so it is trusted to be well formed."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # scalars stay text: "no" and "off" are words here
    data: dict[str, Any] = yaml.load((rules_folder() / "language" / f"{name}.yaml").read_text(encoding="utf-8"), Loader=loader)
    return data
