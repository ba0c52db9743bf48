"""Headers and footers that run through the pages of a PDF file, and page numbers."""

from __future__ import annotations

import re
from collections import Counter

from claimlint.readers.pdf.page import Page, Piece

_MARGIN = 0.14
"""Of the height of a page, at its top and at its bottom."""
_FEWEST_PAGES = 3
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"\W*(?:(?:page|p\.|slide)\W*)?[0#]*\W*(?:(?:of|/)\W*[0#]+\W*)?", re.IGNORECASE)


def without_running_lines(pages: list[Page]) -> list[list[Piece]]:
    """Give the pieces of each page without those that repeat in the margins of most pages, which are kept where they are met first.

    Page numbers are left out on every page.
    """
    marginal = [[(piece, _key(piece)) for piece in page.pieces if _is_marginal(page, piece)] for page in pages]
    counts = Counter(key for found in marginal for key in {key for _, key in found})
    running = {key for key, count in counts.items() if count >= max(_FEWEST_PAGES, len(pages) / 2)}
    met: set[tuple[str, int]] = set()
    kept = []
    for page, found in zip(pages, marginal, strict=True):
        left_out = set()
        for piece, key in found:
            if (key in running and (key in met or _PAGE_NUMBER.fullmatch(key[0]))) or (len(pages) > 1 and _is_page_number(page, piece)):
                left_out.add(id(piece))
            met.add(key)
        kept.append([piece for piece in page.pieces if id(piece) not in left_out])
    return kept


def _is_marginal(page: Page, piece: Piece) -> bool:
    margin = _MARGIN * page.height
    return piece.baseline < margin or piece.baseline > page.height - margin


def _key(piece: Piece) -> tuple[str, int]:
    return _DIGITS.sub("#", piece.text.strip().lower()), round(piece.baseline / 4)


def _is_page_number(page: Page, piece: Piece) -> bool:
    """Whether a piece is the number of its page and nothing else."""
    digits = _DIGITS.findall(piece.text)
    return bool(digits) and int(digits[0]) == page.number and _PAGE_NUMBER.fullmatch(_DIGITS.sub("#", piece.text.strip())) is not None
