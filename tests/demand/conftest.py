"""A small invented lamp, and the demand in a few documents about it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from claimlint.bench import Bench
from claimlint.configuration import Settings
from claimlint.demand import demand_of
from claimlint.document import Source
from claimlint.manifest.loading import load_manifest
from claimlint.opening import open_source
from claimlint.rules.packs import load_rules
from claimlint.wanted import Demand

TODAY = date(2026, 11, 22)

LAMP = """\
version: 1
products: {lamp: {name: Glimmer Lamp, validated: PVT}}
capabilities:
  wireless:
    name: wireless charging
    gates: {EVT: {result: passed}, DVT: {result: running, due: 2026-12-01}, PVT: {result: planned, due: 2027-02-01}}
    owner: power team
  speaker: {name: built-in speaker, validated: DVT}
  handle: {name: steel handle, validated: PVT}
  dimmer: {name: dimmer, validated: MP}
  solar: {name: solar panel, validated: EVT, state: failed}
  beacon: {name: emergency beacon, validated: MP, expires: 2026-06-30}
certifications:
  fcc: {name: FCC authorization, aliases: [FCC certified], status: pending}
  ul: {name: UL listing, aliases: [UL listed], status: refused}
  ce: {name: CE marking, status: granted}
not-claimed: [fast charging]
"""


@pytest.fixture(scope="session")
def bench_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Bench]:
    """Makes a bench of the text of a manifest; rules: packs and files."""

    def make(text: str = LAMP, name: str = "capabilities.yaml", rules: tuple[str, ...] = ("default",)) -> Bench:
        path = tmp_path_factory.mktemp("manifest") / name
        path.write_text(text, encoding="utf-8")
        manifest = load_manifest([path])
        return Bench(manifest, load_rules(rules, path.parent, {}))

    return make


@pytest.fixture(scope="session")
def demanded(bench_of: Callable[..., Bench]) -> Callable[..., Demand]:
    """Gives the demand in documents: (channel, copy), each in a file of its own."""
    lamp = bench_of()

    def demand(*documents: tuple[str, str], bench: Bench = lamp) -> Demand:
        settings = Settings(TODAY)
        sources = [(channel, Source(f"{number}.md", text)) for number, (channel, text) in enumerate(documents, 1)]
        return demand_of([open_source(source, channel, bench, settings) for channel, source in sources], settings)

    return demand
