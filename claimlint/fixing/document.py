"""Correcting one document: edits are proposed, made in memory, and kept only where the text is better for them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from claimlint.finding import CheckedDocument, Finding
from claimlint.fixes import Applied, FixedDocument, Refused
from claimlint.fixing.edits import Edit, applied, smallest_edit, without_overlaps
from claimlint.fixing.grammar import article_fits
from claimlint.fixing.notices import notice_edit
from claimlint.fixing.verification import objection

MOST_ROUNDS = 20
"""Each round corrects what the one before has uncovered, such as the second wrong number of a claim; copy takes two or three."""

SURE = 0.5
"""What a number speaks of must be at least as sure as that: a finding asks somebody to look, a correction does not."""

UNSURE = "it is not sure what the words speak of"
QUOTED = "it is what somebody else has said"
MARKUP = "markup stands among the words"
GRAMMAR = "the words around it would have to change, too"
OVERLAP = "another correction takes the same words"

Check = Callable[[str], CheckedDocument]
"""Checks another text in place of the document's own, on the same channel and day."""

FitsIn = Callable[[str, int, int, str], bool]
"""Tells of a text, a range in it and other words whether they can take the place of those in the range."""


@dataclass(frozen=True)
class Workbench:
    """What a document is corrected with. once: rules that report only their first place. confidence: the least sure link, 0 to 1.

    encodes: whether words can be written in the file's encoding.
    """

    check: Check
    fits_in: FitsIn
    encodes: Callable[[str], str]
    once: Collection[str] = ()
    confidence: float = 0.0


def fix_document(document: CheckedDocument, bench: Workbench) -> FixedDocument:
    """Make the corrections that the findings of a checked document carry, as far as each can be made safely."""
    before = document.document.source.text if document.document else ""
    done: list[Applied] = []
    refused: list[Refused] = []
    for _ in range(MOST_ROUNDS):
        edits, refused = _proposed(document, bench)
        document, made, rejected = _made(document, edits, bench)
        refused += rejected
        done += map(_as_applied, made)
        if not made:
            break
    after = document.document.source.text if document.document else before
    return FixedDocument(document.path, before, after, tuple(done), tuple(sorted(refused, key=lambda each: each.finding.start)))


def _proposed(document: CheckedDocument, bench: Workbench) -> tuple[list[Edit], list[Refused]]:
    """Turn corrections into edits that do not overlap, and say which cannot be made."""
    edits: list[Edit] = []
    refused: list[Refused] = []
    for finding in document.findings:
        if finding.correction is None or finding.state != "new":
            continue
        found = _edit(finding, document, bench)
        if isinstance(found, Edit):
            edits.append(found)
        else:
            refused.append(Refused(finding, found))
    kept, overlapping = without_overlaps(edits)
    return kept, refused + [Refused(edit.finding, OVERLAP) for edit in overlapping]


def _edit(finding: Finding, document: CheckedDocument, bench: Workbench) -> Edit | str:
    """Give the edit that makes a correction, or the reason why a person must."""
    correction, text = finding.correction, document.document.source.text if document.document else ""
    if correction is None or document.document is None:
        return MARKUP
    if finding.claim.subject is not None and finding.claim.score < max(bench.confidence, SURE if _is_value(finding) else 0.0):
        return UNSURE
    if unwritable := bench.encodes(correction.words):
        return unwritable
    if correction.start is None or correction.end is None:
        return notice_edit(finding, document.path, text, correction.words)
    if finding.claim.attribution == "quoted":
        return QUOTED
    edit = smallest_edit(finding, text, correction.start, correction.end, correction.words)
    if edit is None:
        return MARKUP
    return edit if _fits(finding, correction.words, bench.fits_in) else GRAMMAR


def _fits(finding: Finding, words: str, fits_in: FitsIn) -> bool:
    """Tell whether words fit into their sentence; a value for a value needs no more than its article."""
    block = finding.claim.block
    start, stop = block.source_map.text_range(finding.start, finding.end)
    return article_fits(block.text, start, words) and (_is_value(finding) or fits_in(block.text, start, stop, words))


def _is_value(finding: Finding) -> bool:
    return any((value.start, value.end) == (finding.start, finding.end) for value in finding.claim.values)


def _made(document: CheckedDocument, edits: Sequence[Edit], bench: Workbench) -> tuple[CheckedDocument, list[Edit], list[Refused]]:
    """Make edits, all at once where nothing speaks against it, else one at a time from the last to the first."""
    if not edits:
        return document, [], []
    after, reason = _tried(document, edits, bench)
    if not reason:
        return after, list(edits), []
    if len(edits) == 1:
        return document, [], [Refused(edits[0].finding, reason)]
    made: list[Edit] = []
    refused: list[Edit] = []
    reasons: list[str] = []
    for edit in reversed(edits):
        after, reason = _tried(document, [edit], bench)
        if reason:
            refused.append(edit)
            reasons.append(reason)
        else:
            document = after
            made.append(edit)
    rejected = [Refused(edit.finding, reason) for edit, reason in zip(refused, reasons, strict=True)]
    return document, made[::-1], rejected


def _tried(document: CheckedDocument, edits: Sequence[Edit], bench: Workbench) -> tuple[CheckedDocument, str]:
    text = document.document.source.text if document.document else ""
    after = bench.check(applied(text, edits))
    return after, objection(document, after, edits, bench.once)


def _as_applied(edit: Edit) -> Applied:
    block, correction = edit.finding.claim.block, edit.finding.correction
    start, stop = block.source_map.text_range(edit.finding.start, edit.finding.end)
    words = correction.words if correction else edit.reads
    return Applied(edit.finding, "" if edit.inserts else block.text[start:stop], words)


def all_refused(document: CheckedDocument, reason: str) -> FixedDocument:
    """Leave every correction of a document to a person, for one reason."""
    text = document.document.source.text if document.document else ""
    return FixedDocument(document.path, text, text, (), tuple(_refusals(document.findings, reason)))


def _refusals(findings: Iterable[Finding], reason: str) -> Iterable[Refused]:
    return (Refused(finding, reason) for finding in findings if finding.correction is not None and finding.state == "new")
