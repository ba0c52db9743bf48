"""What the copy may say today instead: the firmest wording that the policy allows and that stays within what was measured."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from claimlint.claim import STRENGTHS
from claimlint.folding import contains_wording
from claimlint.manifest.model import Capability, Certification, Limit
from claimlint.rules.phrases import PhraseBook
from claimlint.rules.situation import Situation

Fill = Callable[[str, dict[str, str]], str]
"""Fills a template: its source, the names in it, the text that comes out."""


def wording_for_today(case: Situation, phrases: PhraseBook, fill: Fill) -> str:
    """Give copy that may stand on the claim's channel on the day, or "" where nothing may be promised.

    Wording that engineering approved comes first, as soon as facts may be stated. Wording that the manifest rules out is
    never suggested.
    """
    found = _certification_wording(case, phrases, fill) if isinstance(case.subject, Certification) else _wording(case, phrases, fill)
    ruled_out = (*case.manifest.not_claimed, *(case.capability.wording.forbidden if case.capability else ()))
    return "" if any(contains_wording(found, wording) for wording in ruled_out) else found


def strongest_allowed(case: Situation, wordings: Mapping[str, str]) -> str | None:
    """Give the firmest strength that the policy allows and that has a wording, or None."""
    return next((strength for strength in STRENGTHS if strength in wordings and case.allows(strength)), None)


def _wording(case: Situation, phrases: PhraseBook, fill: Fill) -> str:
    capability = case.capability
    if case.subject is None or (capability and capability.state != "active"):
        return ""
    if capability and capability.wording.approved and case.allows("assertion"):
        return capability.wording.approved[0]
    limit, shape = _limit(case, capability) if capability else (None, "product")
    words = {"name": case.subject.name, "limit": phrases.limit(limit) if limit else ""}
    if limit:
        words["value"] = fill(phrases.limits[limit.kind]["value"], words)
        shape = "value" if "holds-name" in phrases.limits[limit.kind] else shape
    templates = phrases.suggestions[shape]
    strength = strongest_allowed(case, templates)
    phrase = fill(templates[strength], words) if strength else ""
    conditions = _conditions(capability, limit) if phrase else ()
    return fill(phrases.with_conditions, {"phrase": phrase, "conditions": ", ".join(conditions)}) if conditions else phrase


def _certification_wording(case: Situation, phrases: PhraseBook, fill: Fill) -> str:
    """A granted certificate may be named, a pending one called pending; of any other nothing may be said."""
    strength = {"granted": "assertion", "pending": "intent"}.get(case.certification_status or "")
    template = phrases.suggestions["certification"][strength] if strength else ""
    return fill(template, {"name": case.subject.name if case.subject else ""})


def _limit(case: Situation, capability: Capability) -> tuple[Limit | None, str]:
    """Choose the limit to speak of: the offending one, else the first that the claim gives a value for, else the only one there is.

    The second part of the answer is the shape of the wording. A value takes the place of the claim's own; where the claim has
    none, or where it is a bare count, the name goes with it.
    """
    spoken_of = case.offending or next(iter(case.measured), None)
    if spoken_of:
        return spoken_of[1], "named-value" if spoken_of[1].unit == "" else "value"
    limits = tuple(capability.limits.values())
    return (limits[0], "named-value") if len(limits) == 1 else (None, "feature")


def _conditions(capability: Capability | None, limit: Limit | None) -> tuple[str, ...]:
    """What must stand near the wording: the condition of the measurement where it must be disclosed, and required wording.

    A greatest value is suggested as "up to", which always names its condition.
    """
    disclosed = (limit.condition,) if limit and limit.condition and (limit.disclose or limit.kind == "max") else ()
    return (*disclosed, *(capability.wording.requires if capability else ()))
