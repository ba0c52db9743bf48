"""Words that may take the place of a claim's own without anybody looking: never firmer, never more than was validated."""

from __future__ import annotations

import re
from collections.abc import Callable

from claimlint.claim import Value
from claimlint.manifest.model import Limit
from claimlint.rules.phrases import PhraseBook
from claimlint.rules.restating import Restated, clipped, restated
from claimlint.rules.situation import Situation

_JOINED = re.compile(r"\d[\d.,]*[-‑](?P<unit>[A-Za-z]+)\Z")
"""A number that is joined to its unit: "14-day", as in "14-day battery"."""
_CODE = re.compile(r"(?<![\w.])\d+(?:\.\d+)*[A-Za-z]?(?![\w.])")
_VERB = re.compile(r"exceed", re.IGNORECASE)
"""Where the words around the number are the verb of the clause, nothing but a verb can take their place."""

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
    """Tell whether a value is part of a comparison or of a longer one, so that it cannot be changed by itself."""
    _, stop = case.claim.block.source_map.text_range(value.start, value.end)
    alone = sum(other.limit == value.limit for other in case.claim.values) == 1
    return not alone or _GOES_ON.match(case.claim.block.text, stop) is not None


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

    "Less than" of what should be much is said with a denial around it; "never less than" is left to a person.
    """
    if limit.measure is None or _VERB.match(value.text) or (value.strict and value.bound == limit.kind):
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
    """Write the limit in its own unit; a bare count and a stretch of time in one word ("all-day") are left to a person."""
    held = phrases.limit(limit)
    if _JOINED.search(value.text):
        return "-".join(held.split()).removesuffix("s")
    return "" if not limit.unit or (value.bound == "approx" and not Restated.has_number(value.text)) else held


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
    return f"{value.text[: code.start()]}{limit.code}{value.text[code.end() :]}"
