"""Lines of a text on which block structure is read: where they stand, and what is left of them inside a container."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimlint.readers.passage import Passage


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or what is left of it inside a container: [start, stop) of the text, and its characters."""

    start: int
    stop: int
    text: str

    @property
    def blank(self) -> bool:
        """True where nothing but white space stands on it."""
        return not self.text or self.text.isspace()

    @property
    def indentation(self) -> int:
        """How many characters of white space it begins with."""
        return len(self.text) - len(self.text.lstrip())

    def cut(self, characters: int) -> Line:
        """Give the line without its first characters; a shorter one is empty then."""
        characters = min(characters, len(self.text))
        return replace(self, start=self.start + characters, text=self.text[characters:])


def lines_of(text: str) -> list[Line]:
    """Give the lines of a text whose lines end with LF."""
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append(Line(start, start + len(line), line))
        start += len(line) + 1
    return lines


def dedented(lines: list[Line]) -> list[Line]:
    """Give lines without the indentation that all of them have."""
    least = min((line.indentation for line in lines if not line.blank), default=0)
    return [line.cut(least) for line in lines]


def indented_from(lines: list[Line], first: int) -> int:
    """Give the end of the lines from `first` on that are indented or blank, blank ones at the end left out."""
    stop = last = first
    while stop < len(lines) and (lines[stop].blank or lines[stop].indentation):
        stop += 1
        if not lines[stop - 1].blank:
            last = stop
    return last


def paragraph_from(lines: list[Line], first: int) -> int:
    """Give the end of the lines from `first` on that are not blank."""
    stop = first
    while stop < len(lines) and not lines[stop].blank:
        stop += 1
    return stop


def joined(passage: Passage, lines: list[Line]) -> Passage:
    """Give lines of a passage as one running text, without their indentation; each of its line ends stands for the one in the source."""
    parts: list[tuple[str, int, int]] = []
    for line in lines:
        if parts:
            stop = parts[-1][2]
            parts.append(("\n", stop, stop + (passage.text[stop : stop + 1] == "\n")))
        first = line.start + line.indentation
        parts.append((passage.text[first : line.stop], first, line.stop))
    return passage.rebuilt(parts)
