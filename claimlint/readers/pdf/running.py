"""Headers and footers that run through the pages of a PDF file, and page numbers."""

from __future__ import annotations

import re
from collections import Counter

from claimlint.readers.pdf.page import Page, Piece

_MARGIN = 0.14
"""Of the height of a page, at its top and at its bottom."""
_FEWEST_PAGES = 3
_DIGITS = re.compile(r"\d+")
_Key = tuple[str, int]
_PAGE_NUMBER = re.compile(r"\W*(?:(?:page|p\.|slide)\W*)?[0#]*\W*(?:(?:of|/)\W*[0#]+\W*)?", re.IGNORECASE)


def without_running_lines(pages: list[Page]) -> list[list[Piece]]:
    """Give the pieces of each page without those that repeat in the margins of most pages, which are kept where they are met first.

    Page numbers are left out on every page.
    """
    marginal = [[(piece, _keys(page, piece)) for piece in page.pieces if _is_marginal(page, piece)] for page in pages]
    counts = Counter(key for found in marginal for key in {key for _, keys in found for key in keys})
    running = {key for key, count in counts.items() if count >= max(_FEWEST_PAGES, len(pages) / 2)}
    met: set[_Key] = set()
    kept = []
    for page, found in zip(pages, marginal, strict=True):
        left_out = {id(piece) for piece, _ in found if _is_page_number(page, piece, len(pages))}
        for piece, keys in found:
            if any(key in met or _PAGE_NUMBER.fullmatch(key[0]) for key in keys & running):
                left_out.add(id(piece))
            met |= keys
        kept.append([piece for piece in page.pieces if id(piece) not in left_out])
    return kept


def _is_marginal(page: Page, piece: Piece) -> bool:
    margin = _MARGIN * page.height
    return piece.baseline < margin or piece.baseline > page.height - margin


def _keys(page: Page, piece: Piece) -> set[_Key]:
    """What tells a piece from others: its words, with and without the number of the page.

    Other numbers count: "Up to 10 h" and "Up to 24 h" are two promises.
    """
    text, height = piece.text.strip().lower(), round(piece.baseline / 4)
    if _PAGE_NUMBER.fullmatch(_DIGITS.sub("#", text)):
        text = _DIGITS.sub("#", text)
    return {(text, height), (re.sub(rf"(?<!\w){page.number}(?!\w)", "#", text), height)}


def _is_page_number(page: Page, piece: Piece, pages: int) -> bool:
    """Whether a piece is the number of its page and nothing else. pages: how many there are; a lone page needs both numbers, as in 1/1."""
    digits = [int(number) for number in _DIGITS.findall(piece.text)]
    if digits[:1] != [page.number] or _PAGE_NUMBER.fullmatch(_DIGITS.sub("#", piece.text.strip())) is None:
        return False
    return pages > 1 or digits[1:] == [pages]
