"""What a change of the manifest does to copy, as values: which promise is judged otherwise, how, and because of what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from claimlint.document import Position
from claimlint.finding import Finding
from claimlint.manifest.differences import Difference
from claimlint.manifest.model import Manifest

Effect = Literal["becomes-wrong", "may-be-said", "says-less", "stays-wrong", "read-otherwise"]

EFFECTS: tuple[Effect, ...] = ("becomes-wrong", "may-be-said", "says-less", "stays-wrong", "read-otherwise")
"""In the order in which they are reported.

becomes-wrong: something more severe is found than before. may-be-said: nothing is found any more. says-less: what it hides, denies or
defers has been validated. stays-wrong: what is found is no more severe than before, but is another thing or is said in other words.
read-otherwise: it is read as a promise of another thing, or of none, and nothing is found.
"""


@dataclass(frozen=True, slots=True)
class Judged:
    """A promise under one manifest. subject: what it is read as a promise of, an id or None; name: what people call that.

    promises: whether it is read as a promise at all.
    """

    subject: str | None = None
    name: str | None = None
    findings: tuple[Finding, ...] = ()
    promises: bool = True


@dataclass(frozen=True, slots=True)
class Consequence:
    """A promise that is judged otherwise. text: as it stands in the source. where: the place in words, for formats without lines.

    relinked: whether it is read as a promise of another thing, or of none.
    causes: the changes of the manifest that this comes from; empty where they could not be told.
    """

    effect: Effect
    path: str
    channel: str
    start: Position
    end: Position
    where: str | None
    text: str
    before: Judged
    after: Judged
    relinked: bool = False
    causes: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two manifests. files: (path or REV:path as named, sha256 of the bytes)."""

    files: tuple[tuple[str, str], ...]

    @property
    def label(self) -> str:
        """The names of its files."""
        return ", ".join(path for path, _ in self.files)


@dataclass(frozen=True)
class Comparison:
    """The outcome of a run. as_of: ISO format. documents: how many were compared, None where no copy was asked for.

    consequences: in the order of documents and places. unread: documents that could not be read, and why.
    """

    old: Side
    new: Side
    as_of: str
    differences: tuple[Difference, ...]
    consequences: tuple[Consequence, ...] = ()
    documents: int | None = None
    unread: tuple[tuple[str, str], ...] = ()

    def with_effect(self, effect: Effect) -> Iterator[Consequence]:
        """Yield the consequences of one kind."""
        return (each for each in self.consequences if each.effect == effect)


@dataclass(frozen=True)
class Review:
    """A manifest as it is now, beside what it was at a git revision.

    comparison: None where there is nothing to compare it with, or where that could not be done (unknown); reason then says why.
    """

    manifest: Manifest
    comparison: Comparison | None = None
    reason: str = ""
    unknown: bool = False
