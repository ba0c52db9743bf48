"""The text to measure with is the same for everybody, and is what it says it is."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from benchmarks.corpus import dense_copy, prose, write_documents


@pytest.mark.parametrize("make", [prose, dense_copy])
def test_same_seed_same_text(make) -> None:
    assert list(islice(make(7), 3)) == list(islice(make(7), 3))
    assert list(islice(make(7), 3)) != list(islice(make(8), 3))


@pytest.mark.parametrize("make", [prose, dense_copy])
def test_nothing_is_left_to_fill_in(make) -> None:
    assert not any(mark in document for document in islice(make(), 20) for mark in "{}")


def test_prose_without_claims_names_no_product() -> None:
    assert not any("Ouzel" in document or "speaker" in document for document in islice(prose(claim_every=0), 50))


def test_as_many_bytes_as_asked_for_and_hardly_more(tmp_path: Path) -> None:
    written = write_documents(prose(), 50_000, tmp_path)
    assert written == sum(path.stat().st_size for path in tmp_path.rglob("*.md"))
    assert 50_000 <= written < 60_000
