"""Numbers with their nouns."""

from __future__ import annotations


def counted(number: int, one: str, many: str = "") -> str:
    """Give a number with its noun: "1 claim", "2 claims". many: the plural where it is not made with an s."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"
