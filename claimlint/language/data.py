"""The language data of the rules folder, read once."""

from __future__ import annotations

from functools import cache
from typing import Any

from claimlint.data import read_data


@cache
def language_data(name: str) -> dict[str, Any]:
    """Give the parsed `rules/language/NAME.yaml`; scalars stay text: "no" and "off" are words here."""
    data: dict[str, Any] = read_data(f"language/{name}.yaml", as_text=True)
    return data
