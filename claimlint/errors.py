"""What can be wrong with the input, as one value and one exception."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


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

    @property
    def place(self) -> str:
        """The file, with line and column where they are known."""
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" + (f" {self.remedy}" if self.remedy else "")


@dataclass(frozen=True)
class Origin:
    """Where settings were written, for what turns out to be wrong with them only when they are used.

    path: of the file, as problems name it. places: path, line and column of single names, by the setting's key and the name;
    those which the command line gave have the option for a path, and no line.
    """

    path: str
    places: Mapping[tuple[str, str], tuple[str, int | None, int | None]] = field(default_factory=dict)

    def problem(self, key: str, name: str, message: str, remedy: str = "") -> Problem:
        """Give a problem at the place of a name, or of the whole file where the name's own is not known."""
        return Problem(*self.places.get((key, name), (self.path, None, None)), message, remedy)


COMMAND_LINE = Origin("the command line")


class InputError(Exception):
    """Usage, configuration, a manifest or a rule pack is wrong; the command ends with exit status 2.

    problems: everything that was found wrong, sorted, never empty.
    """

    def __init__(self, problems: Iterable[Problem] | Problem) -> None:
        found = (problems,) if isinstance(problems, Problem) else tuple(sorted(problems, key=_sort_key))
        self.problems: tuple[Problem, ...] = found
        super().__init__("\n".join(str(problem) for problem in found))

    def __reduce__(self) -> tuple[type[InputError], tuple[tuple[Problem, ...]]]:
        return type(self), (self.problems,)  # the problems, not the words made of them, travel between processes


def _sort_key(problem: Problem) -> tuple[str, int, int, str]:
    return problem.path, problem.line or 0, problem.column or 0, problem.message
