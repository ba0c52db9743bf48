"""`claimlint trend`: a history as a table and as a chart."""

from __future__ import annotations

from pathlib import Path

import click

from claimlint.cli.command import Command
from claimlint.cli.documents import FILE
from claimlint.cli.manual import Example, Manual
from claimlint.cli.output import destinations, report_options, write
from claimlint.review.outcome import CLEAN, UNREADABLE

MANUAL = Manual(
    examples=(
        Example("Show the history in the terminal", "claimlint trend history.jsonl"),
        Example("Draw it as a chart", "claimlint trend history.jsonl --format svg --output trend.svg"),
    ),
    exits={0: "All lines were read.", 2: "Some could not be read; the others are shown."},
    see_also=("report",),
)


@click.command("trend", cls=Command, manual=MANUAL)
@click.argument("history", type=FILE, metavar="HISTORY")
@report_options("text, svg or html", names=("text", "svg", "html"))
@click.pass_context
def trend(context: click.Context, history: Path, formats: tuple[str, ...], output: Path | None) -> None:
    """Show from a history how promises and what engineering stands behind approach each other.

    HISTORY is a file that `claimlint report --append` has written; of several runs of one day the last counts.
    """
    from claimlint.history import by_day, read_history
    from claimlint.reports.trend import TREND_FORMATS, render_trend

    targets = destinations(formats, output, TREND_FORMATS)
    runs, problems = read_history(history)
    for target in targets:
        write(render_trend(target.format, by_day(runs)), target)
    for problem in problems:
        click.echo(str(problem), err=True)
    context.exit(UNREADABLE if problems else CLEAN)
