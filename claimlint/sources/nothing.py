"""Why there is nothing to check, in words that help: an empty check is an error, and never a pass."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from claimlint.configuration.model import Configuration
from claimlint.configuration.paths import normalised, reported
from claimlint.errors import Problem
from claimlint.manifest.names import FILE_NAMES


def nothing_to_check(
    paths: Sequence[Path],
    met: Sequence[tuple[Path, Configuration]],
    suffixes: Collection[str],
    on_request: Collection[str],
) -> Problem:
    """Say that there is nothing to check, why, and what to do.

    paths: that were asked for. met: the files that stand there, each with its configuration. suffixes: that can be read; on_request: those
    of them that are read only where somebody asks for them.
    """
    names = ", ".join(reported(path) for path in paths)
    candidates = [
        (path, configuration)
        for path, configuration in met
        if path.suffix.lower() in suffixes and path.name not in FILE_NAMES and not configuration.is_made_of(normalised(path))
    ]
    documents = [(path, configuration) for path, configuration in candidates if path.suffix.lower() not in on_request]
    if documents:
        why = _left_out(*documents[0], len(documents))
    elif candidates:
        example = reported(candidates[0][0])
        why = f"Lists and data such as {example} are read only where they are named, or where include names their suffix."
    else:
        why = "Add copy in a format that is read (such as .md, .html, .docx, .pdf), or name files or folders that have some."
    return Problem(names, None, None, "there is nothing to check here.", why)


def _left_out(path: Path, configuration: Configuration, count: int) -> str:
    key = "exclude" if configuration.excludes(path) else "include"
    others = f" and {count - 1} more" if count > 1 else ""
    verb = "are" if count > 1 else "is"
    where = f" in {reported(configuration.path)}" if configuration.path else ""
    return f"{reported(path)}{others} {verb} left out: look at {key}{where}."
