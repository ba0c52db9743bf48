"""The whole way of one finding for people: the finding as the report has it, then each step from the copy to the rule."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.claim import Claim, Value
from claimlint.document import LineIndex
from claimlint.reports.excerpt import printable
from claimlint.reports.explanations import explanation_lines
from claimlint.reports.options import RenderOptions
from claimlint.reports.standing import standing_lines
from claimlint.reports.text import finding_lines, wrapped
from claimlint.trace import RuleInForce, Trace

_WHOSE = {"own": "in the words of the copy itself", "quoted": "in the words of somebody whom the copy quotes"}
_BOUNDS = {"max": "at most", "min": "at least", "approx": "about", "exact": ""}


def render(trace: Trace, options: RenderOptions) -> str:
    """Give the way of a finding as text; with options.color it carries escape sequences."""
    return "\n".join(_lines(trace, options)) + "\n"


def _lines(trace: Trace, options: RenderOptions) -> Iterator[str]:
    finding = trace.finding
    text = trace.document.document.source.text if trace.document.document else ""
    lines = LineIndex(text)
    yield from finding_lines(finding, text, lines, options)
    sections = (
        ("The claim", _claim(finding.claim, trace.judgement.presented, lines)),
        ("The link", _link(trace)),
        ("What engineering stands behind", standing_lines(trace.standing)),
        ("The policy", _policy(trace)),
        ("The rule", _rule(trace.rule, finding.severity)),
        ("The fingerprint", iter([finding.fingerprint])),
    )
    for title, section in sections:
        yield from ("", title)
        for line in section:
            yield from wrapped(line, options) if not line.startswith(" ") else [line]


def _claim(claim: Claim, presented: str, lines: LineIndex) -> Iterator[str]:
    place = lines.position(claim.start)
    heading = f", below the heading “{claim.block.headings[-1].text}”" if claim.block.headings else ""
    where = claim.block.where or claim.block.kind.value.replace("-", " ")
    yield f"{claim.path}:{place.line}:{place.column} ({where}{heading})"
    yield f"“{printable(' '.join(claim.text.split()))}”"
    yield f"{claim.kind}, {claim.strength} (presented {presented}), {claim.polarity}, {claim.attribution} ({_WHOSE[claim.attribution]})"
    yield from map(_value, claim.values)


def _value(value: Value) -> str:
    amounts = " to ".join(f"{amount:g}" for amount in (value.amount, value.to) if amount is not None)
    measured = f"{amounts} {value.unit or ''}".strip() or value.rating or value.version or ""
    read = " ".join(filter(None, ("more or less than" if value.strict else _BOUNDS[value.bound], measured)))
    return f"“{printable(value.text)}” is read as {read}" + (f", of the limit {value.limit}" if value.limit else ", of no limit")


def _link(trace: Trace) -> Iterator[str]:
    claim, subject = trace.finding.claim, trace.standing.subject
    if subject is None:
        looked_for = "The rule looks for these words itself: they need no link."
        yield looked_for if trace.rule.looks_for_words else "Linked to nothing in the manifest."
    else:
        product = f", product {claim.product}" if claim.product else ""
        kind = type(subject).__name__.lower()
        yield f"{subject.id} (“{subject.name}”, {kind}{product}), {subject.place.path}:{subject.place.line}"
    if trace.explanation is not None:
        yield from (line[2:] for line in explanation_lines(trace.explanation))
    confidence = trace.judgement.confidence
    if subject is not None and claim.score < confidence:
        yield f"Less sure than {confidence:g}: an error becomes a warning that says “probably”."


def _policy(trace: Trace) -> Iterator[str]:
    cell = trace.judgement.cell
    asked = f"channel {cell.channel}, strength {cell.strength}: needs {cell.needs}"
    if trace.standing.subject is None:
        yield f"{asked}."
    else:
        yield f"{asked}, has {cell.has}: {'enough' if trace.judgement.met else 'not enough'}."
    if trace.finding.policy is None:
        yield "This cell did not decide: the rule does not ask for it."


def _rule(rule: RuleInForce, severity: str) -> Iterator[str]:
    lowered = f", here {severity}" if severity != rule.severity else ""
    yield f"{rule.code} {rule.name} ({rule.severity}{lowered}), {rule.place.path}:{rule.place.line}"
    yield rule.summary
    if rule.citation:
        yield f"Citation: {rule.citation}"
    yield f"`claimlint explain {rule.code}` says why, how to mend it and how to configure it."
