"""What the user says of a table that it does not say itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TableSettings:
    """How a table is read.

    columns: header by field, in place of what headers are taken for; an empty header for a field that is not taken at all.
    sheet: its name, None for the first that looks like a table of capabilities. header_row: from 1, None for the first row that looks
    like headers. delimiter: of a text. product: the name of the product for rows that name none. gate: for rows that name none.
    decimal: one of DECIMALS; date_format: one of DATE_FORMATS.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    sheet: str | None = None
    header_row: int | None = None
    delimiter: str | None = None
    product: str | None = None
    gate: str | None = None
    decimal: str | None = None
    date_format: str | None = None
