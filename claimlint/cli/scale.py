"""`claimlint check --engine ray`: copy by the hundred thousand, wherever it lies."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from claimlint.cli.documents import STANDARD_INPUT, Selection
from claimlint.cli.output import destinations
from claimlint.cli.progress import is_watched
from claimlint.configuration import ConfigurationSearch, FailOn, Settings
from claimlint.configuration.paths import reported
from claimlint.finding import Severity
from claimlint.reports.excerpt import printable
from claimlint.reports.options import RenderOptions
from claimlint.sources import Discovered, discover
from claimlint.timing import Stopwatch

if TYPE_CHECKING:
    from claimlint.bench_source import BenchSource
    from claimlint.engines.checking import Told

RESULTS = ("jsonl", "parquet")
"""What this engine writes; `text`, the summary, it gives at any rate."""

_NOT_HERE = ("baseline", "update_baseline", "ratchet", "ratchet_from", "changed_since", "diff", "stdin_filename", "verbose")
"""Options of the command, as click calls them, that need all findings at one place, or copy that nobody else can read."""


@dataclass(frozen=True, slots=True)
class Scaled:
    """Those options of the command that hold with this engine as well. jobs: workers; None for as many as there are processors."""

    fail_on: FailOn | None
    min_severity: Severity
    exhaustive: bool
    show_all: bool
    quiet: bool
    jobs: int | None


def check_with_ray(context: click.Context, selection: Selection, formats: tuple[str, ...], output: Path | None, how: Scaled) -> int:
    """Check what the command line selects on a Ray cluster, write results and the summary, and give the exit status."""
    _refuse_what_it_has_not(context, selection)
    targets = _targets(formats, output)

    from claimlint.bench_source import sources_of
    from claimlint.engines import checking, results, work
    from claimlint.engines.listing import listing_of
    from claimlint.engines.storage import require

    require(("ray", "pyarrow", "fsspec"), "ray", "--engine ray")
    search = ConfigurationSearch(replace(selection.overrides, fail_on=how.fail_on))
    listing = listing_of(_here(selection, search), selection.urls, search, force_exclude=selection.force_exclude)
    settings = Settings(selection.as_of, exhaustive=how.exhaustive)
    known = sources_of(listing.configurations, settings, Stopwatch())
    sources = [known[id(configuration)] for configuration in listing.configurations]
    first = next(iter(targets))
    with work.opened(first.with_name(f"{first.name}.work")) as done, _bar(how.quiet) as told:
        checking.check_with_ray(listing, sources, settings, done, how.jobs, told)
        options = RenderOptions(min_severity=how.min_severity, show_all=how.show_all)
        tally = results.write_results(listing, done, targets, options, [each.fail_on for each in listing.configurations])
    for line in (*tally.lines(quiet=how.quiet), *(() if how.quiet else _closing(sources, selection.as_of))):
        click.echo(line)
    return tally.exit_status


def _closing(sources: Sequence[BenchSource], day: date) -> Iterator[str]:
    """Give what the user should know of what copy was checked against, and of what is left undone."""
    for source in sources:
        yield from (f"Note: {printable(note)}." for note in source.outline.notes)
        baseline = source.configuration.baseline
        if baseline is not None:
            yield f"Note: --engine ray looks into no baselines; findings that {reported(baseline)} has count as new."
    manifests = dict.fromkeys(path for source in sources for path, _ in source.outline.files)
    yield f"Checked against {', '.join(manifests)} as of {day.isoformat()}." if manifests else f"Checked as of {day.isoformat()}."


def _refuse_what_it_has_not(context: click.Context, selection: Selection) -> None:
    names = {parameter.name: parameter.opts[0] for parameter in context.command.params}
    given = [name for name in _NOT_HERE if context.get_parameter_source(name) is ParameterSource.COMMANDLINE]
    if given:
        raise click.UsageError(f"--engine ray has no {names[given[0]]}.")
    if STANDARD_INPUT in selection.paths:
        raise click.UsageError("--engine ray reads no standard input: workers on other machines have none.")


def _targets(formats: tuple[str, ...], output: Path | None) -> dict[Path, str]:
    """Give the formats of results by their files."""
    asked = tuple(name for name in formats if name != "text")
    other = next((name for name in asked if name.partition(":")[0] not in RESULTS), None)
    if other is not None:
        raise click.UsageError(f'--engine ray writes {" and ".join(RESULTS)}, not "{other}".')
    targets = {each.path: each.format for each in destinations(asked, output, RESULTS) if each.path is not None}
    if not targets or len(targets) < len(asked):
        example = "--format jsonl:findings.jsonl or --format parquet:findings.parquet"
        raise click.UsageError(f"--engine ray writes its results to files; name them, as in {example}.")
    return targets


def _here(selection: Selection, search: ConfigurationSearch) -> tuple[Discovered, ...]:
    """Find the documents on this machine. A pattern that the shell has left alone stands for the files that it meets."""
    from claimlint.readers import NOT_READ, ON_REQUEST, SUFFIXES

    if not selection.paths and selection.urls:
        return ()
    readable = {*SUFFIXES, *NOT_READ}
    paths = [found for path in selection.paths for found in _met(path) if found == path or found.suffix.lower() in readable]
    if selection.paths and not paths:
        paths = list(selection.paths)  # said of each that it is not there
    return discover(paths, search, SUFFIXES, on_request=ON_REQUEST, not_read=NOT_READ, force_exclude=selection.force_exclude, parts=True)


def _met(path: Path) -> list[Path]:
    if path.exists() or "*" not in str(path):
        return [path]
    from claimlint.engines.storage import local_files

    return [Path(found) for found in sorted(local_files().glob(str(path))) if Path(found).is_file()] or [path]


@contextmanager
def _bar(quiet: bool) -> Iterator[Told | None]:
    """Give what shows how many documents are done, to somebody who watches."""
    if quiet or not is_watched(sys.stderr.isatty(), os.environ):
        yield None
        return
    from tqdm import tqdm

    with tqdm(file=sys.stderr, leave=False, unit=" documents", dynamic_ncols=True) as bar:

        def told(done: int, total: int) -> None:
            bar.total, bar.n = total, done
            bar.refresh()

        yield told
