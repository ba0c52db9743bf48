"""How firmly a capability may be promised, in which words, until when, and what comes next."""

from __future__ import annotations

from datetime import date

import pytest

from claimlint.briefing import LastDay, Number, Step

PRODUCT = "products: {kite: {name: Kite Lamp, validated: DVT}}\n"

GATES = "gates: {EVT: {result: passed}, DVT: {result: passed}, PVT: {result: planned, due: 2026-12-01}}"
WAIVED = "gates: {EVT: {result: passed}, DVT: {result: waived, by: head of quality, until: 2027-01-31}, PVT: {result: passed}}"
FAILED = "gates: {EVT: {result: passed}, DVT: {result: failed}, PVT: {result: planned, due: 2026-12-01}}"


def capability(brief, fields, channel="public", **of):
    (described,) = brief(f"{PRODUCT}capabilities: {{thing: {{name: orange glow, {fields}}}}}\n", channel, **of).channels
    (product,) = described.products
    return next(iter((*product.permissions, *product.refusals)))


@pytest.mark.parametrize(
    ("fields", "channel", "strength", "wordings"),
    [
        pytest.param("validated: MP", "public", "guarantee", ("offers orange glow",), id="guaranteed, and worded as a fact"),
        pytest.param("validated: PVT", "public", "assertion", ("offers orange glow",), id="a fact"),
        pytest.param("validated: DVT", "public", "commitment", ("will offer orange glow",), id="announced"),
        pytest.param("validated: EVT", "public", "intent", ("designed to offer orange glow",), id="planned"),
        pytest.param("validated: DVT", "beta", "assertion", ("offers orange glow",), id="a fact for those who test"),
        pytest.param("validated: none", "sales", "intent", ("designed to offer orange glow",), id="a plan one to one"),
        pytest.param("validated: none", "prospecting", "commitment", ("will offer orange glow",), id="asked of the market"),
        pytest.param("validated: PVT, limits: {flux: {max: 400 lm}}", "public", "assertion", ("orange glow: up to 400 lm",), id="a number"),
        pytest.param(
            "validated: PVT, limits: {flux: {max: 400 lm, condition: new cells}, tint: {range: [2200 K, 4000 K]}}",
            "public",
            "assertion",
            ("orange glow: up to 400 lm (new cells)", "orange glow: 2200 K to 4000 K"),
            id="two numbers",
        ),
        pytest.param(
            "validated: DVT, limits: {flux: {max: 400 lm}}",
            "public",
            "commitment",
            ("will offer orange glow", "designed for orange glow (up to 400 lm)"),
            id="firmer without the number",
        ),
        pytest.param(
            "validated: PVT, limits: {flux: {max: 400 lm}}, wording: {approved: [glows like 30 candles, glows softly]}",
            "public",
            "assertion",
            ("glows like 30 candles", "glows softly"),
            id="approved words in place of ours",
        ),
        pytest.param(
            "validated: DVT, wording: {approved: [glows like 30 candles]}",
            "public",
            "commitment",
            ("will offer orange glow",),
            id="approved words not before their gate",
        ),
        pytest.param(
            "validated: PVT, wording: {forbidden: [orange glow]}", "public", "assertion", (), id="no words where the name is forbidden"
        ),
        pytest.param(
            "validated: PVT, wording: {requires: [by night]}",
            "public",
            "assertion",
            ("offers orange glow (by night)",),
            id="required words",
        ),
    ],
)
def test_how_firmly_and_in_which_words(brief, fields, channel, strength, wordings):
    said = capability(brief, fields, channel)
    assert (said.strength, said.wordings) == (strength, wordings)


@pytest.mark.parametrize(
    ("limit", "number"),
    [
        ("{max: 10 h, condition: half volume}", Number("it", "up to 10 hours", "half volume", True)),
        ("{min: 3 h, condition: half volume}", Number("it", "as little as 3 hours", "half volume", False)),
        ("{min: 3 h, condition: half volume, disclose: true}", Number("it", "as little as 3 hours", "half volume", True)),
        ("{max: 10 h, tolerance: 5 %}", Number("it", "up to 10 hours", None, False)),
        ("{rating: IP67}", Number("it", "IP67", None, False)),
        ("{version: 5.10}", Number("it", "5.10", None, False)),
    ],
)
def test_numbers(brief, limit, number):
    assert capability(brief, f"validated: PVT, limits: {{it: {limit}}}").numbers == (number,)


@pytest.mark.parametrize(
    ("fields", "channel", "steps"),
    [
        pytest.param(GATES, "public", (Step("assertion", "PVT", date(2026, 12, 1)),), id="the fact is next"),
        pytest.param("validated: EVT", "public", (Step("commitment", "DVT", None), Step("assertion", "PVT", None)), id="up to the fact"),
        pytest.param("validated: PVT", "public", (Step("guarantee", "MP", None),), id="after the fact the guarantee"),
        pytest.param("validated: MP", "public", (), id="nothing above"),
        pytest.param(
            FAILED,
            "public",
            (Step("commitment", "DVT", None, failed=True), Step("assertion", "PVT", date(2026, 12, 1), failed=True)),
            id="a gate on the way has failed",
        ),
        pytest.param("validated: PVT, expires: 2026-11-21", "sales", (), id="of a lapsed validation the gates say nothing"),
    ],
)
def test_what_comes_next(brief, fields, channel, steps):
    assert capability(brief, fields, channel).steps == steps


@pytest.mark.parametrize(
    ("fields", "last_day"),
    [
        pytest.param("validated: PVT", None, id="no end"),
        pytest.param("validated: PVT, expires: 2027-10-09", LastDay(date(2027, 10, 9)), id="the validation"),
        pytest.param("validated: PVT, expires: 2026-11-22", LastDay(date(2026, 11, 22)), id="today is its last day"),
        pytest.param("validated: PVT, expires: 9999-12-31", None, id="the end of time"),
        pytest.param(WAIVED, LastDay(date(2027, 1, 31), "DVT"), id="a waiver"),
        pytest.param(f"{WAIVED}, expires: 2026-12-31", LastDay(date(2026, 12, 31)), id="whichever comes first"),
        pytest.param(WAIVED.replace("PVT: {result: passed}", "PVT: {result: planned}"), LastDay(date(2027, 1, 31), "DVT"), id="announced"),
    ],
)
def test_until_when(brief, fields, last_day):
    assert capability(brief, fields).last_day == last_day


@pytest.mark.parametrize(
    ("fields", "obstacle", "day", "gates"),
    [
        pytest.param("validated: none", "no-gate", None, ["EVT", "DVT", "PVT"], id="no gate"),
        pytest.param("validated: PVT, state: failed", "failed", None, [], id="failed"),
        pytest.param("validated: PVT, state: cancelled", "cancelled", None, [], id="cancelled"),
        pytest.param("validated: MP, expires: 2026-11-21", "lapsed", date(2026, 11, 21), [], id="lapsed"),
        pytest.param(
            "gates: {EVT: {result: waived, by: me, until: 2026-11-21}}",
            "waiver-lapsed",
            date(2026, 11, 21),
            ["EVT", "DVT", "PVT"],
            id="waiver",
        ),
    ],
)
def test_why_nothing_may_be_said(brief, fields, obstacle, day, gates):
    refused = capability(brief, f"{fields}, owner: light team")
    assert (refused.obstacle, refused.day, [step.gate for step in refused.steps], refused.owner) == (obstacle, day, gates, "light team")


def test_what_lapsed_may_be_said_softly_where_no_gate_is_asked_for(brief):
    said = capability(brief, "validated: MP, expires: 2026-11-21", "sales")
    assert (said.strength, said.lapsed) == ("intent", date(2026, 11, 21))


@pytest.mark.parametrize("state", ["failed", "cancelled"])
def test_what_was_withdrawn_may_be_said_nowhere(brief, state):
    assert capability(brief, f"validated: MP, state: {state}", "sales").obstacle == state


@pytest.mark.parametrize(
    ("stages", "validated", "strength", "next_gate"),
    [
        ("[alpha, beta, ga]", "alpha", "intent", "beta"),
        ("[alpha, beta, ga]", "beta", "commitment", "ga"),
        ("[alpha, beta, ga]", "ga", "guarantee", None),
        ("[{id: lab, as: EVT}, {id: line, as: PVT}]", "lab", "intent", "line"),
    ],
)
def test_other_ladders(brief, stages, validated, strength, next_gate):
    text = f"stages: {stages}\ncapabilities: {{thing: {{name: orange glow, validated: {validated}}}}}\n"
    ((said,),) = (product.permissions for channel in brief(text).channels for product in channel.products)
    assert (said.strength, said.steps[0].gate if said.steps else None) == (strength, next_gate)


def test_an_own_policy_with_gates_of_its_own(brief):
    needs = "{guarantee: shop, assertion: shop, commitment: bench, intent: none, possibility: none}"
    policy = f"policy: ours\nstages: [bench, shop]\nchannels: {{public: {{needs: {needs}}}}}\n"
    text = "stages: [bench, shop]\ncapabilities: {thing: {name: orange glow, validated: bench}}\n"
    ((said,),) = (product.permissions for channel in brief(text, policy=policy).channels for product in channel.products)
    assert (said.strength, said.steps) == ("commitment", (Step("assertion", "shop", None),))


@pytest.mark.parametrize(("until", "rules"), [("2026-11-22", ["CL202"]), ("2026-11-21", [])], ids=["on its last day", "on the day after"])
@pytest.mark.parametrize("validated", ["PVT", "none"])
def test_rules_that_are_waived(brief, until, rules, validated):
    said = capability(brief, f"validated: {validated}, waivers: [{{rule: CL202, by: legal, until: {until}, why: on the box}}]")
    assert [each.rule for each in said.waived] == rules
