"""`claimlint init`: files to start from."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimlint.cli.command import Command
from claimlint.cli.manual import Example, Manual
from claimlint.cli.output import write_new
from claimlint.configuration import ConfigurationSearch
from claimlint.configuration.paths import normalised, relative_to, reported
from claimlint.counting import counted
from claimlint.errors import InputError, Problem

if TYPE_CHECKING:
    from claimlint.starting import Plan, StarterFile, Survey

_HOOK = """\
  - repo: https://example.com/claimlint   # where your copy of claimlint lives
    rev: v0.1.0
    hooks:
      - id: claimlint
      - id: claimlint-manifest"""


MANUAL = Manual(
    examples=(
        Example("Show what would be written", "claimlint init --dry-run"),
        Example("Write it into a folder, without a question", "claimlint init --yes website"),
    ),
    exits={0: "The files are there now, or nothing was to be written.", 2: "One could not be written."},
    files=(".claimlint.yaml", "capabilities.yaml"),
    see_also=("check", "manifest import", "manifest check"),
)


@click.command("init", cls=Command, manual=MANUAL)
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False), default=Path())
@click.option("--dry-run", is_flag=True, help="Print what would be written, and write nothing.")
@click.option("--yes", "-y", is_flag=True, help="Do not ask before writing; without a terminal nothing is asked in any case.")
def init(folder: Path, dry_run: bool, yes: bool) -> None:
    """Write a manifest and a configuration to start from, where there are none; nothing is overwritten.

    It looks at FOLDER first: documents and their folders, a manifest above or below, tables of requirements (one becomes the manifest),
    programs that make sites, what git ignores. Channels are guessed from the names of folders: look through them.

    On a terminal it asks before it writes. Afterwards `claimlint check` works, and the next steps are said.
    """
    from claimlint.starting import plan_for

    plan = plan_for(folder)
    for line in _found(plan):
        click.echo(line)
    for file in plan.files:
        click.echo(_announced(file, dry_run))
    for remark in plan.remarks:
        click.echo(f"note: {remark}", err=True)
    if dry_run:
        return
    if plan.new and not yes and sys.stdin.isatty() and not click.confirm("Write this?", default=True):
        click.echo("Nothing was written.")
        return
    for file in plan.new:
        _write(file)
    for line in _next_steps(plan):
        click.echo(line)


def _found(plan: Plan) -> Iterator[str]:
    """Say what there is to start from."""
    found = plan.survey
    formats = ", ".join(f"{count} {suffix}" for suffix, count in found.formats.items())
    yield f"Documents: {formats or 'none yet'}."
    for generator in found.generators:
        places = ", ".join(relative_to(path, found.folder) for path in generator.content)
        yield f"{generator.name}: {f'its content is in {places}.' if places else 'no content yet.'}"
    if found.repository and found.repository != normalised(found.folder):
        top = relative_to(found.repository, found.folder)
        yield f"This is a part of the repository that begins at {top}: only what is below here will be checked."


def _announced(file: StarterFile, whole: bool) -> str:
    name = reported(file.path)
    if file.text is None:
        return f"{name}: there is one already; it stays as it is."
    if whole:
        return f"--- {name} (not written)\n{file.text}"
    return f"{name}: {file.about}"


def _write(file: StarterFile) -> None:
    if file.text is not None:
        try:
            file.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            message = f"the folder cannot be made: {error.strerror or error}."
            raise InputError(Problem(reported(file.path.parent), None, None, message)) from error
        write_new(file.text, file.path)
        click.echo(f"{reported(file.path)}: written.")


def _next_steps(plan: Plan) -> Iterator[str]:
    """Say what to do next, once it is sure that a check finds everything it needs."""
    found = plan.survey
    configuration = ConfigurationSearch().for_folder(found.folder)
    here = "" if found.folder == normalised(Path()) else f" {reported(found.folder)}"
    started = [reported(file.path) for file in plan.new if file.path in configuration.manifests]
    yield ""
    yield "Next:"
    for manifest in started:
        yield f"  {manifest}: look through it, and write down what has passed which gate; engineers own this file."
    yield f"  claimlint check{here}{_counted(plan, len(configuration.manifests))}"
    yield from _automation(found)


def _counted(plan: Plan, manifests: int) -> str:
    if plan.survey.configured:
        return ""
    against = "the manifest" if manifests == 1 else f"{manifests} manifests"
    return f"   # {counted(len(plan.documents), 'document')} against {against}"


def _automation(found: Survey) -> Iterator[str]:
    if found.pre_commit or found.repository:
        verb = "add this" if found.pre_commit else "write this"
        yield f"  .pre-commit-config.yaml: {verb} under repos, and pre-commit checks every commit:"
        yield _HOOK
    for name in found.integration:
        yield f"  {name}: install claimlint-copy with pip in a job, and run claimlint check there."
