"""Which rules a document silences, and where: what cannot be understood silences nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from claimlint.document import BlockKind, Directive, Document, LineIndex
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


def suppressions_in(document: Document, names: KnownNames) -> tuple[tuple[Suppression, ...], tuple[Flawed, ...]]:
    """Read the directives of a document; gives what they silence, and those that are malformed."""
    statements: list[Statement] = []
    flawed: list[Flawed] = []
    for directive in document.directives:
        try:
            statements.append(read_statement(directive, names))
        except Malformed as error:
            flawed.append((directive, error.flaw))
    found, unpaired = _blocks([statement for statement in statements if statement.form in ("disable", "enable")])
    lines = LineIndex(document.source.text)
    for statement in statements:
        if statement.form not in ("disable", "enable"):
            found += _silenced(statement, *_range(statement, document, lines))
    ordered = sorted(found, key=lambda each: each.directive.start)
    return tuple(ordered), tuple(sorted([*flawed, *unpaired], key=lambda each: each[0].start))


def _silenced(statement: Statement, start: int, stop: int) -> Iterator[Suppression]:
    for rule in statement.rules:
        yield Suppression(statement.directive, rule, statement.reason, statement.until, start, stop)


def _range(statement: Statement, document: Document, lines: LineIndex) -> tuple[int, int]:
    """Give the source range that a directive for a line or for the whole file covers."""
    directive = statement.directive
    if statement.form == "disable-file":
        return 0, len(document.source.text) + 1
    _, behind = lines.line_range(lines.position(directive.end).line)
    if statement.form == "disable-line":
        return lines.line_start(lines.position(directive.start).line), behind
    copy = _first_copy(document, behind)
    return lines.line_range(lines.position(copy).line) if copy is not None else (behind, behind)


def _first_copy(document: Document, behind: int) -> int | None:
    """Give the first place of copy at or behind an offset: empty lines, tags, times of subtitles and other directives are none."""
    text = document.source.text
    found = []
    for block in document.blocks:
        for piece in block.source_map.slices if block.kind is not BlockKind.CODE else ():
            start = max(piece.source_start, behind)
            ink = text[start : piece.source_stop]
            if ink.strip():
                found.append(start + len(ink) - len(ink.lstrip()))
                break
    return min(found, default=None)


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
