"""Vectors of texts that come again and again: each is made once, as long as there is room for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimlint.meaning.network import Array


def vectors_of(
    texts: Sequence[str], remembered: dict[str, Array], make: Callable[[Sequence[str]], Iterable[Array]], width: int, most: int
) -> Array:
    """Give texts by dimensions. remembered: what is known, and is added to; beyond `most` texts it begins anew. width: of a vector."""
    import numpy as np

    unread = [text for text in dict.fromkeys(texts) if text not in remembered]
    if len(remembered) + len(unread) > most:
        remembered.clear()
        unread = list(dict.fromkeys(texts))
    remembered.update(zip(unread, make(unread), strict=True))
    return np.stack([remembered[text] for text in texts]) if texts else np.zeros((0, width), dtype=np.float32)
