"""Pages of ordinary prose: nothing may be found on them, whatever a manifest promises, and though nothing of it is validated.

expected_to_fail.yaml says for each page how many findings are left against which manifest: more fail a test, and so does none.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from claimlint.bench import lexicon_of
from claimlint.claim import Reading
from claimlint.document import Source
from claimlint.extraction import ParsedDocument, claims_of, parse
from claimlint.finding import Finding
from claimlint.manifest.loading import load_manifest
from claimlint.readers import reader_for
from claimlint.rules.engine import judge
from claimlint.rules.packs import load_rules

if TYPE_CHECKING:
    from spacy.language import Language

HERE = Path(__file__).resolve().parent
PAGES = sorted((HERE / "pages").glob("*.md"))
MANIFESTS = sorted((HERE.parent / "pairs" / "manifests").glob("*.yaml"))
EXPECTED_TO_FAIL = yaml.safe_load((HERE / "expected_to_fail.yaml").read_text(encoding="utf-8")) or {}
LEAST_WORDS = 600


def left(page: Path, manifest: Path) -> int:
    """How many findings are left on a page against a manifest."""
    return int(EXPECTED_TO_FAIL.get(page.stem, {}).get(manifest.stem, 0))


def pages_and_manifests() -> list[Any]:
    reason = "words of the page are taken for promises of this product"
    return [
        pytest.param(
            page,
            manifest,
            marks=[pytest.mark.xfail(strict=True, reason=reason)] if left(page, manifest) else [],
            id=f"{page.stem} against {manifest.stem}",
        )
        for page in PAGES
        for manifest in MANIFESTS
    ]


@pytest.fixture(scope="module")
def parsed(pipeline: Language) -> Callable[[Path], ParsedDocument]:
    """Gives a page as it is parsed, which no manifest changes; each is parsed once."""
    pages: dict[Path, ParsedDocument] = {}

    def read(page: Path) -> ParsedDocument:
        if page not in pages:
            reader = reader_for(page.name)
            assert reader is not None
            pages[page] = parse(reader(Source(page.name, page.read_text(encoding="utf-8"))), pipeline)
        return pages[page]

    return read


@pytest.fixture(scope="module")
def findings_on(parsed: Callable[[Path], ParsedDocument]) -> Callable[[Path, Path], tuple[Finding, ...]]:
    """Gives what is found on a page that is public, against a manifest of which nothing is validated."""
    rules = load_rules(["default"], HERE, {})

    @cache
    def findings(page: Path, manifest_path: Path) -> tuple[Finding, ...]:
        manifest, document = load_manifest([manifest_path]), parsed(page)
        claims = claims_of(document, lexicon_of(manifest))
        return tuple(judge(Reading(document.document, claims), manifest, "public", rules, date(2026, 11, 22)))

    return findings


@pytest.mark.parametrize(("page", "manifest"), pages_and_manifests())
def test_nothing_is_found_in_ordinary_prose(page: Path, manifest: Path, findings_on: Callable[[Path, Path], tuple[Finding, ...]]) -> None:
    assert [(finding.subject or finding.category, finding.text) for finding in findings_on(page, manifest)] == []


NOT_RIGHT_YET = [
    pytest.param(page, manifest, id=f"{page.stem} against {manifest.stem}")
    for page in PAGES
    for manifest in MANIFESTS
    if left(page, manifest)
]


@pytest.mark.parametrize(("page", "manifest"), NOT_RIGHT_YET)
def test_no_more_is_found_than_was(page: Path, manifest: Path, findings_on: Callable[[Path, Path], tuple[Finding, ...]]) -> None:
    assert len(findings_on(page, manifest)) <= left(page, manifest)


def test_the_pages_are_long_enough_and_of_many_kinds() -> None:
    words = {page.stem: len(page.read_text(encoding="utf-8").split()) for page in PAGES}
    assert len(words) >= 6
    assert {page: count for page, count in words.items() if count < LEAST_WORDS} == {}


def test_what_is_expected_to_fail_exists() -> None:
    assert set(EXPECTED_TO_FAIL) <= {page.stem for page in PAGES}
    assert {name for names in EXPECTED_TO_FAIL.values() for name in names} <= {manifest.stem for manifest in MANIFESTS}
