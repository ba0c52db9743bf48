"""From fields as read to the values of the model; what could not be read is left at its default, a problem has been noted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import get_args

from claimlint.manifest.model import (
    NONE,
    Availability,
    Capability,
    Certification,
    Gate,
    Limit,
    LimitKind,
    Lock,
    Measure,
    Product,
    RuleWaiver,
    Scope,
    Substantiation,
    Wording,
)
from claimlint.manifest.reading import Fields

_LIMIT_KINDS: tuple[LimitKind, ...] = get_args(LimitKind)


def _name(identifier: str, fields: Fields) -> str:
    return str(fields.get("name", identifier.replace("-", " ")))


def product(identifier: str, fields: Fields) -> Product:
    """Make a product from its id and its fields."""
    availability = fields.get("availability")
    return Product(
        id=identifier,
        name=_name(identifier, fields),
        aliases=fields.get("aliases", ()),
        validated=fields.get("validated", NONE),
        place=fields.place,
        availability=None if availability is None else _availability(availability),
    )


def _availability(fields: Fields) -> Availability:
    return Availability(fields.get("preorder"), fields.get("ships"), fields.get("regions", ()))


def capability(identifier: str, fields: Fields) -> Capability:
    """Make a capability from its id and its fields."""
    return Capability(
        id=identifier,
        products=fields.get("product", ()),
        name=_name(identifier, fields),
        aliases=fields.get("aliases", ()),
        validated=fields.get("validated", NONE),
        place=fields.place,
        concept=fields.get("concept"),
        gates=gates(fields),
        state=fields.get("state", "active"),
        owner=fields.get("owner"),
        evidence=fields.get("evidence", ()),
        expires=fields.get("expires"),
        limits={name: limit for name, entry in fields.get("limits", {}).items() for limit in _limit(name, entry)},
        wording=_wording(fields.get("wording")),
        scope=_scope(fields.get("scope")),
    )


def gates(fields: Fields) -> Mapping[str, Gate]:
    """Give the gates of a capability by stage."""
    return {stage: _gate(stage, entry) for stage, entry in fields.get("gates", {}).items()}


def _gate(stage: str, fields: Fields) -> Gate:
    return Gate(
        stage=stage,
        result=fields.get("result", "planned"),
        day=fields.get("date"),
        due=fields.get("due"),
        evidence=fields.get("evidence", ()),
        builds=fields.get("builds", ()),
        firmware=fields.get("firmware"),
        by=fields.get("by"),
        until=fields.get("until"),
        why=fields.get("why"),
    )


def _limit(name: str, fields: Fields) -> Iterator[Limit]:
    """Give the one limit that the fields make; nothing where they hold none that is readable."""
    kind = next((kind for kind in _LIMIT_KINDS if kind in fields.values), None)
    if kind is None:
        return
    value = fields.get(kind)
    ends: tuple[Measure | None, Measure | None] = value if kind == "range" else (None, None)
    yield Limit(
        name=name,
        kind=kind,
        measure=value if isinstance(value, Measure) else None,
        low=ends[0],
        high=ends[1],
        code=value if isinstance(value, str) else None,
        condition=fields.get("condition"),
        tolerance=fields.get("tolerance", 0.0),
        disclose=fields.get("disclose", False),
    )


def _wording(fields: Fields | None) -> Wording:
    if fields is None:
        return Wording()
    return Wording(fields.get("approved", ()), fields.get("forbidden", ()), fields.get("requires", ()))


def _scope(fields: Fields | None) -> Scope:
    if fields is None:
        return Scope()
    return Scope(fields.get("regions", ()), fields.get("variants", ()), fields.get("firmware"))


def certification(identifier: str, fields: Fields) -> Certification:
    """Make a certification from its id and its fields."""
    return Certification(
        id=identifier,
        products=fields.get("product", ()),
        name=_name(identifier, fields),
        aliases=fields.get("aliases", ()),
        status=fields.get("status", "pending"),
        place=fields.place,
        identifier=fields.get("id"),
        expires=fields.get("expires"),
        covers=fields.get("covers", ()),
    )


def substantiation(identifier: str, fields: Fields) -> Substantiation:
    """Make an entry of evidence from its id and its fields."""
    return Substantiation(
        id=identifier,
        wording=fields.get("wording", ()),
        pattern=fields.get("pattern"),
        evidence=fields.get("evidence", ()),
        place=fields.place,
        until=fields.get("until"),
    )


def lock(fields: Fields) -> Lock:
    """Make the header of a travelling copy from its fields, which must be sound."""
    return Lock(fields.get("source"), fields.get("revision"), fields.get("date"), fields.get("sha256"))


def rule_waivers(subject: str | None, fields: Fields) -> tuple[RuleWaiver, ...]:
    """Give the rules that an entry, or the whole manifest where subject is None, waives."""
    waived = fields.get("waivers", ())
    return tuple(
        RuleWaiver(entry.get("rule"), subject, entry.place, entry.get("by"), entry.get("until"), entry.get("why")) for entry in waived
    )
