"""How promises and what engineering stands behind approach each other, day by day: as text, as a picture, as a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from claimlint.counting import counted
from claimlint.recorded import Run
from claimlint.reports.chart import render_html, render_svg
from claimlint.reports.excerpt import printable

BAR = 20
"""Characters of a full bar."""


def render_trend(name: str, runs: Sequence[Run]) -> str:
    """Write the runs of several days, in their order, in a format of TREND_FORMATS; the text ends with a line end."""
    return TREND_FORMATS[name](runs)


def headline(run: Run) -> str:
    """Say in a line how much of a run holds."""
    documents = f"{counted(run.checked, 'document')} checked"
    missing = f", {run.not_checked} not" if run.not_checked else ""
    return f"{run.day}: {run.held} of {run.promised} promises hold, {documents}{missing}"


def render_text(runs: Sequence[Run]) -> str:
    """Give a table of the days with bars, then the last day by channel and the findings of the first and the last day by category."""
    if not runs:
        return "The history holds no run yet.\n"
    parts = (_days(runs), _unchecked(runs), _channels(runs[-1]), _categories(runs[0], runs[-1]))
    return "\n".join("".join(f"{line}\n" for line in lines) for part in parts if (lines := tuple(part)))


def _days(runs: Sequence[Run]) -> Iterator[str]:
    rows = [("Day", "Promises", "Hold", "Findings", "Share that holds".ljust(BAR + 6), "Capabilities by last gate passed")]
    rows += [
        (
            run.day.isoformat(),
            str(run.promised),
            str(run.held),
            str(run.findings),
            _bar(run.held, run.promised),
            ", ".join(f"{number} {printable(gate)}" for gate, number in run.capabilities if number),
        )
        for run in runs
    ]
    yield from _table(rows, "<>>><<")


def _unchecked(runs: Sequence[Run]) -> Iterator[str]:
    """Yield a line for each day on which there was more copy than could be checked."""
    for run in runs:
        if run.not_checked:
            what = "1 document was" if run.not_checked == 1 else f"{run.not_checked} documents were"
            yield f"{run.day}: {what} not checked; the promises in {'it' if run.not_checked == 1 else 'them'} do not count here."


def _channels(run: Run) -> Iterator[str]:
    promised, held, findings = (count(lambda each: each.channel) for count in (run.promised_by, run.held_by, run.findings_by))
    rows = [(f"Channel, {run.day}", "Promises", "Hold", "Findings", "Share that holds")]
    rows += [
        (printable(name), str(promised[name]), str(held[name]), str(findings[name]), _bar(held[name], promised[name]))
        for name in sorted(promised)
    ]
    yield from _table(rows, "<>>><") if promised else ()


def _categories(first: Run, last: Run) -> Iterator[str]:
    before, after = (run.findings_by(lambda each: each.category) for run in (first, last))
    rows = [("Findings", *dict.fromkeys((first.day.isoformat(), last.day.isoformat())))]
    rows += [
        (printable(name), *((str(before[name]),) if first is not last else ()), str(after[name])) for name in sorted({*before, *after})
    ]
    yield from _table(rows, "<>>") if before or after else ()


def _bar(part: int, whole: int) -> str:
    """Give a bar with its percentage; a whole of nothing has neither."""
    if not whole:
        return ""
    filled = round(BAR * part / whole)
    return f"{'█' * filled}{'░' * (BAR - filled)} {f'{100 * part // whole} %':>5}"


def _table(rows: Sequence[Sequence[str]], sides: str) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(f"{cell:{side}{width}}" for cell, side, width in zip(row, sides, widths, strict=False)).rstrip()


TREND_FORMATS: Mapping[str, Callable[[Sequence[Run]], str]] = {"text": render_text, "svg": render_svg, "html": render_html}
"""Name of each format and the function that writes it."""
