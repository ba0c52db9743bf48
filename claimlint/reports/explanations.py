"""Why claims are linked as they are, below each claim or as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from claimlint.document import LineIndex
from claimlint.explanation import Explanation, Reason, Rival
from claimlint.reports.excerpt import printable

MOST_FOR = 5
MOST_AGAINST = 3
"""So many signals are shown; the others count for less."""

INDENT = "    "


def explanation_lines(explanation: Explanation) -> Iterator[str]:
    """Give the lines that stand below a claim: how sure it is, what speaks for it and against it, and what came second."""
    claim = explanation.claim
    if claim is not None:
        by = f" by {claim.matched}" if claim.matched else ""
        yield f"{INDENT}score {claim.score:.2f}{by}" + (f": {explanation.ground}" if explanation.ground else "")
    yield from (f"{INDENT}  {line}" for line in _reason_lines(explanation.reasons))
    if explanation.second is not None:
        label = "second" if claim is not None and claim.subject else "nearest"
        yield f"{INDENT}{label}: {_rival(explanation.second)}"


def passed_over_line(explanation: Explanation, lines: LineIndex) -> str:
    """Give the line for a clause that is no claim: its place, why it is none, and its words."""
    place = lines.position(explanation.start)
    words = printable(" ".join(explanation.text.split()))
    return f"{explanation.path}:{place.line}:{place.column}: no claim ({explanation.ground}): {words}"


def as_json(explanation: Explanation, claim: str | None, place: dict[str, Any]) -> dict[str, Any]:
    """Give an explanation as values that JSON knows. claim: the id of its claim in the same report; place: start and end."""
    second = explanation.second
    return {
        "claim": claim,
        "path": explanation.path,
        **place,
        "text": explanation.text,
        "ground": explanation.ground or None,
        "reasons": [
            {"signal": reason.signal, "says": reason.says, "value": round(reason.value, 4), "weight": reason.weight}
            for reason in explanation.reasons
        ],
        "second": {"subject": second.subject, "score": second.score, "why_not": second.why_not} if second else None,
    }


def _reason_lines(reasons: Sequence[Reason]) -> Iterator[str]:
    speaking_for = [reason for reason in reasons if reason.contribution > 0]
    against = [reason for reason in reversed(reasons) if reason.contribution < 0]
    shown = (*speaking_for[:MOST_FOR], *against[:MOST_AGAINST])
    yield from (f"{reason.contribution:+.2f}  {reason.signal}: {reason.says}" for reason in shown)
    if len(reasons) > len(shown):
        rest = sum(reason.contribution for reason in reasons) - sum(reason.contribution for reason in shown)
        yield f"{rest:+.2f}  {len(reasons) - len(shown)} more"


def _rival(rival: Rival) -> str:
    return f"{rival.subject}, {rival.score:.2f}: {rival.why_not}"
