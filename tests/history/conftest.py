"""Runs as a history keeps them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from claimlint.recorded import FINE, Count, Run


@pytest.fixture(scope="session")
def make_run() -> Callable[..., Run]:
    """Makes a run of a day with some promises, of which some hold."""

    def make(day: str = "2026-11-22", promised: int = 5, held: int = 3, label: str = "spring") -> Run:
        counts = (
            Count("public", "DVT", FINE, held, 0),
            Count("public", "EVT", "unvalidated", promised - held, promised - held),
        )
        manifests = (("capabilities.yaml", "0" * 64),)
        return Run(date.fromisoformat(day), label, "0.1.0", manifests, 2, 1, (("none", 0), ("EVT", 1), ("DVT", 2)), counts)

    return make
