"""`claimlint extract`: what documents promise, without a verdict."""

from __future__ import annotations

from pathlib import Path

import click

from claimlint.caching.memory import Memory
from claimlint.cli.command import Command
from claimlint.cli.documents import Selection, document_options, jobs_option, memory_option
from claimlint.cli.manual import READ_FILES, Example, Manual
from claimlint.cli.output import destinations, report_options, write
from claimlint.cli.progress import progress_bar
from claimlint.configuration import Settings
from claimlint.reports.claims import CLAIM_FORMATS
from claimlint.review.outcome import UNREADABLE, has_unread

MANUAL = Manual(
    examples=(
        Example("List the promises of a page as JSON", "claimlint extract docs/launch.md"),
        Example("Say of each promise why it is linked as it is", "claimlint extract --explain docs/launch.md"),
        Example("Say also of every other clause why it is no promise", "claimlint extract --all docs/launch.md"),
    ),
    exits={0: "All documents were read.", 2: "One could not be read."},
    files=READ_FILES,
    see_also=("check", "manifest suggest"),
)


@click.command("extract", cls=Command, manual=MANUAL)
@document_options
@memory_option
@jobs_option
@report_options(" or ".join(CLAIM_FORMATS), default=None, told="json, with --explain text", names=CLAIM_FORMATS)
@click.option("--explain", is_flag=True, help="Say why each link won and what came second (in JSON beside the claims: explanations).")
@click.option("--all", "every", is_flag=True, help="As --explain, and say of every clause that is no claim why it is none.")
@click.pass_context
def extract(
    context: click.Context,
    selection: Selection,
    memory: Memory,
    jobs: int | None,
    formats: tuple[str, ...],
    output: Path | None,
    explain: bool,
    every: bool,
) -> None:
    """List the promises that copy makes, without a verdict.

    PATHS are files and folders, and - for standard input; without any, what the configuration includes is read.
    """
    explain = explain or every
    targets = destinations(formats or ("text" if explain else "json",), output, CLAIM_FORMATS)
    documents = selection.documents()

    from claimlint.check import check

    with progress_bar() as progress:
        report = check(documents, Settings(selection.as_of, explain=explain, memory=memory, jobs=jobs), progress)
    for target in targets:
        write(CLAIM_FORMATS[target.format](report, every), target)
    context.exit(UNREADABLE if has_unread(report) else 0)
