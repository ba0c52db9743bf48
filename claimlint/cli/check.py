"""`claimlint check`: the main job."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

import click

from claimlint.caching.memory import Memory
from claimlint.cli.command import Command
from claimlint.cli.documents import (
    STANDARD_INPUT,
    ChangeOptions,
    Selection,
    baseline_option,
    change_options,
    document_options,
    jobs_option,
    memory_option,
)
from claimlint.cli.manual import READ_FILES, Example, Manual
from claimlint.cli.output import Destination, destinations, report_options, uses_color, width, working_directory, write
from claimlint.cli.progress import progress_bar
from claimlint.configuration import FAIL_ON, FailOn, Settings
from claimlint.finding import SEVERITIES, Report, Severity
from claimlint.reports import FORMATS, RenderOptions, pieces
from claimlint.review.outcome import exit_status
from claimlint.sources.account import account
from claimlint.timing import Stopwatch, spent

ENGINES = ("local", "ray")

MANUAL = Manual(
    examples=(
        Example("Check all that the configuration includes", "claimlint check"),
        Example("Check a file and a folder", "claimlint check docs/launch.md decks"),
        Example("Check a folder as what only sales reads", "claimlint check docs --channel sales"),
        Example("Check as of the day of the launch", "claimlint check docs --as-of 2027-02-15"),
        Example("Check what comes from another program", "claimlint check - --stdin-filename docs/draft.md < draft.md"),
        Example("Read the report here, and keep one for other programs", "claimlint check --format text --format json:report.json"),
        Example(
            "Have what is found now not count as new",
            "claimlint check --baseline .claimlint-baseline.json --update-baseline",
        ),
        Example("Show what was read, against what, and where the time went", "claimlint check --verbose docs"),
    ),
    exits={
        0: "Nothing new was found at or above --fail-on.",
        1: "Something was, or the baseline has what it should not have.",
        2: "A document, the configuration, the manifest, the rules or the baseline could not be read; the rest is reported all the same.",
    },
    files=(*READ_FILES, ".claimlint-baseline.json"),
    environment=("NO_COLOR", "FORCE_COLOR", "CI"),
    see_also=("explain", "fix", "sayable"),
)


@click.command("check", cls=Command, manual=MANUAL)
@document_options
@memory_option
@jobs_option
@change_options
@report_options(", ".join(FORMATS), names=FORMATS)
@click.option(
    "--fail-on", type=click.Choice(FAIL_ON), help="The severity from which the exit status is 1 (default: as configured, else error)."
)
@click.option(
    "--min-severity",
    type=click.Choice(SEVERITIES),
    default="info",
    help="Leave lower findings out of every report; text and JSON count them, and the exit status stays.",
)
@baseline_option
@click.option("--update-baseline", is_flag=True, help="Write the baseline: what is found now, without entries that match nothing any more.")
@click.option(
    "--ratchet",
    is_flag=True,
    help="Let the baseline only shrink: fail on entries that match nothing any more, and have --update-baseline add nothing.",
)
@click.option(
    "--ratchet-from",
    metavar="REVISION",
    help="As --ratchet, and fail on entries that the baseline did not have where the branch left this git revision.",
)
@click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default="local",
    show_default=True,
    help="What does the work: this computer, or a Ray cluster, which reads URLs as well and writes --format jsonl:PATH or parquet:PATH.",
)
@click.option("--exhaustive", is_flag=True, help="Parse every sentence, also where its words make it unlikely that it promises anything.")
@click.option(
    "--show-all", is_flag=True, help="Show findings that are suppressed or in the baseline as well, in text, JSON, Markdown and CSV."
)
@click.option(
    "--quiet", "-q", is_flag=True, help="Show findings and what was not checked, and nothing else: no notes, no counts, no progress bar."
)
@click.option(
    "--verbose",
    "-v",
    is_flag=True,
    help="Show fingerprints, for `claimlint explain --finding`, and group nothing; say on standard error what is checked against what, "
    "which pattern decides each channel, and where the time went.",
)
@click.pass_context
def check(
    context: click.Context,
    selection: Selection,
    memory: Memory,
    jobs: int | None,
    change: ChangeOptions,
    formats: tuple[str, ...],
    output: Path | None,
    fail_on: str | None,
    min_severity: str,
    baseline: Path | None,
    update_baseline: bool,
    ratchet: bool,
    ratchet_from: str | None,
    engine: str,
    exhaustive: bool,
    show_all: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Find promises in copy that engineering has not validated yet.

    PATHS are files and folders, and - for standard input; without any, what the configuration includes is checked.
    A file that copy is checked against (the manifest or a copy of it, the configuration, the baseline, rules of your own) stands for all
    copy that the configuration includes.

    With --changed-since or --diff only findings of a change are reported and count; how many older ones stand is said. Where the
    change has a file that copy is checked against, all findings in that copy are.
    """
    _refuse_contradictions(selection, change, update_baseline=update_baseline)
    if quiet and verbose:
        raise click.UsageError("--quiet and --verbose exclude each other.")
    if engine == "ray":
        from claimlint.cli.scale import Scaled, check_with_ray

        how = Scaled(cast("FailOn | None", fail_on), cast(Severity, min_severity), exhaustive, show_all, quiet, jobs)
        context.exit(check_with_ray(context, selection, formats, output, how))
    targets = destinations(formats, output, FORMATS)
    find = Stopwatch()
    with find.stage("find"):
        documents, versions = change.applied(selection.documents(cast("FailOn | None", fail_on), baseline, parts=True), selection.paths)
    _say(account(documents) if verbose else ())

    from claimlint.check import check as run

    settings = Settings(
        selection.as_of,
        exhaustive=exhaustive,
        update_baseline=update_baseline,
        ratchet=ratchet or ratchet_from is not None,
        ratchet_from=ratchet_from,
        memory=memory,
        jobs=jobs,
    )
    with progress_bar(quiet) as progress:
        report = run(documents, settings, progress, versions)
    root, folder = working_directory()
    shown = RenderOptions(False, 0, cast(Severity, min_severity), show_all, verbose, root, folder, quiet=quiet)
    written = _written(report, targets, shown)
    _say(spent({**find.seconds, **report.timings, **written}) if verbose else ())
    context.exit(exit_status(report, {document.reported: document.configuration.fail_on for document in documents}))


def _written(report: Report, targets: Sequence[Destination], shown: RenderOptions) -> Mapping[str, float]:
    """Write a report to where it goes; gives the seconds that it took. shown: options, but for color and width, which the places decide."""
    watch = Stopwatch()
    with watch.stage("report"):
        for target in targets:
            options = replace(shown, color=uses_color(target), width=width(target))
            write(pieces(target.format, report, options), target)
    # A report for people that is read here has the notes already.
    _say(map(_note, () if shown.quiet or Destination("text") in targets else report.notes))
    return watch.seconds


def _refuse_contradictions(selection: Selection, change: ChangeOptions, *, update_baseline: bool) -> None:
    if update_baseline and STANDARD_INPUT in selection.paths:
        raise click.UsageError("--update-baseline takes files, not standard input: the baseline keeps their paths.")
    if update_baseline and change != ChangeOptions():
        raise click.UsageError("--update-baseline takes up all findings, not those of a change; leave out --changed-since and --diff.")
    if change.diff == STANDARD_INPUT and STANDARD_INPUT in selection.paths:
        raise click.UsageError("Standard input is either a document or a diff; write the diff to a file.")


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line, err=True)


def _note(text: str) -> str:
    return f"{click.style('note:', fg='cyan', bold=True)} {text}"
