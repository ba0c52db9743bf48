"""With and without the sieve the same is found, on invented cases: exactly where it lets all through, nearly where it does not."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimlint.bench import lexicon_of
from claimlint.claim import Claim
from claimlint.document import Block, Document
from claimlint.extraction import extract, parse
from claimlint.language.reading import whole
from claimlint.manifest.loading import load_manifest
from claimlint.readers import read
from claimlint.sieve.sieve import Sieve
from claimlint.sieve.stretches import Range
from claimlint.vocabulary import Wordings

if TYPE_CHECKING:
    from spacy.language import Language

SAMPLE = ("d-babymonitor", "k-robot-kit")


class OpenSieve(Sieve):
    """Lets everything through."""

    def ranges(self, blocks: Sequence[Block]) -> list[tuple[Range, ...]]:
        return [whole(block) for block in blocks]


def documents(case: Path) -> list[Document]:
    return [read(path.name, path.read_bytes()) for path in sorted((case / "docs").rglob("*.md"))]


def test_a_gate_that_lets_all_through_changes_nothing(checkout: Path, pipeline: Language) -> None:
    case = checkout / "training" / SAMPLE[0]
    lexicon = lexicon_of(load_manifest([case / "capabilities.yaml"]))
    for document in documents(case):
        assert parse(document, pipeline, OpenSieve(lexicon, Wordings())).sentences == parse(document, pipeline).sentences


@pytest.mark.parametrize("name", SAMPLE)
def test_hardly_any_claim_is_lost(checkout: Path, pipeline: Language, name: str) -> None:
    case = checkout / "training" / name
    lexicon = lexicon_of(load_manifest([case / "capabilities.yaml"]))
    sieve = Sieve(lexicon, Wordings())

    def told(claims: Sequence[Claim]) -> set[tuple[object, ...]]:
        return {(claim.start, claim.end, claim.subject, claim.kind, claim.strength, claim.polarity, claim.values) for claim in claims}

    for document in documents(case):
        every = told(extract(document, lexicon, pipeline))
        from claimlint.extraction import claims_of

        assert len(every ^ told(claims_of(parse(document, pipeline, sieve), lexicon))) <= len(every) / 50, document.path


def test_the_script_compares_a_case(checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "path", [str(checkout / "scripts"), *sys.path])
    import sieve_loss

    assert sieve_loss.main([str(checkout / "training" / SAMPLE[1])]) == 0
    assert SAMPLE[1] in capsys.readouterr().out
