"""The file of a history: JSON Lines in UTF-8, one line a run, only ever appended to."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from claimlint.errors import InputError, Problem
from claimlint.recorded import Count, Run

FORMAT_VERSION = 1
_NO_RUN = "this line is no run of a check."
_REMEDY = "Restore it from version control, or delete it; every other line is sound on its own."


class _NoRun(Exception):
    """A line holds no run; the message says why."""


def append(run: Run, path: Path) -> int:
    """Append a run as one line, in one write, and give the number of runs in the file. Raises InputError where that cannot be done.

    A file that is not sound is left as it is: what it holds may be repaired by hand.
    """
    runs = read_sound(path)
    try:
        ended = not runs or path.read_bytes().endswith(b"\n")
        with path.open("ab") as stream:
            stream.write(("" if ended else "\n").encode() + line_of(run).encode("utf-8"))
    except OSError as error:
        message = f"cannot be written: {error.strerror or error}."
        raise InputError(Problem(path.as_posix(), None, None, message, "Name a file in a folder that exists.")) from error
    return len(runs) + 1


def read_sound(path: Path) -> tuple[Run, ...]:
    """Read the runs of a file, none where there is no file yet. Raises InputError where a line of it holds none."""
    runs, problems = read_history(path) if path.exists() else ((), ())
    if problems:
        raise InputError(problems)
    return runs


def read_history(path: Path) -> tuple[tuple[Run, ...], tuple[Problem, ...]]:
    """Read the runs of a file in their order, and what is wrong with lines that hold none; empty lines count for nothing.

    Raises InputError where the file cannot be read at all, and where a later version of claimlint has written to it.
    """
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError as error:
        message = "there is no such history." if isinstance(error, FileNotFoundError) else f"cannot be read: {error.strerror or error}."
        raise InputError(Problem(path.as_posix(), None, None, message, "Start one with `claimlint report --append FILE`.")) from error
    runs: list[Run] = []
    problems: list[Problem] = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                runs.append(_run(_parsed(line, path.as_posix(), number, last=number == len(lines))))
            except _NoRun as error:
                problems.append(Problem(path.as_posix(), number, None, str(error), _REMEDY))
    return tuple(runs), tuple(problems)


def line_of(run: Run) -> str:
    """Give a run as a line, its end included; the same run is always the same line."""
    written = {
        "version": FORMAT_VERSION,
        "as_of": run.day.isoformat(),
        "label": run.label,
        "tool": {"name": "claimlint", "version": run.version},
        "manifests": [{"path": path, "sha256": digest} for path, digest in run.manifests],
        "documents": {"checked": run.checked, "not_checked": run.not_checked},
        "capabilities": dict(run.capabilities),
        "counts": [asdict(count) for count in run.counts],
    }
    return json.dumps(written, ensure_ascii=False, separators=(",", ":")) + "\n"


def _parsed(line: bytes, path: str, number: int, *, last: bool) -> Any:
    try:
        found = json.loads(line.decode("utf-8-sig"))  # an editor may have put a mark in front of the file
    except (ValueError, RecursionError):
        raise _NoRun("this line is cut off, or no JSON." if last else "this line is no JSON.") from None
    version = found.get("version") if isinstance(found, dict) else None
    if isinstance(version, int) and version > FORMAT_VERSION:
        message = f"this line has version {version} of the format; this claimlint knows version {FORMAT_VERSION}."
        raise InputError(Problem(path, number, None, message, "Use a later version of claimlint."))
    if version != FORMAT_VERSION:
        raise _NoRun(_NO_RUN)
    return found


def _run(found: Any) -> Run:
    try:
        return Run(
            day=date.fromisoformat(found["as_of"]),
            label=str(found["label"]),
            version=str(found["tool"]["version"]),
            manifests=tuple((str(each["path"]), str(each["sha256"])) for each in found["manifests"]),
            checked=_number(found["documents"]["checked"]),
            not_checked=_number(found["documents"]["not_checked"]),
            capabilities=tuple((str(gate), _number(number)) for gate, number in found["capabilities"].items()),
            counts=tuple(_count(each) for each in found["counts"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        raise _NoRun(_NO_RUN) from None


def _count(found: Any) -> Count:
    channel, gate, category = (str(found[key]) for key in ("channel", "gate", "category"))
    return Count(channel, gate, category, _number(found["claims"]), _number(found["findings"]))


def _number(found: Any) -> int:
    """Give a count; raises ValueError for anything that counts nothing."""
    if not isinstance(found, int) or found < 0:
        raise ValueError(found)
    return found
