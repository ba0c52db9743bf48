"""The facts that conditions may ask for: each has a name, a description for rule authors, and the values that it can have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from claimlint.claim import STRENGTHS, Attribution, Bound, Kind, Matched, Polarity
from claimlint.manifest.model import CapabilityState, Certification, CertificationStatus
from claimlint.rules.conditions import FactValue
from claimlint.rules.policy import POLICY_STAGES
from claimlint.rules.qualification import Stated
from claimlint.rules.situation import Situation

Sort = Literal["choice", "scale", "truth", "number", "text", "several"]
"""choice: one of some values; scale: one of some values with an order, lowest first; several: any number of some values."""

_NONE = "none"


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that can be asked of a claim. values: all that it can be, for choice, scale and several; empty where any will do."""

    sort: Sort
    about: str
    read: Callable[[Situation], FactValue]
    values: tuple[str, ...] = ()


class Facts(dict[str, FactValue]):
    """The facts of one claim, each read when it is first asked for."""

    def __init__(self, situation: Situation) -> None:
        super().__init__()
        self._situation = situation

    def __missing__(self, name: str) -> FactValue:
        self[name] = FACTS[name].read(self._situation)
        return self[name]


def _type(case: Situation) -> str:
    return type(case.subject).__name__.lower() if case.subject else _NONE


def _state(case: Situation) -> str:
    return case.capability.state if case.capability else "active"


def _approved(case: Situation) -> bool:
    return bool(case.capability and case.find_in_claim(case.capability.wording.approved))


def _names(certificates: Iterable[Certification]) -> str:
    return "\n".join(name for each in certificates for name in (each.id, each.name, *each.aliases))


def _product_name(case: Situation) -> str:
    product = case.manifest.products.get(case.claim.product or "")
    return product.name if product else ""


FACTS: Mapping[str, Fact] = {
    "claim.kind": Fact("choice", "What sort of claim it is.", lambda case: case.claim.kind, get_args(Kind)),
    "claim.strength": Fact("scale", "How firmly it promises.", lambda case: case.claim.strength, tuple(reversed(STRENGTHS))),
    "claim.polarity": Fact("choice", "Whether it affirms or denies.", lambda case: case.claim.polarity, get_args(Polarity)),
    "claim.attribution": Fact("choice", "Whose words they are.", lambda case: case.claim.attribution, get_args(Attribution)),
    "claim.text": Fact("text", "Its words, without markup.", lambda case: case.words),
    "claim.matched": Fact(
        "choice",
        "What linked it to its subject.",
        lambda case: case.claim.matched or _NONE,
        (*get_args(Matched), _NONE),
    ),
    "claim.score": Fact("number", "How sure that link is, 0 to 1.", lambda case: case.claim.score),
    "subject.type": Fact("choice", "What the claim speaks of.", _type, ("capability", "certification", "product", _NONE)),
    "subject.state": Fact("choice", "The state of a capability; active for all else.", _state, get_args(CapabilityState)),
    "subject.name": Fact(
        "text", "Its name in the manifest, empty where there is no subject.", lambda case: getattr(case.subject, "name", "")
    ),
    "subject.validated": Fact(
        "scale",
        "The highest built-in gate that it has passed, also where the manifest has a ladder of its own.",
        lambda case: case.policy_stage,
        POLICY_STAGES,
    ),
    "policy.met": Fact("truth", "The gate that the policy asks for has been passed.", lambda case: case.allows(case.claim.strength)),
    "policy.needs": Fact("text", "The gate that the policy asks for, in the policy's words.", lambda case: case.needs),
    "policy.has": Fact("text", "The last gate passed, in the words of the manifest's ladder.", lambda case: case.validated),
    "value.beyond": Fact(
        "truth", "A number, rating or version in the claim goes beyond its limit.", lambda case: case.offending is not None
    ),
    "certification.status": Fact(
        "choice",
        "How the certification stands on the day; none where the subject is no certification.",
        lambda case: case.certification_status or _NONE,
        (*get_args(CertificationStatus), _NONE),
    ),
    "certification.known": Fact(
        "truth", "The subject is a certification of the manifest.", lambda case: case.certification_status is not None
    ),
    "channel": Fact("text", "The channel of the document.", lambda case: case.channel),
    "product.name": Fact("text", "The name of the product that the claim is about, empty where it is not known.", _product_name),
    "wording.approved": Fact("truth", "The claim uses a wording which engineering approved for the capability.", _approved),
    "wording.agreed": Fact(
        "truth",
        "The claim uses an approved wording, and the gate for it has been passed.",
        lambda case: _approved(case) and case.allows(case.claim.strength),
    ),
    "wording.forbidden": Fact(
        "truth", "The claim uses a wording which engineering ruled out for the capability.", lambda case: case.forbidden is not None
    ),
    "not-claimed": Fact(
        "truth",
        "The claim makes a promise which the manifest rules out altogether.",
        lambda case: case.not_claimed is not None,
    ),
    "conditions.stated": Fact(
        "choice",
        "Where the conditions stand that the manifest asks for near the claim: beside it, in a footnote, or not all of them in either.",
        lambda case: case.conditions_stated,
        get_args(Stated),
    ),
    "claim.bound": Fact(
        "several",
        'How its numbers are bounded: max for "up to 10 h", min for "at least 10 h".',
        lambda case: tuple(value.bound for value in case.claim.values),
        get_args(Bound),
    ),
    "scope.outside": Fact(
        "choice",
        "What the claim is made for and the scope of its subject leaves out.",
        lambda case: case.outside.what if case.outside else _NONE,
        ("region", "variant", "firmware", _NONE),
    ),
    "authorization.missing": Fact(
        "text",
        "Names of the certificates that cover what the claim offers and are not granted on the day; empty where none is missing.",
        lambda case: _names(case.unauthorized),
    ),
    "authorization.granted": Fact(
        "truth", "No certificate that covers what the claim offers is missing.", lambda case: not case.unauthorized
    ),
    "certificates.granted": Fact(
        "text",
        "Names of all certificates of the claim's product that are granted on the day, whatever the claim speaks of.",
        lambda case: _names(case.certificates(granted=True)),
    ),
    "certificates.missing": Fact(
        "text",
        "Names of the certificates which the manifest lists for the claim's product and which are not granted on the day.",
        lambda case: _names(case.certificates(granted=False)),
    ),
    "notes.text": Fact(
        "text", "All words of the footnotes to which the paragraph of the claim points.", lambda case: "\n".join(case.notes)
    ),
    "product.ships-in": Fact(
        "number", "Days until the claim's product ships; 0 where that is past or not known.", lambda case: float(case.ships_in)
    ),
    "block.text": Fact("text", "All words of the paragraph, item or cell in which the claim stands.", lambda case: case.claim.block.text),
    "document.text": Fact("text", "All copy of the document.", lambda case: case.around.copy),
    "contradicted": Fact(
        "truth", "An earlier place, in this document or another, says otherwise.", lambda case: case.contradiction is not None
    ),
    "expired": Fact(
        "several",
        "What the claim leans on and what no longer holds on the day.",
        lambda case: tuple(part.what for part in case.expired),
        ("capability", "waiver", "certificate", "evidence"),
    ),
    "suppression": Fact(
        "choice",
        "What is wrong with a suppression in the copy; none for promises, which other rules judge.",
        lambda case: case.suppression.what if case.suppression else _NONE,
        ("malformed", "unused", "expired", _NONE),
    ),
    "policy.allows-facts": Fact("truth", "It might be stated as a fact on this channel.", lambda case: case.may_be_stated),
    "substantiation.held": Fact(
        "truth",
        "The manifest names evidence for the words of the claim, and it holds on the day.",
        lambda case: case.substantiated,
    ),
    "availability.named-too-early": Fact(
        "several",
        "The dates of the product which the claim names too early: its own day, month or quarter ends before them.",
        lambda case: case.dates_named_too_early,
        ("preorder", "ships"),
    ),
    "availability.before": Fact(
        "several",
        "The dates of the product which are still to come on the day.",
        lambda case: tuple(case.dates_ahead),
        ("preorder", "ships"),
    ),
}
"""Every fact by its name."""
