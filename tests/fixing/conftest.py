"""A reading lamp, and its copy corrected in memory with the pipeline that comes with claimlint."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from claimlint.bench import Bench
from claimlint.claim import Claim
from claimlint.configuration.model import Configuration, Settings
from claimlint.document import Block, BlockKind, Slice, Source, SourceMap
from claimlint.finding import CheckedDocument, Finding
from claimlint.fixing import Corrected, correct_one
from claimlint.judging import judged
from claimlint.manifest.loading import load_manifest
from claimlint.opening import open_source
from claimlint.rules.packs import load_rules
from claimlint.sources import Discovered
from claimlint.sources.decoding import decode
from claimlint.timing import Stopwatch

LAMP = """\
version: 1
products: {lamp: {name: Glimmer Lamp, validated: PVT}}
capabilities:
  runtime:
    {name: battery life, aliases: [battery, playback], validated: PVT, limits: {runtime: {max: 10 h}}}
  charge: {name: charging time, aliases: [charging], validated: PVT, limits: {full: {min: 90 min}}}
  seal: {name: water resistance, aliases: [waterproof], validated: PVT, limits: {ingress: {rating: IP67}}}
  bluetooth: {name: Bluetooth, validated: PVT, limits: {core: {version: "5.2"}}}
  brightness: {name: brightness, validated: PVT, limits: {flux: {max: 1200 lm}}}
  temperature: {name: operating temperature, validated: PVT, limits: {temperature: {range: [-10 C, 45 C]}}}
  speaker:
    name: speaker
    aliases: [sound]
    validated: PVT
    wording: {approved: [rich sound], forbidden: [flawless sound, sounds flawless]}
  reading:
    name: reading light
    validated: PVT
    wording: {approved: [up to 9 evenings of reading], forbidden: [endless reading]}
  radio: {name: Zigbee radio, validated: MP}
  solar: {name: solar charging, validated: EVT}
certifications:
  fcc: {name: FCC equipment authorization, aliases: [FCC], status: pending, covers: [radio]}
"""
SETTINGS = Settings(date(2026, 11, 22))
NOTICE = (
    "This device has not been authorized as required by the rules of the Federal Communications Commission. This device is not, and may "
    "not be, offered for sale or lease, or sold or leased, until authorization is obtained."
)

Correct = Callable[..., Corrected]
Check = Callable[..., CheckedDocument]


@pytest.fixture(scope="session")
def lamp(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """What the lamp's copy is checked with."""
    path = tmp_path_factory.mktemp("lamp") / "capabilities.yaml"
    path.write_text(LAMP, encoding="utf-8")
    manifest = load_manifest([path])
    return Bench(manifest, load_rules(["default"], Path(), {}))


@pytest.fixture(scope="session")
def check_copy(lamp: Bench) -> Check:
    """Checks copy about the lamp."""

    def check(text: str, suffix: str = ".md") -> CheckedDocument:
        return judged([open_source(Source(f"copy{suffix}", text), "public", lamp, SETTINGS)], Stopwatch())[0]

    return check


@pytest.fixture(scope="session")
def correct_bytes(lamp: Bench) -> Correct:
    """Corrects the bytes of a document about the lamp."""

    def correct(data: bytes, suffix: str = ".md") -> Corrected:
        document = Discovered(Path(f"copy{suffix}"), f"copy{suffix}", Configuration(Path(), ()), "public", data)
        opened = open_source(Source(document.reported, *decode(data)), "public", lamp, SETTINGS)
        return correct_one(document, opened, judged([opened], Stopwatch())[0], SETTINGS)

    return correct


@pytest.fixture(scope="session")
def correct_copy(correct_bytes: Correct) -> Callable[..., str]:
    """Corrects copy about the lamp, and gives the text that comes out."""

    def correct(text: str, suffix: str = ".md") -> str:
        fixed = correct_bytes(text.encode("utf-8"), suffix).fixed
        assert fixed is not None
        return fixed.after

    return correct


@pytest.fixture(scope="session")
def make_finding() -> Callable[..., Finding]:
    """Makes a finding on a block, all of it; nothing else about it matters."""

    def make(block: Block | None = None) -> Finding:
        block = block or Block(BlockKind.PARAGRAPH, "copy", SourceMap((Slice(0, 4, 0, 4),)))
        end = block.source_map.slices[-1].source_stop
        claim = Claim("a.md", 0, end, block.text, "x", None, "feature", "assertion", "affirmed", "own", "name", 1.0, block)
        return Finding("CL201", "overstated-value", "overstated", "error", "x", "a.md", 0, end, block.text, "", "", claim)

    return make


@pytest.fixture(scope="session")
def notice() -> str:
    """The notice that 47 CFR 2.803(c)(2)(iii)(A) asks for."""
    return NOTICE
