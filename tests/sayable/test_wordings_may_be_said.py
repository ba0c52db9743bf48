"""Whatever is printed as sayable passes a check on its channel."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from claimlint.bench import Bench
from claimlint.briefing import ProductBriefing
from claimlint.configuration import Settings
from claimlint.document import Source
from claimlint.judging import judged
from claimlint.manifest.loading import load_manifest
from claimlint.opening import open_source
from claimlint.rules.packs import load_rules
from claimlint.sayable import briefing
from claimlint.timing import Stopwatch

ROOT = Path(__file__).resolve().parents[2]
MANIFESTS = [ROOT / "capabilities.yaml", ROOT / "tests/corpus/capabilities.yaml"]
OTHERS = sorted((ROOT / "tests/pairs/manifests").glob("*.yaml"))
DAY = date(2026, 11, 23)
CHANNELS = ["public", "sales", "beta", "prospecting"]
CASES = [*product(MANIFESTS, CHANNELS), *product(OTHERS, ["public"])]
BLOCKING = {"CL101", "CL102", "CL103", "CL201", "CL301"}


@pytest.fixture(scope="module")
def bench_of():
    loaded: dict[Path, Bench] = {}

    def bench(path: Path) -> Bench:
        if path not in loaded:
            manifest = load_manifest([path])
            loaded[path] = Bench(manifest, load_rules(["default"], Path(), {}))
        return loaded[path]

    return bench


def wordings(of: ProductBriefing) -> Iterator[str]:
    yield from (offer.wording for offer in of.offers if offer.open)
    yield from (wording for each in of.permissions for wording in each.wordings)
    yield from (mark.wording for mark in of.marks if mark.wording)


@pytest.mark.parametrize(("path", "channel"), CASES, ids=[f"{path.relative_to(ROOT).as_posix()}-{channel}" for path, channel in CASES])
def test_every_wording_may_stand_on_its_channel_beside_the_notices(bench_of, path, channel):
    bench = bench_of(path)
    (described,) = briefing(bench.manifest, bench.rules.policy, (channel,), None, DAY).channels
    found = []
    for described_product in described.products:
        notices = "\n\n".join(notice.words for notice in described_product.notices)
        for wording in wordings(described_product):
            source = Source("copy.md", f"# {described_product.name}\n\n{wording}\n\n{notices}\n")
            (checked,) = judged([open_source(source, channel, bench, Settings(DAY))], Stopwatch())
            found += [(wording, each.code) for each in checked.findings if each.severity == "error" or each.code in BLOCKING]
    assert found == []


@pytest.mark.parametrize("path", MANIFESTS, ids=["example", "corpus"])
def test_every_superlative_has_its_evidence(bench_of, path):
    bench = bench_of(path)
    for entry in briefing(bench.manifest, bench.rules.policy, (), None, DAY).superlatives:
        for wording in () if entry.lapsed else entry.wordings:
            (checked,) = judged([open_source(Source("copy.md", f"This is {wording}."), "public", bench, Settings(DAY))], Stopwatch())
            assert [each for each in checked.findings if each.severity == "error" or each.category == "unsubstantiated"] == []
