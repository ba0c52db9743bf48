"""What a comment says: the finding in the words of the report, and the way out."""

from __future__ import annotations

from dataclasses import dataclass

from claimlint.finding import CheckedDocument, Finding

AUTHOR = "claimlint"
INITIALS = "cl"


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment on [start, end) of the extracted text. words: that stretch. where: its place in words. lines: what the comment says."""

    start: int
    end: int
    words: str
    where: str
    lines: tuple[str, ...]

    def elsewhere(self) -> tuple[str, ...]:
        """What it says where it cannot stand on its words: these, with their place, come first."""
        return (f"On “{self.words}” ({self.where}):", *self.lines)


def remarks_of(document: CheckedDocument) -> tuple[Remark, ...]:
    """Give a remark for each new finding of a document, in the order of the text."""
    findings = sorted(
        (finding for finding in document.findings if finding.state == "new"), key=lambda finding: (finding.start, finding.end)
    )
    return tuple(_remark(finding) for finding in findings)


def _remark(finding: Finding) -> Remark:
    lines = [f"{finding.severity.capitalize()} {finding.code}: {finding.message}"]
    if finding.suggestion and finding.suggestion not in finding.message:
        lines.append(f"Instead: {finding.suggestion}")
    words = " ".join(finding.text.split())
    return Remark(finding.start, finding.end, words, finding.claim.block.where or "", tuple(" ".join(line.split()) for line in lines))
