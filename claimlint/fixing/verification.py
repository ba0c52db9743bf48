"""Whether a text is better for its edits: what was found is gone, nothing worse has come, and no promise has become firmer."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from claimlint.claim import STRENGTHS, Claim
from claimlint.document import BlockKind
from claimlint.finding import CheckedDocument, Finding
from claimlint.fixing.edits import Edit, Shift, reads_as

UNREADABLE = "the words would not be read as they are meant there"
STAYS = "the finding would stay"
WORSE = "another error would come of it"
FIRMER = "it would promise more, or more firmly"


def objection(before: CheckedDocument, after: CheckedDocument, edits: Sequence[Edit], once: Collection[str]) -> str:
    """Say why edits must not be made, as a clause; "" where they may.

    before, after: the document as it was checked without and with them. once: rules that report only their first place.
    """
    shift = Shift(edits)
    if not all(_reads(edit, after, shift) for edit in edits):
        return UNREADABLE
    if any(_stays(edit, after, shift) for edit in edits):
        return STAYS
    if any(_is_error(found) and not _was_there(found, before, shift, once) for found in after.findings):
        return WORSE
    notices = [shift.range_of(edit) for edit in edits if edit.inserts]
    if any(_is_firmer(claim, before, shift) for claim in after.claims if not _inside(claim, notices)):
        return FIRMER
    return ""


def _reads(edit: Edit, after: CheckedDocument, shift: Shift) -> bool:
    """Tell whether the new words are copy; those of a notice must be a paragraph and nothing else."""
    blocks = after.document.blocks if after.document else ()
    start, end = shift.range_of(edit)
    if not edit.inserts:
        return reads_as(blocks, start, end, edit.reads)
    paragraphs = (block for block in blocks if block.kind is BlockKind.PARAGRAPH and block.text == edit.reads)
    return any(_within(block.source_map.source_range(0, len(block.text)), (start, end)) for block in paragraphs)


def _stays(edit: Edit, after: CheckedDocument, shift: Shift) -> bool:
    """Tell whether the kind of finding is still reported at its place, or words that were written would be replaced again."""
    place = shift.start_of(edit.finding.start), shift.end_of(edit.finding.end)
    here = [found for found in after.findings if _overlap((found.start, found.end), place)]
    again = not edit.inserts and any(found.correction and found.correction.start is not None for found in here)
    return again or any(found.code == edit.finding.code for found in here)


def _is_error(finding: Finding) -> bool:
    return finding.severity == "error" and finding.state == "new"


def _was_there(found: Finding, before: CheckedDocument, shift: Shift, once: Collection[str]) -> bool:
    """Tell whether an error was reported before; one of a rule that reports once may have moved on to its next place."""
    return any(
        old.code == found.code
        and (found.rule in once or (old.subject == found.subject and _overlap(_moved(old, shift), (found.start, found.end))))
        for old in before.findings
        if _is_error(old)
    )


def _is_firmer(claim: Claim, before: CheckedDocument, shift: Shift) -> bool:
    """Tell whether a claim promises what nothing at its place promised before, or not as firmly."""
    if claim.polarity == "negated":
        return False
    firmness = STRENGTHS.index(claim.strength)
    return not any(
        old.subject == claim.subject
        and old.polarity == "affirmed"
        and STRENGTHS.index(old.strength) <= firmness
        and _overlap(_moved(old, shift), (claim.start, claim.end))
        for old in before.claims
    )


def _moved(old: Claim | Finding, shift: Shift) -> tuple[int, int]:
    return shift.start_of(old.start), shift.end_of(old.end)


def _inside(claim: Claim, ranges: Sequence[tuple[int, int]]) -> bool:
    return any(_within((claim.start, claim.end), place) for place in ranges)


def _within(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _overlap(first: tuple[int, int], second: tuple[int, int]) -> bool:
    return min(first[1], second[1]) > max(first[0], second[0])
