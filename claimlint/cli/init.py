"""`claimlint init`: files to start from."""

from __future__ import annotations

from pathlib import Path

import click

from claimlint.cli.command import Command
from claimlint.cli.manual import Example, Manual
from claimlint.configuration.paths import normalised, reported
from claimlint.configuration.starter import StarterFile, starter_files
from claimlint.errors import InputError, Problem
from claimlint.sources.walking import folders_below

DEPTH = 3
"""How far down folder names are looked at for channels."""


MANUAL = Manual(
    examples=(
        Example("Show what would be written", "claimlint init --dry-run"),
        Example("Write it into a folder", "claimlint init website"),
    ),
    exits={0: "Both files are there now.", 2: "One could not be written."},
    files=(".claimlint.yaml", "capabilities.yaml"),
    see_also=("check", "manifest check"),
)


@click.command("init", cls=Command, manual=MANUAL)
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False), default=Path())
@click.option("--dry-run", is_flag=True, help="Print what would be written, and write nothing.")
def init(folder: Path, dry_run: bool) -> None:
    """Write a manifest and a configuration to start from, where there are none; nothing is overwritten.

    Channels are guessed from the names of folders: look through them.
    """
    folder = normalised(folder)
    for file in starter_files(folder, folders_below(folder, DEPTH)):
        click.echo(_done(file, dry_run))


def _done(file: StarterFile, dry_run: bool) -> str:
    name = reported(file.path)
    if file.text is None:
        return f"{name}: there is one already; it stays as it is."
    if dry_run:
        return f"--- {name} (not written)\n{file.text}"
    try:
        with file.path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(file.text)
    except OSError as error:
        raise InputError(Problem(name, None, None, f"cannot be written: {error.strerror or error}.")) from error
    return f"{name}: written. Its comments say what to fill in."
