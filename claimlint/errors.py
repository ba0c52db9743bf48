"""What can be wrong with the input, as one value and one exception."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong with a file, in words its owner can act on.

    path: the file as the user named it. line, column: 1-based, or None where the whole file is meant.
    message: what is wrong. remedy: what to do about it, or an empty string.
    """

    path: str
    line: int | None
    column: int | None
    message: str
    remedy: str = ""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        return f"{place}: {self.message}" + (f" {self.remedy}" if self.remedy else "")


class InputError(Exception):
    """Usage, configuration, a manifest or a rule pack is wrong; the command ends with exit status 2.

    problems: everything that was found wrong, sorted, never empty.
    """

    def __init__(self, problems: Iterable[Problem] | Problem) -> None:
        found = (problems,) if isinstance(problems, Problem) else tuple(sorted(problems, key=_sort_key))
        self.problems: tuple[Problem, ...] = found
        super().__init__("\n".join(str(problem) for problem in found))


def _sort_key(problem: Problem) -> tuple[str, int, int, str]:
    return problem.path, problem.line or 0, problem.column or 0, problem.message
