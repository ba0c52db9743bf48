"""Which product a stretch of copy is about, and when copy offers the product itself."""

from __future__ import annotations

import pytest

from claimlint.bench import lexicon_of
from claimlint.document import Source
from claimlint.linking.products import named_products, product_contexts
from claimlint.manifest.loading import load_manifest
from claimlint.readers import reader_for


@pytest.mark.parametrize(
    ("path", "text", "subjects"),
    [
        pytest.param("heron.md", "It has GPS.", ["heron-gps"], id="file name"),
        pytest.param("egret/copy.md", "It has GPS.", ["egret-gps"], id="folder"),
        pytest.param("copy.md", "# Egret Band\n\nIt has GPS.", ["egret-gps"], id="title"),
        pytest.param("copy.md", "---\ntitle: Egret Band\n---\nIt has GPS.", ["egret-gps"], id="title in the front matter"),
        pytest.param("heron.md", "The Egret Band has GPS.", ["egret-gps"], id="mention before file name"),
        pytest.param("copy.md", "The Egret Band is here.\n\nIt has GPS.", ["egret-gps"], id="mention in the paragraph before"),
        pytest.param("heron.md", "## Egret\n\nIt has GPS.", ["egret-gps"], id="heading before file name"),
        pytest.param(
            "copy.md", "# Ours\n\n## Egret Band\n\nIt has GPS.\n\n## Heron Watch\n\nIt has GPS.", ["egret-gps", "heron-gps"], id="sections"
        ),
        pytest.param(
            "copy.md",
            "The Egret Band has GPS. The Heron Watch has GPS.",
            ["egret-gps", "heron-gps"],
            id="sentences of one paragraph",
        ),
    ],
)
def test_the_nearest_mention_decides(claims_of, path, text, subjects):
    assert [claim.subject for claim in claims_of(text, path)] == subjects


BOARDS = """\
version: 1
products:
  x4: {name: Larch X4, aliases: [X4], validated: PVT}
  o6: {name: Larch O6, aliases: [O6], validated: DVT}
capabilities:
  slot: {product: o6, name: M.2 slot, validated: EVT}
"""


@pytest.fixture(scope="module")
def boards(tmp_path_factory):
    """The lexicon of two boards with short names."""
    path = tmp_path_factory.mktemp("boards") / "capabilities.yaml"
    path.write_text(BOARDS, encoding="utf-8")
    return lexicon_of(load_manifest([path]))


@pytest.mark.parametrize(
    ("text", "products"),
    [
        ("The X4 comes with a fan.", ("x4",)),
        ("M.2 slot, PCIe x4", ()),
        ("The O6 has a slot, PCIe x4.", ("o6",)),
        ("the larch x4 and the o6", ("x4",)),
    ],
)
def test_a_short_name_is_one_only_as_it_is_written(boards, text, products):
    assert named_products(text, boards) == products


def test_the_name_of_a_file_may_write_a_short_name_in_small_letters(boards):
    read = reader_for("x4.md")
    document = read(Source("boards/x4.md", "It has a slot."))
    assert [context.products for context in product_contexts("boards/x4.md", document.blocks, boards)] == [("x4",)]


def test_columns_of_a_comparison_are_products(claims_of):
    table = "| | Heron Watch | Egret Band |\n|---|---|---|\n| GPS | yes | planned |"
    claims = [(claim.text, claim.subject, claim.strength) for claim in claims_of(table, "copy.md")]
    assert claims == [("GPS | yes", "heron-gps", "assertion"), ("planned", "egret-gps", "intent")]


def test_no_claim_on_a_capability_of_the_other_product(claims_of):
    assert [claim for claim in claims_of("It has a heart-rate sensor.", "egret.md") if claim.subject == "heart-rate"] == []


@pytest.mark.parametrize(
    ("text", "offers"),
    [
        ("The Heron Watch is available now.", [("heron", "assertion")]),
        ("Now in stock.", [("heron", "assertion")]),
        ("Pre-order the Heron Watch today.", [("heron", "commitment")]),
        ("The Heron Watch is sold out.", [("heron", "assertion")]),
        ("The Egret Band is coming soon.", [("egret", "commitment")]),
        ("Order your Heron today.", [("heron", "assertion")]),
        ("It ships in May.", [("heron", "commitment")]),
        ("The manual is available online.", []),
        ("Straps are on sale.", []),
    ],
)
def test_offers(claims_of, text, offers):
    assert [(claim.subject, claim.strength) for claim in claims_of(text) if claim.kind == "availability"] == offers


def test_a_time_before_an_offer_does_not_wait_for_it(claims_of):
    assert [claim.kind for claim in claims_of("When it rains, the Heron Watch is in stock.")] == ["availability"]


@pytest.mark.parametrize("text", ["Sign up to hear when the Heron Watch is available.", "Once the Heron Watch is on sale, we send a mail."])
def test_what_something_else_waits_for_is_no_offer(claims_of, text):
    assert [claim for claim in claims_of(text) if claim.kind == "availability"] == []


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The Heron Watch is available now.", "affirmed"),
        ("The Heron Watch is no longer available.", "negated"),
        ("Not available for sale.", "negated"),
    ],
)
def test_polarity_of_an_offer(claims_of, text, polarity):
    assert [claim.polarity for claim in claims_of(text)] == [polarity]
