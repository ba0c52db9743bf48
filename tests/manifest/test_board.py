"""How everything in a manifest stands on a day."""

from __future__ import annotations

from datetime import date

import pytest

from claimlint.gate_board import BoardProduct, GateBoard
from claimlint.manifest.board import board_of
from claimlint.manifest.loading import manifest_of
from claimlint.manifest.source import parsed_source

MANIFEST = """\
version: 1
products:
  lamp: {name: Lamp, validated: DVT, availability: {preorder: 2026-11-01, regions: [EU]}}
  torch: {name: Torch}
capabilities:
  written-short: {name: brightness, product: lamp, validated: DVT, owner: optics, limits: {light: {max: 400 lm}}}
  nothing-yet: {name: colour, product: lamp}
  written-out:
    name: runtime
    product: lamp
    gates:
      EVT: {result: passed, date: 2026-03-02}
      DVT: {result: waived, by: quality, until: 2026-11-30}
      PVT: {result: running, due: 2027-01-31}
      MP: {result: planned}
  broken: {name: solar, product: torch, state: failed, gates: {EVT: {result: failed}}}
  ended: {name: dimming, validated: PVT, expires: 2026-11-21}
certifications:
  ce: {name: CE, status: granted, expires: 2026-11-21, covers: [written-short]}
"""


def board(day: str = "2026-11-22") -> GateBoard:
    return board_of(manifest_of([parsed_source("capabilities.yaml", MANIFEST.encode(), [])]), date.fromisoformat(day), ["a.md"])


def product(name: str, day: str = "2026-11-22") -> BoardProduct:
    return next(each for each in board(day).products if each.id == name)


def states(capability: str, day: str = "2026-11-22") -> list[str]:
    found = next(each for each in (*product("lamp", day).capabilities, *product("torch", day).capabilities) if each.id == capability)
    return [gate.state for gate in found.gates]


@pytest.mark.parametrize(
    ("capability", "expected"),
    [
        ("written-short", ["passed", "passed", "open", "open"]),
        ("nothing-yet", ["open", "open", "open", "open"]),
        ("written-out", ["passed", "waived", "running", "planned"]),
        ("broken", ["failed", "open", "open", "open"]),
        ("ended", ["passed", "passed", "passed", "open"]),
    ],
)
def test_every_gate_of_the_ladder_has_a_state(capability, expected):
    assert states(capability) == expected


SHORT, LONG = "validated: DVT", "gates: {EVT: {result: passed}, DVT: {result: passed}}"


@pytest.mark.parametrize(
    "more",
    ["expires: 2030-06-30", "expires: 2026-06-30", "state: failed", "state: cancelled"],
    ids=["active", "expired", "failed", "cancelled"],
)
def test_the_shorthand_and_the_gates_that_it_stands_for_give_the_same_row(more):
    rows = []
    for gates in (SHORT, LONG):
        text = f"version: 1\ncapabilities: {{light: {{name: light, {gates}, {more}}}}}\n"
        found = board_of(manifest_of([parsed_source("capabilities.yaml", text.encode(), [])]), date(2026, 11, 22))
        rows += found.products[0].capabilities
    assert rows[0] == rows[1]


def test_a_waiver_lapses_on_the_day_after_its_last():
    assert [states("written-out", day)[1] for day in ("2026-11-30", "2026-12-01")] == ["waived", "lapsed"]


def test_what_holds_for_all_products_stands_under_each():
    assert [each.id for each in product("torch").capabilities] == ["broken", "ended"]
    assert "ended" in [each.id for each in product("lamp").capabilities]


def test_what_has_expired_says_since_when():
    (ended,) = (each for each in product("torch").capabilities if each.id == "ended")
    assert (ended.validated, ended.expired) == ("none", date(2026, 11, 21))


def test_the_status_of_a_certificate_is_that_of_the_day():
    assert [product("lamp", day).certificates[0].status for day in ("2026-11-21", "2026-11-22")] == ["granted", "expired"]


def test_a_certificate_names_what_it_covers():
    assert product("lamp").certificates[0].covers == ("brightness",)


def test_a_gate_that_is_due_keeps_its_day():
    runtime = next(each for each in product("lamp").capabilities if each.id == "written-out")
    assert [gate.due for gate in runtime.gates] == [None, None, date(2027, 1, 31), None]


def test_a_product_says_when_and_where_it_is_offered():
    lamp = product("lamp")
    assert (lamp.validated, lamp.preorder, lamp.ships, lamp.regions) == ("DVT", date(2026, 11, 1), None, ("EU",))


def test_a_manifest_without_products_has_one_board_without_a_name():
    text = b"version: 1\ncapabilities: {light: {name: light, validated: EVT}}\n"
    found = board_of(manifest_of([parsed_source("capabilities.yaml", text, [])]), date(2026, 11, 22))
    assert [(each.id, [row.id for row in each.capabilities]) for each in found.products] == [("", ["light"])]


def test_the_board_names_its_files_and_the_documents_that_it_judges():
    assert (board().files, board().stages, board().documents) == (("capabilities.yaml",), ("EVT", "DVT", "PVT", "MP"), ("a.md",))
