"""Promises that cannot all be true: two values of one limit, two dates, two gate calendars, in copy or in copy and the manifest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from claimlint.rules.disagreement import disagree
from claimlint.statement import MANIFEST, ClaimKey, Contradiction, Statement


def contradictions(statements: Iterable[Statement]) -> Mapping[str, Mapping[ClaimKey, Contradiction]]:
    """Give by path the claims that contradict the manifest's days, or what was said first of the same thing.

    statements: of all documents, in their order. What is said first is taken for meant, so that each later place is reported once, with
    the place that it disagrees with. Where the manifest gives the day, it is meant, and a place that agrees with it is not reported for
    an earlier one that does not.
    """
    first: dict[tuple[str | None, ...], Statement] = {}
    found: dict[str, dict[ClaimKey, Contradiction]] = {}
    for statement in statements:
        path, words, own = statement.key[0], statement.words, statement.own
        if _denies_manifest(statement):
            there = statement.known.isoformat() if statement.known else ""
            denied = Contradiction(words, there, MANIFEST, statement.about[1] or "", own)
            found.setdefault(path, {}).setdefault(statement.key, denied)
            continue
        meant = first.setdefault(statement.about, statement)
        if meant is not statement and not statement.known and _at_odds(meant, statement):
            found.setdefault(path, {}).setdefault(statement.key, Contradiction(words, meant.words, meant.place, own=own))
    return found


def _denies_manifest(statement: Statement) -> bool:
    days, known = statement.days, statement.known
    return days is not None and known is not None and not days.first <= known <= days.last


def _at_odds(first: Statement, second: Statement) -> bool:
    if first.days is not None:
        return second.days is not None and not first.days.meets(second.days)
    return first.value is not None and second.value is not None and disagree(first.value, second.value)
