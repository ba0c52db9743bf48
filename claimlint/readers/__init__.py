"""From the text of a file to its blocks of copy. A format is a module with SUFFIXES and read, and a row in the table here."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from claimlint.document import Document, Source

# Imported when a file asks for it: the parser of one format is no business of the others.
_MODULES: dict[str, str] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdx": "mdx",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".txt": "plain_text",
    ".text": "plain_text",
}

SUFFIXES: tuple[str, ...] = tuple(_MODULES)


def reader_for(path: str) -> Callable[[Source], Document] | None:
    """Give the function that reads files with the suffix of this path, whatever its case, or None where there is none."""
    name = path.replace("\\", "/").rpartition("/")[2]
    module = _MODULES.get("." + name.rpartition(".")[2].lower()) if "." in name else None
    if module is None:
        return None
    read: Callable[[Source], Document] = import_module(f"{__name__}.{module}").read
    return read
