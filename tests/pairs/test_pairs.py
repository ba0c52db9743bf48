"""Sentences that differ by a word or two, and by what they promise; README.md tells how a row of tables/ reads."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from claimlint.bench import lexicon_of
from claimlint.claim import LANGUAGE_KINDS, Claim, Value
from claimlint.document import Source
from claimlint.extraction import extract
from claimlint.linking.lexicon import Lexicon
from claimlint.manifest.loading import load_manifest
from claimlint.readers import reader_for

if TYPE_CHECKING:
    from spacy.language import Language

HERE = Path(__file__).resolve().parent
TABLES = sorted((HERE / "tables").glob("*.yaml"))
UNKNOWN = "unknown"

SENTENCE_KEYS = {"text", "file", "claims", "nothing", "not", "expected_to_fail"}
CLAIM_KEYS = {"subject", "strength", "polarity", "attribution", "values"}
VALUE_KEYS = {"limit", "amount", "to", "rating", "version", "bound"}


@cache
def lexicon(manifest: str) -> Lexicon:
    return lexicon_of(load_manifest([HERE / "manifests" / f"{manifest}.yaml"]))


def pairs() -> Iterator[tuple[str, Mapping[str, Any]]]:
    for table in TABLES:
        for pair in yaml.safe_load(table.read_text(encoding="utf-8")):
            yield table.stem, pair


def sentences() -> list[Any]:
    """Give every sentence as a test: the manifest's name and the row."""
    rows = [(table, pair, number, row) for table, pair in pairs() for number, row in enumerate(pair["sentences"], start=1)]
    return [
        pytest.param(
            pair["manifest"],
            row,
            marks=[pytest.mark.xfail(strict=True, reason=row["expected_to_fail"])] if "expected_to_fail" in row else [],
            id=f"{table}: {pair['pair']} {number}: {shown(row['text'])}",
        )
        for table, pair, number, row in rows
    ]


def shown(text: str) -> str:
    """The beginning of a text in plain words, for the name of its test."""
    return " ".join(re.findall(r"\w+", text))[:60]


@pytest.fixture(scope="session")
def claims_in(pipeline: Language) -> Callable[..., tuple[Claim, ...]]:
    """Gives the promises of a text; superlatives and the like, which speak of no capability, are left out."""

    def claims(text: str, manifest: str, path: str = "copy.md") -> tuple[Claim, ...]:
        reader = reader_for(path)
        assert reader is not None
        found = extract(reader(Source(path, text)), lexicon(manifest), pipeline)
        return tuple(claim for claim in found if claim.subject or claim.kind not in LANGUAGE_KINDS)

    return claims


@pytest.mark.parametrize(("manifest", "sentence"), sentences())
def test_a_sentence_promises_what_its_row_says(
    manifest: str, sentence: Mapping[str, Any], claims_in: Callable[..., tuple[Claim, ...]]
) -> None:
    found = claims_in(sentence["text"], manifest, sentence.get("file", "copy.md"))
    subjects = {claim.subject or UNKNOWN for claim in found}
    if "not" in sentence:
        assert not subjects & set(sentence["not"])
        return
    expected = [{"subject": claim} if isinstance(claim, str) else claim for claim in sentence.get("claims", ())]
    assert subjects == {claim["subject"] for claim in expected}
    for claim in expected:
        of_subject = [other for other in found if (other.subject or UNKNOWN) == claim["subject"]]
        assert any(says(other, claim) for other in of_subject), [described(other) for other in of_subject]


def says(found: Claim, expected: Mapping[str, Any]) -> bool:
    """Whether a claim has the fields that are expected of it."""
    for field in {"strength", "polarity", "attribution"} & set(expected):
        allowed = expected[field]
        if getattr(found, field) not in ([allowed] if isinstance(allowed, str) else allowed):
            return False
    return "values" not in expected or says_values(found.values, expected["values"])


def says_values(found: Sequence[Value], expected: Sequence[Mapping[str, Any]]) -> bool:
    """Whether these are the values of the limits that are expected, and no others."""
    limits = {value.get("limit") for value in expected}
    of_limits = [value for value in found if value.limit in limits] if expected else list(found)
    return len(of_limits) == len(expected) and all(any(is_value(value, other) for value in of_limits) for other in expected)


def is_value(found: Value, expected: Mapping[str, Any]) -> bool:
    """Whether a value is the one expected; amounts may differ by what a conversion rounds."""
    return all(equal(getattr(found, key), wanted) for key, wanted in expected.items())


def equal(found: Any, wanted: Any) -> bool:
    if isinstance(found, float) and isinstance(wanted, int | float):
        return math.isclose(found, wanted, rel_tol=1e-3)
    return bool(found == wanted)


def described(claim: Claim) -> str:
    values = ", ".join(f"{value.limit}: {value.rating or value.version or value.amount} ({value.bound})" for value in claim.values)
    return f"{claim.subject or UNKNOWN}, {claim.strength}, {claim.polarity}, {claim.attribution}: {claim.text!r} [{values}]"


# What the tables themselves must keep to.


@pytest.mark.parametrize(("table", "pair"), [pytest.param(table, pair, id=f"{table}: {pair['pair']}") for table, pair in pairs()])
def test_a_pair_is_written_as_the_readme_tells(table: str, pair: Mapping[str, Any]) -> None:
    assert set(pair) == {"pair", "manifest", "sentences"}
    assert len(pair["sentences"]) > 1
    outcomes = [{key: value for key, value in row.items() if key in ("claims", "nothing", "not")} for row in pair["sentences"]]
    assert any(outcome != outcomes[0] for outcome in outcomes), "the sentences of a pair differ in what they promise"
    subjects = {*lexicon(pair["manifest"]).subjects, *lexicon(pair["manifest"]).products, UNKNOWN}
    for row, outcome in zip(pair["sentences"], outcomes, strict=True):
        assert set(row) <= SENTENCE_KEYS
        assert len(outcome) == 1
        assert row.get("nothing", True) is True
        for claim in [{"subject": claim} if isinstance(claim, str) else claim for claim in row.get("claims", ())]:
            assert set(claim) <= CLAIM_KEYS
            assert claim["subject"] in subjects
            assert all(set(value) <= VALUE_KEYS for value in claim.get("values", ()))
        assert set(row.get("not", ())) <= subjects


def test_no_two_pairs_of_a_table_have_one_name() -> None:
    names = [(table, pair["pair"]) for table, pair in pairs()]
    assert sorted({name for name in names if names.count(name) > 1}) == []
