"""Where the data that ships with claimlint lives: rule packs, policy, vocabulary, units."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def rules_folder() -> Path:
    """Give the folder of the rule packs: inside the package where it was installed, at the top of a source checkout."""
    installed = Path(__file__).parent / "packs"
    return installed if installed.is_dir() else Path(__file__).parent.parent / "rules"
