"""Every key of capabilities.yaml, declared once: the reader and the published JSON Schema both follow this table."""

from __future__ import annotations

from typing import get_args

from claimlint.manifest.model import CapabilityState, CertificationStatus, GateResult, LimitKind, PolicyStage
from claimlint.manifest.scalars import (
    CAPABILITY,
    DAY,
    FIRMWARE,
    ID,
    MEASURE,
    PATTERN,
    PERCENTAGE,
    PRODUCT,
    RATING,
    STAGE,
    TEXT,
    VALIDATED,
    VERSION,
    YES_OR_NO,
    agree,
    one_of,
)
from claimlint.manifest.shapes import Key, ListOf, Named, Record

_TEXTS = ListOf(TEXT, "a list of texts")
_IDS_OF_PRODUCTS = ListOf(PRODUCT, "the id of a product, or a list of them", one_is_enough=True)

_NAME = Key(TEXT, "The name as people write it; the id with spaces where it is left out.")
_ALIASES = Key(_TEXTS, "Other names by which copy speaks of it.")
_EVIDENCE = Key(_TEXTS, "Test reports and the like: ids, paths or URLs.")
_PRODUCT = Key(_IDS_OF_PRODUCTS, "The product, or several; left out where there is one, or where it holds for all.")

STAGE_RECORD = Record(
    {
        "id": Key(TEXT, "The name of the stage.", required=True),
        "as": Key(
            ListOf(one_of(*get_args(PolicyStage)), "a stage of the built-in policy, or a list of them", one_is_enough=True),
            "The stages of the built-in policy that passing this one satisfies.",
        ),
    },
    "the name of a stage, or {id: lab, as: EVT}",
    short="id",
)

AVAILABILITY = Record(
    {
        "preorder": Key(DAY, "The first day on which it may be pre-ordered."),
        "ships": Key(DAY, "The first day on which it ships."),
        "regions": Key(_TEXTS, "Where it is offered; everywhere where this is left out."),
    },
    "a mapping such as {preorder: 2026-11-01, ships: 2027-02-15}",
)

PRODUCT_RECORD = Record(
    {
        "name": _NAME,
        "aliases": _ALIASES,
        "validated": Key(VALIDATED, "The last gate that the product as a whole has passed."),
        "availability": Key(AVAILABILITY, "When and where it may be offered."),
    },
    "a mapping with name and validated",
)

GATE = Record(
    {
        "result": Key(one_of(*get_args(GateResult)), "How the gate stands.", required=True),
        "date": Key(DAY, "The day on which it was passed or failed."),
        "due": Key(DAY, "The day on which it is expected."),
        "evidence": _EVIDENCE,
        "builds": Key(_TEXTS, "The builds that were tested."),
        "firmware": Key(FIRMWARE, 'The firmware that was tested, such as ">=1.4".'),
        "by": Key(TEXT, "Who waived it."),
        "until": Key(DAY, "The last day on which the waiver holds."),
        "why": Key(TEXT, "Why it was waived."),
    },
    "a mapping such as {result: passed, date: 2026-03-02}",
)

LIMIT = Record(
    {
        "max": Key(MEASURE, "The most that copy may claim: more is better."),
        "min": Key(MEASURE, "The least that copy may claim: lower is better."),
        "equals": Key(MEASURE, "The one true value."),
        "range": Key(
            ListOf(MEASURE, "a list of two such as [-10 C, 45 C]", length=2, check=agree),
            "The interval in which a claimed value or interval must lie.",
        ),
        "rating": Key(RATING, "A rating such as IP67; several codes are a union."),
        "version": Key(VERSION, "The highest version that copy may claim."),
        "condition": Key(TEXT, "The condition under which it was measured."),
        "tolerance": Key(PERCENTAGE, "A percentage by which a claim may go beyond the limit."),
        "disclose": Key(YES_OR_NO, "Whether copy must state the condition near the claim."),
    },
    "a mapping such as {max: 10 h}",
    exactly_one=get_args(LimitKind),
)

WORDING = Record(
    {
        "approved": Key(_TEXTS, "Words that pass while the gate for them is passed."),
        "forbidden": Key(_TEXTS, "Words that copy must not use for it."),
        "requires": Key(_TEXTS, "Words that must stand in the same block or its footnote."),
    },
    "a mapping with approved, forbidden or requires",
)

SCOPE = Record(
    {
        "regions": Key(_TEXTS, "The regions for which the validation holds."),
        "variants": Key(_TEXTS, "The variants for which the validation holds."),
        "firmware": Key(FIRMWARE, 'The firmware for which the validation holds, such as ">=1.4".'),
    },
    "a mapping with regions, variants or firmware",
)

WAIVER = Record(
    {
        "rule": Key(TEXT, "The code or name of the rule that does not apply.", required=True),
        "by": Key(TEXT, "Who decided so."),
        "until": Key(DAY, "The last day on which the waiver holds."),
        "why": Key(TEXT, "The reason.", required=True),
    },
    "a mapping such as {rule: CL202, by: quality team, until: 2027-01-31, why: …}",
)
_WAIVERS = Key(ListOf(WAIVER, "a list of waivers"), "Rules that engineering waives, by whom, until when and why.")

CAPABILITY_RECORD = Record(
    {
        "product": _PRODUCT,
        "name": _NAME,
        "aliases": _ALIASES,
        "concept": Key(TEXT, "The vocabulary entry whose everyday wordings it takes over."),
        "validated": Key(VALIDATED, "The last gate passed: shorthand for `gates`, with which it must agree."),
        "gates": Key(Named(STAGE, GATE, "a mapping of stages to gates"), "Each gate in full."),
        "state": Key(one_of(*get_args(CapabilityState)), "failed and cancelled withdraw the capability altogether."),
        "owner": Key(TEXT, "Who can be asked about it."),
        "evidence": _EVIDENCE,
        "expires": Key(DAY, "After this day it counts as not validated."),
        "limits": Key(Named(ID, LIMIT, "a mapping of names to limits"), "What was measured, by name."),
        "wording": Key(WORDING, "Words that are agreed on, ruled out, or asked for beside the claim."),
        "scope": Key(SCOPE, "Where the validation holds; everywhere where this is left out."),
        "waivers": _WAIVERS,
    },
    "a mapping with name and validated",
)

CERTIFICATION_RECORD = Record(
    {
        "product": _PRODUCT,
        "name": _NAME,
        "aliases": _ALIASES,
        "status": Key(one_of(*get_args(CertificationStatus)), "How the certificate stands.", required=True),
        "id": Key(TEXT, "The number under which it was granted."),
        "expires": Key(DAY, "After this day it counts as expired."),
        "covers": Key(ListOf(CAPABILITY, "a list of ids of capabilities"), "Capabilities that may not be offered without it."),
    },
    "a mapping with name and status",
)

SUBSTANTIATION_RECORD = Record(
    {
        "wording": Key(_TEXTS, "The words that are substantiated."),
        "pattern": Key(PATTERN, "A regular expression for such words."),
        "evidence": Key(_TEXTS, "What substantiates them: ids, paths or URLs.", required=True),
        "until": Key(DAY, "The last day on which the evidence holds."),
    },
    "a mapping with wording and evidence",
)

LOCK = Record(
    {
        "source": Key(TEXT, "The manifest that this is a copy of.", required=True),
        "revision": Key(TEXT, "Its revision in version control."),
        "date": Key(DAY, "The day on which the copy was made.", required=True),
        "sha256": Key(TEXT, "The hash of the source's bytes.", required=True),
        "content": Key(TEXT, "The hash of what the copy says, by which a change made by hand is noticed."),
    },
    "a mapping with source, date and sha256",
)

MANIFEST = Record(
    {
        "version": Key(one_of("1"), "The version of this format: 1.", required=True),
        "lock": Key(LOCK, "Where this copy came from; written by `claimlint manifest lock`."),
        "stages": Key(
            ListOf(STAGE_RECORD, "a list of stages such as [EVT, DVT, PVT, MP]"), "The ladder of gates, lowest first; EVT, DVT, PVT, MP."
        ),
        "products": Key(Named(ID, PRODUCT_RECORD, "a mapping of ids to products", declares="products"), "The products, by id."),
        "capabilities": Key(
            Named(ID, CAPABILITY_RECORD, "a mapping of ids to capabilities", declares="capabilities"), "What the products can do, by id."
        ),
        "certifications": Key(
            Named(ID, CERTIFICATION_RECORD, "a mapping of ids to certifications", declares="certifications"),
            "Certificates and marks, by id.",
        ),
        "not-claimed": Key(_TEXTS, "Promises that the product must not make at all."),
        "substantiation": Key(
            Named(ID, SUBSTANTIATION_RECORD, "a mapping of ids to evidence", declares="substantiation"),
            "Evidence for superlatives, comparisons, absolutes and environmental claims.",
        ),
        "waivers": _WAIVERS,
    },
    'a mapping that begins with "version: 1"',
)
