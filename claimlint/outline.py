"""What is told of that which documents are checked with, without loading it."""

from __future__ import annotations

from dataclasses import dataclass

from claimlint.finding import RuleDescription
from claimlint.gate_board import GateBoard


@dataclass(frozen=True, slots=True)
class Outline:
    """A manifest and rules in words, on a day. files: path and sha256 of each file of the manifest. board: without documents.

    once: names of rules that report a document at one place of several. notes: what the user should know of them.
    """

    files: tuple[tuple[str, str], ...]
    rules: tuple[RuleDescription, ...]
    board: GateBoard
    once: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
