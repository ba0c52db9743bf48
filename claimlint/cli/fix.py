"""`claimlint fix`: corrections that need nobody's judgement."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import cast

import click

from claimlint.cli.command import Command
from claimlint.cli.documents import Selection, baseline_option, document_options
from claimlint.cli.manual import READ_FILES, Example, Manual
from claimlint.cli.output import Destination, uses_color, width
from claimlint.cli.progress import progress_bar
from claimlint.configuration import FAIL_ON, FailOn, Settings
from claimlint.review.outcome import CLEAN, FINDINGS, UNREADABLE, exit_status

MANUAL = Manual(
    examples=(
        Example("Show what would change, and write nothing", "claimlint fix --diff docs"),
        Example("Correct a file in place", "claimlint fix docs/launch.md"),
        Example("Correct a text on its way through", "claimlint fix - --stdin-filename docs/draft.md < draft.md"),
    ),
    exits={
        0: "No finding is left at or above --fail-on; with --diff: nothing would change.",
        1: "One is left; with --diff: something would change.",
        2: "A document could not be read or written.",
    },
    files=READ_FILES,
    see_also=("check", "annotate"),
)


@click.command("fix", cls=Command, manual=MANUAL)
@document_options
@click.option("--diff", is_flag=True, help="Show what would change as a unified diff, and write nothing.")
@click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    help="The severity from which findings that are left make the exit status 1 (default: as configured, else error).",
)
@baseline_option
@click.pass_context
def fix(context: click.Context, selection: Selection, diff: bool, fail_on: str | None, baseline: Path | None) -> None:
    """Correct what can be corrected without anybody's judgement, and list the rest.

    A number, rating or version beyond what was validated becomes the validated one, a forbidden wording becomes the approved one
    where it fits, and a missing notice is added. Each correction is checked before it is kept; none makes a promise firmer.
    What the baseline holds stays as it is.

    PATHS are files and folders, which are changed in place, and - for standard input, which goes corrected to standard output;
    without any, what the configuration includes is corrected.
    """
    documents = selection.documents(cast("FailOn | None", fail_on), baseline)

    from claimlint.fixing import correct, left_in, write
    from claimlint.reports.fixes import headline, render_diff, render_fixes
    from claimlint.reports.options import RenderOptions

    settings = Settings(selection.as_of)
    with progress_bar() as progress:
        corrected = correct(documents, settings, progress)
    fixed = [each.fixed for each in corrected if each.fixed is not None]
    if diff:
        click.echo(render_diff(fixed), nl=False)
        click.echo(headline(fixed, "would be made"), err=True)
        context.exit(UNREADABLE if len(fixed) < len(corrected) else FINDINGS if any(each.changed for each in fixed) else CLEAN)
    corrected, problems = write(corrected)
    left = left_in(corrected, settings)
    given = [each for each in corrected if each.given]
    for each in given:
        _give_back(each.data or b"")
    options = RenderOptions(uses_color(Destination("text")), width(Destination("text")))
    click.echo(render_fixes([each.fixed for each in corrected if each.fixed is not None], left, options), nl=False, err=bool(given))
    for problem in problems:
        click.echo(str(problem), err=True)
    status = exit_status(left, {document.reported: document.configuration.fail_on for document in documents})
    context.exit(UNREADABLE if problems else status)


def _give_back(data: bytes) -> None:
    """Write a document as it is, line ends and byte order mark included."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
