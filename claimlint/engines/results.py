"""Results of a run as files: a line or a row for each document, in the order of their paths, written one after the other."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Any

from claimlint.configuration.model import FailOn
from claimlint.engines.listing import Listing
from claimlint.engines.outcome import values_of
from claimlint.engines.tally import Tally
from claimlint.engines.work import Work
from claimlint.errors import InputError, Problem
from claimlint.finding import SEVERITIES
from claimlint.reports.options import RenderOptions

Row = Mapping[str, Any]
Put = Callable[[Row], None]
"""Takes one row after the other."""

_ROWS_AT_ONCE = 500
"""Rows of a group in Parquet; what waits to be written is held in memory."""


def write_results(listing: Listing, work: Work, targets: Mapping[Path, str], options: RenderOptions, fail_on: Sequence[FailOn]) -> Tally:
    """Write what came of the documents of a listing, and count it.

    targets: formats by file. fail_on: of the configurations of the listing. A file is the old one until the new one is whole.
    Raises InputError where a file cannot be written.
    """
    tally = Tally()
    with ExitStack() as files:
        puts = [files.enter_context(_replaced(path, WRITERS[name])) for path, name in targets.items()]
        for listed in listing.documents:
            outcome = work.outcome(listed.reported)
            values = values_of(outcome.row)
            tally.add(values, outcome.unread, outcome.pictures, fail_on[listed.configuration])
            shown = [finding for finding in values["findings"] if _is_shown(finding, options)]
            tally.hidden += sum(each["state"] == "new" for each in values["findings"]) - sum(each["state"] == "new" for each in shown)
            for put in puts:
                put({**values, "findings": shown})
    return tally


def _is_shown(finding: Row, options: RenderOptions) -> bool:
    grave = SEVERITIES.index(finding["severity"]) >= SEVERITIES.index(options.min_severity)
    return grave and (options.show_all or finding["state"] == "new")


@contextmanager
def _replaced(path: Path, writer: Callable[[IO[bytes]], Any]) -> Iterator[Put]:
    """Write a file under another name, and put it in place when it is whole."""
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb") as stream, writer(stream) as put:
            yield put
        part.replace(path)
    except OSError as error:
        raise InputError(Problem(path.as_posix(), None, None, f"cannot be written: {error.strerror or error}.")) from error
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def _json_lines(stream: IO[bytes]) -> Iterator[Put]:
    def put(row: Row) -> None:
        stream.write(json.dumps(row, ensure_ascii=False).encode("utf-8") + b"\n")

    yield put


@contextmanager
def _parquet(stream: IO[bytes]) -> Iterator[Put]:
    import pyarrow
    from pyarrow.parquet import ParquetWriter

    from claimlint.engines.columns import schema

    waiting: list[Row] = []
    with ParquetWriter(stream, schema()) as writer:

        def write() -> None:
            writer.write_table(pyarrow.Table.from_pylist(waiting, schema=schema()))
            waiting.clear()

        def put(row: Row) -> None:
            waiting.append(row)
            if len(waiting) >= _ROWS_AT_ONCE:
                write()

        yield put
        if waiting:
            write()


WRITERS: Mapping[str, Callable[[IO[bytes]], Any]] = {"jsonl": _json_lines, "parquet": _parquet}
"""Formats of results."""
