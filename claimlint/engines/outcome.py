"""What came of a document, in bytes that travel between computers and wait on a disk; nothing of it can run."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from claimlint.caching.identity import digest
from claimlint.caching.records import decoded, encoded
from claimlint.finding import CheckedDocument
from claimlint.reports.json_report import document_with_findings
from claimlint.statement import ClaimKey, Contradiction, Statement

Kept = TypeVar("Kept")

_FAST = 1
"""How hard what is kept is compressed."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is kept of a document. path: as reports name it. state: all that decided what came of it. row: how results show it.

    told: the contradictions by which it is judged, as a hash. statements: what it says that another one may contradict; again: what it
    takes to judge it again where one does; both empty for most. unread: it could not even be read. settled: whether trying again would be
    idle, because nothing but its content is the reason. pictures: how many it shows.
    """

    path: str
    state: bytes
    row: bytes
    told: bytes = b""
    statements: bytes = b""
    again: bytes = b""
    unread: bool = False
    settled: bool = True
    pictures: int = 0


@dataclass(frozen=True)
class Statements:
    """What a document says that another one may contradict."""

    said: tuple[Statement, ...]


def row_of(checked: CheckedDocument) -> bytes:
    """Give a document with all its findings as results have it, JSON in UTF-8, compressed."""
    # Names of files may hold bytes that are no text.
    return zlib.compress(json.dumps(document_with_findings(checked), ensure_ascii=False).encode("utf-8", "replace"), _FAST)


def values_of(row: bytes) -> dict[str, Any]:
    """Read what `row_of` wrote."""
    values: dict[str, Any] = json.loads(zlib.decompress(row))
    return values


def packed(value: object) -> bytes:
    """Give a value made of data classes as compressed MessagePack."""
    return zlib.compress(encoded(value), _FAST)


def unpacked(data: bytes, kind: type[Kept]) -> Kept:
    """Read what `packed` wrote. Raises ValueError where it is nothing of this kind."""
    value = decoded(zlib.decompress(data), kind)
    if value is None:
        raise ValueError(f"no {kind.__name__}")
    return value


def hash_of(contradicted: Mapping[ClaimKey, Contradiction]) -> bytes:
    """Give a hash of what contradicts a document."""
    return digest([encoded(tuple(contradicted.items()))])
