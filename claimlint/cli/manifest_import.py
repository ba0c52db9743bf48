"""`claimlint manifest import`: a manifest from a table of requirements or test reports."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from claimlint.cli import manifest_manuals as manuals
from claimlint.cli.command import Command
from claimlint.cli.output import write_new
from claimlint.configuration.paths import reported
from claimlint.counting import counted
from claimlint.errors import InputError, Problem

_STAGES = ("EVT", "DVT", "PVT", "MP")
_DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|"}


@click.command("import", cls=Command, manual=manuals.IMPORT, short_help="Make a manifest of a table of requirements.")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option(
    "--map",
    "columns",
    multiple=True,
    metavar="FIELD=COLUMN",
    help="The column that holds a field, where its header does not say so; repeatable. FIELD= takes none for it.",
)
@click.option("--sheet", metavar="NAME", help="The sheet of a workbook (default: the first with headers that are known).")
@click.option("--header-row", type=click.IntRange(min=1), metavar="N", help="The row with the headers (default: it is looked for).")
@click.option("--delimiter", metavar="SIGN", help="What parts the cells of a text: a sign, or comma, semicolon, tab, pipe.")
@click.option("--product", metavar="NAME", help="The product, for rows that name none.")
@click.option("--gate", type=click.Choice(_STAGES), help="The gate that the table is about, for rows that name none.")
@click.option("--decimal", type=click.Choice(("point", "comma")), help="The decimal sign, where numbers such as 1,500 leave it open.")
@click.option(
    "--date-format",
    type=click.Choice(("DD/MM/YYYY", "MM/DD/YYYY"), case_sensitive=False),
    help="What dates such as 03/04/2026 mean, whatever parts their figures.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="PATH", help="The file to write; one that is there is not touched."
)
def import_file(
    file: Path,
    columns: tuple[str, ...],
    sheet: str | None,
    header_row: int | None,
    delimiter: str | None,
    product: str | None,
    gate: str | None,
    decimal: str | None,
    date_format: str | None,
    output: Path | None,
) -> None:
    """Make a manifest of a table: .csv, .tsv, .xlsx or .ods, a row for each requirement or test.

    It goes to standard output, or to --output. What was not understood is said on standard error, with row and column; nothing counts
    as validated by a word that is not known. Columns are known by their headers, in many wordings.
    """
    from claimlint.importing import TableSettings, import_table

    settings = TableSettings(
        _mapping(columns), sheet, header_row, _sign(delimiter), product, gate, decimal, date_format.upper() if date_format else None
    )
    imported = import_table(reported(file), _bytes(file), settings)
    if output is None:
        click.echo(imported.text, nl=False)
    else:
        write_new(imported.text, output)
        many = counted(len(imported.capabilities), "capability", "capabilities")
        click.echo(f"{reported(output)}: written, with {many}. Look through it, then: claimlint manifest show {reported(output)}")
    for note in imported.notes:
        click.echo(f"note: {note}", err=True)


def _mapping(columns: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for text in columns:
        field, equals, column = text.partition("=")
        if not equals or not field.strip():
            raise click.UsageError(f'--map takes FIELD=COLUMN, such as --map name=Feature, and not "{text}".')
        found[field.strip()] = column.strip()
    return found


def _sign(delimiter: str | None) -> str | None:
    sign = _DELIMITERS.get(delimiter, delimiter) if delimiter else None
    if delimiter == "" or (sign is not None and (len(sign) != 1 or sign.isalnum() or sign in '"\r\n')):
        raise click.UsageError(f'--delimiter takes one sign such as ";", or one of {", ".join(_DELIMITERS)}, and not "{delimiter}".')
    return sign


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        reason = "it is a folder" if file.is_dir() else error.strerror or str(error)
        message = "there is no such file." if isinstance(error, FileNotFoundError) else f"cannot be read: {reason}."
        raise InputError(Problem(reported(file), None, None, message)) from error
