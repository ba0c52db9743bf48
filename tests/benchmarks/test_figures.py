"""A reader sees at once what is asked, what was measured, and whether that is enough."""

from __future__ import annotations

import pytest

from benchmarks.figures import Asked, Figure, heading, ratios, row


@pytest.mark.parametrize(
    ("asked", "measured", "reached"),
    [
        (Asked("at most", 1.6, goal=1.2), 1.7, "no"),
        (Asked("at most", 1.6, goal=1.2), 1.6, "yes"),
        (Asked("at most", 1.6, goal=1.2), 1.2, "goal"),
        (Asked("at least", 5, goal=20), 4.9, "no"),
        (Asked("at least", 5, goal=20), 5.0, "yes"),
        (Asked("at least", 5, goal=20), 21.0, "goal"),
        (Asked("at least", 1.7), 30.0, "yes"),
    ],
)
def test_a_bound_is_kept_or_not(asked: Asked, measured: float, reached: str) -> None:
    assert asked.reached(measured) == reached


@pytest.mark.parametrize(
    ("figure", "cells"),
    [
        pytest.param(
            Figure("cold", (1.5, 1.25, 1.75), asked=Asked("at most", 1.6, goal=1.2)),
            ("cold", "at most 1.6 ×, goal 1.2 ×", "1.50 × (1.25 to 1.75)", "yes"),
            id="the median decides",
        ),
        pytest.param(Figure("share", (7.125,), " %"), ("share", "", "7.12 %", ""), id="nothing asked, one run"),
        pytest.param(Figure("modules", (0,), "", Asked("at most", 0)), ("modules", "at most 0", "0", "yes"), id="a count"),
        pytest.param(
            Figure("alex", (), note="not installed: no network"), ("alex", "", "not installed: no network", ""), id="not measured"
        ),
        pytest.param(
            Figure("memory", (), asked=Asked("at most", 1.3), note="unknown"),
            ("memory", "at most 1.3 ×", "unknown", ""),
            id="asked, not measured",
        ),
    ],
)
def test_a_figure_as_a_row(figure: Figure, cells: tuple[str, ...]) -> None:
    assert figure.cells() == cells


def test_columns_stand_below_their_titles() -> None:
    titles, line = heading().splitlines()
    shown = row(Figure("warm", (0.25,), " s", Asked("at most", 0.35)))
    assert [shown.index(word) for word in ("warm", "at most", "0.25", "yes")] == [
        titles.index(word) for word in ("Measured", "Asked", "Median", "Reached")
    ]
    assert line.split() == ["-" * len(part) for part in line.split()]


def test_a_pair_of_which_one_could_not_be_measured_gives_no_ratio() -> None:
    assert ratios([(3.0, 2.0), (3.0, 0.0), (0.0, 2.0)]) == (1.5,)
