"""`claimlint report`: one line a run for the history."""

from __future__ import annotations

from pathlib import Path

import click

from claimlint.caching.memory import Memory
from claimlint.cli.command import Command
from claimlint.cli.documents import FILE, Selection, document_options, memory_option
from claimlint.cli.manual import READ_FILES, Example, Manual
from claimlint.cli.progress import progress_bar
from claimlint.configuration import Settings
from claimlint.review.outcome import CLEAN, UNREADABLE, has_unread

MANUAL = Manual(
    examples=(
        Example("Append a line for today", "claimlint report --append history.jsonl"),
        Example("Say what the line is of", "claimlint report docs --append history.jsonl --label v1.2"),
    ),
    exits={0: "All documents were read.", 2: "One could not be read, or the history could not."},
    files=READ_FILES,
    see_also=("trend",),
)


@click.command("report", cls=Command, manual=MANUAL)
@document_options
@memory_option
@click.option(
    "--append",
    "history",
    type=FILE,
    required=True,
    metavar="FILE",
    help="The history, such as history.jsonl; started where it is not there.",
)
@click.option("--label", metavar="TEXT", help="What the run is of; by default the git revision, where there is one.")
@click.pass_context
def report(context: click.Context, selection: Selection, memory: Memory, history: Path, label: str | None) -> None:
    """Check documents, and append how many promises hold as one line to a history, for `claimlint trend`.

    PATHS are files and folders; without any, what the configuration includes is checked. What was found is counted by channel, by the
    last gate passed, and by category; findings play no part in the exit status, which is 2 where a document could not be read.
    """
    documents = selection.documents()

    from claimlint.history import append, read_sound, record
    from claimlint.manifest.lock import revision_of
    from claimlint.reports.trend import headline

    read_sound(history)  # what is wrong with it is said before the long work
    name = (revision_of(Path()) or "") if label is None else label
    with progress_bar() as progress:
        run, checked = record(documents, Settings(selection.as_of, memory=memory), name, progress)
    number = append(run, history)
    click.echo(f"{history.as_posix()}: {headline(run)} (run {number})")
    for document in checked.documents:
        if document.reason is not None:
            click.echo(f"{document.path}: not checked: {document.reason}", err=True)
    context.exit(UNREADABLE if has_unread(checked) else CLEAN)
