"""Whatever a table holds, importing it ends in a manifest that loads, or in words for the user."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimlint.errors import InputError
from claimlint.importing import TableSettings, import_table
from claimlint.importing.numbers import DECIMALS
from tests.importing.conftest import loaded, workbook

HEADERS = (
    "ID Feature Requirement Product Aliases Concept Phase Status EVT DVT Validated Parameter Value Unit Min Max Condition"
    " Evidence Owner Build Date Due Expires Certificate Other"
).split()
WORDS = st.sampled_from(
    "passed failed open waived n/a EVT DVT-2 PVT none battery life weight operating temperature 24 h 10,5 1,500 1.500 ≥ 10 h -10…45 °C IP67"
    " 5.10 03/04/2026 2026-12-24 null ~ # - : {a [b *c &d !e | > %f @g `h 'i \"j #REF! FCC CE 12 hous".split(" ")
)
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20), st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
)
ROWS = st.lists(st.lists(TEXTS, min_size=len(HEADERS), max_size=len(HEADERS)), min_size=1, max_size=4)
SETTINGS = st.builds(TableSettings, decimal=st.sampled_from((None, *DECIMALS)), gate=st.sampled_from((None, "DVT")))


def as_csv(rows: Sequence[Sequence[str]]) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer).writerows(rows)
    return buffer.getvalue().encode("utf-8", errors="replace")


def named(headers: Sequence[str]) -> list[str]:
    """A row that names something, so that there is a table whatever the others hold."""
    return ["anchor" if header == "Feature" else "" for header in headers[:-1]] + ["x"]


@given(st.permutations(HEADERS), ROWS, SETTINGS)
def test_what_is_written_loads(headers: list[str], rows: list[list[str]], said: TableSettings) -> None:
    imported = import_table("table.csv", as_csv([headers, *rows, named(headers)]), said)
    manifest = loaded(imported.text)
    assert len(manifest.capabilities) == len(imported.capabilities)


@given(ROWS)
def test_nothing_is_validated_without_a_word_for_it(rows: list[list[str]]) -> None:
    words = {cell.casefold().strip(" :;,!*#") for row in rows for cell in row}
    table = as_csv([HEADERS, *rows, named(HEADERS)])
    manifest = loaded(import_table("table.csv", table, TableSettings(columns={"validated": ""})).text)
    results = {gate.result for capability in manifest.capabilities.values() for gate in capability.gates.values()}
    assert "passed" not in results or any("pass" in word for word in words)


@given(st.binary(max_size=200), st.sampled_from((".csv", ".tsv", ".xlsx", ".ods", ".xls", ".docx", "")))
def test_any_bytes_end_in_words_for_the_user(data: bytes, suffix: str) -> None:
    with pytest.raises(InputError, match=f"table{suffix}.*: (cannot be imported: |the table is empty|no (row|column))"):
        import_table(f"table{suffix}", data)


CELLS = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**9), 10**9), st.floats(allow_nan=False, allow_infinity=False), st.dates(), WORDS
)


@settings(max_examples=25)
@given(st.lists(CELLS, min_size=len(HEADERS), max_size=len(HEADERS)))
def test_any_cells_of_a_workbook_load(row: list[object]) -> None:
    assert loaded(import_table("table.xlsx", workbook(HEADERS, row, named(HEADERS))).text)


@pytest.mark.parametrize("name", ["null", "~", "yes", "5.10", "a: b", "- a", "# a", "a\nb", "\u2028", "\x07", '"', "é" * 300, "电池", "]"])
def test_a_name_is_kept_whatever_yaml_makes_of_it(name: str) -> None:
    text = import_table("table.csv", as_csv([["ID", "Feature", "Phase"], ["R-1", name, "EVT"]])).text
    (capability,) = loaded(text).capabilities.values()
    assert capability.name == (" ".join(name.replace("\x07", " ").replace("\u2028", " ").split()) or "R-1")
