"""Blocks that only introduce what follows."""

from __future__ import annotations

import pytest

from claimlint.document import Source
from claimlint.linking.labels import labels
from claimlint.readers import reader_for


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "| Feature | Value |\n|---|---|\n| Bluetooth | 30 m |", ["Feature", "Value", "Bluetooth"], id="header cells, row names"
        ),
        pytest.param(
            "| Feature | Heron |\n|---|---|\n| GPS | yes |", ["Feature", "Heron", "yes"], id="a row that is ticked off promises its name"
        ),
        pytest.param(
            "| Feature | Heron | Egret |\n|---|---|---|\n| GPS | yes | no |", ["Feature", "Heron", "Egret"], id="ticks for several products"
        ),
        pytest.param(
            "| Feature | Heron |\n|---|---|\n| GPS | no |", ["Feature", "Heron", "GPS"], id="a row that is denied promises nothing"
        ),
        pytest.param("- Radio:\n  - Wi-Fi\n  - GPS", ["Radio:"], id="head of a list within a list"),
        pytest.param("- Wi-Fi\n- GPS", [], id="plain items"),
        pytest.param("It has GPS.\n\nIt has Wi-Fi.", [], id="paragraphs"),
        pytest.param(
            "- Every radio that we could fit into so small a case:\n  - Wi-Fi", [], id="an introduction that is long enough to promise"
        ),
    ],
)
def test_labels(text, expected):
    blocks = reader_for("copy.md")(Source("copy.md", text)).blocks
    assert [block.text for block, label in zip(blocks, labels(blocks), strict=True) if label] == expected


def test_a_label_is_no_unknown_feature(claims_of):
    assert [claim.text for claim in claims_of("- Thermometer:\n  - Wi-Fi")] == ["Wi-Fi"]
