"""Things taken together until they have some size: what is too much at once, and too slow one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")


def portions(items: Iterable[Item], size_of: Callable[[Item], int], enough: int) -> Iterator[list[Item]]:
    """Give items in their order, in lists each of which ends with the item that makes it large enough; none of them is empty."""
    portion: list[Item] = []
    size = 0
    for item in items:
        portion.append(item)
        size += size_of(item)
        if size >= enough:
            yield portion
            portion, size = [], 0
    if portion:
        yield portion
