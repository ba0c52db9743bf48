"""Tables on a page of PDF: drawn with lines, or shown by how their cells are aligned."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from claimlint.readers.pdf.page import Edge, Piece
from claimlint.readers.pdf.rows import Row, gutters, in_columns, rows_of

_MOST_EDGES = 300
_APART = 3.0
"""Points: edges that are closer to each other are one, or touch."""
_NARROWEST_GUTTER = 6.0
_MOSTLY = 0.6


@dataclass
class Grid:
    """A table. rows: of cells, of lines of pieces. header: whether its first row names the columns. Its box is in points."""

    left: float
    right: float
    top: float
    bottom: float
    rows: list[list[list[Row]]] = field(default_factory=list)
    header: bool = False


def drawn_tables(pieces: list[Piece], edges: list[Edge]) -> tuple[list[Grid], list[Piece]]:
    """Give the tables that lines show, and the pieces that stand in none of them."""
    grids: list[Grid] = []
    for columns, levels in _frames(edges):
        inside = [piece for piece in pieces if _is_inside(piece, columns, levels)]
        grid = _filled(inside, columns, levels, edges) if len(inside) > 1 else None
        if grid is not None:
            taken = {id(piece) for piece in inside}
            pieces = [piece for piece in pieces if id(piece) not in taken]
            grids.append(grid)
    return grids, pieces


def aligned_table(rows: list[Row], parted: list[tuple[float, float]]) -> Grid:
    """Give rows whose cells are parted by gutters as a table. Lines that go on with the cells above them are joined to these."""
    everything = [piece for row in rows for piece in row]
    grid = Grid(
        min(piece.left for piece in everything),
        max(piece.right for piece in everything),
        max(piece.baseline + piece.size for piece in everything),
        min(piece.baseline for piece in everything),
    )
    grid.rows = _logical([(row, in_columns(row, parted)) for row in rows])
    grid.header = _names_columns(grid.rows)
    return grid


def _frames(edges: list[Edge]) -> list[tuple[list[float], list[float]]]:
    """The places of upright and level lines of each table that is drawn; of one without upright ones only its two sides."""
    uprights, levels = _merged(edge for edge in edges if edge.upright), _merged(edge for edge in edges if not edge.upright)
    if len(uprights) > _MOST_EDGES or len(levels) > _MOST_EDGES:
        return []
    frames = []
    alone: list[Edge] = []
    for group in _touching(uprights, levels):
        columns = _places(edge.at for edge in group if edge.upright)
        rows = _places(edge.at for edge in group if not edge.upright)
        if len(columns) > 2 and len(rows) > 2 and _is_filled(group, columns, rows):
            frames.append((columns, rows))
        elif len(columns) < 3:
            alone += [edge for edge in group if not edge.upright]
    by_span: dict[tuple[int, int], list[float]] = {}
    for edge in alone:
        by_span.setdefault((round(edge.start / _APART), round(edge.stop / _APART)), []).append(edge.at)
    for (left, right), places in by_span.items():
        if len(_places(places)) > 2:
            frames.append(([left * _APART, right * _APART], _places(places)))
    return frames


def _is_filled(group: list[Edge], columns: list[float], rows: list[float]) -> bool:
    """Whether lines run through most of the table that they frame: boxes that touch each other do not make one."""
    height, width = rows[-1] - rows[0], columns[-1] - columns[0]
    upright = sum(edge.stop - edge.start for edge in group if edge.upright)
    level = sum(edge.stop - edge.start for edge in group if not edge.upright)
    return upright >= _MOSTLY * height * len(columns) and level >= _MOSTLY * width * len(rows)


def _merged(edges: Iterable[Edge]) -> list[Edge]:
    """Edges, of which those that lie on one line and touch have become one."""
    found: list[Edge] = []
    for edge in sorted(edges, key=lambda edge: (round(edge.at / 2), edge.start)):
        last = found[-1] if found else None
        if last and abs(last.at - edge.at) <= 2 and edge.start <= last.stop + _APART:
            found[-1] = Edge(edge.upright, last.at, last.start, max(last.stop, edge.stop))
        else:
            found.append(edge)
    return found


def _touching(uprights: list[Edge], levels: list[Edge]) -> list[list[Edge]]:
    """Groups of edges of which each touches another."""
    edges = [*uprights, *levels]
    group = list(range(len(edges)))

    def root(index: int) -> int:
        while group[index] != index:
            group[index] = group[group[index]]
            index = group[index]
        return index

    for first, upright in enumerate(uprights):
        for second, level in enumerate(levels, len(uprights)):
            crosses = level.start - _APART <= upright.at <= level.stop + _APART
            if crosses and upright.start - _APART <= level.at <= upright.stop + _APART:
                group[root(first)] = root(second)
    found: dict[int, list[Edge]] = {}
    for index, edge in enumerate(edges):
        found.setdefault(root(index), []).append(edge)
    return list(found.values())


def _places(values: Iterable[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _APART:
            found.append(value)
    return found


def _is_inside(piece: Piece, columns: list[float], levels: list[float]) -> bool:
    middle = (piece.left + piece.right) / 2
    return columns[0] - 1 <= middle <= columns[-1] + 1 and levels[0] - 1 <= piece.baseline + 0.3 * piece.size <= levels[-1] + 1


def _filled(inside: list[Piece], columns: list[float], levels: list[float], edges: list[Edge]) -> Grid | None:
    """A table with its text; None where the lines frame no table."""
    rows = rows_of(inside, edges)
    if len(columns) > 2:
        parted = [(place - 0.5, place + 0.5) for place in columns[1:-1]]
    else:
        parted = gutters(rows, _NARROWEST_GUTTER)
    if not parted:
        return None
    between: list[list[tuple[Row, list[Row]]]] = [[] for _ in range(len(levels) + 1)]
    for row in rows:
        cells = in_columns(row, parted) if len(columns) == 2 else _by_middle(row, columns)
        between[len(levels) - bisect_right(levels, row[0].baseline + 0.3 * row[0].size)].append((row, cells))
    grid = Grid(columns[0], columns[-1], levels[-1], levels[0])
    # Few lines stand around the header and the whole; more of them around every row.
    of_rows = len(levels) > 3
    for part in between:
        grid.rows += [_whole(part)] if of_rows and part else _logical(part)
    filled = [row for row in grid.rows if sum(bool(cell) for cell in row) > 1]
    if not filled:
        return None
    grid.header = _names_columns(grid.rows) or (not of_rows and len(levels) == 3 and len(between[1]) == 1 and len(columns) == 2)
    return grid


def _by_middle(row: Row, columns: list[float]) -> list[Row]:
    cells: list[Row] = [[] for _ in range(len(columns) - 1)]
    for piece in row:
        at = piece.left + min(2.0, (piece.right - piece.left) / 2)
        cells[min(max(bisect_right(columns, at) - 1, 0), len(cells) - 1)].append(piece)
    return cells


def _whole(part: list[tuple[Row, list[Row]]]) -> list[list[Row]]:
    """Lines between two edges as one row."""
    cells: list[list[Row]] = [[] for _ in part[0][1]]
    for _, pieces in part:
        for cell, line in zip(cells, pieces, strict=True):
            if line:
                cell.append(line)
    return cells


def _logical(part: list[tuple[Row, list[Row]]]) -> list[list[list[Row]]]:
    """Lines as rows of which each may take several lines."""
    found: list[list[tuple[Row, list[Row]]]] = []
    for row, cells in part:
        if found and _goes_on(found[-1][-1], (row, cells)):
            found[-1].append((row, cells))
        else:
            found.append([(row, cells)])
    return [_whole(lines) for lines in found]


def _goes_on(above: tuple[Row, list[Row]], below: tuple[Row, list[Row]]) -> bool:
    size = max(below[0][0].size, 1.0)
    if above[0][0].baseline - below[0][0].baseline > 1.45 * size:
        return False
    filled = [cell for cell in below[1] if cell]
    continues = all(cell[0].text[:1].islower() for cell in filled)
    return continues or (
        not below[1][0] and all(above[1][column] for column, cell in enumerate(below[1]) if cell) and len(filled) < len(below[1])
    )


def _names_columns(rows: list[list[list[Row]]]) -> bool:
    """Whether the first row is in bold type and the next one is not."""
    if len(rows) < 2:
        return False
    bold = [[piece.bold for cell in row for line in cell for piece in line] for row in rows[:2]]
    return len(bold[0]) > 1 and all(bold[0]) and not all(bold[1])
