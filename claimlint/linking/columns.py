"""Columns of tables that speak of something else than the product: another maker's, the conditions of a measurement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from claimlint.document import HEADER_CELL, Block, BlockKind
from claimlint.language.data import language_data
from claimlint.linking.lexicon import Lexicon
from claimlint.linking.products import named_products

_SHORT = 5
"""A header of more words is more than the name of an aside."""


def elsewhere(blocks: Sequence[Block], lexicon: Lexicon) -> tuple[bool, ...]:
    """Tell for each block of a document whether it is a cell of such a column."""
    found: list[bool] = []
    for is_cell, run in groupby(blocks, lambda block: block.kind is BlockKind.TABLE_CELL):
        cells = list(run)
        headers = {cell.text for cell in cells if cell.key == HEADER_CELL}
        strange = {header: is_cell and _elsewhere(header, headers, lexicon) for header in {cell.column_header for cell in cells}}
        found.extend(bool(cell.row_header) and strange[cell.column_header] for cell in cells)
    return tuple(found)


def _elsewhere(header: str, headers: Iterable[str], lexicon: Lexicon) -> bool:
    """Whether a column is about another product or about the conditions of the columns beside it.

    Where one column of a table names a product of the manifest, those that name none are other people's.
    """
    if not header or named_products(header, lexicon):
        return False
    words = header.lower().replace("’", "'").split()
    if len(words) <= _SHORT and any(" ".join(words).startswith(aside) for aside in language_data("columns")["asides"]):
        return True
    if any(word.strip("()*,.:") in language_data("columns")["others"] for word in words):
        return True
    ours = language_data("columns")["ours"]
    if any(word.strip("()*,.:") in ours for word in words):
        return False
    return any(named_products(other, lexicon) for other in headers)
