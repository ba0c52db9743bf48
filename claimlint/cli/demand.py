"""`claimlint demand`: what copy promises before it is validated, and what nobody says though it is."""

from __future__ import annotations

from pathlib import Path

import click

from claimlint.caching.memory import Memory
from claimlint.cli.command import Command
from claimlint.cli.documents import Selection, document_options, memory_option
from claimlint.cli.manual import READ_FILES, Example, Manual
from claimlint.cli.output import destinations, report_options, uses_color, width, write
from claimlint.cli.progress import progress_bar
from claimlint.configuration import Settings
from claimlint.review.outcome import CLEAN, UNREADABLE

MANUAL = Manual(
    examples=(
        Example("What does copy promise that is not validated yet?", "claimlint demand"),
        Example("The same of one folder, as a page", "claimlint demand docs --format html:demand.html"),
    ),
    exits={0: "All documents were read.", 2: "One could not be read."},
    files=READ_FILES,
    see_also=("sayable", "manifest suggest"),
)


@click.command("demand", cls=Command, manual=MANUAL)
@document_options
@memory_option
@report_options("text, json, markdown or html", names=("text", "json", "markdown", "html"))
@click.pass_context
def demand(context: click.Context, selection: Selection, memory: Memory, formats: tuple[str, ...], output: Path | None) -> None:
    """Count what copy promises and engineering has not validated yet, and name what is validated and nobody says.

    PATHS are files and folders, and - for standard input; without any, what the configuration includes is read. A capability is
    wanted where copy promises it on a channel on which it may not be stated as a fact yet, however carefully it is worded there; what
    goes further than the policy allows is too early. The most urgent comes first: most often too early, then most often, most firmly.

    Promises in internal documents are counted in a column of their own: what colleagues ask for is demand as well, but nobody
    outside has been promised it. What is denied is no demand; what a testimonial says is.
    """
    from claimlint.demand import demand_for
    from claimlint.reports import RenderOptions
    from claimlint.reports.demand import DEMAND_FORMATS

    targets = destinations(formats, output, DEMAND_FORMATS)
    documents = selection.documents()
    with progress_bar() as progress:
        found = demand_for(documents, Settings(selection.as_of, memory=memory), progress)
    for target in targets:
        options = RenderOptions(uses_color(target), width(target))
        write(DEMAND_FORMATS[target.format](found, options), target)
    context.exit(UNREADABLE if found.unread else CLEAN)
