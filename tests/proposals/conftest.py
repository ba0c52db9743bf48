"""An invented lantern, whose copy calls its parts by names that the manifest lacks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from claimlint.claim import Claim
from claimlint.document import Source
from claimlint.extraction import ParsedDocument, claims_of, parse
from claimlint.manifest.loading import load_manifest
from claimlint.proposal import Suggestions
from claimlint.proposals import suggest
from claimlint.readers import reader_for

MANIFEST = """\
# What stands behind the lantern.
version: 1
products: {brook: {name: Brook Lantern, aliases: [Brook], validated: DVT}}
capabilities:
  runtime:                       # power team
    name: battery life
    aliases: [runtime]           # every name that copy uses
    validated: DVT
    limits: {runtime: {max: 10 h}}
  solar-lid: {name: solar lid, validated: EVT}
  beacon:
    name: emergency beacon
    validated: EVT
  dock: {name: charging dock, aliases: [dock], validated: DVT}
"""

LAUNCH = """\
# Brook Lantern

The Brook Lantern has a rescue beacon. Its rescue beacon blinks in an emergency. The charging dock weighs nothing.

The sun panel on the lid fills the battery in a day.

- Rescue beacon
- Battery life of 10 hours

It also has a hand-crank generator.
"""


@pytest.fixture
def launch() -> str:
    return LAUNCH


@pytest.fixture
def parsed(pipeline) -> Callable[..., list[ParsedDocument]]:
    """Parses Markdown pages, given as path and text."""

    def documents(**pages: str) -> list[ParsedDocument]:
        read = reader_for("page.md")
        assert read is not None
        return [parse(read(Source(f"{name}.md", text)), pipeline) for name, text in pages.items()]

    return documents


@pytest.fixture
def manifest_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The lantern's manifest in an empty working directory."""
    monkeypatch.chdir(tmp_path)
    path = Path("capabilities.yaml")
    path.write_text(MANIFEST, encoding="utf-8")
    return path


@pytest.fixture
def suggested(manifest_path: Path, parsed) -> Callable[..., Suggestions]:
    """Gives the proposals for pages."""

    def suggestions(at_least: int = 1, **pages: str) -> Suggestions:
        texts = {"capabilities.yaml": manifest_path.read_text(encoding="utf-8")}
        return suggest(parsed(**pages), load_manifest([manifest_path]), texts, at_least)

    return suggestions


@pytest.fixture
def linked(manifest_path: Path, parsed) -> Callable[..., tuple[Claim, ...]]:
    """Gives the claims of pages under the manifest as it lies there now."""
    from claimlint.bench import lexicon_of

    def claims(**pages: str) -> tuple[Claim, ...]:
        lexicon = lexicon_of(load_manifest([manifest_path]))
        return tuple(claim for document in parsed(**pages) for claim in claims_of(document, lexicon))

    return claims
