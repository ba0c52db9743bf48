"""Tables of every kind of file say the same; what cannot be read ends in one clear message."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from claimlint.errors import InputError
from claimlint.importing import TableSettings, import_table
from claimlint.manifest.model import Capability, Manifest
from claimlint.readers import formats
from tests.importing.conftest import loaded, saved, workbook
from tests.readers.test_open_document import packed

LINES = (
    "ID;Merkmal;Phase;Ergebnis;Messwert;Einheit;Verantwortlich",
    "A-1;Battery life;EVT;bestanden;10,5;h;Jörg",
    "A-2;Weight;EVT;offen;;;",
)
HEADERS = ["ID", "Feature", "Phase", "Result", "Value", "Unit", "Owner"]


def imported(path: str, data: bytes, **settings: object) -> Manifest:
    return loaded(import_table(path, data, TableSettings(**settings)).text)


def said(manifest: Manifest) -> list[tuple[str, dict[str, str], list[str], str | None]]:
    """Name, results, limits and owner of each capability."""

    def of(each: Capability) -> tuple[str, dict[str, str], list[str], str | None]:
        return (
            each.name,
            {stage: gate.result for stage, gate in each.gates.items()},
            [limit.text for limit in each.limits.values()],
            each.owner,
        )

    return [of(each) for each in manifest.capabilities.values()]


EXPECTED = [("Battery life", {"EVT": "passed"}, ["10.5 h"], "Jörg"), ("Weight", {"EVT": "planned"}, [], None)]


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("a.csv", "\n".join(LINES).encode("utf-8")),
        ("a.csv", "\r\n".join(LINES).encode("utf-8-sig")),
        ("a.csv", "\r".join(LINES).encode("cp1252")),
        ("a.csv", "\n".join(LINES).encode("utf-16")),
        ("a.csv", ("sep=;\n" + "\n".join(LINES)).encode("utf-8")),
        ("a.tsv", "\n".join(LINES).replace(";", "\t").encode("utf-8")),
        ("a.xlsx", workbook(HEADERS, ["A-1", "Battery life", "EVT", "pass", 10.5, "h", "Jörg"], ["A-2", "Weight", "EVT", "open"])),
        (
            "a.xlsx",
            workbook(
                Notes=[["see next"]],
                Data=[HEADERS, ["A-1", "Battery life", "EVT", "pass", 10.5, "h", "Jörg"], ["A-2", "Weight", "EVT", "open"]],
            ),
        ),
    ],
    ids=["UTF-8", "BOM", "Latin-1", "UTF-16", "declared", "tabs", "workbook", "second sheet"],
)
def test_every_kind_says_the_same(path: str, data: bytes) -> None:
    assert said(imported(path, data)) == EXPECTED


def test_a_delimiter_that_the_user_names() -> None:
    assert said(imported("a.txt", "\n".join(LINES).replace(";", "^").encode("utf-8"), delimiter="^")) == EXPECTED


def test_open_document() -> None:
    def cell(value: object) -> str:
        if isinstance(value, float):
            return f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p></table:table-cell>'
        return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'

    rows = [HEADERS, ["A-1", "Battery life", "EVT", "pass", 10.5, "h", "Jörg"], ["A-2", "Weight", "EVT", "open"]]
    table = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    body = f'<office:spreadsheet><table:table table:name="Data">{table}</table:table></office:spreadsheet>'
    assert said(imported("a.ods", packed(body))) == EXPECTED


def test_a_cell_that_is_merged_down_stands_for_each_row() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["Plan", None, None],
        ["Feature", "Phase", "Status"],
        ["Weight", "EVT", "pass"],
        [None, "DVT", "pass"],
        [None, "PVT", "open"],
    ):
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("A3:A5")
    assert said(imported("a.xlsx", saved(book))) == [("Weight", {"EVT": "passed", "DVT": "passed", "PVT": "planned"}, [], None)]


@pytest.mark.parametrize(
    ("value", "shown_as", "limit"),
    [
        (0.85, "0%", "85 %"),
        (24, '0" h"', "24 h"),
        (24, '0.0\\ "h"', "24 h"),
        (0.1 + 0.2, "General", "0.3 h"),
        (1.125, "General", "1.125 h"),
    ],
)
def test_numbers_are_as_they_are_shown(value: float, shown_as: str, limit: str) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Feature", "Concept", "Value", "Unit"])
    unit = None if "h" in shown_as or "%" in shown_as else "h"
    sheet.append(["Endurance", "power-efficiency" if "%" in shown_as else "battery-life", value, unit])
    sheet["C2"].number_format = shown_as
    text = import_table("a.xlsx", saved(book)).text
    assert limit in text


def test_dates_of_a_workbook_are_exact() -> None:
    data = workbook(["Feature", "Phase", "Status", "Date"], ["Weight", "EVT", "pass", datetime(2026, 4, 3)])
    assert imported("a.xlsx", data).capabilities["weight"].gates["EVT"].day == date(2026, 4, 3)


def test_a_formula_without_a_value_and_one_with_an_error_are_said() -> None:
    data = workbook(["Feature", "Phase", "Status"], ["Weight", "EVT", "=A1"], ["Size", "EVT", "#REF!"])
    notes = import_table("a.xlsx", data).notes
    assert "1 formula has no value and could not be read: open it in a spreadsheet program, and save it." in notes
    assert 'row 3, column "Status": the formula shows an error, so the cell counts as empty.' in notes


def test_of_several_sheets_one_is_taken_and_the_others_are_named() -> None:
    data = workbook(EVT=[["Feature", "Status"], ["a", "pass"]], DVT=[["Feature", "Status"], ["b", "pass"]])
    assert 'sheet "EVT" was taken; DVT may be meant as well: --sheet names another one.' in import_table("a.xlsx", data).notes
    assert list(imported("a.xlsx", data, sheet="dvt", gate="DVT").capabilities) == ["b"]


def archive(**parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("path", "data", "problem"),
    [
        (
            "a.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "it is protected by a password; save a copy",
        ),
        ("a.xlsx", b"PK\x03\x04 cut off", "it is damaged or cut off: no whole .xlsx file"),
        ("a.xlsx", b"ID,Feature", "it is no .xlsx file, whatever its name says"),
        ("a.xlsx", archive(other="text"), "it is an archive, but holds no Excel document"),
        ("a.ods", archive(other="text"), "it is an archive, but no .ods file"),
        ("a.xls", b"", "save it as .xlsx"),
        ("a.docx", b"", "it is no table; save it as one of these: .csv, .tsv"),
        ("a", b"", "claimlint has no reader for this kind of file"),
        ("a.csv", b"Feature\0Status", "it holds zero bytes, so it is binary data or UTF-16 without a byte order mark"),
        ("a.csv", b"Feature\n\x81\x8d", "it is neither UTF-8 nor Windows-1252 text; save it as UTF-8"),
    ],
)
def test_what_cannot_be_read_ends_in_one_message(path: str, data: bytes, problem: str) -> None:
    with pytest.raises(InputError) as caught:
        import_table(path, data)
    assert str(caught.value).startswith(f"{path}: cannot be imported: ")
    assert problem in str(caught.value)


def test_what_is_not_installed_is_named_with_the_way_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    needy = replace(formats.FORMATS[".xlsx"], imports=("no_such_package",))
    monkeypatch.setattr(formats, "FORMATS", {**formats.FORMATS, ".xlsx": needy})
    with pytest.raises(InputError, match=r"reading \.xlsx needs .* pip install 'claimlint-copy\[office\]'"):
        import_table("a.xlsx", b"PK")


def test_a_note_of_the_decoding_is_passed_on() -> None:
    assert any("was read as Windows-1252" in note for note in import_table("a.csv", "\n".join(LINES).encode("cp1252")).notes)
