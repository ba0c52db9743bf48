"""Words that may take the place of a claim's own without anybody looking: never firmer, never more than was validated."""

from __future__ import annotations

import re
from collections.abc import Callable

from claimlint.claim import Value
from claimlint.manifest.model import Limit
from claimlint.rules.phrases import PhraseBook
from claimlint.rules.situation import Situation

_NUMBER_BEFORE_UNIT = re.compile(r"\d[\d.,]*-(?P<unit>[A-Za-z]+)\Z")
"""A number that is joined to its unit: "14-day", as in "14-day battery"."""
_CODE = re.compile(r"\d+(?:\.\d+)*")


def corrected_value(case: Situation, phrases: PhraseBook, fill: Callable[[str, dict[str, str]], str]) -> str:
    """Write the value that goes beyond its limit anew, with the validated one; "" where that cannot be done by words alone.

    A claim that says "up to" goes on saying so, one that says "over" comes to say "up to". A value of several parts, such as a
    range, is left to a person.
    """
    if case.offending is None:
        return ""
    value, limit = case.offending
    held = phrases.limit(limit)
    if limit.kind == "rating":
        return held if value.rating and value.text.strip() == value.rating else ""
    if limit.kind == "version":
        return _with_version(value, limit)
    joined = _NUMBER_BEFORE_UNIT.search(value.text)
    if joined and limit.kind in ("max", "min"):
        return "-".join(held.split()).removesuffix("s")
    if value.to is not None or limit.kind not in ("max", "min", "equals"):
        return ""
    exact = value.bound == "exact" and not value.strict
    return held if exact or limit.kind == "equals" else fill(phrases.limits[limit.kind]["value"], {"name": "", "limit": held})


def approved_wording(case: Situation) -> str:
    """Give the first wording that engineering approved for the capability, where facts may be stated on the channel; else ""."""
    approved = case.capability.wording.approved if case.capability else ()
    return approved[0] if approved and case.may_be_stated and case.capability and case.capability.state == "active" else ""


def _with_version(value: Value, limit: Limit) -> str:
    codes = _CODE.findall(value.text)
    return value.text.replace(codes[0], limit.code or "") if len(codes) == 1 and _CODE.fullmatch(limit.code or "") else ""
