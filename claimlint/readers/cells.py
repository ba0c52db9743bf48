"""Lists of copy and tables as text (.csv, .tsv): RFC 4180, and the delimiters that programs write in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimlint.document import Document, Source
from claimlint.readers import markup
from claimlint.readers.assembly import Assembly
from claimlint.readers.limits import LIMITS
from claimlint.readers.passage import Passage
from claimlint.readers.sheets import column_place, is_copy, layout_of
from claimlint.readers.unreadable import UnreadableDocument

SUFFIXES: tuple[str, ...] = (".csv", ".tsv", ".tab")

_DELIMITERS = ",;\t|"
_SAMPLE = 20_000
# Spreadsheet programs take the delimiter from such a first line.
_DECLARED = re.compile(r"sep=(.)\n")
_QUOTED = re.compile(r'"[^"]*(?:""[^"]*)*(?:"|\Z)')
_TAGS = re.compile(r"</?(?:p|br|ul|ol|li|b|strong|em|i|span|div|h[1-6]|a)\b[^<>]*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell: [start, stop) of the text, without the quotation marks around it."""

    start: int
    stop: int
    quoted: bool = False

    def text(self, text: str) -> str:
        """What the cell says."""
        written = text[self.start : self.stop]
        return (written.replace('""', '"') if self.quoted else written).strip()


def read(source: Source) -> Document:
    """Read a list of copy or a table; raises UnreadableDocument beyond the limits. Places are such as "row 14, headline 2"."""
    passage = Passage.with_line_feeds(source.text)
    rows = list(_rows(passage.text, None if source.path.lower().endswith(".csv") else "\t"))
    if len(rows) > LIMITS.rows:
        raise UnreadableDocument(f"it has {len(rows):,} rows, more than the {LIMITS.rows:,} that are read; split it")
    assembly = Assembly()
    texts = [[_copy(cell.text(passage.text)) for cell in row] for row in rows]
    layout = layout_of(texts)
    if layout.columns:
        first = (layout.header or 0) + 1
        for number, row in enumerate(rows[first:], start=first + 1):
            for column, name in layout.columns.items():
                if column < len(row):
                    _add(assembly, passage, row[column], "p", f"row {number}, {name}")
    else:
        _add_table(assembly, passage, rows, layout.header)
    return Document(source, assembly.finish())


def texts_of(text: str, delimiter: str | None) -> Iterator[list[str]]:
    """Give what the cells of a table say, row by row. text: its lines end with LF. delimiter: None where the text is to tell."""
    for row in _rows(text, delimiter):
        yield [cell.text(text) for cell in row]


def delimiter_of(text: str) -> str:
    """Give the delimiter that a text declares, else the one that most of its first lines have equally often; a comma for want of any."""
    declared = _DECLARED.match(text)
    return declared[1] if declared else _delimiter(text[:_SAMPLE])


def _copy(text: str) -> str:
    return text if is_copy(text) else ""


def _rows(text: str, delimiter: str | None) -> Iterator[list[_Cell]]:
    declared = _DECLARED.match(text)
    at = declared.end() if declared else 0
    delimiter = declared[1] if declared else delimiter or delimiter_of(text)
    if declared:
        yield []
    end = re.compile(rf"[{re.escape(delimiter)}\n]|\Z")
    row: list[_Cell] = []
    while at < len(text) or row:
        cell, stop = _cell(text, at, end)
        row.append(cell)
        at = stop + 1
        if text[stop : stop + 1] != delimiter:
            yield row
            row = []


def _cell(text: str, at: int, end: re.Pattern[str]) -> tuple[_Cell, int]:
    """Give the cell that begins at an offset, and the offset of what ends it."""
    quoted = _QUOTED.match(text, at)
    if quoted:
        closed = len(quoted[0]) > 1 and quoted[0].endswith('"')
        found = end.search(text, quoted.end())
        return _Cell(at + 1, quoted.end() - closed, quoted=True), found.start() if found else len(text)
    found = end.search(text, at)
    stop = found.start() if found else len(text)
    return _Cell(at, stop), stop


def _delimiter(sample: str) -> str:
    """The delimiter that most lines have the same number of, more than none; a comma where there is none."""
    lines = [line for line in _QUOTED.sub("", sample).split("\n")[:_SAMPLE] if line.strip()][:20]
    counts = {delimiter: [line.count(delimiter) for line in lines] for delimiter in _DELIMITERS}
    return max(_DELIMITERS, key=lambda delimiter: _evenness(counts[delimiter]))


def _evenness(counts: Sequence[int]) -> tuple[int, int]:
    """How many lines have the most frequent number of a delimiter, and that number."""
    present = [count for count in counts if count]
    most = max(present, key=lambda count: (present.count(count), count), default=0)
    return present.count(most), most


def _add_table(assembly: Assembly, passage: Passage, rows: Sequence[Sequence[_Cell]], header: int | None) -> None:
    headers = [cell.text(passage.text) for cell in rows[header]] if header is not None else []
    assembly.start("table", fixed=True)
    for index, row in enumerate(rows):
        if any(_copy(cell.text(passage.text)) for cell in row):
            depth = assembly.depth
            assembly.start("tr", fixed=True)
            for column, cell in enumerate(row):
                place = column_place(headers[column] if column < len(headers) and index != header else "", column)
                _add(assembly, passage, cell, "th" if index == header else "td", f"row {index + 1}, {place}")
            assembly.close(depth)


def _add(assembly: Assembly, passage: Passage, cell: _Cell, name: str, where: str) -> None:
    depth = assembly.depth
    assembly.start(name, fixed=True, where=where)
    if _copy(cell.text(passage.text)):
        content = passage.rebuilt(_unquoted(passage.text, cell))
        if _TAGS.search(content.text):
            markup.feed(assembly, content)
        else:
            _add_lines(assembly, content)
    assembly.close(depth)


def _add_lines(assembly: Assembly, content: Passage) -> None:
    at = 0
    for line in content.text.split("\n"):
        if at:
            assembly.line_break(content, at - 1, at)
        assembly.text(content, at, at + len(line))
        at += len(line) + 1


def _unquoted(text: str, cell: _Cell) -> Iterator[tuple[str, int, int]]:
    """Cut the text of a cell at its doubled quotation marks, each of which stands for one."""
    at = cell.start
    while cell.quoted and (mark := text.find('""', at, cell.stop)) >= 0:
        yield text[at:mark], at, mark
        yield '"', mark, mark + 2
        at = mark + 2
    yield text[at : cell.stop], at, cell.stop
