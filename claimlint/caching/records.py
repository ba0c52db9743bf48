"""What was read in a document, as bytes and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from claimlint.claim import Claim
from claimlint.document import Block, Slice, SourceMap


@dataclass(frozen=True)
class Remembered:
    """The promises in a document, before anybody judges them, and what of it is not English.

    claims, worded: as of a `Reading`. left_out: the blocks that were passed over.
    """

    claims: tuple[Claim, ...] = ()
    worded: Mapping[str, tuple[Claim, ...]] = field(default_factory=dict)
    left_out: tuple[Block, ...] = ()


def encoded(value: Any) -> bytes:
    """Give a value made of data classes as MessagePack: the same bytes for equal values."""
    import msgspec

    return msgspec.msgpack.encode(value, enc_hook=_slices_of, order="deterministic")


def decoded(data: bytes) -> Remembered | None:
    """Read what was remembered; None where the bytes are nothing of the kind."""
    import msgspec

    try:
        return msgspec.msgpack.decode(data, type=Remembered, dec_hook=_map_of)
    except (msgspec.MsgspecError, ValueError, TypeError):
        return None


def _slices_of(value: Any) -> Any:
    if isinstance(value, SourceMap):
        return [(one.text_start, one.text_stop, one.source_start, one.source_stop, one.folded) for one in value.slices]
    raise NotImplementedError(type(value).__name__)


def _map_of(kind: type, value: Any) -> Any:
    if kind is SourceMap:
        return SourceMap(tuple(Slice(*one) for one in value))
    raise NotImplementedError(kind.__name__)
