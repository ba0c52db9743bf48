"""What a run keeps: claims and findings by channel, gate and category."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from claimlint.configuration import ConfigurationSearch, Settings
from claimlint.history import record
from claimlint.readers import SUFFIXES
from claimlint.recorded import FINE, NOT_JUDGED, Count, Run
from claimlint.sources import discover

MANIFEST = """\
version: 1
products:
  quay: {name: Quay Lamp, validated: DVT}
capabilities:
  fog-horn: {name: fog horn, validated: PVT, limits: {level: {max: 90 dB}}}
  tide-clock: {name: tide clock, validated: EVT}
"""
CONFIGURATION = "channels: {internal: ['notes/**']}\n"
COPY = {
    "launch.md": "The fog horn reaches 90 dB.\n\nIt has a tide clock.\n",
    "notes/plan.md": "It has a tide clock.\n",
    "photo.md": b"\xff\xfe\x00\xd8\x00",
}


@pytest.fixture
def recorded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Run]:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes").mkdir()
    for name, text in {"capabilities.yaml": MANIFEST, ".claimlint.yaml": CONFIGURATION, **COPY}.items():
        (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())

    def run() -> Run:
        run, _ = record(discover([], ConfigurationSearch(), SUFFIXES), Settings(date(2026, 11, 22)), "spring")
        return run

    return run


def test_claims_and_findings_are_counted_by_channel_gate_and_category(recorded):
    assert recorded().counts == (
        Count("internal", "EVT", NOT_JUDGED, 1, 0),
        Count("public", "EVT", "unvalidated", 1, 1),
        Count("public", "PVT", FINE, 1, 0),
    )


def test_capabilities_are_counted_by_the_last_gate_that_they_have_passed(recorded):
    assert recorded().capabilities == (("none", 0), ("EVT", 1), ("DVT", 0), ("PVT", 1), ("MP", 0))


def test_what_was_not_checked_is_counted(recorded):
    run = recorded()
    assert (run.checked, run.not_checked) == (2, 1)


def test_the_same_run_is_the_same(recorded):
    assert recorded() == recorded()


def test_promises_on_a_channel_that_is_not_checked_are_not_judged(recorded):
    run = recorded()
    assert (run.promised, run.held, run.findings) == (2, 1, 1)
