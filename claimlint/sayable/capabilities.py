"""What may be said of one capability on a channel, until when, and what comes next; or why nothing may be said of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date, timedelta

from claimlint.briefing import LastDay, Number, Permission, Refusal, Step, Waived
from claimlint.claim import STRENGTHS, Strength
from claimlint.manifest.ladder import expired_parts, gates_missing
from claimlint.manifest.model import Capability
from claimlint.rules.entitlement import Entitlement
from claimlint.rules.messages import render
from claimlint.rules.phrases import load_phrases
from claimlint.rules.suggestions import approved_wordings, plain_wording, strongest_allowed, value_in_words, wording_of


def permission(entitled: Entitlement, covered: Collection[str]) -> Permission | None:
    """Say what may be said of a capability, None where nothing may. covered: names of capabilities that need a notice."""
    capability, strength = entitled.capability, entitled.firmest
    if capability is None or strength is None:
        return None
    return Permission(
        subject=capability.id,
        name=capability.name,
        strength=strength,
        wordings=_wordings(entitled, capability),
        approved=bool(approved_wordings(entitled)),
        numbers=tuple(_numbers(capability)),
        requires=capability.wording.requires,
        forbidden=capability.wording.forbidden,
        regions=capability.scope.regions,
        variants=capability.scope.variants,
        firmware=capability.scope.firmware,
        last_day=_last_day(entitled, capability, strength),
        lapsed=_lapsed(entitled, capability),
        steps=tuple(_steps(entitled, capability)),
        # Softer words than a statement of fact offer nothing yet.
        needs_notice=capability.name in covered and entitled.may_be_stated,
        waived=tuple(_waived(entitled, capability)),
        owner=capability.owner,
    )


def refusal(entitled: Entitlement) -> Refusal | None:
    """Say why nothing may be said of a capability, None where something may."""
    capability = entitled.capability
    if capability is None or entitled.firmest is not None:
        return None
    waived = tuple(_waived(entitled, capability))
    found = Refusal(capability.id, capability.name, "no-gate", waived=waived, owner=capability.owner)
    if capability.state != "active":
        return replace(found, obstacle=capability.state)
    if lapsed := _lapsed(entitled, capability):
        return replace(found, obstacle="lapsed", day=lapsed)
    found = replace(found, steps=tuple(_steps(entitled, capability)))
    for part in expired_parts(entitled.manifest, capability, entitled.day):
        if part.what == "waiver" and part.name in capability.gates:  # a rule may be waived as well
            return replace(found, obstacle="waiver-lapsed", day=part.last_day, gate=part.name)
    return found


def _wordings(entitled: Entitlement, capability: Capability) -> tuple[str, ...]:
    """Give copy that may stand: approved words, else a wording for each limit, after one without a number where that may be firmer."""
    approved, phrases = approved_wordings(entitled), load_phrases()
    if approved:
        return approved
    plain = strongest_allowed(entitled, phrases.suggestions["feature"])
    numbered = strongest_allowed(entitled, phrases.suggestions["named-value"]) if capability.limits else None
    found = [wording_of(entitled, phrases, render, limit) for limit in capability.limits.values()]
    if plain != numbered:
        found.insert(0, plain_wording(entitled, phrases, render))
    return tuple(dict.fromkeys(filter(None, found)))


def _numbers(capability: Capability) -> Iterator[Number]:
    phrases = load_phrases()
    for limit in capability.limits.values():
        # What follows here is the limit's own name.
        holds_name = "holds-name" in phrases.limits[limit.kind]
        value = phrases.limit(limit) if holds_name else value_in_words(capability, limit, phrases, render)
        # Every "up to" says when it is reached: see `conditions_asked`.
        yield Number(limit.name, value, limit.condition, bool(limit.condition) and (limit.disclose or limit.kind == "max"))


def _last_day(entitled: Entitlement, capability: Capability, strength: Strength) -> LastDay | None:
    """Give the first day after which less may be said than today: the validation lapses, or the waiver of a gate."""
    days = [LastDay(capability.expires)] if capability.expires else []
    days += [LastDay(gate.until, gate.stage) for gate in capability.gates.values() if gate.result == "waived" and gate.until]
    ahead = sorted((each for each in days if each.day >= entitled.day), key=lambda each: each.day)
    return next((each for each in ahead if _softens(entitled, each.day, strength)), None)


def _softens(entitled: Entitlement, last_day: date, strength: Strength) -> bool:
    after = replace(entitled, day=last_day + timedelta(days=1)).firmest if last_day < date.max else strength
    return after is None or STRENGTHS.index(after) > STRENGTHS.index(strength)


def _waived(entitled: Entitlement, capability: Capability) -> Iterator[Waived]:
    """Yield the waivers of rules for a capability that hold on the day."""
    for each in entitled.manifest.waivers:
        if each.subject == capability.id and (each.until is None or entitled.day <= each.until):
            yield Waived(each.rule, each.by, each.until, each.why)


def _lapsed(entitled: Entitlement, capability: Capability) -> date | None:
    """Give the last day of a validation that has lapsed; None of one that holds."""
    return capability.expires if capability.expires and capability.expires < entitled.day else None


def _steps(entitled: Entitlement, capability: Capability) -> Iterator[Step]:
    """Yield what each gate to come makes possible, up to a statement of fact; where facts may be stated, the guarantee.

    Of a validation that has lapsed the gates say nothing any more.
    """
    if _lapsed(entitled, capability):
        return
    found: dict[str, Step] = {}
    for strength in reversed(STRENGTHS):
        if entitled.allows(strength):
            continue
        missing = gates_missing(entitled.manifest, capability, entitled.gate_for(strength), entitled.day)
        if missing:
            results = [capability.gates[stage].result for stage in missing if stage in capability.gates]
            last = capability.gates.get(missing[-1])
            found[missing[-1]] = Step(strength, missing[-1], last.due if last else None, "failed" in results)
        if strength in ("assertion", "guarantee") and found:
            break
    yield from found.values()
