"""An invented lantern, claims about it, and the judgement on them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from claimlint.claim import Claim, Reading, Value
from claimlint.document import Block, BlockKind, Document, Slice, Source, SourceMap
from claimlint.finding import Finding
from claimlint.judging import check_text
from claimlint.manifest.loading import load_manifest
from claimlint.manifest.model import Limit, Manifest, Measure
from claimlint.rules.engine import judge
from claimlint.rules.examples import Outcome, try_examples
from claimlint.rules.model import RuleSet
from claimlint.rules.packs import load_rules

TODAY = date(2026, 11, 22)

LANTERN = """\
version: 1
products:
  lumo: {name: Lumo Lantern, validated: DVT, availability: {preorder: 2026-12-01, ships: 2027-03-15}}
  orb: {name: Orb Lamp, validated: PVT, availability: {preorder: 2026-12-01, ships: 2027-03-15}}
  ember: {name: Ember, validated: PVT}
capabilities:
  nothing-yet: {product: lumo, name: LoRa transceiver, validated: none, owner: radio team}
  at-evt: {product: lumo, name: solar charging, validated: EVT, evidence: [TR-1]}
  at-dvt:
    product: lumo
    name: battery life
    gates:
      EVT: {result: passed, date: 2026-03-02, evidence: [TR-101]}
      DVT: {result: passed, date: 2026-06-18, evidence: [TR-118]}
      PVT: {result: running, due: 2026-12-01}
    evidence: [TR-9, TR-118]
    limits: {runtime: {max: 10 h, condition: 50 % volume}}
  at-pvt: {product: lumo, name: USB-C ports, validated: PVT, evidence: [TR-3], limits: {count: {equals: 2}}}
  at-mp: {product: lumo, name: Bluetooth, validated: MP, limits: {core: {version: "5.2"}}}
  failed: {product: lumo, name: voice control, validated: none, state: failed, owner: software team}
  cancelled: {product: lumo, name: wireless charging, validated: none, state: cancelled}
  lapsed: {product: lumo, name: water resistance, validated: MP, expires: 2026-06-30, limits: {ingress: {rating: IP67}}}
  worded:
    product: lumo
    name: brightness
    validated: PVT
    limits: {flux: {max: 400 lm}}
    wording: {approved: [brighter than 500 candles], forbidden: [blinding light]}
  worded-early:
    {product: lumo, name: glow, validated: DVT, limits: {flux: {max: 400 lm}}, wording: {approved: [brighter than 500 candles]}}
  disclosed:
    product: lumo
    name: range
    validated: PVT
    limits: {distance: {max: 30 m, condition: line of sight, disclose: true}}
    wording: {requires: [at 25 °C]}
certifications:
  granted: {product: lumo, name: CE marking, status: granted}
  pending: {product: lumo, name: FCC authorization, status: pending}
  refused: {product: lumo, name: UL listing, status: refused}
  expired: {product: lumo, name: Qi certification, status: granted, expires: 2026-01-31}
not-claimed: [fast charging]
substantiation:
  brightest: {wording: [brightest lamp], evidence: [MKT-1]}
  best: {pattern: 'best of [0-9]+ lamps', evidence: [MKT-2]}
  smallest: {wording: [smallest lamp, smallest of lamps], evidence: [MKT-3], until: 2026-06-30}
  smallest-of-all: {wording: [smallest of lamps], evidence: [MKT-4]}
"""


@pytest.fixture(scope="session")
def manifest(tmp_path_factory: pytest.TempPathFactory) -> Manifest:
    """The lantern's manifest."""
    path = tmp_path_factory.mktemp("lantern") / "capabilities.yaml"
    path.write_text(LANTERN, encoding="utf-8")
    return load_manifest([path])


@pytest.fixture(scope="session")
def default_rules() -> RuleSet:
    """The default pack as it ships."""
    return load_rules(["default"], Path(), {})


@pytest.fixture(scope="session")
def make_claim() -> Callable[..., Claim]:
    """Makes a claim that fills a paragraph, or stands in the middle of one (before, after)."""

    def make(subject: str | None, words: str = "It does this.", before: str = "", after: str = "", **fields: Any) -> Claim:
        text = before + words + after
        block = Block(BlockKind.PARAGRAPH, text, SourceMap((Slice(0, len(text), 0, len(text)),)))
        defaults = {
            "path": "copy.md",
            "start": len(before),
            "end": len(before) + len(words),
            "text": words,
            "subject": subject,
            "product": "lumo",
            "kind": "feature",
            "strength": "assertion",
            "polarity": "affirmed",
            "attribution": "own",
            "matched": "name",
            "score": 0.95,
            "block": block,
        }
        return Claim(**{**defaults, **fields})

    return make


@pytest.fixture(scope="session")
def judged(manifest: Manifest, default_rules: RuleSet) -> Callable[..., tuple[Finding, ...]]:
    """Judges claims about the lantern by the default pack."""

    def judge_claims(*claims: Claim, channel: str = "public", rules: RuleSet = default_rules, day: date = TODAY) -> tuple[Finding, ...]:
        document = Document(Source("copy.md", claims[0].block.text), (claims[0].block,))
        return judge(Reading(document, claims), manifest, channel, rules, day)

    return judge_claims


@pytest.fixture(scope="session")
def make_limit() -> Callable[..., Limit]:
    """Makes a limit: kind and number, two numbers or a code."""

    def make(kind: Any, first: float | str, second: float | None = None, tolerance: float = 0.0) -> Limit:
        if isinstance(first, str):
            return Limit("limit", kind, code=first)
        low = Measure(first, "", str(first))
        if second is not None:
            return Limit("limit", kind, low=low, high=Measure(second, "", str(second)), tolerance=tolerance)
        return Limit("limit", kind, measure=low, tolerance=tolerance)

    return make


@pytest.fixture(scope="session")
def make_value() -> Callable[..., Value]:
    """Makes a value: an amount and what else there is to say."""

    def make(amount: float | None = None, **fields: Any) -> Value:
        return Value("value", 0, 5, amount=amount, **fields)

    return make


@pytest.fixture(scope="session")
def outcomes_of() -> Callable[[str], tuple[Outcome, ...]]:
    """Tries the examples of all rules of a pack that ships, once in a run."""

    @cache
    def outcomes(pack: str) -> tuple[Outcome, ...]:
        ruleset = load_rules([pack], Path(), {})

        def check(text: str, manifest: Manifest, channel: str, day: date) -> tuple[Finding, ...]:
            return check_text(text, manifest, channel, ruleset, day, suffix=".txt").findings

        return tuple(try_examples(ruleset.rules, ruleset, ruleset.packs[0], check))

    return outcomes
