"""From a row of a table to what it says, each thing that is not understood noted with what to do about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from claimlint.importing.columns import NAMING, Columns
from claimlint.importing.days import day_of
from claimlint.importing.entries import CertificateEntry, GateEntry, LimitEntry, RowEntry
from claimlint.importing.grid import Cell, Row
from claimlint.importing.identifiers import kebab
from claimlint.importing.limits import Figures, concept_of, limit_of
from claimlint.importing.notes import Notes, NotUnderstood
from claimlint.importing.numbers import Notation
from claimlint.importing.settings import TableSettings
from claimlint.importing.statuses import StatusReader
from claimlint.importing.wordings import CANCELLED, NOTHING, certificate_status_of, gate_of, result_of

FIGURES = ("value", "target", "min", "max")
"""Fields that hold figures."""

_ITEMS = re.compile(r"\s*[;\n]\s*|\s*,\s+|,(?!\d)")


@dataclass(frozen=True)
class RowReader:
    """Reads the rows of one table."""

    columns: Columns
    settings: TableSettings
    notation: Notation
    notes: Notes

    def read(self, row: Row) -> RowEntry | None:
        """Give what a row says; None for one that speaks of nothing, such as a heading of a section."""
        if self._repeats_headers(row):
            return None
        if not any(self._text(row, name) for name in NAMING):
            self._skip(row)
            return None
        if self._is_heading(row):
            self.notes.add("only one cell is filled, so it was taken for a heading and left out.", row.number)
            return None
        name, aliases = self._line(row, "name"), self._items(row, "aliases")
        concept = self._line(row, "concept")
        gates, left_open, cancelled = self._gates(row)
        limit, remark = self._limit(row, name or self._line(row, "requirement"), aliases)
        return RowEntry(
            row.number,
            self._line(row, "id"),
            name,
            self._line(row, "requirement"),
            self._line(row, "product") or self.settings.product or "",
            aliases,
            concept,
            self._validated(row),
            gates,
            left_open,
            limit,
            self._line(row, "owner"),
            () if any(gate.evidence for gate in gates) else self._items(row, "evidence"),
            self._day(row, "expires"),
            cancelled,
            tuple(self._certificates(row)),
            (remark,) if remark else (),
        )

    def _repeats_headers(self, row: Row) -> bool:
        """Tell whether a row has the headers once more, as at the top of a page."""
        return all(" ".join(row.cell(index).text.split()) == self.columns.names[index] for index in self.columns.fields.values())

    def _skip(self, row: Row) -> None:
        if any(cell.text or cell.failed for cell in row.cells):
            asked = " or ".join(f'"{self.columns.header_of(name)}"' for name in NAMING if name in self.columns.fields)
            self.notes.add(f"nothing stands under {asked}, so the row was left out.", row.number)

    def _is_heading(self, row: Row) -> bool:
        filled = [index for index, cell in enumerate(row.cells) if cell.text]
        return len(filled) == 1 and filled[0] == 0 and len(self.columns.fields) > 2 and filled[0] != self.columns.fields.get("name")

    def _cell(self, row: Row, name: str) -> Cell:
        if name not in self.columns.fields:
            return Cell()
        cell = row.cell(self.columns.fields[name])
        if cell.failed:
            self.notes.add("the formula shows an error, so the cell counts as empty.", row.number, self.columns.header_of(name))
        return cell

    def _text(self, row: Row, name: str) -> str:
        return self._cell(row, name).text

    def _line(self, row: Row, name: str) -> str:
        return " ".join(self._text(row, name).split())

    def _items(self, row: Row, name: str) -> tuple[str, ...]:
        parts = (" ".join(part.split()) for part in _ITEMS.split(self._text(row, name)))
        return tuple(dict.fromkeys(part for part in parts if part and part not in ("-", "–", "—")))

    def _day(self, row: Row, name: str) -> date | None:
        cell = self._cell(row, name)
        if not cell.text or cell.text in ("-", "–", "—"):
            return None
        try:
            return day_of(cell, self.settings.date_format)
        except NotUnderstood as error:
            self.notes.add(str(error), row.number, self.columns.header_of(name))
            return None

    def _validated(self, row: Row) -> str:
        text = self._line(row, "validated")
        stage, _ = gate_of(text)
        if text and stage is None:
            self.notes.add(
                f'"{text}" is no gate that is known here, so nothing is validated by it; write EVT, DVT, PVT, MP or none.',
                row.number,
                self.columns.header_of("validated"),
            )
        return stage or ("none" if "validated" in self.columns.fields else "")

    def _gates(self, row: Row) -> tuple[tuple[GateEntry, ...], tuple[str, ...], bool]:
        reader = StatusReader(self.notes, self.columns, row.number)
        default, build = reader.gate(self._line(row, "gate"), self.settings.gate)
        status = self._line(row, "status")
        found = [reader.result(status, default, "status")] if "status" in self.columns.fields else []
        wide = [(name, name.removeprefix("gate ")) for name in self.columns.fields if name.startswith("gate ")]
        found += [reader.result(self._line(row, name), stage, name) for name, stage in wide]
        days = self._day(row, "date"), self._day(row, "due"), self._day(row, "expires")
        evidence, builds = self._items(row, "evidence"), tuple(dict.fromkeys((*((build,) if build else ()), *self._items(row, "build"))))
        stages = [(stage, result) for stage, result in found if stage and result and result not in (CANCELLED, NOTHING)]
        left_open = tuple(stage for stage, result in found if stage and result is None)
        alone = len(stages) == 1 and not any(self._line(row, f"gate {stage}") for stage in left_open)
        ahead = next((stage for stage, result in stages if result in ("planned", "running")), None)
        gates = tuple(
            GateEntry(
                stage,
                result,
                days[0] if alone and result in ("passed", "failed") else None,
                days[1] if stage == ahead else None,
                days[2] if result == "waived" else None,
                evidence if alone else (),
                builds if alone else (),
            )
            for stage, result in stages
        )
        return gates, left_open, any(result == CANCELLED for _, result in found)

    def _limit(self, row: Row, name: str, aliases: tuple[str, ...]) -> tuple[LimitEntry | None, str]:
        exact = frozenset(cell.text for each in FIGURES if (cell := self._cell(row, each)).exact)
        value, target, low, high = (self._line(row, each) for each in FIGURES)
        figures = Figures(value, target, low, high, self._unit(row), exact)
        if not figures.text or not any(character.isdigit() for character in figures.text):
            return None, ""
        column = self.columns.header_of(next(each for each in FIGURES if self._text(row, each)))
        parameter = self._line(row, "parameter")
        concept = concept_of(self._line(row, "concept") or name, (*aliases, parameter) if parameter else aliases)
        try:
            limit, note = limit_of(figures, concept, self.notation)
        except NotUnderstood as error:
            self.notes.add(str(error), row.number, column)
            return None, f"{parameter or column}: {figures.text}"
        if note:
            self.notes.add(note, row.number, column)
        return LimitEntry(kebab(parameter) or limit.quantity or "value", limit, self._line(row, "condition")), ""

    def _unit(self, row: Row) -> str:
        own = self._line(row, "unit")
        shared = (self.columns.units.get(self.columns.fields.get(name, -1), "") for name in FIGURES)
        return own if own not in ("-", "–", "—") and own else next(filter(None, shared), "")

    def _certificates(self, row: Row) -> Iterator[CertificateEntry]:
        status = self._line(row, "certificate-status")
        known = certificate_status_of(status) if status else None
        if status and known is None:
            self.notes.add(
                f'"{status}" is no known status of a certificate, so it is pending here; write granted, pending, refused or expired.',
                row.number,
                self.columns.header_of("certificate-status"),
            )
        for name in self._items(row, "certificate"):
            # "yes", "pending" and the like name none.
            if kebab(name) and not {certificate_status_of(name), result_of(name)} - {None} and name.casefold() not in ("yes", "no"):
                yield CertificateEntry(name, known or "pending", self._line(row, "certificate-id"), known is not None)
