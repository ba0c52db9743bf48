"""Citations of rules with links to the texts that they name, as `rules/citations.yaml` tells them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claimlint.data import read_data


def links_in(citation: str) -> Iterator[tuple[str, str]]:
    """Yield the pieces of a citation in their order, each with the address that it leads to, "" for what stands between."""
    at = 0
    for start, end, link in _found(citation):
        if start >= at:
            if start > at:
                yield citation[at:start], ""
            yield citation[start:end], link
            at = end
    if at < len(citation):
        yield citation[at:], ""


def first_link(citation: str | None) -> str:
    """Give the address that a citation leads to first, "" for none."""
    return next((link for _, link in links_in(citation or "") if link), "")


def _found(citation: str) -> list[tuple[int, int, str]]:
    return sorted((*match.span(), link.format_map(match.groupdict())) for pattern, link in _links() for match in pattern.finditer(citation))


@cache
def _links() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row["citation"]), row["link"]) for row in read_data("citations.yaml"))
