"""What the copy may say today instead: the firmest wording that the policy allows and that stays within what was measured."""

from __future__ import annotations

from collections.abc import Callable

from claimlint.claim import STRENGTHS
from claimlint.manifest.model import Capability, Certification, Limit
from claimlint.rules.folding import contains_wording
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


def strongest_allowed(case: Situation, wordings: dict[str, str]) -> str | None:
    """Give the firmest strength that the policy allows and that has a wording, or None."""
    return next((strength for strength in STRENGTHS if strength in wordings and case.allows(strength)), None)


def _wording(case: Situation, phrases: PhraseBook, fill: Fill) -> str:
    capability = case.capability
    if case.subject is None or (capability and capability.state != "active"):
        return ""
    if capability and capability.wording.approved and case.allows("assertion"):
        return capability.wording.approved[0]
    limit, speaks_for_itself = _limit(case, capability) if capability else (None, False)
    shape = limit.kind if limit else "feature" if capability else "product"
    templates = dict(phrases.suggestions[shape])
    named = templates.pop("named")
    strength = strongest_allowed(case, templates)
    if strength is None:
        return ""
    words = {"name": case.subject.name, "limit": phrases.limit(limit) if limit else ""}
    phrase = fill(templates[strength], words)
    if not speaks_for_itself:
        phrase = fill(named, {**words, "phrase": phrase})
    conditions = _conditions(capability, limit)
    return fill(phrases.with_conditions, {"phrase": phrase, "conditions": ", ".join(conditions)}) if conditions else phrase


def _certification_wording(case: Situation, phrases: PhraseBook, fill: Fill) -> str:
    """A granted certificate may be named, a pending one called pending; of any other nothing may be said."""
    strength = {"granted": "assertion", "pending": "intent"}.get(case.certification_status or "")
    template = phrases.suggestions["certification"][strength] if strength else ""
    return fill(template, {"name": case.subject.name if case.subject else ""})


def _limit(case: Situation, capability: Capability) -> tuple[Limit | None, bool]:
    """Choose the limit to speak of: the offending one, else the first that the claim gives a value for, else the only one there is.

    The second part of the answer: whether a wording that gives only the value takes the place of the claim's; a bare count
    must say what it counts.
    """
    if case.offending:
        return case.offending[1], case.offending[1].unit != ""
    if case.measured:
        return case.measured[0][1], case.measured[0][1].unit != ""
    limits = tuple(capability.limits.values())
    return (limits[0] if len(limits) == 1 else None), False


def _conditions(capability: Capability | None, limit: Limit | None) -> tuple[str, ...]:
    """What must stand near the wording: the condition of the measurement where it must be disclosed, and required wording."""
    disclosed = (limit.condition,) if limit and limit.disclose and limit.condition else ()
    return (*disclosed, *(capability.wording.requires if capability else ()))
