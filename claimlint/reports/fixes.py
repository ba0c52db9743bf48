"""What was corrected and what is left, for people: a line for each place, then the same summary as that of a check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimlint.counting import counted
from claimlint.document import LineIndex
from claimlint.finding import CheckedDocument, Finding, Report
from claimlint.fixes import Applied, FixedDocument
from claimlint.reports.differences import difference
from claimlint.reports.excerpt import printable
from claimlint.reports.options import RenderOptions
from claimlint.reports.summary import summary

INDENT = "  "
LONGEST = 80

_Place = tuple[str, int, int, "str | None"]


def render_diff(documents: Sequence[FixedDocument]) -> str:
    """Give the changes of all documents as one unified diff."""
    return "".join(difference(document.path, document.before, document.after) for document in documents)


def render_fixes(documents: Sequence[FixedDocument], left: Report, options: RenderOptions) -> str:
    """Give what was corrected, and what the corrected documents still have found in them. left: the check of these."""
    done = [line for document in documents for line in _corrections(document)]
    reasons = {_key(refused.finding): refused.reason for document in documents for refused in document.refused}
    remaining = [line for document in left.documents for line in _left(document, reasons)]
    lines = [*done, *([""] if done else ()), *(["Left for a person:", *remaining, ""] if remaining else ())]
    return "\n".join([*lines, headline(documents), *summary(left, options)]) + "\n"


def headline(documents: Sequence[FixedDocument], done: str = "made") -> str:
    """Say how many corrections were made, or whatever was done with them."""
    count = sum(len(document.applied) for document in documents)
    changed = sum(document.changed for document in documents)
    if not count:
        return "Nothing to correct."
    return f"{counted(count, 'correction')} {done} in {counted(changed, 'document')}."


def _corrections(document: FixedDocument) -> Iterator[str]:
    lines = LineIndex(document.before)
    for each in sorted(document.applied, key=lambda each: each.finding.start):
        position = lines.position(each.finding.start)
        yield f"{document.path}:{position.line}:{position.column}: {each.finding.code} {_what(each)}"


def _what(applied: Applied) -> str:
    return f"“{_cut(applied.before)}” is now “{_cut(applied.after)}”" if applied.before else f"added “{_cut(applied.after)}”"


def _left(document: CheckedDocument, reasons: dict[_Place, str]) -> Iterator[str]:
    lines = LineIndex(document.document.source.text if document.document else "")
    for finding in (each for each in document.findings if each.state == "new"):
        position = lines.position(finding.start)
        place = f"{document.path}:{position.line}:{position.column}"
        yield f"{place}: {finding.severity} {finding.code} {finding.category} “{_cut(finding.text)}”"
        if reason := reasons.get(_key(finding)):
            yield f"{INDENT}not corrected: {reason}"


def _key(finding: Finding) -> _Place:
    return finding.code, finding.start, finding.end, finding.subject


def _cut(text: str) -> str:
    words = printable(" ".join(text.split()))
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
