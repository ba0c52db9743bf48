"""From a file to its blocks of copy. A format is a module with SUFFIXES and read, and a row in claimlint/readers/formats.py.

`read` of a text format takes the decoded source. `read` of a format that is extracted takes path and bytes, and gives a document whose
source is the text that it extracted; it raises UnreadableDocument with one line for the user.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from claimlint.document import Document, Source
from claimlint.readers.formats import NOT_READ, ON_REQUEST, SUFFIXES, Format, format_of, suffix_of
from claimlint.readers.limits import LIMITS
from claimlint.readers.unreadable import UnreadableDocument
from claimlint.sources.decoding import Undecodable, decode

__all__ = [
    "NOT_READ",
    "ON_REQUEST",
    "SUFFIXES",
    "UnreadableDocument",
    "format_of",
    "read",
    "read_text",
    "reader_for",
    "require",
    "suffix_of",
    "usable",
]

_DISTRIBUTION = "claimlint-copy"


def read(path: str, data: bytes) -> Document:
    """Read the bytes of a file. path: as it is reported; its suffix says how it is read.

    Raises UnreadableDocument where it cannot be read: no such format, something that is not installed, a damaged, protected or
    oversized file.
    """
    format_ = usable(path)
    if len(data) > LIMITS.file_bytes:
        raise UnreadableDocument(f"it has {len(data):,} bytes, more than the {LIMITS.file_bytes:,} that are read at most; split it")
    if format_.extracted:
        document: Document = replace(_reader(format_)(path, data), extracted=True)
    else:
        try:
            text, notes = decode(data)
        except Undecodable as error:
            raise UnreadableDocument(str(error)) from error
        document = read_text(Source(path, text, notes))
    if not format_.written_back and document.words > LIMITS.words:
        raise UnreadableDocument(f"it has {document.words:,} words, more than the {LIMITS.words:,} that are read at most; split it")
    return document


def read_text(source: Source) -> Document:
    """Read a decoded text; raises UnreadableDocument where the format of its path is not one of text, or cannot be read."""
    format_ = usable(source.path)
    if format_.extracted:
        raise UnreadableDocument(f"{suffix_of(source.path)} is no format of text")
    document: Document = _reader(format_)(source)
    return document


def reader_for(path: str) -> Callable[[Source], Document] | None:
    """Give the function that reads text with the suffix of this path, whatever its case, or None where there is none."""
    format_ = format_of(path)
    return _reader(format_) if format_ is not None and format_.module and not format_.extracted else None


def usable(path: str) -> Format:
    """Give the format of a path; raises UnreadableDocument where there is none that is read, or what it needs is not installed."""
    format_ = format_of(path)
    if format_ is None:
        raise UnreadableDocument("claimlint has no reader for this kind of file")
    if not format_.module:
        raise UnreadableDocument(f"{suffix_of(path)} is not read; {format_.save_as}")
    require(format_.imports, format_.extra, f"reading {suffix_of(path)}")
    return format_


def require(imports: Iterable[str], extra: str, what: str) -> None:
    """Raise UnreadableDocument, with the way to install it, where something that an extra of the package brings is not installed.

    what: that which needs it, such as "reading .docx".
    """
    # Looked up, not imported: what a module itself fails to import is no matter of installation.
    if any(find_spec(name) is None for name in imports):
        remedy = f"pip install '{_DISTRIBUTION}[{extra}]'"
        raise UnreadableDocument(f"{what} needs packages that are not installed; install them with: {remedy}")


def _reader(format_: Format) -> Callable[..., Any]:
    read: Callable[..., Any] = import_module(f"{__name__}.{format_.module}").read
    return read
