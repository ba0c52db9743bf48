"""A history as a chart: one line for what copy promises, one for what of it holds, and between them what is still to be closed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from claimlint.recorded import Run
from claimlint.reports.pages import as_html, as_svg

_TEMPLATE = "trend"

WIDTH, HEIGHT = 860, 420
LEFT, RIGHT, TOP, BOTTOM = 56, 150, 72, 48
_STEPS = (1, 2, 5)
_MOST_TICKS = 6
_BETWEEN_DAYS = 96
"""Pixels that the label of a day takes."""
_BETWEEN_NAMES = 20
_BETWEEN_DOTS = 12


@dataclass(frozen=True, slots=True)
class Mark:
    """Something at a place of an axis. at: pixels from the left or from the top."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A run on a line, in pixels. partly: not every document could be checked."""

    x: float
    y: float
    partly: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the chart. name: with its last number; name_at: from the top, apart from the other name.

    dots: of all runs where they have room, else of those alone that tell of less than all copy.
    """

    kind: str
    name: str
    name_at: float
    points: tuple[tuple[float, float], ...]
    dots: tuple[Dot, ...]

    @property
    def path(self) -> str:
        """The points as SVG has them."""
        return " ".join(f"{x:g},{y:g}" for x, y in self.points)


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything that the template places. days, numbers: the marks of the axes."""

    days: tuple[Mark, ...]
    numbers: tuple[Mark, ...]
    promised: Line
    held: Line

    @property
    def gap(self) -> str:
        """The outline of what lies between the two lines."""
        return " ".join(f"{x:g},{y:g}" for x, y in (*self.promised.points, *reversed(self.held.points)))


def render_svg(runs: Sequence[Run]) -> str:
    """Give a picture that stands alone, light or dark as its reader's screen is, with its numbers as a description in words."""
    return as_svg(_TEMPLATE, _drawing(runs, alone=True))


def render_html(runs: Sequence[Run]) -> str:
    """Give a page with the same picture and a table of its numbers; nothing is loaded from anywhere."""
    return as_html(_TEMPLATE, _drawing(runs, alone=False))


@dataclass(frozen=True, slots=True)
class _Drawing:
    """What the templates show. chart: None without runs. alone: no page around it. left, right, floor: edges of the field, in pixels."""

    runs: tuple[Run, ...]
    chart: Chart | None
    alone: bool
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    floor: int = HEIGHT - BOTTOM


def _drawing(runs: Sequence[Run], *, alone: bool) -> _Drawing:
    return _Drawing(tuple(runs), chart_of(runs) if runs else None, alone)


def chart_of(runs: Sequence[Run]) -> Chart:
    """Place the runs of one day or more on a drawing of WIDTH by HEIGHT."""
    top, step = _scale(max(run.promised for run in runs))
    first, last = runs[0].day, runs[-1].day

    def x(day: date) -> float:
        share = (day - first).days / (last - first).days if last > first else 0.5
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def y(number: int) -> float:
        return round(HEIGHT - BOTTOM - number / top * (HEIGHT - TOP - BOTTOM), 1)

    def points(number: Callable[[Run], int]) -> tuple[tuple[float, float], ...]:
        return tuple((x(run.day), y(number(run))) for run in runs)

    def dots(places: tuple[tuple[float, float], ...]) -> tuple[Dot, ...]:
        roomy = _BETWEEN_DOTS * (len(runs) - 1) <= WIDTH - LEFT - RIGHT
        found = (Dot(*at, partly=run.not_checked > 0) for at, run in zip(places, runs, strict=True))
        return tuple(dot for dot in found if roomy or dot.partly)

    promised, held = points(lambda run: run.promised), points(lambda run: run.held)
    upper, lower = promised[-1][1], held[-1][1]
    apart = max(0.0, _BETWEEN_NAMES - (lower - upper)) / 2
    return Chart(
        _days([(x(run.day), run.day) for run in runs]),
        tuple(Mark(y(number), str(number)) for number in range(0, top + 1, step)),
        Line("promised", f"promised: {runs[-1].promised}", upper - apart, promised, dots(promised)),
        Line("held", f"holds: {runs[-1].held}", lower + apart, held, dots(held)),
    )


def _scale(most: int) -> tuple[int, int]:
    """Give the top of the axis and the step between its numbers: 1, 2 or 5 times a power of ten."""
    power = 1
    while True:
        for factor in _STEPS:
            step = factor * power
            if step * _MOST_TICKS >= most:
                return max(step, -(-most // step) * step), step
        power *= 10


def _days(places: Sequence[tuple[float, date]]) -> tuple[Mark, ...]:
    """Label as many days as have room, the last in any case."""
    marks: list[Mark] = []
    for at, day in reversed(places):
        if not marks or marks[-1].at - at >= _BETWEEN_DAYS:
            marks.append(Mark(at, day.isoformat()))
    return tuple(reversed(marks))
