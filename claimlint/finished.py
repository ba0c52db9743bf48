"""A document on its way to the report: judged by what it says itself, before anybody has looked at the others."""

from __future__ import annotations

from dataclasses import dataclass

from claimlint.claim import Reading
from claimlint.finding import CheckedDocument
from claimlint.statement import Statement


@dataclass(frozen=True)
class Finished:
    """A document with the findings that it has by itself. statements: what it says that another one may contradict.

    reading: of a document that makes statements, for the case that it has to be judged again; None where it is not at hand.
    """

    checked: CheckedDocument
    statements: tuple[Statement, ...] = ()
    reading: Reading | None = None
