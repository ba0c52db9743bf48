"""Words that may take the place of a claim's own without anybody looking: never firmer, never more than was validated."""

from __future__ import annotations

import re
from collections.abc import Callable

from claimlint.claim import Value
from claimlint.manifest.model import Limit
from claimlint.rules.phrases import PhraseBook
from claimlint.rules.restating import clipped, numbers_in, restated
from claimlint.rules.situation import Situation
from claimlint.units import quantity_of

_JOINED = re.compile(r"\d[\d.,]*[-‑](?P<unit>[A-Za-z]+)\Z")
"""A number that is joined to its unit: "14-day", as in "14-day battery"."""
_CODE = re.compile(r"(?<![\w.])\d+(?:\.\d+)*[A-Za-z]?(?![\w.])")
_NEEDED = re.compile(r"exceed|(?:to )?within\b|supports|limited|capped", re.IGNORECASE)
"""Words around a number without which the sentence has no verb or no preposition: nothing may take their place."""
_GLUED = re.compile(r"\w[-‑–/]?\Z")
_BY_OR_NOT = re.compile(r"\b(?:by|not|than|n't)\s+(?:\w+\s+)?\Z", re.IGNORECASE)
"""Words before a number which make it a difference, or deny it: "drops by 14 hours", "not 14 hours but 12"."""
_GOES_ON = re.compile(r"\s*(?:and\s+)?[\d½¼¾]|\s+\w+\s+than\b")
"""Words behind a value that make another one of it: "14 hours and 30 minutes", "4 hours longer than before"."""

Fill = Callable[[str, dict[str, str]], str]
"""Fills a template: its source, the names in it, the text that comes out."""


def corrected_value(case: Situation, phrases: PhraseBook, fill: Fill) -> str:
    """Write the value that goes beyond its limit anew, with the validated one; "" where that cannot be done by words alone.

    The copy's unit and its way of writing numbers stay where the validated value can be written so. A claim that says "up to"
    goes on saying it, one that says "over" comes to say "up to". Of a range only the end that reaches too far changes.
    """
    if case.offending is None or _is_entangled(case, case.offending[0]):
        return ""
    value, limit = case.offending
    writers = {"rating": _with_rating, "version": _with_version, "range": _within}
    words = writers[limit.kind](value, limit) if limit.kind in writers else _measured(value, limit, phrases, fill)
    return "" if words == value.text else capitalised_as(words, value.text)


def _is_entangled(case: Situation, value: Value) -> bool:
    """Tell whether a value is part of a comparison, of a name or of a longer value, so that it cannot be changed by itself."""
    text = case.claim.block.text
    start, stop = case.claim.block.source_map.text_range(value.start, value.end)
    unit_alone = case.claim.matched == "unit" and not case.claim.block.row_header
    if unit_alone or _BY_OR_NOT.search(text[:start]):
        return True
    alone = sum(other.limit == value.limit for other in case.claim.values) == 1
    return not alone or _GLUED.search(text[:start]) is not None or _GOES_ON.match(text, stop) is not None


def approved_wording(case: Situation) -> str:
    """Give the first wording that engineering approved for the capability, in place of a forbidden one of its own; else "".

    Facts must be allowed on the channel. A capital at the start of the forbidden wording stays.
    """
    capability = case.capability
    if capability is None or case.forbidden is None or not capability.wording.approved:
        return ""
    if not case.may_be_stated or capability.state != "active":
        return ""
    return capitalised_as(capability.wording.approved[0], case.claim.block.text[slice(*case.forbidden)])


def capitalised_as(words: str, before: str) -> str:
    """Give words with a capital at their start, where those before had one and they have a small letter."""
    return words[:1].upper() + words[1:] if before[:1].isupper() and words[:1].islower() else words


def _measured(value: Value, limit: Limit, phrases: PhraseBook, fill: Fill) -> str:
    """Write a value anew that is held against a greatest, a least or the one true value.

    "Less than" of what should be much is said with a denial around it; "never less than" is left to a person. So is a number below
    the one true value: that would claim more.
    """
    if limit.measure is None or value.amount is None or _NEEDED.match(value.text) or (value.strict and value.bound == limit.kind):
        return ""
    if limit.kind == "equals" and value.amount < limit.measure.amount:
        return ""
    if value.to is not None:
        return clipped(value, limit)
    found, plain = restated(value, limit.measure), value.bound == "exact" and not value.strict
    if found and (plain or value.bound == limit.kind):
        return found.in_its_words
    core = found.bare if found else _spelled(value, limit, phrases)
    in_words = core and not plain and limit.kind != "equals"
    return fill(phrases.limits[limit.kind]["value"], {"name": "", "limit": core}) if in_words else core


def _spelled(value: Value, limit: Limit, phrases: PhraseBook) -> str:
    """Write a stretch of time in the limit's own unit.

    All else is left to a person: other measures, of which people choose the unit with care, bare counts, values of several
    numbers or without a unit, and times in one word ("all-day").
    """
    numbers = numbers_in(value.text)
    if quantity_of(limit.unit or "") != "time" or len(numbers) > 1 or (numbers and value.text.endswith(numbers[-1])):
        return ""
    held = phrases.limit(limit)
    if _JOINED.search(value.text):
        return "-".join(held.split()).removesuffix("s")
    return "" if value.bound == "approx" and not numbers else held


def _within(value: Value, limit: Limit) -> str:
    """Write a value anew that lies outside a range: the end of the range which it goes past takes its place."""
    if value.to is not None:
        return clipped(value, limit)
    if limit.low is None or limit.high is None or value.amount is None:
        return ""
    end = limit.low if value.amount < limit.low.amount else limit.high
    found = restated(value, end)
    return found.in_its_words if found else ""


def _with_rating(value: Value, limit: Limit) -> str:
    return (limit.code or "") if value.rating and value.text.strip() == value.rating else ""


def _with_version(value: Value, limit: Limit) -> str:
    codes = list(_CODE.finditer(value.text))
    if len(codes) != 1 or not _CODE.fullmatch(limit.code or ""):
        return ""
    (code,) = codes
    if code.group() == value.text and not ("." in value.text and "." in (limit.code or "")):
        return ""  # a number without a name or a point may be anything
    return f"{value.text[: code.start()]}{limit.code}{value.text[code.end() :]}"
