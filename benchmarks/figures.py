"""What is measured beside what is asked, as the rows of a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from typing import Literal

_WIDTHS = (58, 26, 34)
_TITLES = ("Measured", "Asked", "Median (least to most)", "Reached")


@dataclass(frozen=True, slots=True)
class Asked:
    """A bound that a figure has to keep. goal: a bound that would be better still."""

    bound: Literal["at most", "at least"]
    value: float
    goal: float | None = None

    def reached(self, measured: float) -> str:
        """Say whether a figure keeps the bound: "no", "yes" or "goal"."""
        if self.goal is not None and self._keeps(measured, self.goal):
            return "goal"
        return "yes" if self._keeps(measured, self.value) else "no"

    def in_words(self, unit: str) -> str:
        """Give the bound as a cell of the table."""
        goal = "" if self.goal is None else f", goal {self.goal:g}{unit}"
        return f"{self.bound} {self.value:g}{unit}{goal}"

    def _keeps(self, measured: float, bound: float) -> bool:
        return measured <= bound if self.bound == "at most" else measured >= bound


@dataclass(frozen=True, slots=True)
class Figure:
    """Something that was measured. values: of each run. note: why there are none.

    unit: behind the number, with its space; empty for a count.
    """

    what: str
    values: tuple[float, ...]
    unit: str = " ×"
    asked: Asked | None = None
    note: str = ""

    def cells(self) -> tuple[str, str, str, str]:
        """Give the row of the table."""
        asked = self.asked.in_words(self.unit) if self.asked else ""
        if not self.values:
            return (self.what, asked, self.note, "")
        middle = median(self.values)
        digits = 2 if self.unit else 0
        spread = f" ({min(self.values):.{digits}f} to {max(self.values):.{digits}f})" if len(self.values) > 1 else ""
        return (self.what, asked, f"{middle:.{digits}f}{self.unit}{spread}", self.asked.reached(middle) if self.asked else "")


def heading() -> str:
    """Give the two lines above the rows."""
    return f"{_line(_TITLES)}\n{_line(tuple('-' * width for width in (*_WIDTHS, len(_TITLES[-1]))))}"


def row(figure: Figure) -> str:
    """Give a figure as a line of the table."""
    return _line(figure.cells())


def ratios(pairs: list[tuple[float, float]]) -> tuple[float, ...]:
    """Divide what was measured in turn; pairs of which a part could not be measured are left out."""
    return tuple(_ratios(pairs))


def _ratios(pairs: list[tuple[float, float]]) -> Iterator[float]:
    for one, other in pairs:
        if one and other:
            yield one / other


def _line(cells: tuple[str, ...]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, (*_WIDTHS, 0), strict=True)).rstrip()
