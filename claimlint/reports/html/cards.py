"""A finding as a card: what is wrong, what may be said today, and what stands behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claimlint.document import LineIndex
from claimlint.finding import SHORT_FINGERPRINT, CheckedDocument, Finding, RuleDescription
from claimlint.reports.excerpt import on_one_line
from claimlint.reports.html.page import Card, Term
from claimlint.reports.html.standing import Standings
from claimlint.reports.html.verdict import verdict_of

TITLES: Mapping[str, str] = {
    "unvalidated": "Too early",
    "withdrawn": "Withdrawn",
    "premature": "Offered too early",
    "unknown": "Not in the manifest",
    "not-claimed": "Not to be claimed",
    "overstated": "Beyond what was measured",
    "unqualified": "Condition missing",
    "uncertified": "Certificate not held",
    "missing-notice": "Notice missing",
    "unsubstantiated": "Evidence missing",
    "out-of-scope": "Outside what was validated",
    "inconsistent": "Two places differ",
    "stale": "Out of date",
    "expired": "Expired",
    "suppression": "Suppression to look at",
}
"""How people call the categories."""


def card_of(
    finding: Finding, number: int, sheet: int, document: CheckedDocument, standings: Standings, rules: Mapping[str, RuleDescription]
) -> Card:
    """Give the card of a finding. number, sheet: of it and of its document on the page. standings: of the document's manifest."""
    message, suggestion, behind, instead = _said(finding)
    rule = rules.get(finding.rule)
    return Card(
        number=number,
        document=sheet,
        verdict=verdict_of(finding),
        code=finding.code,
        category=finding.category,
        title=title_of(finding.category),
        words=on_one_line(finding.text),
        place=place_of(finding, document),
        message=message,
        suggestion=suggestion,
        behind=behind,
        instead=instead,
        terms=tuple(_terms(finding, standings)),
        why=on_one_line(rule.why) if rule else "",
        citation=on_one_line(rule.citation or "") if rule else "",
        fingerprint=finding.fingerprint[:SHORT_FINGERPRINT],
        subject=finding.subject or "",
        gate=finding.policy.needs if finding.policy else "",
    )


def title_of(category: str) -> str:
    """Give the name by which people call a category; one of a team's own rules is called by its words."""
    return TITLES.get(category, category.replace("-", " ").capitalize())


def place_of(finding: Finding, document: CheckedDocument) -> str:
    """Say where a finding begins: in words where its format has no lines, else by its line."""
    if finding.claim.block.where:
        return on_one_line(finding.claim.block.where)
    text = document.document.source.text if document.document else ""
    return f"line {LineIndex(text).position(finding.start).line}"


def _said(finding: Finding) -> tuple[str, str, str, str]:
    """Give the message up to the suggestion in it, the suggestion, the rest, and the suggestion where the message does not have it."""
    message, suggestion = on_one_line(finding.message), on_one_line(finding.suggestion)
    before, found, behind = message.rpartition(f"“{suggestion}”") if suggestion else ("", "", "")
    return (before, suggestion, behind, "") if found else (message, "", "", suggestion)


def _terms(finding: Finding, standings: Standings) -> Iterator[Term]:
    yield Term("You say", f"“{on_one_line(finding.text)}”")
    standing = standings.get(finding.subject or "")
    if standing:
        yield Term("Engineering has", on_one_line(standing.text), standing.anchor)
    elif finding.category == "unknown":
        yield Term("Engineering has", "Nothing: the manifest has no entry for it.")
    if finding.policy:
        cell = finding.policy
        yield Term("Policy", on_one_line(f"{cell.channel}, {cell.strength}: needs {cell.needs}, has {cell.has}"))
    if finding.evidence:
        yield Term("Evidence", on_one_line(", ".join(finding.evidence)))
    if finding.excuse:
        yield Term("Excused", on_one_line(finding.excuse))
