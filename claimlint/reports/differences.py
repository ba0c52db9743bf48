"""Changes of files as unified diffs, which `git apply` and `patch` take."""

from __future__ import annotations

import re
from difflib import unified_diff
from pathlib import PurePath

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def difference(path: str, before: str, after: str) -> str:
    """Give the change of one file as a unified diff, "" where there is none; line ends are those of the file."""
    name = _name(path)
    lines = unified_diff(_LINE.findall(before), _LINE.findall(after), f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def is_elsewhere(path: str) -> bool:
    """Tell whether a path leads out of the working directory."""
    return PurePath(path).is_absolute() or ".." in PurePath(path).parts


def _name(path: str) -> str:
    """Give the path as the diff names it: below the working directory, or for a file elsewhere, within its own folder."""
    return PurePath(path).name if is_elsewhere(path) else path
