"""What was not understood in a table: each thing once, with all rows where it is so."""

from __future__ import annotations

from dataclasses import dataclass, field

_SHOWN = 5


class NotUnderstood(ValueError):
    """A cell does not say what its column asks for; the message is a sentence that says what was done and what to do."""


@dataclass
class Notes:
    """Collects what the user should know, in the order of the table."""

    _rows: dict[tuple[str, str], list[int]] = field(default_factory=dict)

    def add(self, message: str, row: int | None = None, column: str = "") -> None:
        """Keep a sentence. row: from 1, None for the table as a whole. column: its header."""
        rows = self._rows.setdefault((column, message), [])
        if row is not None and row not in rows:
            rows.append(row)

    def lines(self) -> tuple[str, ...]:
        """Give a line for each thing."""
        return tuple(_place(rows, column) + message for (column, message), rows in self._rows.items())


def _place(rows: list[int], column: str) -> str:
    named = f'column "{column}"' if column else ""
    if not rows:
        return f"{named}: " if named else ""
    more = len(rows) - _SHOWN
    shown = ", ".join(map(str, rows[:_SHOWN])) + (f" and {more} more" if more > 0 else "")
    return f"row{'s' if len(rows) > 1 else ''} {shown}{', ' if named else ''}{named}: "
