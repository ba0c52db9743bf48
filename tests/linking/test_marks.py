"""Marks and certificates that copy claims: each is answered by the manifest, or it is claimed without one."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimlint.bench import lexicon_of
from claimlint.document import Source
from claimlint.extraction import extract
from claimlint.manifest.loading import load_manifest
from claimlint.readers import reader_for

PRODUCT = (
    "version: 1\nproducts: {x1: {name: Aurora X1, validated: PVT}}\ncapabilities: {battery-life: {name: battery life, validated: PVT}}\n"
)
GRANTED = PRODUCT + "certifications: {fcc: {name: FCC equipment authorization, aliases: [FCC], status: granted}}\n"


@pytest.mark.parametrize(
    ("manifest", "copy", "expected"),
    [
        pytest.param(PRODUCT, "The X1 is FCC certified.", [None], id="a mark that no certification answers"),
        pytest.param(GRANTED, "The X1 is FCC certified.", ["fcc"], id="a mark that one answers"),
        pytest.param(GRANTED, "The X1 is FCC certified and CE marked.", [None, "fcc"], id="one of each"),
        pytest.param(PRODUCT, "The X1 is UL listed and ENERGY STAR qualified.", [None, None], id="two marks in one sentence"),
        pytest.param(PRODUCT, "The X1 has a long battery life.", [], id="no mark"),
    ],
)
def test_marks(manifest: str, copy: str, expected: list[str | None], tmp_path: Path, pipeline):
    file = tmp_path / "capabilities.yaml"
    file.write_text(manifest, encoding="utf-8")
    read = reader_for("copy.md")
    assert read is not None
    claims = extract(read(Source("copy.md", copy)), lexicon_of(load_manifest([file])), pipeline)
    marks = [claim.subject for claim in claims if claim.kind == "certification"]
    assert sorted(marks, key=str) == sorted(expected, key=str)
