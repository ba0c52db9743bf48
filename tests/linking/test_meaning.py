"""Links by meaning: a paraphrase that shares no word with the manifest, and how the language model can be left out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from claimlint.bench import lexicon_of
from claimlint.document import Source
from claimlint.extraction import claims_of, parse, spoken_blocks
from claimlint.language.pipeline import load_pipeline
from claimlint.linking.clauses import clauses_of
from claimlint.linking.lexicon import Lexicon
from claimlint.linking.meaning import nearness, shares
from claimlint.manifest.loading import load_manifest
from claimlint.readers import reader_for

MANIFEST = """\
version: 1
products: {sled: {name: Nordic Sled, validated: DVT}}
capabilities:
  descent: {name: downhill speed control, validated: EVT}
  rescue: {name: emergency beacon, validated: DVT}
  seat: {name: heated bench, validated: PVT}
"""


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    path = tmp_path_factory.mktemp("manifest") / "capabilities.yaml"
    path.write_text(MANIFEST, encoding="utf-8")
    return lexicon_of(load_manifest([Path(path)]))


@pytest.fixture(scope="module")
def parsed():
    """Parse a page of one sentence."""
    pipeline = load_pipeline()

    def parse_page(text: str):
        read = reader_for("page.md")
        assert read is not None
        return parse(read(Source("page.md", text)), pipeline)

    return parse_page


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The sled brakes by itself on steep slopes.", "descent"),
        ("A warm seat for cold mornings.", "seat"),
        ("It sends a distress signal when you are in danger.", "rescue"),
    ],
)
def test_the_nearest_subject_is_the_one_that_is_meant(lexicon: Lexicon, parsed, text: str, subject: str) -> None:
    (views,) = clauses_of(spoken_blocks(parsed(text), lexicon), lexicon)
    near = views[0].near
    assert near is not None
    assert max(near, key=lambda each: near[each]) == subject


def test_a_cell_is_read_behind_the_header_of_its_row(lexicon: Lexicon, parsed) -> None:
    table = "| Feature | Nordic Sled |\n|---|---|\n| When you are in danger | with its own transmitter |"
    views = [view for views in clauses_of(spoken_blocks(parsed(table), lexicon), lexicon) for view in views if view.near]
    (cell,) = [view for view in views if view.block.row_header]
    (near,) = nearness(["When you are in danger: with its own transmitter"], lexicon)
    assert cell.near_in_row == near != cell.near


def test_outside_of_a_table_a_clause_is_read_alone(lexicon: Lexicon, parsed) -> None:
    (views,) = clauses_of(spoken_blocks(parsed("A warm seat for cold mornings."), lexicon), lexicon)
    assert views[0].near_in_row == views[0].near


def test_without_the_language_model_nothing_is_near(lexicon: Lexicon, parsed) -> None:
    by_words = replace(lexicon, reads_meaning=False)
    assert not claims_of(parsed("It sends a distress signal when you are in danger."), by_words)


def test_without_the_language_model_names_are_still_found(lexicon: Lexicon, parsed) -> None:
    by_words = replace(lexicon, reads_meaning=False)
    assert [claim.subject for claim in claims_of(parsed("The Nordic Sled has an emergency beacon."), by_words)] == ["rescue"]


def test_shares_add_up_and_follow_nearness() -> None:
    found = shares({"near": 0.6, "far": 0.2, "farther": 0.1})
    assert sum(found.values()) == pytest.approx(1.0)
    assert found["near"] > 0.99 > found["far"] > found["farther"]
