from __future__ import annotations

from collections.abc import Callable

import pytest

from claimlint.document import Block, Document, Source
from claimlint.readers import reader_for


@pytest.fixture
def read() -> Callable[[str, str], Document]:
    """Read a text as a file of that name."""

    def read(name: str, text: str) -> Document:
        reader = reader_for(name)
        assert reader is not None
        return reader(Source(name, text))

    return read


@pytest.fixture
def blocks(read: Callable[[str, str], Document]) -> Callable[[str, str], list[Block]]:
    """Give the blocks of a text read as a file of that name."""
    return lambda name, text: list(read(name, text).blocks)


@pytest.fixture
def summary(blocks: Callable[[str, str], list[Block]]) -> Callable[[str, str], list[tuple[str, str]]]:
    """Give kind and text of the blocks of a text read as a file of that name."""
    return lambda name, text: [(block.kind.value, block.text) for block in blocks(name, text)]
