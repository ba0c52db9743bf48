"""Rendering messages and suggestions: Jinja2 in a sandbox, in which an unknown name is an error and not an empty place."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from claimlint.errors import Problem
from claimlint.rules.corrections import approved_wording, corrected_value
from claimlint.rules.phrases import PhraseBook, load_phrases
from claimlint.rules.situation import Situation
from claimlint.rules.suggestions import wording_for_today

if TYPE_CHECKING:
    from jinja2 import Template
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from claimlint.manifest.model import Place

NAMES: Mapping[str, str] = {
    "claim": "the claim, with all its fields",
    "words": "what the claim says, without markup",
    "name": "the subject's name, or empty",
    "subject": "the subject as the manifest has it, or none",
    "state": "active, failed or cancelled",
    "status": "of a certification: granted, pending, refused, expired",
    "evidence": "ids of the evidence behind the gate that was passed",
    "owner": "the team that owns the capability, or engineering",
    "has": "the last gate that was passed, or none",
    "needs": "the gate that the policy asks for",
    "due": "the day on which that gate is due, or none",
    "day": "the day as of which the copy is judged: that of its publication where it gives one",
    "published": "the day on which the page says that it will be published, or none",
    "lapsed": "the day after which the validation no longer counts, where it is past, or none",
    "channel": "the channel's name",
    "on_channel": 'the channel in words: "on a public page"',
    "strength": "how firmly the claim promises",
    "strengths": "words for each strength: `presented`, `done`",
    "limits": "words for each kind of limit: `beyond`, `called`",
    "value": "the value that goes beyond its limit, or none",
    "limit": "that limit, or none",
    "measured": "that limit, spelled out",
    "orders_open": "the day on which orders for the product open, where it is still to come, or none",
    "ships": "the day from which the product ships, where it is still to come, or none",
    "may_state": "whether facts may be stated on this channel",
    "stating_needs": "the gate that a statement of fact needs on this channel",
    "stating_due": "the day on which that gate is due, or none",
    "lapsed_evidence": "the entry of `substantiation` whose day has passed, where no other speaks for the claim, or none",
    "ruled_out": "the wording that the manifest rules out, as the copy has it, or empty",
    "conditions": "conditions and required wording that stand neither beside the claim nor in a footnote",
    "asked": "all conditions and required wording that the manifest asks for near the claim",
    "outside": "what the claim is made for and its scope leaves out: `what`, `named`, `held`; or none",
    "missing": "names of the certificates that cover what the claim offers and are not granted",
    "contradiction": "what an earlier place says of the same thing: `here`, `there`, `place`, `what`; or none",
    "expired": "what the claim leans on and what no longer holds: each with `what`, `last_day`, `name`",
    "suppression": "what is wrong with a suppression: `what`, `problem`, `rule`, `nearest`, `until`; or none",
    "corrected": "the value that goes beyond its limit, written anew with the validated one, or empty",
    "approved": "the first approved wording, where the forbidden one may be replaced by it, or empty",
    "today": "copy that may stand today, or empty",
    "say": "sentences that rules share: `sources`, `progress`, `plan`, `gate`, `way_out`, `unsubstantiated`",
}
"""Every name that a message or suggestion may use, and what it stands for."""

_IMPORT = '{% import "sentences" as say with context %}'


def render(source: str, names: Mapping[str, object]) -> str:
    """Fill a template and fold all its white space. names: what it may use."""
    return " ".join(_compiled(source).render(names).split())


def names_for(case: Situation, phrases: PhraseBook) -> dict[str, object]:
    """Give everything that a message about this claim may speak of, by the names in `NAMES`."""
    capability = case.capability
    value, limit = case.offending or (None, None)
    return {
        "claim": case.claim,
        "words": case.words,
        "name": case.subject.name if case.subject else "",
        "subject": case.subject,
        "state": capability.state if capability else "active",
        "status": case.certification_status,
        "evidence": evidence_for(case),
        "owner": f"the {capability.owner.removeprefix('the ')}" if capability and capability.owner else "engineering",
        "has": case.validated,
        "needs": case.cell.needs,
        "due": case.due(case.cell.needs),
        "day": case.day,
        "published": case.around.published,
        "lapsed": capability.expires if capability and capability.expires and capability.expires < case.day else None,
        "channel": case.channel,
        "on_channel": case.policy.channels[case.channel].place,
        "strength": case.claim.strength,
        "strengths": phrases.strengths,
        "limits": phrases.limits,
        "value": value,
        "limit": limit,
        "measured": phrases.limit(limit) if limit else "",
        "orders_open": case.dates_ahead.get("preorder"),
        "ships": case.dates_ahead.get("ships"),
        "may_state": case.allows("assertion"),
        "stating_needs": case.gate_for("assertion"),
        "stating_due": case.due(case.gate_for("assertion")),
        "lapsed_evidence": case.lapsed_substantiation,
        "ruled_out": case.claim.block.text[slice(*case.ruled_out)] if case.ruled_out else "",
        "conditions": case.conditions_missing,
        "asked": case.conditions,
        "outside": case.outside,
        "missing": tuple(each.name for each in case.unauthorized),
        "contradiction": case.contradiction,
        "expired": case.expired,
        "suppression": case.suppression,
        "corrected": corrected_value(case, phrases, render),
        "approved": approved_wording(case),
        "today": wording_for_today(case, phrases, render),
    }


def evidence_for(case: Situation) -> tuple[str, ...]:
    """Give the ids of the evidence behind the gate that a capability has passed, then of the capability itself."""
    if case.capability is None:
        return ()
    gate = case.capability.gates.get(case.validated)
    return tuple(dict.fromkeys((*(gate.evidence if gate else ()), *case.capability.evidence)))


def check_template(source: str, place: Place) -> list[Problem]:
    """Say what is wrong with a template before it is used: its syntax, and names that do not exist.

    place: where its text begins; a text of several lines begins on the line below its key.
    """
    from jinja2 import TemplateSyntaxError, meta

    from claimlint.positioned_yaml import nearest

    block = "\n" in source
    try:
        tree = _environment().parse(source)
    except TemplateSyntaxError as error:
        line = place.line + error.lineno if block else place.line
        return [Problem(place.path, line, None if block else place.column, f"is not valid Jinja2: {error.message}.")]
    unknown = sorted(meta.find_undeclared_variables(tree) - set(NAMES))
    return [
        Problem(place.path, place.line, place.column, f'"{name}" is no name that a message may use.', nearest(name, NAMES))
        for name in unknown
    ]


def _listed(items: tuple[str, ...]) -> str:
    """Join as people do: "a", "a and b", "a, b and c"."""
    return " and ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))


def _opening(text: str) -> str:
    """Give a text with its first letter in upper case, all else untouched."""
    return text[:1].upper() + text[1:]


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    from jinja2 import DictLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, loader=DictLoader({"sentences": load_phrases().sentences}))
    environment.filters.update(listed=_listed, opening=_opening)
    return environment


@cache
def _compiled(source: str) -> Template:
    return _environment().from_string(_IMPORT + source if "say." in source else source)
