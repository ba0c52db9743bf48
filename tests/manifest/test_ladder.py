"""Which gate counts as passed on which day, and what that is enough for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.manifest.ladder import (
    certification_status_on,
    derived_stage,
    describe_expired,
    expired_parts,
    gates_missing,
    satisfies,
    stage_for,
    validated_on,
)
from claimlint.manifest.loading import load_manifest
from claimlint.manifest.model import Gate, GateResult, Manifest
from claimlint.manifest.stages import DEFAULT_LADDER

Load = Callable[..., Manifest]
UNTIL = date(2026, 12, 31)
DAY_AFTER = date(2027, 1, 1)


@pytest.fixture
def load(manifest_file: Callable[..., Path]) -> Load:
    """Give a function that loads a manifest with one capability, wifi."""

    def load(wifi: str, stages: str = "[EVT, DVT, PVT, MP]", own_policy: bool = False) -> Manifest:
        path = manifest_file(f"version: 1\nstages: {stages}\ncapabilities:\n  wifi: {wifi}\n")
        return load_manifest([path], own_policy=own_policy)

    return load


@pytest.mark.parametrize(
    ("wifi", "stage"),
    [
        ("{}", "none"),
        ("{validated: DVT}", "DVT"),
        ("{gates: {EVT: {result: passed}}}", "EVT"),
        ("{gates: {EVT: {result: passed}, DVT: {result: passed}, PVT: {result: running}}}", "DVT"),
        ("{gates: {EVT: {result: passed}, DVT: {result: waived}, PVT: {result: passed}}}", "PVT"),
        ("{gates: {EVT: {result: passed}, DVT: {result: failed}, PVT: {result: passed}}}", "EVT"),
        ("{gates: {EVT: {result: planned}, DVT: {result: passed}}}", "none"),
        ("{gates: {DVT: {result: passed}}}", "none"),
        ("{validated: MP, state: failed}", "none"),
        ("{validated: MP, state: cancelled}", "none"),
    ],
)
def test_the_highest_gate_counts_with_all_below_it(wifi: str, stage: str, load: Load) -> None:
    manifest = load(wifi)
    assert validated_on(manifest, manifest.capabilities["wifi"], UNTIL) == stage


@pytest.mark.parametrize(("day", "stage"), [(UNTIL, "DVT"), (DAY_AFTER, "none")])
@pytest.mark.parametrize(
    "wifi",
    [
        "{validated: DVT, expires: 2026-12-31}",
        "{expires: 2026-12-31, gates: {EVT: {result: passed}, DVT: {result: passed}}}",
        "{gates: {EVT: {result: waived, until: 2026-12-31}, DVT: {result: passed}}}",
    ],
    ids=["shorthand", "gates", "waiver"],
)
def test_what_expires_counts_to_its_last_day(wifi: str, day: date, stage: str, load: Load) -> None:
    manifest = load(wifi)
    assert validated_on(manifest, manifest.capabilities["wifi"], day) == stage


def test_a_product_counts_as_it_says(complete: Path) -> None:
    manifest = load_manifest([complete])
    assert validated_on(manifest, manifest.products["x1"], DAY_AFTER) == "DVT"


RESULTS: list[GateResult] = ["planned", "running", "passed", "failed", "waived"]


@given(results=st.lists(st.sampled_from(RESULTS), max_size=4), later=st.integers(0, 3))
def test_passing_one_more_gate_never_takes_a_stage_away(results: list[GateResult], later: int) -> None:
    stages = [stage.id for stage in DEFAULT_LADDER]
    gates = {stage: Gate(stage, result) for stage, result in zip(stages, results, strict=False)}
    more = {**gates, stages[later]: Gate(stages[later], "passed")}
    order = ["none", *stages]
    assert order.index(derived_stage(DEFAULT_LADDER, more, None)) >= order.index(derived_stage(DEFAULT_LADDER, gates, None))


BUILT_IN, GREEK, MAPPED = "[EVT, DVT, PVT, MP]", "[alpha, beta, ga]", "[{id: lab, as: EVT}, {id: field, as: PVT}]"


@pytest.mark.parametrize(
    ("stages", "stage", "needed", "enough"),
    [
        (BUILT_IN, "DVT", "DVT", True),
        (BUILT_IN, "PVT", "DVT", True),
        (BUILT_IN, "DVT", "PVT", False),
        (BUILT_IN, "none", "none", True),
        (BUILT_IN, "none", "EVT", False),
        (GREEK, "alpha", "EVT", True),
        (GREEK, "alpha", "DVT", False),
        (GREEK, "beta", "DVT", True),
        (GREEK, "beta", "PVT", False),
        (GREEK, "ga", "PVT", True),
        (GREEK, "ga", "MP", True),
        (GREEK, "beta", "alpha", True),
        (GREEK, "beta", "ga", False),
        (MAPPED, "lab", "DVT", False),
        (MAPPED, "field", "DVT", True),
        (MAPPED, "field", "MP", False),
        (BUILT_IN, "MP", "unheard-of", False),
    ],
)
def test_a_stage_satisfies_what_it_acts_as_and_all_below(stages: str, stage: str, needed: str, enough: bool, load: Load) -> None:
    assert satisfies(load("{}", stages), stage, needed) is enough


@pytest.mark.parametrize(("stage", "enough"), [("DVT", False), ("lab", True), ("field", True), ("none", False)])
def test_a_ladder_with_a_policy_of_its_own_counts_its_own_stages(stage: str, enough: bool, load: Load) -> None:
    assert satisfies(load("{}", "[DVT, lab, field]", own_policy=True), stage, "lab") is enough


@pytest.mark.parametrize(
    ("stages", "needed", "stage"),
    [
        (BUILT_IN, "PVT", "PVT"),
        (BUILT_IN, "none", "none"),
        (GREEK, "EVT", "alpha"),
        (GREEK, "MP", "ga"),
        (MAPPED, "DVT", "field"),
        (MAPPED, "MP", "MP"),
    ],
)
def test_a_need_is_named_in_the_words_of_the_ladder(stages: str, needed: str, stage: str, load: Load) -> None:
    assert stage_for(load("{}", stages), needed) == stage


@pytest.mark.parametrize(
    ("day", "status"), [(date(2026, 1, 1), "granted"), (date(2028, 1, 1), "granted"), (date(2028, 1, 2), "expired")], ids=str
)
def test_a_certificate_holds_to_its_last_day(day: date, status: str, complete: Path) -> None:
    assert certification_status_on(load_manifest([complete]).certifications["fcc"], day) == status


@pytest.mark.parametrize("status", ["pending", "refused", "expired"])
def test_a_certificate_that_is_not_granted_does_not_change_with_time(status: str, manifest_file: Callable[..., Path]) -> None:
    path = manifest_file(f"version: 1\ncertifications: {{fcc: {{status: {status}, expires: 2020-01-01}}}}\n")
    assert certification_status_on(load_manifest([path]).certifications["fcc"], DAY_AFTER) == status


@pytest.mark.parametrize(
    ("day", "parts"),
    [
        (date(2026, 12, 31), []),
        (date(2027, 1, 1), [("waiver", "DVT")]),
        (date(2027, 2, 1), [("waiver", "DVT"), ("waiver", "CL202")]),
        (date(2027, 6, 19), [("capability", None), ("waiver", "DVT"), ("waiver", "CL202")]),
    ],
    ids=str,
)
def test_what_a_capability_leans_on_expires(day: date, parts: list[tuple[str, str | None]], complete: Path) -> None:
    manifest = load_manifest([complete])
    assert [(part.what, part.name) for part in expired_parts(manifest, manifest.capabilities["battery-life"], day)] == parts


def test_all_that_expired_is_said_with_its_place(complete: Path) -> None:
    assert describe_expired(load_manifest([complete]), date(2028, 1, 2)) == (
        'capabilities.yaml:10: the capability "battery-life" expired on 2027-06-18.',
        'capabilities.yaml:10: the waiver of DVT for "battery-life" expired on 2026-12-31.',
        'capabilities.yaml:10: the waiver of CL202 for "battery-life" expired on 2027-01-31.',
        'capabilities.yaml:41: the certificate "fcc" expired on 2028-01-01.',
        'capabilities.yaml:51: the evidence "lightest" expired on 2027-03-31.',
    )


@pytest.mark.parametrize(
    ("wifi", "needed", "missing"),
    [
        ("{}", "DVT", ("EVT", "DVT")),
        ("{}", "none", ()),
        ("{validated: DVT}", "DVT", ()),
        ("{validated: DVT}", "MP", ("PVT", "MP")),
        ("{gates: {EVT: {result: passed}, DVT: {result: running}}}", "PVT", ("DVT", "PVT")),
        ("{gates: {EVT: {result: passed}, DVT: {result: waived, until: 2026-12-31}, PVT: {result: passed}}}", "PVT", ("DVT",)),
        ("{validated: MP, expires: 2026-12-31}", "DVT", ("EVT", "DVT")),
        ("{validated: EVT}", "no such stage", ()),
    ],
)
def test_gates_that_are_missing(load: Load, wifi: str, needed: str, missing: tuple[str, ...]) -> None:
    manifest = load(wifi)
    assert gates_missing(manifest, manifest.capabilities["wifi"], needed, DAY_AFTER) == missing
