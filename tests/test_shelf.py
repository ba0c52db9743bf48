"""What does not fit into memory is put aside, and no report is another one for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from claimlint import shelf as shelves
from claimlint.check import check
from claimlint.configuration import ConfigurationSearch, Overrides, Settings
from claimlint.document import Document, Source
from claimlint.errors import InputError
from claimlint.finding import CheckedDocument, Report
from claimlint.finished import Finished
from claimlint.readers import SUFFIXES
from claimlint.reports import FORMATS, RenderOptions, render
from claimlint.review.outcome import exit_status
from claimlint.shelf import Shelf
from claimlint.sources import discover

CAMPAIGN = Path(__file__).resolve().parents[1] / "examples" / "campaign"


def report(room: int, monkeypatch: pytest.MonkeyPatch) -> Report:
    """A check of the example campaign with so much room in memory."""
    monkeypatch.setattr(shelves.Shelf.__init__, "__defaults__", (room, *shelves.Shelf.__init__.__defaults__[1:]))
    return check(discover([CAMPAIGN], ConfigurationSearch(Overrides()), SUFFIXES), Settings(date(2026, 11, 23)))


@pytest.fixture(scope="module")
def both() -> tuple[Report, Report]:
    """The same report with all documents in memory, and with only the first ones."""
    with pytest.MonkeyPatch.context() as patch:
        return report(10**9, patch), report(3_000, patch)


def test_documents_are_the_same(both: tuple[Report, Report]) -> None:
    held, aside = both
    assert isinstance(held.documents, tuple)
    assert not isinstance(aside.documents, tuple)
    assert tuple(aside.documents) == held.documents
    assert aside.documents[-1:] == [held.documents[-1]]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("options", [RenderOptions(), RenderOptions(min_severity="error"), RenderOptions(show_all=True, verbose=True)])
def test_every_report_is_the_same(name: str, options: RenderOptions, both: tuple[Report, Report]) -> None:
    held, aside = (render(name, replace(each, timings={}), options) for each in both)
    assert aside == held


def test_exit_status_is_the_same(both: tuple[Report, Report]) -> None:
    assert exit_status(both[1], {}) == exit_status(both[0], {}) != 0


def finished(path: str, text: str) -> Finished:
    return Finished(CheckedDocument(path, "public", Document(Source(path, text), ()), None))


def test_a_document_is_exchanged_wherever_it_lies() -> None:
    shelf = Shelf(room=5)
    for path in "abc":
        shelf.append(finished(path, "four"))
    for at, path in enumerate("xyz"):
        shelf.exchange(at, finished(path, "12345678"))
    assert [each.checked.path for each in shelf] == ["x", "y", "z"]


def test_no_room_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.TemporaryFile", full)
    with pytest.raises(InputError, match="cannot be put aside: No space left on device"):
        Shelf(room=0).append(finished("a", "text"))
