"""`claimlint manifest`: check, show, describe and copy what engineering stands behind."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast

import click

from claimlint.cli import manifest_manuals as manuals
from claimlint.cli.command import Group
from claimlint.cli.documents import Selection, baseline_option, document_options
from claimlint.cli.manifest_import import import_file
from claimlint.cli.output import Destination, destinations, report_options, uses_color, width, write
from claimlint.cli.progress import progress_bar
from claimlint.configuration import FAIL_ON, FailOn
from claimlint.manifest.ladder import describe_expired
from claimlint.manifest.loading import load_manifest, nearest_manifest
from claimlint.manifest.lock import describe_difference, write_lock
from claimlint.manifest.names import FILE_NAME, LOCK_NAME
from claimlint.manifest.schema import json_schema
from claimlint.manifest.show import show, summary

_Command = TypeVar("_Command", bound=Callable[..., Any])

_FILE = click.Path(path_type=Path)


def _sources(command: _Command) -> _Command:
    command = click.option(
        "--manifest", "manifests", type=_FILE, multiple=True, metavar="FILE", help="A manifest, as PATHS; several are merged."
    )(command)
    return click.argument("paths", type=_FILE, nargs=-1)(command)


_as_of = click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The day that counts as today, such as 2027-02-15."
)
_own_policy = click.option(
    "--own-policy", is_flag=True, help="The stages have a policy of their own and need not map to EVT, DVT, PVT, MP."
)


@click.group("manifest", cls=Group, manual=manuals.MANIFEST)
def manifest() -> None:
    """Check, show and copy the manifest: what engineering stands behind.

    Without a path, the nearest capabilities.yaml upwards is taken, or a copy of it where there is only that.
    """


@manifest.command(
    "check",
    short_help="Say what is wrong or has expired.",
    manual=manuals.CHECK,
)
@_sources
@_as_of
@_own_policy
def check(paths: tuple[Path, ...], manifests: tuple[Path, ...], as_of: datetime | None, own_policy: bool) -> None:
    """Say everything that is wrong with a manifest, and what in it has expired."""
    loaded = load_manifest(_chosen(paths, manifests), own_policy=own_policy)
    click.echo(summary(loaded))
    for line in describe_expired(loaded, _day(as_of)):
        click.echo(line)


@manifest.command(
    "review",
    short_help="Check what is about to be committed, and tell what it does to copy.",
    manual=manuals.REVIEW,
)
@click.argument("paths", type=_FILE, nargs=-1)
@_as_of
@_own_policy
@click.option("--since", default="HEAD", show_default=True, metavar="REV", help="The git revision to compare with.")
@click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    default="never",
    show_default=True,
    help="The severity from which a promise that becomes wrong makes the exit status 1.",
)
@click.pass_context
def review(
    context: click.Context,
    paths: tuple[Path, ...],
    as_of: datetime | None,
    own_policy: bool,
    since: str,
    fail_on: str,
) -> None:
    """Say everything that is wrong with manifests that have changed, and what they do to copy since the last commit.

    PATHS are the files that have changed, as a hook names them; without any, those that the configuration names. Each is taken together
    with those that a configuration merges it with, and all copy of that configuration is read. A file that the revision does not have
    is new, and there is nothing to tell.
    """
    from claimlint.consequences.reviewing import review_manifests, review_status
    from claimlint.reports.consequences import render
    from claimlint.reports.options import RenderOptions

    screen = Destination("text")
    reviews = review_manifests(paths, since, _day(as_of), own_policy=own_policy)
    for number, each in enumerate(reviews):
        click.echo("\n" * (number > 0) + summary(each.manifest))
        for line in describe_expired(each.manifest, _day(as_of)):
            click.echo(line)
        options = RenderOptions(uses_color(screen), width(screen))
        write(f"\n{render('text', each.comparison, options)}" if each.comparison else f"{each.reason}\n", screen)
    context.exit(review_status(reviews, cast(FailOn, fail_on)))


@manifest.command(
    "show",
    short_help="Show what has passed which gate.",
    manual=manuals.SHOW,
)
@_sources
@_as_of
@_own_policy
def show_tables(paths: tuple[Path, ...], manifests: tuple[Path, ...], as_of: datetime | None, own_policy: bool) -> None:
    """Show by product and gate what is validated, within which limits, and who owns it."""
    click.echo(show(load_manifest(_chosen(paths, manifests), own_policy=own_policy), _day(as_of)), nl=False)


@manifest.command(
    "schema",
    short_help="Print the JSON Schema for editors.",
    manual=manuals.SCHEMA,
)
def schema() -> None:
    """Print the JSON Schema of capabilities.yaml, with which editors complete and check it."""
    click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))


@manifest.command(
    "lock",
    short_help="Write a copy that can travel.",
    manual=manuals.LOCK,
)
@_sources
@_as_of
@click.option("-o", "--output", type=_FILE, default=Path(LOCK_NAME), show_default=True, help="The copy to write.")
@click.option("--source", help="What to call the origin in the copy; the paths as given by default.")
@click.option("--revision", help="The revision of the source; asked of git by default.")
@click.option(
    "--check", "only_check", is_flag=True, help="Write nothing; the exit status is 1 where the source says something else by now."
)
@click.pass_context
def lock(
    context: click.Context,
    paths: tuple[Path, ...],
    manifests: tuple[Path, ...],
    as_of: datetime | None,
    output: Path,
    source: str | None,
    revision: str | None,
    only_check: bool,
) -> None:
    """Write a self-contained copy for a repository that cannot reach the manifest.

    A copy is not to be changed by hand: whatever reads it compares it with the hash that is part of it.
    """
    originals = (*paths, *manifests) or (nearest_manifest(Path(), (FILE_NAME,)),)
    if only_check:
        difference = describe_difference(originals, output)
        click.echo(f"{output.as_posix()}: {difference or 'up to date.'}")
        context.exit(1 if difference else 0)
    write_lock(originals, output, source, revision, _day(as_of))
    click.echo(f"{output.as_posix()}: written.")


@manifest.command(
    "suggest",
    short_help="Propose names that copy uses and the manifest lacks, as a patch.",
    manual=manuals.SUGGEST,
)
@document_options
@report_options(
    "patch (what each proposal stands on, then a diff for `git apply` or `patch -p1`) or json", default="patch", names=("patch", "json")
)
@click.option(
    "--at-least",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    metavar="N",
    help="Propose only what links so many claims.",
)
@click.pass_context
def suggest(context: click.Context, selection: Selection, formats: tuple[str, ...], output: Path | None, at_least: int) -> None:
    """Propose aliases and concepts that would link claims which are unlinked or linked weakly.

    PATHS are documents and folders; without any, what the configuration includes is read. Each proposal has been tried: it links
    the claims that it names, and leaves all other links as they are. The manifest itself is not changed.
    """
    from claimlint.proposals import suggest_for
    from claimlint.reports.proposals import PROPOSAL_FORMATS
    from claimlint.review.outcome import UNREADABLE

    targets = destinations(formats, output, PROPOSAL_FORMATS)
    documents = selection.documents()
    with progress_bar() as progress:
        suggestions = suggest_for(documents, at_least, progress)
    for target in targets:
        write(PROPOSAL_FORMATS[target.format](suggestions), target)
    context.exit(UNREADABLE if suggestions.unread else 0)


@manifest.command(
    "diff",
    short_help="Tell what a change does to published copy.",
    manual=manuals.DIFF,
)
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@partial(document_options, manifest=False)
@baseline_option
@click.option(
    "--with", "beside", type=_FILE, multiple=True, metavar="FILE", help="A further manifest with which both are merged; repeatable."
)
@report_options("text, markdown (for a comment on a pull request) or json", names=("text", "markdown", "json"))
@click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    help="The severity from which a promise that becomes wrong makes the exit status 1 (default: as configured, else error).",
)
@click.pass_context
def diff(
    context: click.Context,
    old: str,
    new: str,
    selection: Selection,
    baseline: Path | None,
    beside: tuple[Path, ...],
    formats: tuple[str, ...],
    output: Path | None,
    fail_on: str | None,
) -> None:
    """Tell what changes from one manifest to another, and what that does to copy: what becomes wrong, and what may now be said.

    OLD and NEW are files, copies made by `claimlint manifest lock` among them, or REV:path for a file of a git revision, such as
    HEAD:capabilities.yaml or origin/main:capabilities.yaml (as git reads it: the path from the top of the repository, or with ./ from
    here). PATHS are documents and folders. Without any, the copy that the configuration includes is read; where there is no
    configuration, the manifests alone are compared. Which manifest the configuration names plays no part.
    """
    from claimlint.consequences import compare, exit_status
    from claimlint.reports.consequences import COMPARISON_FORMATS, render
    from claimlint.reports.options import RenderOptions

    targets = destinations(formats, output, COMPARISON_FORMATS)
    selection = replace(selection, overrides=replace(selection.overrides, manifests=(Path(new), *beside)))
    has_copy = selection.paths or selection.configured()
    documents = selection.documents(cast("FailOn | None", fail_on), baseline) if has_copy else None
    with progress_bar() as progress:
        comparison = compare([old, *map(str, beside)], [new, *map(str, beside)], documents, selection.as_of, progress)
    for target in targets:
        write(render(target.format, comparison, RenderOptions(uses_color(target), width(target))), target)
    context.exit(exit_status(comparison, {each.reported: each.configuration.fail_on for each in documents or ()}))


manifest.add_command(import_file)


def _chosen(paths: tuple[Path, ...], manifests: tuple[Path, ...]) -> tuple[Path, ...]:
    return (*paths, *manifests) or (nearest_manifest(Path()),)


def _day(as_of: datetime | None) -> date:
    return as_of.date() if as_of is not None else date.today()
