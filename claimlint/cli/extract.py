"""`claimlint extract`: what documents promise, without a verdict."""

from __future__ import annotations

from pathlib import Path

import click

from claimlint.cli.documents import Selection, document_options
from claimlint.cli.output import destinations, report_options, write
from claimlint.configuration import Settings
from claimlint.reports.claims import CLAIM_FORMATS
from claimlint.review.outcome import UNREADABLE, has_unread


@click.command("extract")
@document_options
@report_options(" or ".join(CLAIM_FORMATS), default=None, told="json, with --explain text")
@click.option("--explain", is_flag=True, help="Say why each link won and what came second (in JSON beside the claims: explanations).")
@click.option("--all", "every", is_flag=True, help="As --explain, and say of every clause that is no claim why it is none.")
@click.pass_context
def extract(
    context: click.Context, selection: Selection, formats: tuple[str, ...], output: Path | None, explain: bool, every: bool
) -> None:
    """List the promises that copy makes, without a verdict.

    PATHS are files and folders, and - for standard input; without any, what the configuration includes is read.
    """
    explain = explain or every
    targets = destinations(formats or ("text" if explain else "json",), output, CLAIM_FORMATS)
    documents = selection.documents()

    from claimlint.check import check

    report = check(documents, Settings(selection.as_of, explain=explain))
    for target in targets:
        write(CLAIM_FORMATS[target.format](report, every), target)
    context.exit(UNREADABLE if has_unread(report) else 0)
