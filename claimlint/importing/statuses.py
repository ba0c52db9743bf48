"""What a row says of gates: never more than its words, so that a word which is not known validates nothing."""

from __future__ import annotations

from dataclasses import dataclass

from claimlint.importing.columns import Columns
from claimlint.importing.notes import Notes
from claimlint.importing.wordings import CANCELLED, NOTHING, gate_and_result, gate_of, result_of


@dataclass(frozen=True, slots=True)
class StatusReader:
    """Reads the gates of one row."""

    notes: Notes
    columns: Columns
    row: int

    def gate(self, text: str, default: str | None) -> tuple[str | None, str]:
        """Give the stage that a row is about and the build; (None, "") where it says none."""
        if not text:
            return default, ""
        stage, build = gate_of(text)
        if stage is None or stage == "none":
            self._note(f'"{text}" is no gate that is known here, so the row validates nothing; write EVT, DVT, PVT or MP.', "gate")
            return None, ""
        return stage, build

    def result(self, text: str, stage: str | None, field: str) -> tuple[str | None, str | None]:
        """Give the stage and its result; None for what is not known or not said.

        A result may be CANCELLED, where the row withdraws the capability, and NOTHING, where it says that there is nothing to say.

        stage: the one that the row or the column is about. field: of the column, for notes.
        """
        if not text:
            return stage, None
        result = result_of(text)
        if result is None:
            named, result = gate_and_result(text)
            stage = named or stage
        if result is None:
            self._note(
                f'"{text}" is no status that is known here, so it validates nothing; write passed, failed, planned, running or waived.',
                field,
            )
            return stage, None
        if stage is None and result not in (CANCELLED, NOTHING, "planned", "running"):
            self._note(
                f'"{text}" does not say at which gate, so it validates nothing; add a column Gate, or name one for all rows with --gate.',
                field,
            )
        return stage, result

    def _note(self, message: str, field: str) -> None:
        self.notes.add(message, self.row, self.columns.header_of(field))
