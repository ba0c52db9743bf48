"""What copy may say today: the firmest wording that the policy allows and that stays within what was measured."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from claimlint.claim import STRENGTHS, Strength
from claimlint.folding import contains_wording
from claimlint.manifest.model import Capability, Certification, Limit
from claimlint.rules.entitlement import Entitlement
from claimlint.rules.phrases import PhraseBook
from claimlint.rules.situation import Situation

Fill = Callable[[str, dict[str, str]], str]
"""Fills a template: its source, the names in it, the text that comes out."""


def wording_for_today(case: Situation, phrases: PhraseBook, fill: Fill) -> str:
    """Give copy that may stand in place of a claim on its channel on the day, or "" where nothing may be promised.

    It speaks of the limit that the claim goes beyond, else of the first that the claim gives a value for.
    """
    spoken_of = case.offending or next(iter(case.measured), None)
    if spoken_of is None:
        return wording_of(case.entitlement, phrases, fill)
    # A value takes the place of the claim's own; where it is a bare count, the name goes with it.
    return wording_of(case.entitlement, phrases, fill, spoken_of[1], named=spoken_of[1].unit == "")


def wording_of(entitled: Entitlement, phrases: PhraseBook, fill: Fill, limit: Limit | None = None, *, named: bool = True) -> str:
    """Give copy that may stand on a channel on the day, or "" where nothing may be promised.

    limit: the one to speak of; None leaves it to the wording, which names the only one there is. named: say what the limit is of.
    Wording that engineering approved comes first, as soon as facts may be stated. Wording that the manifest rules out is never
    given.
    """
    approved = approved_wordings(entitled)
    if approved:
        return approved[0]
    if isinstance(entitled.subject, Certification):
        return _unless_ruled_out(entitled, _certification_wording(entitled, phrases, fill))
    if limit is None and entitled.capability and len(entitled.capability.limits) == 1:
        (limit,) = entitled.capability.limits.values()
    if limit:
        return _unless_ruled_out(entitled, _value_wording(entitled, phrases, fill, limit, "named-value" if named else "value"))
    return plain_wording(entitled, phrases, fill)


def approved_wordings(entitled: Entitlement) -> tuple[str, ...]:
    """Give the wordings that engineering approved for a capability, as soon as facts may be stated; none that is ruled out."""
    capability = entitled.capability
    if capability is None or capability.state != "active" or not entitled.allows("assertion"):
        return ()
    return tuple(wording for wording in capability.wording.approved if _unless_ruled_out(entitled, wording))


def plain_wording(entitled: Entitlement, phrases: PhraseBook, fill: Fill) -> str:
    """Give copy that names a capability or product and no number of it, or "" where nothing may be promised."""
    shape = "feature" if entitled.capability else "product"
    return _unless_ruled_out(entitled, _wording(entitled, phrases, fill, shape))


def value_in_words(capability: Capability, limit: Limit, phrases: PhraseBook, fill: Fill) -> str:
    """Give what was measured as copy would give it: "up to 10 hours", "as little as 3 hours", "Bluetooth 5.3"."""
    return fill(phrases.limits[limit.kind]["value"], {"name": capability.name, "limit": phrases.limit(limit)})


def strongest_allowed(entitled: Entitlement, wordings: Mapping[str, str]) -> Strength | None:
    """Give the firmest strength that the policy allows and that has a wording, or None."""
    return next((strength for strength in STRENGTHS if strength in wordings and entitled.allows(strength)), None)


def _unless_ruled_out(entitled: Entitlement, found: str) -> str:
    ruled_out = (*entitled.manifest.not_claimed, *(entitled.capability.wording.forbidden if entitled.capability else ()))
    return "" if any(contains_wording(found, wording) for wording in ruled_out) else found


def _value_wording(entitled: Entitlement, phrases: PhraseBook, fill: Fill, limit: Limit, shape: str) -> str:
    capability = entitled.capability
    if capability is None:
        return ""
    words = {"limit": phrases.limit(limit), "value": value_in_words(capability, limit, phrases, fill)}
    shape = "value" if "holds-name" in phrases.limits[limit.kind] else shape
    return _wording(entitled, phrases, fill, shape, words, limit)


def _wording(
    entitled: Entitlement, phrases: PhraseBook, fill: Fill, shape: str, words: Mapping[str, str] | None = None, limit: Limit | None = None
) -> str:
    if entitled.subject is None or (entitled.capability and entitled.capability.state != "active"):
        return ""
    templates = phrases.suggestions[shape]
    strength = strongest_allowed(entitled, templates)
    phrase = fill(templates[strength], {"name": entitled.subject.name, "limit": "", **(words or {})}) if strength else ""
    conditions = _conditions(entitled.capability, limit) if phrase else ()
    return fill(phrases.with_conditions, {"phrase": phrase, "conditions": ", ".join(conditions)}) if conditions else phrase


def _certification_wording(entitled: Entitlement, phrases: PhraseBook, fill: Fill) -> str:
    """A granted certificate may be named, a pending one called pending; of any other nothing may be said."""
    strength = {"granted": "assertion", "pending": "intent"}.get(entitled.certification_status or "")
    template = phrases.suggestions["certification"][strength] if strength else ""
    return fill(template, {"name": entitled.subject.name if entitled.subject else ""})


def _conditions(capability: Capability | None, limit: Limit | None) -> tuple[str, ...]:
    """What must stand near the wording: the condition of the measurement where it must be disclosed, and required wording.

    A greatest value is suggested as "up to", which always names its condition.
    """
    disclosed = (limit.condition,) if limit and limit.condition and (limit.disclose or limit.kind == "max") else ()
    return (*disclosed, *(capability.wording.requires if capability else ()))
