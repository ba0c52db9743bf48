"""`claimlint manifest`: check, show, describe and copy what engineering stands behind."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from claimlint.cli.documents import Selection, document_options
from claimlint.cli.output import destinations, write
from claimlint.manifest.ladder import describe_expired
from claimlint.manifest.loading import load_manifest, nearest_manifest
from claimlint.manifest.lock import write_lock
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


@click.group("manifest")
def manifest() -> None:
    """Check, show and copy the manifest: what engineering stands behind.

    Without a path, the nearest capabilities.yaml upwards is taken.
    """


@manifest.command("check", short_help="Say what is wrong or has expired.")
@_sources
@_as_of
@_own_policy
def check(paths: tuple[Path, ...], manifests: tuple[Path, ...], as_of: datetime | None, own_policy: bool) -> None:
    """Say everything that is wrong with a manifest, and what in it has expired."""
    loaded = load_manifest(_chosen(paths, manifests), own_policy=own_policy)
    click.echo(summary(loaded))
    for line in describe_expired(loaded, _day(as_of)):
        click.echo(line)


@manifest.command("show", short_help="Show what has passed which gate.")
@_sources
@_as_of
@_own_policy
def show_tables(paths: tuple[Path, ...], manifests: tuple[Path, ...], as_of: datetime | None, own_policy: bool) -> None:
    """Show by product and gate what is validated, within which limits, and who owns it."""
    click.echo(show(load_manifest(_chosen(paths, manifests), own_policy=own_policy), _day(as_of)), nl=False)


@manifest.command("schema", short_help="Print the JSON Schema for editors.")
def schema() -> None:
    """Print the JSON Schema of capabilities.yaml, with which editors complete and check it."""
    click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))


@manifest.command("lock", short_help="Write a copy that can travel.")
@_sources
@_as_of
@click.option("-o", "--output", type=_FILE, default=Path("capabilities.lock.yaml"), show_default=True, help="The copy to write.")
@click.option("--source", help="What to call the origin in the copy; the paths as given by default.")
@click.option("--revision", help="The revision of the source; asked of git by default.")
def lock(
    paths: tuple[Path, ...], manifests: tuple[Path, ...], as_of: datetime | None, output: Path, source: str | None, revision: str | None
) -> None:
    """Write a self-contained copy for a repository that cannot reach the manifest."""
    write_lock(_chosen(paths, manifests), output, source, revision, _day(as_of))
    click.echo(f"{output.as_posix()}: written.")


@manifest.command("suggest", short_help="Propose names that copy uses and the manifest lacks, as a patch.")
@document_options
@click.option(
    "--format",
    "formats",
    multiple=True,
    default=("patch",),
    metavar="F[:PATH]",
    help="patch (what each proposal stands on, then a diff for `git apply` or `patch -p1`) or json; repeatable (default: patch).",
)
@click.option("--output", type=_FILE, metavar="PATH", help="Write the patch to a file, not to standard output.")
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
    suggestions = suggest_for(selection.documents(), at_least)
    for target in targets:
        write(PROPOSAL_FORMATS[target.format](suggestions), target)
    context.exit(UNREADABLE if suggestions.unread else 0)


def _chosen(paths: tuple[Path, ...], manifests: tuple[Path, ...]) -> tuple[Path, ...]:
    return (*paths, *manifests) or (nearest_manifest(Path()),)


def _day(as_of: datetime | None) -> date:
    return as_of.date() if as_of is not None else date.today()
