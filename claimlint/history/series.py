"""Runs as a series of days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from claimlint.recorded import Run


def by_day(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Give the last run of each day, in the order of the days, whatever the order in which they were appended."""
    last: dict[date, Run] = {}
    for run in runs:
        last[run.day] = run
    return tuple(last[day] for day in sorted(last))
