"""Which documents are checked, and under which configuration."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from claimlint.configuration.model import Configuration


@dataclass(frozen=True)
class Discovered:
    """A document to check, not read yet.

    path: absolute. reported: as reports name it, with forward slashes. configuration: the one nearest to it. data: its bytes,
    None until `read` has filled them in. reason: why it cannot be checked, None where it can.
    """

    path: Path
    reported: str
    configuration: Configuration
    channel: str
    data: bytes | None = None
    reason: str | None = None


def read(document: Discovered) -> Discovered:
    """Fill in the bytes of a document, or the reason why it cannot be read; what has either is given back as it is.

    Files are read one at a time, by whoever is about to check them, so that memory stays bounded.
    """
    if document.data is not None or document.reason is not None:
        return document
    try:
        return replace(document, data=document.path.read_bytes())
    except OSError as error:
        return replace(document, reason=f"cannot be read: {error.strerror or error}")
