"""Where reports go: standard output or files, and how they look there."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from claimlint.cli.color import colored
from claimlint.cli.completing import one_of
from claimlint.errors import InputError, Problem
from claimlint.git import place_in_repository
from claimlint.portions import portions

Command = Callable[..., Any]

WIDTH = 100
WIDEST = 140
_AT_ONCE = 65_536
"""Characters that are written at once."""


@dataclass(frozen=True, slots=True)
class Destination:
    """A format and the file that it is written to; None is standard output."""

    format: str
    path: Path | None = None


def report_options(
    choices: str, *, default: str | None = "text", told: str = "", names: Iterable[str] = ()
) -> Callable[[Command], Command]:
    """Make what adds `--format` and `--output` to a command, which gets them as `formats` and `output`, for `destinations`.

    choices: the formats, as help names them. default: one of them, None where the command decides; told: what help says of that. names: of
    the formats, as the shell offers them.
    """
    formats = click.option(
        "--format",
        "formats",
        multiple=True,
        default=(default,) if default else (),
        metavar="F[:PATH]",
        shell_complete=one_of(names),
        help=f"{choices}, to standard output or to PATH; repeatable (default: {told or default}).",
    )
    output = click.option("--output", type=click.Path(path_type=Path), metavar="PATH", help="Write it to a file, not to standard output.")
    return lambda command: formats(output(command))


def destinations(formats: Sequence[str], output: Path | None, known: Collection[str]) -> tuple[Destination, ...]:
    """Read `--format F[:PATH]`, as often as it is given, with `--output` for the one that names no path.

    Raises click.UsageError for an unknown format, and where two would go to the same place.
    """
    found = tuple(_destination(text, output, known) for text in formats)
    paths = [destination.path for destination in found]
    if len(set(paths)) < len(paths):
        raise click.UsageError("Two formats would go to the same place; write one of them to a file, like --format json:report.json.")
    return found


def write(text: str | Iterable[str], destination: Destination) -> None:
    """Write a report, whole or in pieces. Raises InputError where the file cannot be written."""
    pieces = [text] if isinstance(text, str) else text
    if destination.path is None:
        color = uses_color(destination)
        for portion in portions(pieces, len, _AT_ONCE):  # whoever reads is asked once for some pages
            click.echo("".join(portion), nl=False, color=color)
        return
    # Names of files may hold bytes that are no text.
    encoded = (piece.encode("utf-8", "replace") for piece in pieces)
    try:
        with destination.path.open("wb") as stream:
            stream.writelines(encoded)
    except OSError as error:
        raise _not_written(destination.path, error) from error


def write_bytes(data: bytes, path: Path) -> None:
    """Write a file. Raises InputError where it cannot be written."""
    try:
        path.write_bytes(data)
    except OSError as error:
        raise _not_written(path, error) from error


def write_new(text: str, path: Path) -> None:
    """Write a file that is not there yet. Raises InputError where it is, or where it cannot be written."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError as error:
        message = "is there already, and stays as it is."
        raise InputError(Problem(path.as_posix(), None, None, message, "Name another file with --output.")) from error
    except OSError as error:
        raise _not_written(path, error) from error


def _not_written(path: Path, error: OSError) -> InputError:
    remedy = "Name a file in a folder that exists." if isinstance(error, (FileNotFoundError, NotADirectoryError)) else ""
    return InputError(Problem(path.as_posix(), None, None, f"cannot be written: {error.strerror or error}.", remedy))


def uses_color(destination: Destination) -> bool:
    """Tell whether a report is colored: on a terminal, unless the command line or the environment asks otherwise; in files never."""
    return destination.path is None and colored(click.get_current_context(silent=True))


def width(destination: Destination) -> int:
    """Give the characters in a line: as the terminal has them, else a number that does not depend on where it runs."""
    if destination.path is None and sys.stdout.isatty():
        return min(shutil.get_terminal_size((WIDTH, 24)).columns, WIDEST)
    return WIDTH


def working_directory() -> tuple[str, str]:
    """Give the root of the repository here, and the working directory as seen from it, as `RenderOptions` takes them."""
    place = place_in_repository(Path.cwd())
    if place is None:
        return "", ""
    root, folder = place
    return root.as_posix(), "" if folder == Path() else folder.as_posix()


def _destination(text: str, output: Path | None, known: Collection[str]) -> Destination:
    name, colon, path = text.partition(":")
    if name not in known:
        raise click.UsageError(f'There is no format "{name}". There are: {", ".join(known)}.')
    if colon and not path:
        raise click.UsageError(f'"{text}" names no file after the colon.')
    return Destination(name, Path(path) if path else output)
