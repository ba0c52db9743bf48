"""Which findings are of a change, and which stood before it.

A finding stood before where the version before has the same one, judged no milder and not suppressed, and either the lines that it
and its claim stand on are unchanged, or the block around it (of a table the row) reads word for word as one that was taken out:
text that was moved, wrapped anew, or renamed with its file. Every other finding is of the change, wherever it stands: in a changed
line, or in an unchanged one that something else in the document, or in another document, makes wrong now.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TypeAlias

from claimlint.document import BlockKind, LineIndex
from claimlint.finding import SEVERITIES, CheckedDocument, Finding
from claimlint.review.baseline import promise_of
from claimlint.review.fingerprint import folded

_LINE_END = re.compile(r"\r\n?|\n")
_Key: TypeAlias = "tuple[str, str | None, str, str]"


@dataclass(frozen=True, slots=True)
class Compared:
    """A document and its version before the change, None where there was none or nobody knows it; both judged by the same rules."""

    now: CheckedDocument
    before: CheckedDocument | None


@dataclass(frozen=True, slots=True)
class _Placed:
    """A finding with the lines, from 1, that it and its claim stand on. around: the words that move with it."""

    finding: Finding
    lines: frozenset[int]
    first: int
    around: str

    @property
    def key(self) -> _Key:
        """What makes two findings the same, wherever they stand: the promise, the words found fault with, and what the policy asks."""
        finding = self.finding
        return promise_of(finding), finding.claim.product, folded(finding.text), finding.policy.needs if finding.policy else ""


_Pair: TypeAlias = "tuple[_Placed, _Placed]"
"""A finding, and the one before the change that it may be."""


def only_of_change(compared: Sequence[Compared], gone: Iterable[CheckedDocument], once: Collection[str]) -> tuple[CheckedDocument, ...]:
    """Give the documents as they are now with only those of their new findings that are of the change, the others counted.

    gone: as they were, documents that are no longer there. once: names of rules that report a document at one place of several.
    Findings in a baseline and suppressed ones are left as they are.
    """
    versions = [_Versions.of(pair) for pair in compared]
    removed = [placed for document in gone for placed in _placed(document)]
    settled: set[int] = set()
    for version in versions:
        _settle(((now, old) for now, old in version.in_place() if now.around == old.around), settled)
    _settle(_moved(versions, removed, settled), settled)
    for version in versions:
        _settle(version.in_place(), settled)
        _settle(version.told_once(once), settled)
    return tuple(_without(pair.now, settled) for pair in compared)


@dataclass(frozen=True, slots=True)
class _Versions:
    """The findings in a document and in the version before. kept: its unchanged lines, each with the line that it was."""

    now: list[_Placed]
    before: list[_Placed]
    kept: Mapping[int, int]

    @classmethod
    def of(cls, pair: Compared) -> _Versions:
        return cls(_placed(pair.now), _placed(pair.before) if pair.before else [], _kept_lines(pair))

    def in_place(self) -> list[_Pair]:
        """Give the pairs that stand on the same unchanged lines."""
        there: dict[tuple[int, _Key], list[_Placed]] = defaultdict(list)
        for old in self.before:
            there[old.first, old.key].append(old)
        return [(now, old) for now in self.now if now.lines <= self.kept.keys() for old in there[self.kept[now.first], now.key]]

    def told_once(self, once: Collection[str]) -> list[_Pair]:
        """Give the pairs of rules that report a document once: the place first met may have been taken out, and the next is told."""
        return [
            (now, old)
            for now in self.now
            if now.finding.rule in once and now.lines <= self.kept.keys()
            for old in self.before
            if old.finding.rule == now.finding.rule
        ]

    def changed(self) -> list[_Placed]:
        """Give what stands on lines that changed."""
        return [now for now in self.now if not now.lines <= self.kept.keys()]

    def removed(self) -> list[_Placed]:
        """Give what stood on lines that were taken out."""
        still = frozenset(self.kept.values())
        return [old for old in self.before if not old.lines <= still]


def _moved(versions: Sequence[_Versions], gone: Iterable[_Placed], settled: set[int]) -> Iterator[_Pair]:
    """Yield the pairs whose words were taken out in one place and stand in another.

    A line may seem unchanged and yet be part of another block than it was; then both blocks are looked at as if they had moved.
    """
    open_pairs = [pair for version in versions for pair in version.in_place() if not settled & {id(each.finding) for each in pair}]
    left = [*(now for version in versions for now in version.changed()), *(now for now, _ in open_pairs)]
    there: dict[tuple[_Key, str], list[_Placed]] = defaultdict(list)
    for old in [*gone, *(old for version in versions for old in version.removed()), *(old for _, old in open_pairs)]:
        there[old.key, old.around].append(old)
    # What a baseline excuses comes first: what it does not excuse is then the one that is more than there was.
    for now in sorted(left, key=lambda placed: placed.finding.state):
        yield from ((now, old) for old in there[now.key, now.around])


def _settle(pairs: Iterable[_Pair], settled: set[int]) -> None:
    """Add the identities of both findings of each pair of which neither is settled, and the old one was judged no milder."""
    for now, old in pairs:
        identities = {id(now.finding), id(old.finding)}
        if not settled & identities and SEVERITIES.index(old.finding.severity) >= SEVERITIES.index(now.finding.severity):
            settled |= identities


def _placed(document: CheckedDocument) -> list[_Placed]:
    """Place the findings of a document that are not suppressed."""
    if document.document is None:
        return []
    text = document.document.source.text
    index, words = LineIndex(text), _folded_lines(text)
    found = []
    for finding in document.findings:
        if finding.state != "suppressed":
            lines = _lines_of(finding, index)
            block = finding.claim.block
            # A cell says nothing without its row.
            moving = [words[line - 1] for line in sorted(lines)] if block.kind is BlockKind.TABLE_CELL else block.text.split()
            found.append(_Placed(finding, lines, index.position(finding.start).line, " ".join(moving)))
    return found


def _folded_lines(text: str) -> list[str]:
    """Give the lines of a text, numbered as `LineIndex` does, without what white space tells."""
    return [" ".join(line.split()) for line in _LINE_END.split(text)]


def _lines_of(finding: Finding, index: LineIndex) -> frozenset[int]:
    spans = ((finding.start, finding.end), (finding.claim.start, finding.claim.end))
    return frozenset(
        line for start, end in spans for line in range(index.position(start).line, index.position(max(start, end - 1)).line + 1)
    )


def _kept_lines(pair: Compared) -> dict[int, int]:
    """Give the unchanged lines of a document as it is now, from 1, each with the line that it was; white space changes none."""
    if pair.before is None or pair.before.document is None or pair.now.document is None:
        return {}
    before, now = (_folded_lines(each.source.text) for each in (pair.before.document, pair.now.document))
    if before == now:
        return {line: line for line in range(1, len(now) + 1)}
    matches = SequenceMatcher(None, before, now).get_matching_blocks()
    return {match.b + place + 1: match.a + place + 1 for match in matches for place in range(match.size)}


def _without(document: CheckedDocument, older: Collection[int]) -> CheckedDocument:
    kept = tuple(finding for finding in document.findings if finding.state != "new" or id(finding) not in older)
    return replace(document, findings=kept, older=len(document.findings) - len(kept))
