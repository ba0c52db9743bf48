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
    """What a row says in figures, as written. unit: for those that bring none. exact: those whose decimal sign is beyond doubt, a point."""

    value: str = ""
    low: str = ""
    high: str = ""
    unit: str = ""
    exact: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        """All of it in a line, for comments."""
        named = (("", self.value), ("min ", self.low), ("max ", self.high))
        return ", ".join(f"{name}{text} {self.unit}".strip() for name, text in named if text)


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
    low, high, value = figures.low, figures.high, figures.value
    bound, bare = bound_of(value)
    if bound == "at-least":
        low, value = low or bare, ""
    elif bound == "at-most":
        high, value = high or bare, ""
    elif value and len(ends := _BETWEEN.split(value)) == 2 and all(ends):
        low, high, value = ends[0], ends[1], ""
    return _bounded(*_measures((low, high, value), figures, notation), concept)


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
    quantity = concept.quantity if concept else None
    for kind, scalar in (("rating", RATING), ("version", VERSION)):
        if figures.value and (quantity == kind or (kind == "rating" and _CODE.match(figures.value))):
            try:
                scalar.read(figures.value)
            except Unreadable as error:
                raise _refused(error) from error
            return Limit(kind, (figures.value,), kind)
    return None


def _measures(texts: tuple[str, str, str], figures: Figures, notation: Notation) -> tuple[str, str, str]:
    """Write numbers with a decimal point and with their units; an end of a range takes the unit of the other end."""
    exact = Notation(POINT)
    split = [with_point(text, exact if text in figures.exact else notation) if text else ("", "") for text in texts]
    shared = figures.unit or next((found for _, found in reversed(split) if found), "")
    low, high, value = (f"{number} {found or shared}".strip() if number else "" for number, found in split)
    for text in (low, high, value):
        if text:
            _check(text)
    return low, high, value


def _check(text: str) -> None:
    try:
        MEASURE.read(text)
    except ValueError as error:
        raise _refused(error) from error


def _refused(error: ValueError) -> NotUnderstood:
    remedy = getattr(error, "remedy", "")
    return NotUnderstood(f"{error}; it was left out.{f' {remedy}' if remedy else ''}")


def _bounded(low: str, high: str, value: str, concept: Concept | None) -> tuple[Limit, str]:
    quantity = quantity_of(read_measure(value or low or high)[1])
    better = concept.better if concept and _measured_so(concept, quantity) and quantity not in ranges() else None
    if better is Better.MORE and (value or low or high):
        return _strictest("max", (value, low) if value or low else (high,), quantity), "" if value or low else _literally("upper", high)
    if better is Better.LESS:
        return _strictest("min", (value, high) if value or high else (low,), quantity), "" if value or high else _literally("lower", low)
    if low and high:
        return _between(low, high, quantity), ""
    if better is Better.EXACT and value:
        return Limit("equals", (value,), quantity), ""
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
    limits = [Limit(kind, (text,), quantity) for text in texts if text]
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
