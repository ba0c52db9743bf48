"""Which rules a document silences, and where: what cannot be understood silences nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from claimlint.document import Directive, LineIndex
from claimlint.finding import Finding
from claimlint.review.statements import KnownNames, Malformed, Statement, read_statement
from claimlint.rules.situation import SuppressionFlaw

Flawed = tuple[Directive, SuppressionFlaw]


@dataclass(frozen=True, slots=True)
class Suppression:
    """One rule that a directive silences. rule: code, name or category. until: the last day on which it holds.

    [start, stop): the source range in which a finding, or its claim, must begin.
    """

    directive: Directive
    rule: str
    reason: str
    until: date | None
    start: int
    stop: int

    def covers(self, finding: Finding) -> bool:
        """Tell whether it speaks of a finding, whatever the day."""
        places = (finding.start, finding.claim.start)
        return self.rule in (finding.code, finding.rule, finding.category) and any(self.start <= place < self.stop for place in places)

    def holds_on(self, day: date) -> bool:
        """Tell whether its last day has not passed."""
        return self.until is None or day <= self.until


def suppressions_in(directives: Sequence[Directive], text: str, names: KnownNames) -> tuple[tuple[Suppression, ...], tuple[Flawed, ...]]:
    """Read the directives of a document, whose source text this is; gives what they silence, and those that are malformed."""
    statements: list[Statement] = []
    flawed: list[Flawed] = []
    for directive in directives:
        try:
            statements.append(read_statement(directive, names))
        except Malformed as error:
            flawed.append((directive, error.flaw))
    found, unpaired = _blocks([statement for statement in statements if statement.form in ("disable", "enable")])
    lines = LineIndex(text)
    for statement in statements:
        if statement.form not in ("disable", "enable"):
            found += _silenced(statement, *_range(statement, text, lines, directives))
    ordered = sorted(found, key=lambda each: each.directive.start)
    return tuple(ordered), tuple(sorted([*flawed, *unpaired], key=lambda each: each[0].start))


def _silenced(statement: Statement, start: int, stop: int) -> Iterator[Suppression]:
    for rule in statement.rules:
        yield Suppression(statement.directive, rule, statement.reason, statement.until, start, stop)


def _range(statement: Statement, text: str, lines: LineIndex, directives: Sequence[Directive]) -> tuple[int, int]:
    """Give the source range that a directive for a line or for the whole file covers."""
    directive = statement.directive
    if statement.form == "disable-file":
        return 0, len(text) + 1
    last = lines.position(directive.end).line
    if statement.form == "disable-line":
        return lines.line_start(lines.position(directive.start).line), lines.line_range(last)[1]
    start, stop = lines.line_range(last + 1)
    while start < stop and _says_nothing(text, start, stop, directives):
        last += 1
        start, stop = lines.line_range(last + 1)
    return start, stop


def _says_nothing(text: str, start: int, stop: int, directives: Sequence[Directive]) -> bool:
    """Tell whether a line is empty or speaks to claimlint alone, so that directives may stand on lines below each other."""
    line = text[start:stop]
    if not line.strip():
        return True
    first, last = start + len(line) - len(line.lstrip()), start + len(line.rstrip())
    return any(directive.start <= first and last <= directive.end for directive in directives)


def _blocks(statements: Sequence[Statement]) -> tuple[list[Suppression], list[Flawed]]:
    """Pair the beginnings and ends of blocks, rule by rule; one without the other is malformed, so that no block runs on unseen."""
    opened: dict[str, Statement] = {}
    found: list[Suppression] = []
    flawed: list[Flawed] = []
    for statement in statements:
        rules = statement.rules or tuple(opened)
        if statement.form == "disable":
            flawed += (_flaw(statement, "opened-twice", rule) for rule in rules if rule in opened)
            opened.update({rule: statement for rule in rules if rule not in opened})
            continue
        for rule in rules:
            beginning = opened.pop(rule, None)
            if beginning is None:
                flawed.append(_flaw(statement, "no-beginning", rule))
            else:
                found += (each for each in _silenced(beginning, beginning.directive.end, statement.directive.start) if each.rule == rule)
        if not rules:
            flawed.append(_flaw(statement, "no-beginning", ""))
    return found, flawed + [_flaw(statement, "no-end", rule) for rule, statement in opened.items()]


def _flaw(statement: Statement, problem: str, rule: str) -> Flawed:
    return statement.directive, SuppressionFlaw("malformed", problem, rule)
