"""A manifest whose product, names and wordings are easily told from everyday words."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimlint.bench import lexicon_of
from claimlint.linking.lexicon import Lexicon
from claimlint.manifest.loading import load_manifest
from claimlint.sieve.sieve import Sieve
from claimlint.vocabulary import Wordings

MANIFEST = """\
version: 1
products: {pillion: {name: Pillion Scooter, aliases: [Pillion], validated: DVT}}
capabilities:
  battery-life:
    name: battery life
    aliases: [runtime]
    validated: EVT
    limits: {runtime: {max: 10 h}}
    wording: {forbidden: [rides forever]}
  rain: {name: water resistance, validated: DVT}
  lamp: {name: cornering headlamp, validated: PVT}
not-claimed: [theft proof]
"""


@pytest.fixture(scope="session")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    path = tmp_path_factory.mktemp("manifest") / "capabilities.yaml"
    path.write_text(MANIFEST, encoding="utf-8")
    return lexicon_of(load_manifest([Path(path)]))


@pytest.fixture(scope="session")
def sieve(lexicon: Lexicon) -> Sieve:
    return Sieve(lexicon, Wordings())
