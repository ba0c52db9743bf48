"""What is kept of documents, as bytes and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from claimlint.claim import Claim
from claimlint.document import Block, Document, Slice, SourceMap
from claimlint.finding import CheckedDocument, Finding
from claimlint.finished import Finished
from claimlint.statement import ClaimKey, Contradiction, Statement

Kept = TypeVar("Kept")


@dataclass(frozen=True)
class Remembered:
    """The promises in a document, before anybody judges them, and what of it is not English.

    claims, worded: as of a `Reading`. left_out: the blocks that were passed over.
    """

    claims: tuple[Claim, ...] = ()
    worded: Mapping[str, tuple[Claim, ...]] = field(default_factory=dict)
    left_out: tuple[Block, ...] = ()


@dataclass(frozen=True)
class RememberedVerdict:
    """A finished document; fields as of a `CheckedDocument` and of a `Finished`."""

    path: str
    channel: str
    document: Document | None
    reason: str | None
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    notes: tuple[str, ...]
    judged: bool
    statements: tuple[Statement, ...] = ()
    worded: Mapping[str, tuple[Claim, ...]] = field(default_factory=dict)
    contradicted: tuple[tuple[ClaimKey, Contradiction], ...] = ()

    @classmethod
    def of(cls, finished: Finished) -> RememberedVerdict:
        """Give what is kept of a finished document; explanations are not."""
        own = finished.checked
        verdict = (own.path, own.channel, own.document, own.reason, own.claims, own.findings, own.notes, own.judged)
        return cls(*verdict, finished.statements, finished.worded, tuple(sorted(finished.contradicted.items())))

    @property
    def finished(self) -> Finished:
        """The document as it was finished."""
        own = (self.path, self.channel, self.document, self.reason, self.claims, self.findings, self.notes)
        return Finished(CheckedDocument(*own, judged=self.judged), self.statements, self.worded, dict(self.contradicted))


def encoded(value: Any) -> bytes:
    """Give a value made of data classes as MessagePack: the same bytes for equal values."""
    import msgspec

    return msgspec.msgpack.encode(value, enc_hook=_slices_of, order="deterministic")


def decoded(data: bytes, kind: type[Kept]) -> Kept | None:
    """Read what was remembered; None where the bytes are nothing of this kind."""
    import msgspec

    try:
        return msgspec.msgpack.decode(data, type=kind, dec_hook=_map_of)
    except (msgspec.MsgspecError, ValueError, TypeError):
        return None


# That a hook does not know a type is told to msgspec by NotImplementedError.
def _slices_of(value: Any) -> Any:
    if isinstance(value, SourceMap):
        return [(one.text_start, one.text_stop, one.source_start, one.source_stop, one.folded) for one in value.slices]
    raise NotImplementedError(type(value).__name__)


def _map_of(kind: type, value: Any) -> Any:
    if kind is SourceMap:
        return SourceMap(tuple(Slice(*one) for one in value))
    raise NotImplementedError(kind.__name__)
