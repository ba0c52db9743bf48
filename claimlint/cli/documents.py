"""The options by which every command that reads copy is told what to read, and against what."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from claimlint.caching.memory import Memory
from claimlint.caching.place import open_store
from claimlint.cli.completing import Complete, channels, packs_or_files
from claimlint.configuration import CHANNELS, ConfigurationSearch, FailOn, Overrides
from claimlint.configuration.paths import is_folder
from claimlint.engines.urls import is_url
from claimlint.errors import InputError, Problem
from claimlint.sources import Discovered, StandardInput, discover

if TYPE_CHECKING:
    from claimlint.sources.changes import Before

FILE = click.Path(path_type=Path)
STANDARD_INPUT = Path("-")
_AUTOMATIC = "auto"

Command = Callable[..., Any]


class _FileOrUrl(click.Path):
    """A path as FILE has it, and a URL as it is written: in a path, two slashes would become one."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Give the path, or the text of a URL."""
        return value if isinstance(value, str) and is_url(value) else super().convert(value, param, ctx)


@dataclass(frozen=True, slots=True)
class Selection:
    """The documents that the command line asks for. as_of: the day that counts as today. urls: what it names elsewhere than here."""

    paths: tuple[Path, ...]
    overrides: Overrides
    as_of: date
    force_exclude: bool
    stdin_filename: str
    urls: tuple[str, ...] = ()

    def configured(self) -> bool:
        """Tell whether there is a configuration for the working directory; raises InputError where it is wrong."""
        return ConfigurationSearch(self.overrides).for_folder(Path()).path is not None

    def documents(self, fail_on: FailOn | None = None, baseline: Path | None = None, *, parts: bool = False) -> tuple[Discovered, ...]:
        """Find them; raises InputError as `discover` does. fail_on, baseline: in place of the configured ones. parts: see `discover`."""
        from claimlint.readers import NOT_READ, ON_REQUEST, SUFFIXES

        if self.urls:
            raise click.UsageError(f"{self.urls[0]} is a URL; `claimlint check --engine ray` reads those.")
        standard_input = None
        if STANDARD_INPUT in self.paths:
            standard_input = StandardInput(self.stdin_filename, sys.stdin.buffer.read())
        search = ConfigurationSearch(replace(self.overrides, fail_on=fail_on, baseline=baseline))
        paths = [path for path in self.paths if path != STANDARD_INPUT]
        return discover(
            paths,
            search,
            SUFFIXES,
            on_request=ON_REQUEST,
            not_read=NOT_READ,
            force_exclude=self.force_exclude,
            standard_input=standard_input,
            parts=parts,
        )


@dataclass(frozen=True, slots=True)
class ChangeOptions:
    """Which change the command line asks for, if any: since a revision, or by a diff (a file, or - for standard input)."""

    since: str | None = None
    diff: Path | None = None

    def applied(self, documents: tuple[Discovered, ...], paths: tuple[Path, ...] = ()) -> tuple[tuple[Discovered, ...], Before | None]:
        """Give the documents with what they were before the change; raises InputError where it cannot be told. paths: as selected."""
        if self.since is None and self.diff is None:
            return documents, None
        from claimlint.readers import SUFFIXES
        from claimlint.sources.changes import before_change, changed_by, changed_since, place_of

        given = {place_of(document.path): document.data for document in documents if document.data is not None}
        if self.diff is None:
            change = changed_since(self.since or "", SUFFIXES, given)
        else:
            change = changed_by(_read(self.diff), f"--diff {self.diff.as_posix()}", SUFFIXES, given)
        folders = paths if all(map(is_folder, paths)) else ()
        return before_change(documents, change, SUFFIXES, folders)


def _read(path: Path) -> bytes:
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(Problem(path.as_posix(), None, None, f"cannot be read: {error.strerror or error}.")) from error


_MANIFEST: Callable[[Command], Command] = click.option(
    "--manifest",
    "manifests",
    type=FILE,
    multiple=True,
    metavar="FILE",
    help="Manifest, in place of the configured one; repeat it to merge several.",
)

_OPTIONS: tuple[Callable[[Command], Command], ...] = (
    click.option("--config", type=FILE, metavar="FILE", help="Configuration for all files, in place of the nearest to each."),
    _MANIFEST,
    click.option(
        "--channel",
        metavar="NAME",
        shell_complete=channels,
        help=f"Channel of all files, in place of the configured patterns: {', '.join(CHANNELS)}, or one of your own policy.",
    ),
    click.option(
        "--rules",
        multiple=True,
        metavar="PACK|FILE",
        shell_complete=packs_or_files,
        help="Rules, in place of the configured ones; repeatable.",
    ),
    click.option("--model", metavar="NAME", help="Installed spaCy pipeline for English, in place of the configured one."),
    click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The day that counts as today, such as 2027-02-15."),
    click.option("--force-exclude", is_flag=True, help="Let exclude hold for files that are named, too (for hooks)."),
    click.option(
        "--stdin-filename",
        default="stdin.md",
        show_default=True,
        metavar="NAME",
        help="The name that standard input (-) goes by: its suffix says the format, its folder the channel.",
    ),
)


baseline_option = click.option(
    "--baseline", type=FILE, metavar="FILE", help="Baseline with findings that do not count as new, in place of the configured one."
)


def memory_option(command: Command) -> Command:
    """Add `--no-cache` to a command, which gets what was found before as `memory`: that of this computer, or none."""

    @functools.wraps(command)
    def collected(*, no_cache: bool, **others: Any) -> Any:
        memory = Memory(None if no_cache else open_store())
        try:
            return command(memory=memory, **others)
        finally:  # an interrupted run loses nothing either
            memory.close()

    return click.option("--no-cache", is_flag=True, help="Read all copy anew, and keep nothing of it for the next time.")(collected)


def jobs_option(command: Command) -> Command:
    """Add `--jobs` to a command, which gets it as `jobs`: a number of processes, None for what suits computer and work."""

    @functools.wraps(command)
    def collected(*, jobs: str, **others: Any) -> Any:
        if jobs == _AUTOMATIC:
            return command(jobs=None, **others)
        if not jobs.isdecimal() or int(jobs) < 1:
            raise click.BadParameter(f'"{jobs}" is neither a number from 1 nor "{_AUTOMATIC}".', param_hint="--jobs")
        return command(jobs=int(jobs), **others)

    return click.option(
        "--jobs",
        "-j",
        default=_AUTOMATIC,
        show_default=True,
        metavar="N",
        help="Read documents in so many processes; auto: as many as the amount of copy is worth, and at most one for each core.",
    )(collected)


def change_options(command: Command) -> Command:
    """Add `--changed-since` and `--diff` to a command, which gets what they say as `change`."""

    @functools.wraps(command)
    def collected(*, changed_since: str | None, diff: Path | None, **others: Any) -> Any:
        if changed_since is not None and diff is not None:
            raise click.UsageError("--changed-since and --diff both name a change; give one of them.")
        return command(change=ChangeOptions(changed_since, diff), **others)

    diff = click.option(
        "--diff", type=FILE, metavar="FILE|-", help="Report only findings of the change that a unified diff describes (git diff, diff -u)."
    )
    since = click.option(
        "--changed-since",
        metavar="REV",
        help="Report only findings of what changed since this branch left a git revision (its merge base with HEAD), committed or not.",
    )
    return since(diff(collected))


def document_options(command: Command, paths: str = "[PATHS]...", manifest: bool = True, complete: Complete | None = None) -> Command:
    """Add the paths and the options to a command, which gets what they say as one argument, `selection`.

    paths: as help calls them. manifest: whether --manifest makes sense for it. complete: what the shell offers
    for the paths, in place of files.
    """

    @functools.wraps(command)
    def collected(
        *,
        paths: tuple[Path | str, ...],
        config: Path | None,
        channel: str | None,
        rules: tuple[str, ...],
        model: str | None,
        as_of: datetime | None,
        force_exclude: bool,
        stdin_filename: str,
        manifests: tuple[Path, ...] = (),
        **others: Any,
    ) -> Any:
        overrides = Overrides(config=config, manifests=manifests, channel=channel, rules=rules, model=model)
        day = as_of.date() if as_of else date.today()
        here, urls = tuple(each for each in paths if isinstance(each, Path)), tuple(each for each in paths if isinstance(each, str))
        return command(selection=Selection(here, overrides, day, force_exclude, stdin_filename, urls), **others)

    decorated: Command = collected
    for option in reversed(_OPTIONS):
        decorated = option(decorated) if manifest or option is not _MANIFEST else decorated
    return click.argument("paths", type=_FileOrUrl(path_type=Path), nargs=-1, metavar=paths, shell_complete=complete)(decorated)
