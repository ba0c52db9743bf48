"""What a manifest says arrives in the model, and text stays as it was written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.errors import InputError, Problem
from claimlint.manifest.loading import load_manifest
from claimlint.manifest.model import Availability, Gate, Measure, Place, RuleWaiver, Scope, Stage, Wording

Write = Callable[..., Path]


def test_products_arrive(complete: Path) -> None:
    product = load_manifest([complete]).products["x1"]
    assert (product.name, product.aliases, product.validated) == ("Aurora X1", ("X1",), "DVT")
    assert product.availability == Availability(date(2026, 11, 1), date(2027, 2, 15), ("US", "EU"))


def test_capabilities_arrive(complete: Path) -> None:
    battery = load_manifest([complete]).capabilities["battery-life"]
    assert (battery.products, battery.concept, battery.owner, battery.evidence) == (("x1",), "battery-life", "power team", ("TR-118",))
    assert (battery.validated, battery.state, battery.expires) == ("DVT", "active", date(2027, 6, 18))
    assert battery.wording == Wording(("up to 10 hours of playback",), ("all-day battery",), ("at 25 °C",))
    assert battery.scope == Scope(("US",), ("x1-lte",), ">=1.4")
    assert battery.place == Place("capabilities.yaml", 10, 3)


def test_gates_arrive(complete: Path) -> None:
    gates = load_manifest([complete]).capabilities["battery-life"].gates
    assert gates["EVT"] == Gate("EVT", "passed", date(2026, 3, 2), evidence=("TR-101",))
    assert gates["DVT"] == Gate("DVT", "waived", by="quality team", until=date(2026, 12, 31), why="two of three chambers were down")
    assert gates["PVT"] == Gate("PVT", "running", due=date(2026, 12, 1), builds=("PVT-1",), firmware=">=1.4")


@pytest.mark.parametrize(
    ("name", "kind", "text", "unit"),
    [
        ("runtime", "max", "10 h", "h"),
        ("charge-time", "min", "90 min", "min"),
        ("temperature", "range", "-10 C to 45 C", "C"),
        ("ingress", "rating", "IP67", None),
        ("bluetooth", "version", "5.10", None),
        ("cores", "equals", "4", ""),
    ],
)
def test_limits_arrive(name: str, kind: str, text: str, unit: str | None, complete: Path) -> None:
    limit = load_manifest([complete]).capabilities["battery-life"].limits[name]
    assert (limit.kind, limit.text, limit.unit) == (kind, text, unit)


def test_what_qualifies_a_limit_arrives(complete: Path) -> None:
    limit = load_manifest([complete]).capabilities["battery-life"].limits["runtime"]
    assert (limit.measure, limit.condition) == (Measure(10.0, "h", "10 h"), "50 % volume, 25 C")
    assert (limit.tolerance, limit.disclose) == (5.0, True)


def test_certifications_arrive(complete: Path) -> None:
    fcc = load_manifest([complete]).certifications["fcc"]
    assert (fcc.products, fcc.status, fcc.identifier, fcc.expires, fcc.covers) == (
        ("x1",),
        "granted",
        "2ABCD-X1",
        date(2028, 1, 1),
        ("wifi",),
    )


def test_the_rest_arrives(complete: Path) -> None:
    manifest = load_manifest([complete])
    lightest = manifest.substantiation["lightest"]
    assert (lightest.wording, lightest.evidence, lightest.until) == (("lightest in its class",), ("MKT-7",), date(2027, 3, 31))
    assert manifest.not_claimed == ("fast charging",)
    assert manifest.files == (("capabilities.yaml", sha256(complete.read_bytes()).hexdigest()),)
    assert [(waiver.rule, waiver.subject) for waiver in manifest.waivers] == [("CL602", None), ("CL202", "battery-life")]
    assert manifest.waivers[1] == RuleWaiver(
        "CL202", "battery-life", Place("capabilities.yaml", 37, 9), "quality team", date(2027, 1, 31), "the condition is on the box"
    )


@pytest.mark.parametrize("written", ["NO", "5.10", "10:30", "1_000", "0x1F", "1e3", "2026-11-01", "true", "Off", "007"])
def test_scalars_keep_their_text(written: str, manifest_file: Write) -> None:
    manifest = load_manifest([manifest_file(f"version: 1\nproducts:\n  x1: {{name: {written}, aliases: [{written}]}}\n")])
    assert (manifest.products["x1"].name, manifest.products["x1"].aliases) == (written, (written,))


@pytest.mark.parametrize(
    ("written", "products"), [("product: x1, ", ("x1",)), ("product: [x1, x2], ", ("x1", "x2")), ("product: [], ", ()), ("", ())]
)
def test_a_capability_belongs_to_one_product_to_several_or_to_all(written: str, products: tuple[str, ...], manifest_file: Write) -> None:
    text = f"version: 1\nproducts: {{x1: {{name: X1}}, x2: {{name: X2}}}}\ncapabilities:\n  wifi: {{{written}validated: EVT}}\n"
    assert load_manifest([manifest_file(text)]).capabilities["wifi"].products == products


def test_what_is_left_out_is_not_validated_and_named_after_its_id(manifest_file: Write) -> None:
    wifi = load_manifest([manifest_file("version: 1\ncapabilities:\n  wi-fi-mesh: {}\n")]).capabilities["wi-fi-mesh"]
    assert (wifi.name, wifi.validated, wifi.state) == ("wi fi mesh", "none", "active")


@pytest.mark.parametrize("rating", ["IP67", "IP66/IP68", "IP65 and IP67", "IP54, IPX7", "IP69K", "IP5X", "IK08", "5 ATM", "MIL-STD-810H"])
def test_ratings_are_accepted(rating: str, manifest_file: Write) -> None:
    text = f'version: 1\ncapabilities:\n  housing: {{limits: {{ingress: {{rating: "{rating}"}}}}}}\n'
    assert load_manifest([manifest_file(text)]).capabilities["housing"].limits["ingress"].code == rating


@pytest.mark.parametrize(
    ("written", "ladder"),
    [
        ("", (Stage("EVT", ("EVT",)), Stage("DVT", ("DVT",)), Stage("PVT", ("PVT",)), Stage("MP", ("MP",)))),
        ("[alpha, beta, ga]", (Stage("alpha", ("EVT",)), Stage("beta", ("DVT",)), Stage("ga", ("PVT", "MP")))),
        ("[{id: lab, as: EVT}, {id: field, as: [PVT, DVT]}]", (Stage("lab", ("EVT",)), Stage("field", ("DVT", "PVT")))),
    ],
    ids=["default", "built in", "mapped"],
)
def test_ladders_arrive(written: str, ladder: tuple[Stage, ...], manifest_file: Write) -> None:
    stages = f"stages: {written}\n" if written else ""
    assert load_manifest([manifest_file(f"version: 1\n{stages}products: {{x1: {{name: X1}}}}\n")]).stages == ladder


def test_a_ladder_with_a_policy_of_its_own_needs_no_mapping(manifest_file: Write) -> None:
    path = manifest_file("version: 1\nstages: [lab, field]\nproducts: {x1: {validated: lab}}\n")
    assert load_manifest([path], own_policy=True).stages == (Stage("lab", ()), Stage("field", ()))


def test_own_keys_win_over_merged_ones_and_the_first_mapping_over_the_next(manifest_file: Write) -> None:
    text = """\
version: 1
capabilities:
  wifi: &radio {validated: EVT, owner: radio team, evidence: [TR-1]}
  base: &base {owner: nobody, state: failed}
  gps: {<<: [*radio, *base], validated: DVT}
"""
    gps = load_manifest([manifest_file(text)]).capabilities["gps"]
    assert (gps.validated, gps.owner, gps.evidence, gps.state) == ("DVT", "radio team", ("TR-1",), "failed")


def test_files_are_merged_and_refer_to_each_other(manifest_file: Write) -> None:
    products = manifest_file("version: 1\nstages: [alpha, beta, ga]\nproducts: {x1: {validated: beta}}\nnot-claimed: [a]\n", "p.yaml")
    radio = manifest_file("version: 1\ncapabilities: {wifi: {product: x1, validated: alpha}}\nnot-claimed: [b]\n", "r.yaml")
    manifest = load_manifest([products, radio, products])
    assert ([path for path, _ in manifest.files], manifest.not_claimed) == (["p.yaml", "r.yaml"], ("a", "b"))
    assert manifest.capabilities["wifi"].place.path == "r.yaml"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "byte order mark"])
def test_line_ends_and_byte_order_marks_move_no_place(ending: str, mark: str, manifest_file: Write) -> None:
    text = mark + ending.join(["version: 1", "products:", "  x1: {nam: X1}", ""])
    with pytest.raises(InputError) as raised:
        load_manifest([manifest_file(text)])
    assert [(problem.line, problem.column) for problem in raised.value.problems] == [(3, 8)]


IDS = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True)


@given(ids=st.lists(IDS, min_size=1, max_size=12, unique=True), cut=st.integers(0, 12))
def test_ids_come_back_in_the_order_of_the_file(ids: list[str], cut: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    products, capabilities = ids[:cut], ids[cut:]
    lines = ["version: 1", "products:" if products else "", *(f"  {name}: {{name: {name}}}" for name in products)]
    lines += ["capabilities:" if capabilities else "", *(f"  {name}: {{validated: EVT}}" for name in capabilities)]
    path = tmp_path_factory.getbasetemp() / "generated.yaml"
    path.write_text("\n".join(lines), encoding="utf-8")
    manifest = load_manifest([path])
    assert (list(manifest.products), list(manifest.capabilities)) == (products, capabilities)


@given(text=st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_any_text_is_loaded_or_refused_in_words(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "arbitrary.yaml"
    path.write_bytes(("version: 1\nproducts:\n  " + text).encode("utf-8"))
    problems: tuple[Problem, ...] = ()
    try:
        load_manifest([path])
    except InputError as error:
        problems = error.problems
    assert all(problem.path == path.as_posix() and problem.message for problem in problems)
