"""The figures of accuracy that pages quote are those that `make accuracy` has written."""

from __future__ import annotations

import re

import pytest

from tests.documentation.pages import PAGES, prose

MEASURED = PAGES["docs/accuracy.md"]
BY_CATEGORY = {
    row[:2]: row[2:]
    for row in re.findall(r"^\| ([\w ]+) \| ([\w ]+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \| \d+ \|$", MEASURED, re.MULTILINE)
}
AS_IT_IS = BY_CATEGORY["as it is", "all that block"]


@pytest.mark.parametrize(
    ("row", "manifest", "category"),
    [
        ("errors, manifests as they are", "as it is", "all that block"),
        ("errors, nothing validated", "nothing passed", "all that block"),
        ("errors, everything validated: only numbers can be wrong", "everything passed", "all that block"),
        ("superlatives, comparisons, absolutes, environmental claims (21 of them)", "as it is", "unsubstantiated"),
        ("promises that the manifest does not have", "as it is", "unknown"),
    ],
)
def test_limits_quote_what_was_measured(row: str, manifest: str, category: str) -> None:
    assert f"| {row} | {' | '.join(BY_CATEGORY[manifest, category])} |\n" in PAGES["docs/limits.md"]


def test_limits_quote_how_well_claims_are_linked() -> None:
    (measured,) = re.findall(r"^\| claims found and linked: F1 \| [\d.]+ \| [\d.]+ \| ([\d.]+) \|$", MEASURED, re.MULTILINE)
    assert f"| claims found and linked to their capability | – | – | {measured} |\n" in PAGES["docs/limits.md"]


def test_the_front_page_quotes_what_was_measured() -> None:
    precision, recall, f1 = AS_IT_IS
    numbers_alone = BY_CATEGORY["everything passed", "all that block"][2]
    front = " ".join(prose(PAGES["README.md"]).split())
    assert f"{precision} of the errors were right, and {recall} of what is wrong was found (F1 {f1})" in front
    assert f"wrong numbers alone have an F1 of {numbers_alone}" in front


@pytest.mark.parametrize("page", ["README.md", "docs/limits.md"])
def test_pages_say_how_much_was_measured(page: str) -> None:
    (claims,) = re.findall(r"(\d+) claims, labelled by hand", " ".join(MEASURED.split()))
    assert f"{claims} hand-labelled claims" in " ".join(PAGES[page].split())
