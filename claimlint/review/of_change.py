"""Which findings are of a change, and which stood before it.

A finding stood before where the version before has the same one, judged no milder and not suppressed, and either the lines that it
and its claim stand on are unchanged, or the block around it (of a table the row) reads word for word as one that was taken out:
text that was moved, wrapped anew, or renamed with its file. Every other finding is of the change, wherever it stands: in a changed
line, or in an unchanged one that something else in the document, or in another document, makes wrong now.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
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


def only_of_change(compared: Sequence[Compared], gone: Iterable[CheckedDocument], once: Collection[str]) -> tuple[CheckedDocument, ...]:
    """Give the documents as they are now with only those of their new findings that are of the change, the others counted.

    gone: as they were, documents that are no longer there. once: names of rules that report a document at one place of several.
    Findings in a baseline and suppressed ones are left as they are.
    """
    older: set[int] = set()
    left: list[_Placed] = []
    removed: list[_Placed] = [placed for document in gone for placed in _placed(document)]
    for pair in compared:
        kept = _kept_lines(pair)
        now, before = _placed(pair.now), _placed(pair.before) if pair.before else []
        older |= _in_place(now, before, kept, once)
        left += [placed for placed in now if id(placed.finding) not in older and not placed.lines <= kept.keys()]
        still = set(kept.values())
        removed += [placed for placed in before if not placed.lines <= still]
    older |= _moved(left, removed)
    return tuple(_without(pair.now, older) for pair in compared)


def _in_place(now: Sequence[_Placed], before: Sequence[_Placed], kept: Mapping[int, int], once: Collection[str]) -> set[int]:
    """Give the identities of findings that stood before on the same unchanged lines.

    One of a rule that reports a document once stood before wherever it did: the place first met may have been taken out.
    """
    there: dict[tuple[int, _Key], list[Finding]] = defaultdict(list)
    anywhere: dict[str, list[Finding]] = defaultdict(list)
    for placed in before:
        there[placed.first, placed.key].append(placed.finding)
        anywhere[placed.finding.rule].append(placed.finding)
    older: set[int] = set()
    for placed in now:
        if not placed.lines <= kept.keys():
            continue
        same = _take(there[kept[placed.first], placed.key], placed.finding)
        if same or (placed.finding.rule in once and _take(anywhere[placed.finding.rule], placed.finding)):
            older.add(id(placed.finding))
    return older


def _moved(left: Iterable[_Placed], removed: Iterable[_Placed]) -> set[int]:
    """Give the identities of findings whose words were taken out elsewhere, each of which stands for one."""
    there: dict[tuple[_Key, str], list[Finding]] = defaultdict(list)
    for placed in removed:
        there[placed.key, placed.around].append(placed.finding)
    # What a baseline excuses comes first: what it does not excuse is then the one that is more than there was.
    ordered = sorted(left, key=lambda placed: placed.finding.state)
    return {id(placed.finding) for placed in ordered if _take(there[placed.key, placed.around], placed.finding)}


def _take(candidates: list[Finding], finding: Finding) -> bool:
    """Take out one that was judged no milder, if there is one."""
    for place, candidate in enumerate(candidates):
        if SEVERITIES.index(candidate.severity) >= SEVERITIES.index(finding.severity):
            del candidates[place]
            return True
    return False


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
