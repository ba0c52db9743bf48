"""Plain text is read as people type it."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Lasts ten\nhours.\n\nAnd more.", [("paragraph", "Lasts ten hours."), ("paragraph", "And more.")], id="paragraphs"),
        pytest.param("Aurora X1\n\nLasts.", [("heading", "Aurora X1"), ("paragraph", "Lasts.")], id="a short line is a heading"),
        pytest.param("Aurora X1", [("paragraph", "Aurora X1")], id="the last line is none"),
        pytest.param("It is here!\n\nLasts.", [("paragraph", "It is here!"), ("paragraph", "Lasts.")], id="a sentence is none"),
        pytest.param(
            "Aurora\n======\nX1\nyes\n\nRadio\n---\nBLE",
            [("heading", "Aurora"), ("paragraph", "X1 yes"), ("heading", "Radio"), ("paragraph", "BLE")],
            id="underlined",
        ),
        pytest.param(
            "- GPS\n  and NFC\n* BLE\n• USB\n2) IP67", [("list-item", t) for t in ("GPS and NFC", "BLE", "USB", "IP67")], id="lists"
        ),
        pytest.param("Weight: 200 g\nLife: 10 h\n", [("paragraph", "Weight: 200 g"), ("paragraph", "Life: 10 h")], id="named values"),
        pytest.param("One.\n* * *\nTwo.", [("paragraph", "One."), ("paragraph", "Two.")], id="a rule"),
        pytest.param("-40 to 85 °C\n", [("paragraph", "-40 to 85 °C")], id="a minus is no bullet"),
    ],
)
def test_construct(summary: Callable[[str, str], list[tuple[str, str]]], text: str, expected: list[tuple[str, str]]) -> None:
    assert summary("a.txt", text) == expected


def test_items_know_their_introduction_over_empty_lines(blocks: Callable[[str, str], list]) -> None:  # type: ignore[type-arg]
    assert [block.introduction for block in blocks("a.txt", "Soon:\n\n- GPS\n\n- NFC\n")] == ["", "Soon:", "Soon:"]
