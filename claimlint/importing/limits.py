"""From the figures of a row to a limit of the manifest: the side of it on which copy must stay is the concept's, never a guess."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, reduce

from claimlint.importing.notes import NotUnderstood
from claimlint.importing.numbers import POINT, Notation, with_point
from claimlint.importing.wordings import bound_of, ranges
from claimlint.manifest.scalars import MEASURE, RATING, VERSION, agree
from claimlint.manifest.shapes import Unreadable
from claimlint.units import convert, quantity_of, read_measure
from claimlint.vocabulary import Better, Concept, concepts_by_name, load_vocabulary, matching_concept

_BETWEEN = re.compile(r"\s*(?:\.\.\.?|…|–|—|\bto\b|\bbis\b)\s*|(?<=[\d°CFK%])\s*-\s*(?=[-+]?\d)")
_CODE = re.compile(r"IP ?[0-9X]|IK ?\d|MIL-STD", re.IGNORECASE)
_UNDECIDED = (
    "whether more or less of it is better is not known here, so it is no limit yet and stands in a comment; write it under limits, as "
    "max (the most that copy may claim), min (the least), equals or range."
)


@dataclass(frozen=True, slots=True)
class Figures:
    """What a row says in figures, as written. value: what was measured. target: what was asked for, a figure or a bound or a range.

    unit: for those that bring none. exact: those whose decimal sign is beyond doubt, a point.
    """

    value: str = ""
    target: str = ""
    low: str = ""
    high: str = ""
    unit: str = ""
    exact: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        """All of it in a line, for comments."""
        named = (("", self.value), ("target ", self.target), ("min ", self.low), ("max ", self.high))
        return ", ".join(f"{name}{text} {self.unit if text[-1].isdigit() else ''}".strip() for name, text in named if text)


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit as the manifest writes it. kind: max, min, equals, range, rating or version. texts: one, or the two ends of a range."""

    kind: str
    texts: tuple[str, ...]
    quantity: str | None = None


@lru_cache(maxsize=4096)
def concept_of(name: str, aliases: tuple[str, ...] = ()) -> Concept | None:
    """Give the entry of the vocabulary that a capability with this name takes, or None."""
    concept = matching_concept((name, *aliases), _by_name())
    return _vocabulary()[concept] if concept else None


def limit_of(figures: Figures, concept: Concept | None, notation: Notation) -> tuple[Limit, str]:
    """Give the limit that figures come to, and what the user should look at ("" for nothing). Raises NotUnderstood."""
    code = _code(figures, concept)
    if code is not None:
        return code, ""
    sides: dict[str, list[str]] = {"low": [], "high": [], "value": []}
    for side, text in (("low", figures.low), ("high", figures.high), ("value", figures.value), ("value", figures.target)):
        for found, each in _sides(side, text):
            sides[found].append(each)
    lows, highs, values = _measures((sides["low"], sides["high"], sides["value"]), figures, notation)
    return _bounded(lows, highs, values, concept)


def _sides(side: str, text: str) -> list[tuple[str, str]]:
    """Give the parts of a figure with the side that each is of: low, high, or value. side: by its column."""
    bound, bare = bound_of(text)
    if bound:
        return [("low" if bound == "at-least" else "high", bare)]
    if side == "value" and len(ends := _BETWEEN.split(text)) == 2 and all(ends):
        return [("low", ends[0]), ("high", ends[1])]
    return [(side, text)] if text else []


def stricter(one: Limit, other: Limit) -> Limit | None:
    """Give the one of two limits that allows less; None where they cannot be compared."""
    if one == other:
        return one
    if one.kind != other.kind or one.kind not in ("max", "min"):
        return None
    (amount, unit), (against, target) = read_measure(one.texts[0]), read_measure(other.texts[0])
    converted = convert(amount, unit, target)
    if converted is None:
        return None
    return one if (converted <= against) == (one.kind == "max") else other


def _code(figures: Figures, concept: Concept | None) -> Limit | None:
    """Give a rating or a version, where that is what the value is."""
    quantity, written = concept.quantity if concept else None, figures.value or figures.target
    for kind, scalar in (("rating", RATING), ("version", VERSION)):
        if written and (quantity == kind or (kind == "rating" and _CODE.match(written))):
            try:
                scalar.read(written)
            except Unreadable as error:
                raise _refused(error) from error
            return Limit(kind, (written,), kind)
    return None


def _measures(sides: Sequence[Sequence[str]], figures: Figures, notation: Notation) -> list[list[str]]:
    """Write numbers with a decimal point and with their units; an end of a range takes the unit of the other end."""
    exact = Notation(POINT)
    split = [[with_point(text, exact if text in figures.exact else notation) for text in side] for side in sides]
    shared = figures.unit or next((found for side in reversed(split) for _, found in reversed(side) if found), "")
    measures = [[f"{number} {found or shared}".strip() for number, found in side] for side in split]
    for text in (each for side in measures for each in side):
        _check(text)
    return measures


def _check(text: str) -> None:
    try:
        MEASURE.read(text)
    except ValueError as error:
        raise _refused(error) from error


def _refused(error: ValueError) -> NotUnderstood:
    remedy = getattr(error, "remedy", "")
    return NotUnderstood(f"{error}; it was left out.{f' {remedy}' if remedy else ''}")


def _bounded(lows: list[str], highs: list[str], values: list[str], concept: Concept | None) -> tuple[Limit, str]:
    quantity = quantity_of(read_measure((values + lows + highs)[0])[1])
    better = concept.better if concept and _measured_so(concept, quantity) and quantity not in ranges() else None
    if better is Better.MORE:
        return _strictest("max", values + lows or highs, quantity), "" if values + lows else _literally("upper", highs[0])
    if better is Better.LESS:
        return _strictest("min", values + highs or lows, quantity), "" if values + highs else _literally("lower", lows[0])
    if lows and highs:
        return _between(lows[0], highs[0], quantity), ""
    if better is Better.EXACT and values:
        return Limit("equals", (values[0],), quantity), ""
    raise NotUnderstood(_UNDECIDED)


def _between(low: str, high: str, quantity: str | None) -> Limit:
    ends = (MEASURE.read(low), MEASURE.read(high))
    try:
        agree(ends)  # type: ignore[arg-type]  # MEASURE reads measures
    except Unreadable as error:
        raise _refused(error) from error
    return Limit("range", (low, high), quantity)


def _strictest(kind: str, texts: Sequence[str], quantity: str | None) -> Limit:
    """Of what was asked for and what was measured, give what allows less: one sample may do better than every unit has to."""
    limits = [Limit(kind, (text,), quantity) for text in texts]
    return reduce(lambda one, other: stricter(one, other) or one, limits)


def _literally(side: str, text: str) -> str:
    return f'the {side} bound "{text}" alone was taken for what copy may claim; see that every unit reaches it.'


def _measured_so(concept: Concept, quantity: str | None) -> bool:
    return concept.quantity == (quantity or "count")


@cache
def _vocabulary() -> Mapping[str, Concept]:
    return load_vocabulary()


@cache
def _by_name() -> Mapping[str, str]:
    return concepts_by_name(_vocabulary().values())
