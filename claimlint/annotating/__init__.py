"""Findings as comments in a copy of the document that they were found in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module

from claimlint.annotating.remarks import Remark, remarks_of
from claimlint.check import check
from claimlint.configuration.model import Settings
from claimlint.errors import InputError, Problem
from claimlint.finding import Report
from claimlint.opening import Progress
from claimlint.readers import require, suffix_of
from claimlint.readers.unreadable import UnreadableDocument
from claimlint.sources.discovery import Discovered, read

__all__ = ["ANNOTATED", "Annotated", "annotate"]

_Annotate = Callable[[bytes, str, tuple[Remark, ...]], bytes]

# What comments are written into, by suffix: the module here, and what it imports from the extra "office".
ANNOTATED: Mapping[str, tuple[str, str]] = {".docx": ("word", "docx"), ".pptx": ("slides", "pptx")}


@dataclass(frozen=True, slots=True)
class Annotated:
    """The copy with comments. data: its bytes, None where the document was not checked. comments: how many it has of claimlint."""

    report: Report
    data: bytes | None
    comments: int


def annotate(document: Discovered, settings: Settings, progress: Progress = iter) -> Annotated:
    """Check a document and put each finding into a copy of it, as a comment on the words that it is about.

    progress: as for `claimlint.check.check`.

    Raises InputError for a format that takes no comments, and as `claimlint.check.check` does. No file is written.
    """
    suffix = suffix_of(document.reported)
    if suffix not in ANNOTATED:
        raise InputError(_refusal(document.reported, f"comments are written into {' and '.join(ANNOTATED)} files only."))
    module, library = ANNOTATED[suffix]
    document = read(document)
    report = check([document], settings, progress)
    (checked,) = report.documents
    if checked.document is None or document.data is None:
        return Annotated(report, None, 0)
    remarks = remarks_of(checked)
    try:
        require([library], "office", "writing comments")
        write: _Annotate = import_module(f"{__name__}.{module}").annotate
        return Annotated(report, write(document.data, settings.as_of.isoformat(), remarks), len(remarks))
    except UnreadableDocument as error:
        raise InputError(_refusal(document.reported, f"comments cannot be written into it: {error}.")) from error


def _refusal(path: str, message: str) -> Problem:
    return Problem(path, None, None, message, "`claimlint check` reports its findings.")
