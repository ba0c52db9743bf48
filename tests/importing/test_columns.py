"""Columns are known by the headers that engineers write, and the user has the last word."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimlint.errors import InputError
from claimlint.importing import Imported
from claimlint.importing.wordings import field_of
from claimlint.manifest.model import Manifest


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("ID", "id"),
        ("Req. ID", "id"),
        ("Requirement #", "id"),
        ("test_case_id", "id"),
        ("Feature", "name"),
        (" CAPABILITY  NAME ", "name"),
        ("Merkmal", "name"),
        ("Requirement", "requirement"),
        ("Anforderung", "requirement"),
        ("Test Result", "status"),
        ("Pass/Fail", "status"),
        ("P/F", "status"),
        ("Build Phase", "gate"),
        ("Gate", "gate"),
        ("EVT", "gate EVT"),
        ("DVT Status", "gate DVT"),
        ("Status (EVT)", "gate EVT"),
        ("PVT test result", "gate PVT"),
        ("Ergebnis DVT", "gate DVT"),
        ("Gate status", "status"),
        ("DVT date", None),
        ("Lfd. Nr.", "id"),
        ("Prüfbericht-Nr.", "evidence"),
        ("Sollwert", "target"),
        ("Design validation test", "gate DVT"),
        ("Measured Value", "value"),
        ("Max. [h]", "max"),
        ("Lower limit", "min"),
        ("Unit of measure", "unit"),
        ("Test-Report", "evidence"),
        ("Nachweis", "evidence"),
        ("Responsible", "owner"),
        ("Due date", "due"),
        ("Valid until", "expires"),
        ("Certificate No.", "certificate-id"),
        ("Highest gate passed", "validated"),
        ("Comment", None),
        ("Priority", None),
        ("", None),
    ],
)
def test_headers(header: str, field: str | None) -> None:
    assert field_of(header) == field


def test_headers_stand_below_titles_and_empty_rows(manifest: Callable[..., Manifest]) -> None:
    found = manifest("Verification plan,,", "Status: 2026,,", ",,", "ID,Feature,Owner", "1,Loudness,Ada")
    assert [(each.name, each.owner) for each in found.capabilities.values()] == [("Loudness", "Ada")]


@pytest.mark.parametrize(
    ("columns", "name", "owner"),
    [
        ({"owner": "Who"}, "Loudness", "Ada"),
        ({"owner": "who "}, "Loudness", "Ada"),
        ({"owner": ""}, "Loudness", None),
        ({"name": "Who"}, "Ada", "Bob"),
    ],
)
def test_the_user_maps(manifest: Callable[..., Manifest], columns: dict[str, str], name: str, owner: str | None) -> None:
    (capability,) = manifest("Feature,Owner,Who,Phase", "Loudness,Bob,Ada,EVT", columns=columns).capabilities.values()
    assert (capability.name, capability.owner) == (name, owner)


@pytest.mark.parametrize(
    ("lines", "settings", "problem"),
    [
        (["Feature,Owner", "a,b"], {"columns": {"ownr": "Owner"}}, 'table.csv: --map: there is no field "ownr". Did you mean "owner"?'),
        (["Feature,Owner", "a,b"], {"columns": {"due": "Ownr"}}, 'table.csv:1: --map: there is no column "Ownr". Did you mean "Owner"?'),
        (["Feature,Owner", "a,b"], {"sheet": "Data"}, 'table.csv: there is no sheet "Data" that is shown. This kind of file has no sheets'),
        (["Feature,Owner", "a,b"], {"header_row": 2}, "table.csv:2: no column of this row names a requirement or a feature; it has a, b."),
        (["some,thing", "a,b"], {}, "table.csv: no row looks like the headers of a table of requirements or test reports."),
        (["Feature,Owner"], {}, "table.csv:1: no row below the headers names anything."),
        ([""], {}, "table.csv: the table is empty."),
    ],
)
def test_what_is_not_there_is_said(imported: Callable[..., Imported], lines: list[str], settings: dict[str, object], problem: str) -> None:
    with pytest.raises(InputError) as caught:
        imported(*lines, **settings)
    assert str(caught.value).startswith(problem)


def test_columns_that_were_not_taken_are_said(imported: Callable[..., Imported]) -> None:
    assert (
        "columns that were not taken: Comment; --map field=COLUMN says what one holds." in imported("Feature,Owner,Comment", "a,b,c").notes
    )


@pytest.mark.parametrize(
    "lines",
    [
        (",,EVT,,DVT,", "ID,Feature,Result,Date,Result,Date", "1,a,pass,2026-03-01,fail,2026-06-01"),
        ("ID,Feature,EVT,,DVT,", "ID,Feature,Result,Date,Result,Date", "1,a,pass,2026-03-01,fail,2026-06-01"),
        ("ID,Feature,EVT,DVT", "1,a,pass,fail"),
    ],
)
def test_gates_may_stand_in_the_row_above_the_headers(manifest: Callable[..., Manifest], lines: tuple[str, ...]) -> None:
    (capability,) = manifest(*lines).capabilities.values()
    assert {stage: gate.result for stage, gate in capability.gates.items()} == {"EVT": "passed", "DVT": "failed"}


def test_a_gate_above_the_headers_ends_at_the_next_heading(manifest: Callable[..., Manifest]) -> None:
    (capability,) = manifest(",DVT,Planning,", "Feature,Result,Due date,Owner", "a,open,2027-01-15,Ada").capabilities.values()
    assert (str(capability.gates["DVT"].due), capability.owner) == ("2027-01-15", "Ada")


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["Item,Feature,Owner", "1,Loudness,Ada", "2,Range,Bob"], ["Loudness", "Range"]),
        (["Item,Requirement,Owner", "1,Be loud,Ada"], ["Be loud"]),
        (["Item,Owner", "Loudness,Ada"], ["Loudness"]),
    ],
)
def test_items_that_are_only_numbered_are_no_names(manifest: Callable[..., Manifest], lines: list[str], names: list[str]) -> None:
    assert [each.name for each in manifest(*lines).capabilities.values()] == names


def test_headers_that_stand_again_are_no_feature(manifest: Callable[..., Manifest]) -> None:
    found = manifest("Feature,EVT", "Loudness,pass", "Feature,EVT", "Range,pass")
    assert [each.name for each in found.capabilities.values()] == ["Loudness", "Range"]
