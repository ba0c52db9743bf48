"""Findings and lists in words, for every report that is read by people in the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimlint.finding import Finding
from claimlint.reports.excerpt import on_one_line


def labelled(finding: Finding) -> Iterator[tuple[str, str]]:
    """Yield what a finding says, each part with its label: the message has none, and comes first."""
    yield "", finding.message
    if finding.suggestion and finding.suggestion not in finding.message:
        yield "Instead: ", finding.suggestion
    if finding.policy:
        cell = finding.policy
        yield "Policy: ", f"{cell.channel}, {cell.strength}: needs {cell.needs}, has {cell.has}"
    if finding.evidence:
        yield "Evidence: ", ", ".join(finding.evidence)
    if finding.excuse:
        yield "Excused: ", finding.excuse


def title_of(finding: Finding) -> str:
    """Give what kind of finding it is: code and category."""
    return f"{finding.code} {finding.category}"


def in_lines(finding: Finding) -> str:
    """Give all that a finding says as plain text, a line for each part, with the place where words tell it; free of control characters."""
    parts = [f"{label}{on_one_line(text)}" for label, text in labelled(finding)]
    if where := finding.claim.block.where:
        parts.insert(1, f"Where: {on_one_line(where)}")
    return "\n".join(parts)


def listed(items: Sequence[object]) -> str:
    """Join as people do: "a", "a and b", "a, b and c"."""
    words = [str(item) for item in items]
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
