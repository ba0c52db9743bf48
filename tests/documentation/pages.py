"""The pages that people read, taken apart: blocks of code with the comment above them, commands with what is shown below them, links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
}
"""Their text, by path from the top of the repository."""

WRITTEN_BY_HAND = {page: text for page, text in PAGES.items() if "<!-- Written by scripts/reference.py" not in text}
"""The pages that tell what something is for. What the reference lists by itself explains nothing yet."""

DOCUMENTATION = "\n".join(WRITTEN_BY_HAND.values())
CODE_SPANS = "\n".join(re.findall(r"`([^`\n]+)`", DOCUMENTATION))

_BLOCK = re.compile(r"^<!-- (?P<mark>[^\n]+) -->\n```(?P<language>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_CONSOLE = re.compile(r"^(?:<!-- (?P<mark>[^\n]+) -->\n)?```console\n", re.MULTILINE)
_LINK = re.compile(r"\]\((?!https?:)(?P<file>[^)#\s]*)#?(?P<heading>[^)\s]*)\)")
_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_LEFT_OUT = "…"


@dataclass(frozen=True)
class Block:
    """A block of code. mark: what the comment above it says."""

    page: str
    mark: str
    text: str

    @property
    def shown(self) -> list[tuple[str, list[str]]]:
        """The commands of a console, each with the lines that are shown below it."""
        found: list[tuple[str, list[str]]] = []
        for line in self.text.splitlines():
            if line.startswith("$ "):
                found.append((line.removeprefix("$ "), []))
            else:
                found[-1][1].append(line)
        return found


def all_blocks() -> Iterator[Block]:
    """Give every block that has a mark, in the order of the pages."""
    return (Block(page, match["mark"], match["text"]) for page, text in PAGES.items() for match in _BLOCK.finditer(text))


def blocks(*marks: str, pages: Iterable[str] = PAGES) -> list[Block]:
    """Give the blocks with one of these marks, in the order of the pages; a mark that ends with ":" stands for all that begin so."""
    wanted = set(pages)
    return [block for block in all_blocks() if block.page in wanted and any(_is(block.mark, mark) for mark in marks)]


def _is(mark: str, wanted: str) -> bool:
    return mark.startswith(wanted) if wanted.endswith(":") else mark == wanted


def marks_of_consoles(page: str) -> list[str | None]:
    """Give the mark of every block of commands on a page, None for one that has none."""
    return [match["mark"] for match in _CONSOLE.finditer(PAGES[page])]


def pages_with(*marks: str) -> list[str]:
    """Name the pages that have such blocks."""
    return [page for page in PAGES if blocks(*marks, pages=[page])]


def pattern_of(lines: list[str]) -> re.Pattern[str]:
    """Give what the whole output must look like; "…" on a line of its own stands for any number of whole lines."""
    parts = ("".join(re.escape(f"{line}\n") for line in piece) for piece in _pieces(lines))
    return re.compile(r"(?:[^\n]*\n)*?".join(parts))


def _pieces(lines: list[str]) -> list[list[str]]:
    found: list[list[str]] = [[]]
    for line in lines:
        if line == _LEFT_OUT:
            found.append([])
        else:
            found[-1].append(line)
    return found


def links() -> list[tuple[str, str, str]]:
    """Give page, file and heading of every link to a place in the repository."""
    return sorted({(page, match["file"], match["heading"]) for page, text in PAGES.items() for match in _LINK.finditer(prose(text))})


def prose(text: str) -> str:
    """Give a page without its blocks of code."""
    return _FENCED.sub("", text)


def anchors(text: str) -> set[str]:
    """Give the anchors of a page's headings, as they are where repositories are hosted and on the site."""
    titles: Iterator[str] = iter(re.findall(r"^#+ (.+)$", prose(text), re.MULTILINE))
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}
