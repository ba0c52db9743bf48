"""The whole way of one finding: from the copy over claim, link, gate and policy to the rule."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from claimlint.bench import load_manifest_and_rules
from claimlint.check import check
from claimlint.configuration.model import Settings
from claimlint.document import LineIndex
from claimlint.errors import InputError, Problem
from claimlint.finding import SHORT_FINGERPRINT, CheckedDocument, Finding
from claimlint.opening import Progress, publication_day
from claimlint.rules.situation import Situation
from claimlint.sources.discovery import Discovered
from claimlint.trace import Judgement, RuleInForce, Standing, Trace


def trace(documents: Sequence[Discovered], as_of: date, fingerprint: str, progress: Progress = iter) -> Trace:
    """Check documents again and give the way of the finding whose fingerprint begins with these characters.

    progress: as for `check`.

    Raises InputError where a check would, and where no finding, or more than one, has such a fingerprint: it then names those that
    there are, or the documents that could not be read.
    """
    report = check(documents, Settings(as_of, explain=True), progress)
    unread = [Problem(each.path, None, None, f"not checked: {each.reason}.") for each in report.documents if each.reason is not None]
    found = [
        (document, finding)
        for document in report.documents
        for finding in document.findings
        if finding.fingerprint.startswith(fingerprint.lower())
    ]
    if unread and not found:
        raise InputError(unread)
    if len(found) != 1:
        raise InputError(_not_one(fingerprint, found, report.documents))
    ((document, finding),) = found
    (discovered,) = (each for each in documents if each.reported == document.path)
    return _traced(document, finding, discovered, as_of)


def _traced(document: CheckedDocument, finding: Finding, discovered: Discovered, as_of: date) -> Trace:
    manifest, rules = load_manifest_and_rules(discovered.configuration)
    day, _ = publication_day(document.document, as_of) if document.document else (as_of, ())
    case = Situation(finding.claim, manifest, document.channel, rules.policy, day)
    rule = next(each for each in rules.rules if each.name == finding.rule)
    strength = finding.claim.strength
    return Trace(
        finding,
        document,
        next((each for each in document.explanations if each.claim == finding.claim), None),
        Standing(day, case.subject, case.validated, case.certification_status, case.expired),
        Judgement(case.cell, case.allows(strength), rules.phrases.strengths[strength]["presented"], rules.policy.confidence),
        RuleInForce(rule.code, rule.name, rule.severity, rule.summary, rule.citation, bool(rule.wordings), rule.place),
    )


_NONE_HERE = "There are no findings here at all. One that speaks of a place in another document needs that named as well."


def _not_one(fingerprint: str, found: Sequence[tuple[CheckedDocument, Finding]], documents: Sequence[CheckedDocument]) -> Problem:
    """Say that no finding or several have such a fingerprint, and which there are."""
    there = found or [(document, finding) for document in documents for finding in document.findings]
    how_many = "more than one finding has" if found else "no finding has"
    path = documents[0].path if len(documents) == 1 else f"{len(documents)} documents"
    message = f'{how_many} a fingerprint that begins with "{fingerprint}".'
    names = "\n".join(f"  {_named(document, finding, len(fingerprint))}" for document, finding in there)
    return Problem(path, None, None, message, f"There are:\n{names}" if names else _NONE_HERE)


def _named(document: CheckedDocument, finding: Finding, given: int) -> str:
    text = document.document.source.text if document.document else ""
    place = LineIndex(text).position(finding.start)
    return f"{finding.fingerprint[: max(SHORT_FINGERPRINT, given + 1)]} {finding.code} {document.path}:{place.line}:{place.column}"
