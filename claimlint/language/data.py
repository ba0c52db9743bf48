"""The language data of the rules folder, read once."""

from __future__ import annotations

from functools import cache
from typing import Any

from claimlint.data import read_data


@cache
def language_data(name: str) -> dict[str, Any]:
    """Give the parsed `rules/language/NAME.yaml`; scalars stay text: "no" and "off" are words here.

    A list of words is given as the keys of a dictionary: in its order, and asked whether it holds a word without going through it.
    """
    data: dict[str, Any] = _as_keys(read_data(f"language/{name}.yaml", as_text=True))
    return data


def _as_keys(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _as_keys(inner) for key, inner in value.items()}
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return dict.fromkeys(value).keys()
    return value
