"""Two invented watches, and the claims that a text makes about them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimlint.claim import Claim
from claimlint.document import Source
from claimlint.extraction import extract
from claimlint.linking.lexicon import Lexicon, build_lexicon
from claimlint.manifest.loading import load_manifest
from claimlint.readers import reader_for
from claimlint.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from spacy.language import Language

WATCHES = """\
version: 1
products:
  heron: {name: Heron Watch, aliases: [Heron], validated: PVT}
  egret: {name: Egret Band, aliases: [Egret], validated: DVT}
capabilities:
  heron-gps: {product: heron, name: GPS receiver, aliases: [GPS], validated: PVT}
  egret-gps: {product: egret, name: GPS receiver, aliases: [GPS], validated: EVT}
  wifi: {name: Wi-Fi, validated: PVT, limits: {standard: {version: "5"}}}
  bluetooth: {name: Bluetooth, validated: PVT, limits: {core: {version: "5.2"}, range: {max: 30 m}}}
  battery-life: {name: battery life, aliases: [runtime], validated: PVT, limits: {runtime: {max: 14 days}, charge-time: {min: 90 min}}}
  display: {name: display, aliases: [screen], validated: PVT,
    limits: {width: {equals: 320 px}, height: {equals: 240 px}, diagonal: {max: 1.3 in}, brightness: {max: 800 nits}}}
  buttons: {name: side buttons, validated: PVT, limits: {buttons: {equals: 3}}}
  water-resistance: {name: water resistance, aliases: [waterproof], validated: PVT, limits: {ingress: {rating: IP67}, depth: {max: 50 m}}}
  operating-temperature: {name: operating temperature, validated: PVT, limits: {temperature: {range: [-10 C, 45 C]}}}
  heart-rate: {product: heron, name: heart-rate sensor, aliases: [pulse sensor], validated: PVT, wording: {forbidden: [medical grade]}}
  sleep-tracking: {name: sleep tracking, validated: PVT}
  usb-c-charging: {name: USB-C charging, validated: PVT}
certifications:
  fcc: {name: FCC authorization, aliases: [FCC certified], status: pending}
  ce: {name: CE marking, aliases: [CE mark], status: granted}
not-claimed: [cures insomnia]
"""


@pytest.fixture(scope="session")
def watches(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The manifest's file."""
    path = tmp_path_factory.mktemp("watches") / "capabilities.yaml"
    path.write_text(WATCHES, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def lexicon(watches: Path) -> Lexicon:
    return build_lexicon(load_manifest([watches]), load_vocabulary())


@pytest.fixture(scope="session")
def claims_of(lexicon: Lexicon, pipeline: Language) -> Callable[..., tuple[Claim, ...]]:
    """Gives the claims of a text that is read as the file name says; a Markdown page of the Heron's where nothing is said."""

    def claims(text: str, path: str = "heron/copy.md") -> tuple[Claim, ...]:
        reader = reader_for(path)
        assert reader is not None
        return extract(reader(Source(path, text)), lexicon, pipeline)

    return claims
