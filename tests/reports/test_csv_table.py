"""What a spreadsheet would take for a formula is text in the table."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest

from claimlint.reports import RenderOptions, render

Make = Callable[..., Any]


@pytest.mark.parametrize(
    ("message", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'=1"),
        ("\r\n=1", "'=1"),
        ("＝1", "'＝1"),
        ("a;=1", "a;'=1"),
        ('a "b", c', 'a "b", c'),
        ("works at -5 °C", "works at -5 °C"),
        ("it\nfloats", "it floats"),
    ],
)
def test_cells(make_report: Make, make_document: Make, make_claim: Make, make_finding: Make, message: str, cell: str) -> None:
    claim = make_claim("a.md", "It floats.", "floats")
    table = render(
        "csv", make_report(make_document("a.md", "It floats.", (claim,), (make_finding(claim, message=message),))), RenderOptions()
    )
    (row,) = csv.DictReader(io.StringIO(table, newline=""), strict=True)
    assert row["message"] == cell


def test_lines_end_as_the_standard_says(report: Any) -> None:
    table = render("csv", report, RenderOptions())
    assert table.count("\r\n") == table.count("\n") == 4
