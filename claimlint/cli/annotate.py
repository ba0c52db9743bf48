"""`claimlint annotate`: findings as comments in a copy of a Word document or of slides."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import click

from claimlint.caching.memory import Memory
from claimlint.cli.command import Command
from claimlint.cli.documents import FILE, Selection, document_options, memory_option
from claimlint.cli.manual import READ_FILES, Example, Manual
from claimlint.cli.output import write_bytes
from claimlint.cli.progress import progress_bar
from claimlint.configuration import FAIL_ON, FailOn, Settings
from claimlint.configuration.paths import normalised
from claimlint.counting import counted
from claimlint.errors import InputError, Problem
from claimlint.review.outcome import exit_status
from claimlint.sources import Discovered

MANUAL = Manual(
    examples=(
        Example("Comment on a press release in Word", "claimlint annotate press/release.docx --output reviewed.docx"),
        Example("The same of slides; an older copy is written over", "claimlint annotate decks/pitch.pptx --output reviewed.pptx --force"),
    ),
    exits={
        0: "Nothing was found at or above --fail-on.",
        1: "Something was.",
        2: "The document could not be read, or the copy could not be written.",
    },
    files=READ_FILES,
    see_also=("check",),
)


@click.command("annotate", cls=Command, manual=MANUAL)
@document_options
@memory_option
@click.option("--output", "-o", type=FILE, required=True, metavar="FILE", help="The copy to write, such as reviewed.docx.")
@click.option("--force", is_flag=True, help="Write over a copy that is already there.")
@click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    help="The severity from which findings make the exit status 1 (default: as configured, else error).",
)
@click.pass_context
def annotate(context: click.Context, selection: Selection, memory: Memory, output: Path, force: bool, fail_on: str | None) -> None:
    """Write each finding as a comment into a copy of a document, on the words that it is about.

    PATHS is one Word document (.docx) or one deck of slides (.pptx), or - for standard input. It is never changed; --output names
    the copy.
    """
    documents = selection.documents(cast("FailOn | None", fail_on))
    if len(documents) != 1:
        raise click.UsageError(f"One document is annotated at a time, and {len(documents)} are named.")
    (document,) = documents
    _check_output(document, output, force)

    from claimlint.annotating import annotate as annotated
    from claimlint.reports.options import RenderOptions
    from claimlint.reports.summary import summary

    with progress_bar() as progress:
        result = annotated(document, Settings(selection.as_of, memory=memory), progress)
    if result.data is not None:
        write_bytes(result.data, output)
        click.echo(f"{output.as_posix()}: {counted(result.comments, 'comment')} written; {document.reported} is as it was.")
    click.echo("\n".join(summary(result.report, RenderOptions())))
    context.exit(exit_status(result.report, {document.reported: document.configuration.fail_on}))


def _check_output(document: Discovered, output: Path, force: bool) -> None:
    """Raise InputError where the copy would be no copy, or take the place of a file that nobody gave up."""
    name = output.as_posix()
    if normalised(output) == document.path or (output.exists() and document.path.exists() and output.samefile(document.path)):
        raise InputError(Problem(name, None, None, "is the document itself, which is never changed.", "Name another file."))
    if output.suffix.lower() != document.path.suffix.lower():
        raise InputError(Problem(name, None, None, f"is a copy of a {document.path.suffix} file.", "Give it the same suffix."))
    if output.exists() and not force:
        raise InputError(Problem(name, None, None, "is already there.", "Name another file, or add --force to write over it."))
