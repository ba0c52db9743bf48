"""Which findings a claim raises: the policy, and what takes precedence over what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from claimlint.claim import LANGUAGE_KINDS, STRENGTHS, Reading, Value
from claimlint.document import Block, BlockKind, Document, Slice, Source, SourceMap
from claimlint.errors import InputError
from claimlint.finding import PolicyCell
from claimlint.rules.engine import judge
from claimlint.rules.packs import load_rules

HOURS_14 = Value("up to 14 hours", 0, 14, bound="max", limit="runtime", amount=14.0, unit="h")
HOURS_9 = replace(HOURS_14, text="up to 9 hours", amount=9.0)


def codes(findings):
    return [finding.code for finding in findings]


@pytest.mark.parametrize(
    ("channel", "strength", "raised_by"),
    [
        ("public", "guarantee", ["nothing-yet", "at-evt", "at-dvt", "at-pvt"]),
        ("public", "assertion", ["nothing-yet", "at-evt", "at-dvt"]),
        ("public", "commitment", ["nothing-yet", "at-evt"]),
        ("public", "intent", ["nothing-yet"]),
        ("public", "possibility", ["nothing-yet"]),
        ("sales", "guarantee", ["nothing-yet", "at-evt", "at-dvt", "at-pvt"]),
        ("sales", "assertion", ["nothing-yet", "at-evt", "at-dvt"]),
        ("sales", "commitment", ["nothing-yet"]),
        ("sales", "intent", []),
        ("sales", "possibility", []),
        ("beta", "guarantee", ["nothing-yet", "at-evt", "at-dvt", "at-pvt"]),
        ("beta", "assertion", ["nothing-yet", "at-evt"]),
        ("beta", "commitment", ["nothing-yet"]),
        ("beta", "intent", []),
        ("beta", "possibility", []),
        ("prospecting", "guarantee", ["nothing-yet", "at-evt", "at-dvt"]),
        ("prospecting", "assertion", ["nothing-yet"]),
        ("prospecting", "commitment", []),
        ("prospecting", "intent", []),
        ("prospecting", "possibility", []),
        ("internal", "guarantee", []),
    ],
)
def test_the_policy_of_each_channel(judged, make_claim, channel, strength, raised_by):
    capabilities = ["nothing-yet", "at-evt", "at-dvt", "at-pvt", "at-mp"]
    raised = [name for name in capabilities if codes(judged(make_claim(name, strength=strength), channel=channel)) == ["CL101"]]
    assert raised == raised_by


@pytest.mark.parametrize(
    ("subject", "fields", "expected"),
    [
        pytest.param("at-dvt", {"values": (HOURS_14,)}, ["CL101", "CL201"], id="too early and too much"),
        pytest.param("at-dvt", {"values": (HOURS_14,), "strength": "intent"}, ["CL201"], id="hedging does not excuse the number"),
        pytest.param(
            "at-dvt", {"values": (HOURS_9,), "strength": "intent"}, ["CL202"], id="hedged and within the limit, without its condition"
        ),
        pytest.param("at-dvt", {"values": (HOURS_14, HOURS_14), "strength": "intent"}, ["CL201"], id="one finding for two numbers"),
        pytest.param("at-dvt", {"values": (HOURS_14,), "polarity": "negated"}, [], id="denied"),
        pytest.param("at-dvt", {"attribution": "quoted"}, ["CL101"], id="a testimonial promises as the company does"),
        pytest.param("failed", {"strength": "possibility"}, ["CL102"], id="withdrawn at any strength"),
        pytest.param("cancelled", {"strength": "guarantee"}, ["CL102"], id="withdrawn stands alone"),
        pytest.param("failed", {"polarity": "negated"}, [], id="denied what was withdrawn"),
        pytest.param("lapsed", {}, ["CL101", "CL701"], id="a lapsed validation is none"),
        pytest.param("lumo", {"kind": "availability"}, ["CL103"], id="available before the gate"),
        pytest.param("orb", {"kind": "availability", "words": "Orb ships today."}, ["CL103"], id="available before the day"),
        pytest.param(
            "orb",
            {"kind": "availability", "strength": "commitment", "words": "Pre-order yours."},
            ["CL103"],
            id="ordered before the day",
        ),
        pytest.param("orb", {"kind": "availability", "strength": "commitment", "words": "Coming soon."}, [], id="announced before the day"),
        pytest.param("ember", {"kind": "availability"}, [], id="available after the gate"),
        pytest.param("granted", {"kind": "certification"}, [], id="granted"),
        pytest.param("pending", {"kind": "certification"}, ["CL301"], id="pending and claimed"),
        pytest.param("pending", {"kind": "certification", "strength": "commitment"}, [], id="pending and hedged"),
        pytest.param("refused", {"kind": "certification", "strength": "intent"}, ["CL301"], id="refused and hedged"),
        pytest.param("expired", {"kind": "certification", "strength": "intent"}, ["CL301", "CL701"], id="expired and hedged"),
        pytest.param(None, {"matched": None}, ["CL110"], id="a feature that nobody knows"),
        pytest.param(None, {"matched": None, "strength": "possibility"}, ["CL110"], id="unknown at any strength"),
        pytest.param(None, {"kind": "certification", "matched": "meaning"}, ["CL110"], id="a certification that nobody knows"),
        pytest.param(None, {"kind": "certification", "matched": "vocabulary"}, ["CL301"], id="a mark that the vocabulary knows"),
        pytest.param(None, {"words": "It has fast-charging."}, ["CL111"], id="ruled out for the product"),
        pytest.param("worded", {"words": "A blinding  light."}, ["CL111"], id="a forbidden wording"),
    ],
)
def test_precedence(judged, make_claim, subject, fields, expected):
    assert codes(judged(make_claim(subject, **fields))) == expected


LANGUAGE_CODES = {"superlative": "CL401", "comparative": "CL402", "absolute": "CL403", "green": "CL404"}


@pytest.mark.parametrize("kind", sorted(LANGUAGE_KINDS))
@pytest.mark.parametrize("subject", ["nothing-yet", "failed", "lumo", "refused", None])
def test_superlatives_and_their_like_need_evidence_and_no_gate(judged, make_claim, kind, subject):
    assert codes(judged(make_claim(subject, kind=kind))) == [LANGUAGE_CODES[kind]]


@pytest.mark.parametrize("kind", sorted(LANGUAGE_KINDS))
def test_denied_superlatives_and_their_like_need_nothing(judged, make_claim, kind):
    assert judged(make_claim(None, kind=kind, polarity="negated")) == ()


@pytest.mark.parametrize(
    ("words", "day", "expected"),
    [
        pytest.param("the lightest lamp", date(2026, 11, 22), ["CL401"], id="no evidence"),
        pytest.param("the brightest lamp", date(2026, 11, 22), [], id="a wording"),
        pytest.param("The  Brightest-Lamp", date(2026, 11, 22), [], id="case, white space and hyphens make no difference"),
        pytest.param("the best of 30 lamps", date(2026, 11, 22), [], id="a pattern"),
        pytest.param("the smallest lamp", date(2026, 6, 30), [], id="on the last day of the evidence"),
        pytest.param("the smallest lamp", date(2026, 7, 1), ["CL401"], id="the day after"),
        pytest.param("the smallest of lamps", date(2026, 7, 1), [], id="one entry has lapsed, another holds"),
    ],
)
def test_evidence_cures_a_claim_of_language(judged, make_claim, words, day, expected):
    assert codes(judged(make_claim(None, words, kind="superlative", matched=None), day=day)) == expected


def test_evidence_for_other_words_of_the_block_cures_nothing(judged, make_claim):
    claim = make_claim(None, "the lightest lamp", after=", and the brightest lamp.", kind="superlative", matched=None)
    assert codes(judged(claim)) == ["CL401"]


def test_a_lapsed_evidence_is_named(judged, make_claim):
    (finding,) = judged(make_claim(None, "the smallest lamp", kind="superlative", matched=None))
    assert "(smallest: MKT-3) held until 2026-06-30" in finding.message


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        pytest.param("worded", [], id="after its gate"),
        pytest.param("worded-early", ["CL101", "CL201"], id="before its gate"),
    ],
)
def test_approved_wording_passes_once_its_gate_is_passed(judged, make_claim, subject, expected):
    value = Value("500", 14, 17, limit="flux", amount=500.0)
    assert codes(judged(make_claim(subject, "Brighter than 500 candles.", values=(value,)))) == expected


@pytest.mark.parametrize(
    ("subject", "fields", "underlined", "named"),
    [
        pytest.param("at-dvt", {"words": "Runs up to 14 hours."}, "Runs up to 14 hours.", "at-dvt", id="a claim"),
        pytest.param("worded", {"words": "A blinding light, always."}, "blinding light", "worded", id="a wording"),
        pytest.param(None, {"words": "And fast charging too."}, "fast charging", None, id="a promise that is nobody's"),
    ],
)
def test_what_is_underlined(judged, make_claim, subject, fields, underlined, named):
    (finding,) = judged(make_claim(subject, before="Look here. ", after=" Really.", **fields))
    assert (finding.text, finding.subject) == (underlined, named)


def test_an_overstated_value_is_underlined_alone(judged, make_claim):
    value = Value("14 hours", 8, 16, limit="runtime", amount=14.0)
    (finding,) = judged(make_claim("at-dvt", "Made for 14 hours.", strength="intent", values=(value,)))
    assert (finding.start, finding.end) == (8, 16)


def test_a_wording_outside_the_claim_is_not_its_own(judged, make_claim):
    assert judged(make_claim("at-mp", "It has Bluetooth.", after=" It has no fast charging.")) == ()


def test_a_wording_that_two_claims_share_is_reported_once(judged, make_claim):
    words = "It has fast charging."
    assert codes(judged(make_claim(None, words), make_claim(None, words, kind="value"))) == ["CL111"]


def test_a_range_with_markup_inside_is_underlined_as_it_stands_in_the_source(manifest, default_rules, make_claim):
    source = "Has **fast** charging."
    block = Block(BlockKind.PARAGRAPH, "Has fast charging.", SourceMap((Slice(0, 4, 0, 4), Slice(4, 8, 6, 10), Slice(8, 18, 12, 22))))
    claim = make_claim(None, source, block=block)
    reading = Reading(Document(Source("copy.md", source), (block,)), (claim,))
    (finding,) = judge(reading, manifest, "public", default_rules, date(2026, 11, 22))
    assert finding.text == "fast** charging"


@pytest.mark.parametrize(
    ("subject", "cell"),
    [
        ("at-dvt", PolicyCell("public", "assertion", "PVT", "DVT")),
        ("lumo", PolicyCell("public", "assertion", "PVT", "DVT")),
        ("failed", None),
        ("pending", None),
    ],
)
def test_the_cell_that_decided(judged, make_claim, subject, cell):
    (finding,) = judged(make_claim(subject))
    assert finding.policy == cell


def test_a_value_is_not_decided_by_the_policy(judged, make_claim):
    (finding,) = judged(make_claim("at-dvt", strength="intent", values=(HOURS_14,)))
    assert finding.policy is None


def test_the_evidence_of_the_gate_comes_before_that_of_the_capability(judged, make_claim):
    (finding,) = judged(make_claim("at-dvt"))
    assert finding.evidence == ("TR-118", "TR-9")


@pytest.mark.parametrize(("score", "severity", "doubtful"), [(0.95, "error", False), (0.1, "warning", True)])
def test_a_weak_link_makes_a_warning_that_says_probably(judged, make_claim, score, severity, doubtful):
    (finding,) = judged(make_claim("at-dvt", score=score))
    assert (finding.severity, "probably" in finding.message) == (severity, doubtful)


def test_findings_come_in_the_order_of_their_places(judged, make_claim):
    early, late = make_claim("at-dvt", after=" " * 40), make_claim("at-evt", before="Also. ", after=" " * 40)
    assert [finding.subject for finding in judged(late, early)] == ["at-dvt", "at-evt"]


def test_a_channel_that_the_policy_lacks_is_an_error(judged, make_claim):
    with pytest.raises(InputError, match='no channel "pubic"'):
        judged(make_claim("at-dvt"), channel="pubic")


def test_the_day_decides_what_has_lapsed(judged, make_claim):
    assert judged(make_claim("lapsed"), day=date(2026, 6, 30)) == ()


def test_a_message_that_cannot_be_filled_in_names_its_rule(judged, make_claim, tmp_path: Path):
    head = "rule: odd\ncode: OWN101\ncategory: own\nseverity: error\nsummary: s\nwhy: w\n"
    rule = head + "when: {claim.polarity: affirmed}\nmessage: '{{ limit.kind }}'\n"
    (tmp_path / "odd.yaml").write_text(rule, encoding="utf-8")
    with pytest.raises(InputError, match=r"odd\.yaml:8:10: this cannot be filled in"):
        judged(make_claim("at-mp"), rules=load_rules(["odd.yaml"], tmp_path, {}))


def test_every_strength_is_a_row_of_the_policy(default_rules):
    assert all(set(channel.needs) == set(STRENGTHS) for channel in default_rules.policy.channels.values() if channel.checked)
