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
        pytest.param("| Feature | Heron |\n|---|---|\n| GPS | yes |", ["Feature", "Heron", "GPS"], id="a row that is ticked off"),
        pytest.param("- Radio:\n  - Wi-Fi\n  - GPS", ["Radio:"], id="head of a list within a list"),
        pytest.param("- Wi-Fi\n- GPS", [], id="plain items"),
        pytest.param("It has GPS.\n\nIt has Wi-Fi.", [], id="paragraphs"),
        pytest.param(
            "- Every radio that we could fit into so small a case:\n  - Wi-Fi", [], id="an introduction that is long enough to promise"
        ),
    ],
)
def test_labels(lexicon, text, expected):
    blocks = reader_for("copy.md")(Source("copy.md", text)).blocks
    assert [block.text for block, label in zip(blocks, labels(blocks, lexicon), strict=True) if label] == expected


def test_a_label_is_no_unknown_feature(claims_of):
    assert [claim.text for claim in claims_of("- Thermometer:\n  - Wi-Fi")] == ["Wi-Fi"]
