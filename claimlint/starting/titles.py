"""Names that a product may go by: what copy says of itself in titles. They are proposals, and nothing is validated by them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from claimlint.readers.front_matter import find
from claimlint.sources.decoding import Undecodable, decode

_MARKDOWN = frozenset({".md", ".markdown", ".mdx"})
_MOST_DOCUMENTS = 40
_MOST_TITLES = 8
_MOST_BYTES = 50_000
_KEY = r"^[ \t]*[\"']?{name}[\"']?[ \t]*[:=][ \t]*(?P<quote>[\"']?)(?P<words>[^\n]+?)(?P=quote)[ \t]*$"
_PRODUCT = re.compile(_KEY.format(name="product"), re.MULTILINE | re.IGNORECASE)
_TITLE = re.compile(_KEY.format(name="title"), re.MULTILINE | re.IGNORECASE)
_HEADING = re.compile(r"^# +(?P<words>[^\n]+?)[ \t#]*$", re.MULTILINE)
_NAME = re.compile(r"[\w][\w .,:&'’+/()–-]{1,79}")


@dataclass(frozen=True, slots=True)
class Titles:
    """products: what front matter calls the product. titles: of documents, with the document."""

    products: tuple[str, ...] = ()
    titles: tuple[tuple[str, Path], ...] = ()


def titles_in(documents: Iterable[Path]) -> Titles:
    """Look through the first Markdown documents; one that cannot be read says nothing."""
    products: dict[str, None] = {}
    titles: dict[str, Path] = {}
    for path in [path for path in documents if path.suffix.lower() in _MARKDOWN][:_MOST_DOCUMENTS]:
        text = _text(path)
        front = find(text)
        settings = text[front.start : front.stop] if front else ""
        for match in _PRODUCT.finditer(settings):
            if _NAME.fullmatch(match["words"]):
                products.setdefault(match["words"])
        title = _TITLE.search(settings) or _HEADING.search(text, front.end if front else 0)
        if title and _NAME.fullmatch(title["words"]):
            titles.setdefault(title["words"], path)
    return Titles(tuple(products), tuple(titles.items())[:_MOST_TITLES])


def _text(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            text, _ = decode(stream.read(_MOST_BYTES))
    except (OSError, Undecodable):
        return ""
    return text.replace("\r\n", "\n").replace("\r", "\n")
