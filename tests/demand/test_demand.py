"""What counts as demand, where it is counted, and what comes first."""

from __future__ import annotations

from datetime import date

import pytest

from claimlint.configuration import Settings
from claimlint.demand import demand_of
from claimlint.document import Source
from claimlint.opening import open_source
from claimlint.wanted import Counts, MissingGate

TODAY = date(2026, 11, 22)
FACT = "The lamp has wireless charging."
PLAN = "The lamp is designed to offer wireless charging."


def counts(demand, subject):
    return next((each.counts for each in demand.wanted if each.subject == subject), None)


@pytest.mark.parametrize(
    ("documents", "expected"),
    [
        pytest.param([("public", FACT)], Counts(1, 1, 1, 0, 0, {"assertion": 1}, ("public",)), id="a fact too early"),
        pytest.param([("public", PLAN)], Counts(1, 1, 0, 0, 0, {"intent": 1}, ("public",)), id="a plan is demand and not too early"),
        pytest.param([("public", "The lamp has no wireless charging.")], None, id="what is denied is none"),
        pytest.param(
            [("public", f"{FACT}\n\n{PLAN}"), ("sales", FACT)],
            Counts(3, 2, 2, 0, 0, {"assertion": 2, "intent": 1}, ("public", "sales")),
            id="of all documents together",
        ),
        pytest.param([("internal", FACT)], Counts(0, 0, 0, 0, 1, {}, ("internal",)), id="internal only"),
        pytest.param(
            [("public", FACT), ("internal", FACT)], Counts(1, 1, 1, 0, 1, {"assertion": 1}, ("internal", "public")), id="and internal"
        ),
        pytest.param([("prospecting", FACT)], None, id="where its gate is passed it is not wanted"),
    ],
)
def test_how_often_and_how_firmly(demanded, documents, expected):
    assert counts(demanded(*documents), "wireless") == expected


def test_a_testimonial_counts_and_is_marked(demanded):
    found = counts(demanded(("public", "> “The lamp has wireless charging.” – Ada, customer")), "wireless")
    assert (found.claims, found.quoted) == (1, 1)


def test_which_gates_are_missing_and_when_they_are_due(demanded):
    wanted = {each.subject: each for each in demanded(("public", f"{FACT} It has a built-in speaker and an emergency beacon.")).wanted}
    assert (wanted["wireless"].has, wanted["wireless"].owner) == ("EVT", "power team")
    assert wanted["wireless"].missing == (MissingGate("DVT", date(2026, 12, 1)), MissingGate("PVT", date(2027, 2, 1)))
    assert wanted["speaker"].missing == (MissingGate("PVT", None),)
    assert (wanted["beacon"].missing, wanted["beacon"].lapsed) == ((), date(2026, 6, 30))


def test_the_highest_gate_of_all_channels_is_missing(demanded):
    (wanted,) = demanded(("beta", FACT), ("public", PLAN)).wanted
    assert [each.gate for each in wanted.missing] == ["DVT", "PVT"]
    (wanted,) = demanded(("beta", FACT)).wanted
    assert [each.gate for each in wanted.missing] == ["DVT"]


@pytest.mark.parametrize(
    ("copy", "subject", "status", "early"),
    [
        ("The lamp is FCC certified.", "fcc", "pending", 1),
        ("FCC authorization is pending.", "fcc", "pending", 0),
    ],
)
def test_certificates_that_are_not_granted(demanded, copy, subject, status, early):
    (wanted,) = demanded(("public", copy)).wanted
    assert (wanted.subject, wanted.status, wanted.counts.early) == (subject, status, early)


@pytest.mark.parametrize(
    ("copy", "why", "words", "subject"),
    [
        pytest.param("Built-in GPS tracks every hike.", "unknown", "Built-in GPS tracks every hike", None, id="unknown"),
        pytest.param("The lamp has a solar panel.", "withdrawn", "solar panel", "solar", id="withdrawn"),
        pytest.param("The lamp is UL listed.", "refused", "UL listing", "ul", id="refused"),
        pytest.param("The lamp has Fast  charging.", "ruled-out", "Fast charging", None, id="ruled out"),
    ],
)
def test_what_no_gate_will_allow(demanded, copy, why, words, subject):
    demand = demanded(("public", copy))
    (unheard,) = demand.unheard
    assert (unheard.why, unheard.words, unheard.subject, unheard.counts.claims, unheard.counts.early) == (why, words, subject, 1, 0)
    assert demand.wanted == ()


def test_the_same_words_are_counted_together(demanded):
    demand = demanded(("public", "Built-in GPS tracks every hike."), ("sales", "**Built-in** GPS tracks every hike!"))
    assert [(each.counts.claims, each.counts.documents) for each in demand.unheard] == [(2, 2)]


@pytest.mark.parametrize(
    ("documents", "expected"),
    [
        pytest.param([("public", FACT)], {"dimmer": (0, ("public",)), "handle": (0, ("public",))}, id="nobody says them"),
        pytest.param(
            [("public", "The lamp has a steel handle.")], {"dimmer": (0, ("public",)), "handle": (1, ("public",))}, id="one is said"
        ),
        pytest.param([("internal", "The lamp has a steel handle.")], {"dimmer": (0, ("public",)), "handle": (0, ("public",))}, id="a note"),
        pytest.param(
            [("beta", "The lamp has a built-in speaker."), ("public", "The lamp has a built-in speaker.")],
            {"dimmer": (0, ("beta", "public")), "handle": (0, ("beta", "public")), "speaker": (1, ("beta",))},
            id="said where it may be",
        ),
    ],
)
def test_what_is_validated_and_who_says_it(demanded, documents, expected):
    assert {each.subject: (each.counts.claims, each.stated_on) for each in demanded(*documents).validated} == expected


def test_the_most_urgent_comes_first(demanded):
    demand = demanded(
        ("sales", "The lamp is designed for wireless charging. The lamp is meant to offer wireless charging."),
        ("public", "The lamp has a built-in speaker."),
        ("internal", "The lamp has an emergency beacon."),
    )
    assert [each.subject for each in demand.wanted] == ["speaker", "wireless", "beacon"]


def test_what_nobody_says_comes_first(demanded):
    assert [each.subject for each in demanded(("public", "The lamp has a dimmer.")).validated] == ["handle", "dimmer"]


def test_offers_and_superlatives_ask_for_no_capability(demanded):
    demand = demanded(("public", "Glimmer Lamp is available now. It is the best lamp in the world."))
    assert (demand.wanted, demand.unheard) == ((), ())


@pytest.mark.parametrize("stage", ["alpha", "beta"])
def test_other_ladders(demanded, bench_of, stage):
    text = f"version: 1\nstages: [alpha, beta, ga]\ncapabilities: {{wireless: {{name: wireless charging, validated: {stage}}}}}\n"
    (wanted,) = demanded(("public", FACT), bench=bench_of(text)).wanted
    assert (wanted.has, wanted.missing[-1]) == (stage, MissingGate("ga", None))


def test_an_own_policy_decides(demanded, bench_of, tmp_path):
    (tmp_path / "policy.yaml").write_text("policy: ours\nchannels: {public: {needs: {assertion: EVT}}}\n", encoding="utf-8")
    text = "version: 1\ncapabilities: {wireless: {name: wireless charging, validated: EVT}}\n"
    demand = demanded(("public", FACT), bench=bench_of(text, rules=("default", str(tmp_path / "policy.yaml"))))
    assert (demand.wanted, [each.counts.claims for each in demand.validated]) == ((), [1])


def test_several_manifests_are_counted_apart(bench_of):
    settings = Settings(TODAY)
    benches = [bench_of(), bench_of("version: 1\ncapabilities: {wireless: {name: wireless charging, validated: EVT}}\n", "other.yaml")]
    opened = [open_source(Source(f"{number}.md", FACT), "public", bench, settings) for number, bench in enumerate(benches)]
    demand = demand_of(opened, settings)
    assert sorted(each.manifest.rsplit("/", 1)[-1] for each in demand.wanted) == ["capabilities.yaml", "other.yaml"]
    assert [each.counts.claims for each in demand.wanted] == [1, 1]


def test_what_cannot_be_read_is_named(bench_of):
    settings = Settings(TODAY)
    demand = demand_of([open_source(Source("page.fig", "%PDF"), "public", bench_of(), settings)], settings)
    assert (demand.documents, demand.unread) == (0, (("page.fig", "claimlint has no reader for this kind of file"),))
