"""What the sieve lets through: copy about the product, and from prose only what may be a promise."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.document import Block, BlockKind, Slice, SourceMap
from claimlint.sieve.sieve import Sieve, joined

STORY = (
    "Grandmother kept bees behind the orchard. Nobody knew who had taught her. In spring she walked down the lane with a straw hat. "
    "The neighbours waved and went on weeding. Once a swarm settled on the bicycle of the postman. He waited in the kitchen until dusk. "
    "They drank tea and spoke of the weather. Her brother wrote from the city every other week. She never answered before Sunday."
)

STORIES = (STORY,) * 3
"""More than the half of a document that is worth a sieve."""


def paragraph(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Block:
    return Block(kind, text, SourceMap((Slice(0, len(text), 0, len(text)),)))


def passed(sieve: Sieve, *texts: str) -> list[str]:
    blocks = [paragraph(text) for text in texts]
    return [block.text[start:stop] for block, own in zip(blocks, sieve.ranges(blocks), strict=True) for start, stop in own]


def test_a_story_is_not_parsed(sieve: Sieve) -> None:
    assert passed(sieve, *STORIES, *STORIES) == []


@pytest.mark.parametrize(
    "promise",
    [
        "The Pillion Scooter has a battery life of 12 hours.",
        "The runtime is 12 h.",
        "It is theft proof.",
        "Its cornering headlamp is the brightest of its kind.",
    ],
)
def test_a_promise_in_a_story_is(sieve: Sieve, promise: str) -> None:
    assert promise in passed(sieve, *STORIES, promise, *STORIES)


def test_a_sentence_that_looks_back_at_a_promise_is_parsed_with_it(sieve: Sieve) -> None:
    text = f"{STORY} The Pillion has a battery life of 12 hours. We guarantee that. {STORY}"
    assert any("12 hours. We guarantee that." in each for each in passed(sieve, *STORIES, text))


def test_a_short_document_is_parsed_whole(sieve: Sieve) -> None:
    assert passed(sieve, *STORIES) == list(STORIES)


def test_code_is_not_parsed(sieve: Sieve) -> None:
    assert sieve.ranges([paragraph("The runtime is 12 h.", BlockKind.CODE)]) == [()]


def test_no_document_no_ranges(sieve: Sieve) -> None:
    assert sieve.ranges([]) == []


@pytest.mark.parametrize(
    ("passes", "ranges"),
    [
        ("", []),
        ("a", ["Aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa."]),
        ("bc", ["Bbbb bbbb bbbb bbbb bbbb bbbb bbbb bbbb bbbb. Cccc cccc cccc cccc cccc cccc cccc cccc cccc."]),
        ("ae", ["Aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa.", "Eeee eeee eeee eeee eeee eeee eeee eeee eeee."]),
    ],
)
def test_stretches_that_follow_each_other_are_parsed_as_one(passes: str, ranges: list[str]) -> None:
    words = [" ".join([letter * 4] * 9).capitalize() + "." for letter in "abcdefg"]
    text = " ".join(words)
    marked = [((text.index(each), text.index(each) + len(each)), each[0].lower() in passes) for each in words]
    assert [text[start:stop] for start, stop in joined(text, marked)] == ranges


def test_a_block_of_which_most_passes_is_parsed_whole() -> None:
    text = "One says much of it. Two says some. And this says no more than that."
    assert list(joined(text, [((0, 20), True), ((21, 35), True), ((36, len(text)), False)])) == [(0, len(text))]


@given(st.lists(st.text(alphabet="ab AB.!?\n1%é", max_size=60), max_size=12))
def test_ranges_stand_in_order_within_their_block(sieve: Sieve, texts: list[str]) -> None:
    blocks = [paragraph(text) for text in texts if text]
    for block, own in zip(blocks, sieve.ranges(blocks), strict=True):
        edges = [edge for cut in own for edge in cut]
        assert edges == sorted(set(edges))
        assert not edges or 0 <= edges[0] < edges[-1] <= len(block.text)


def test_a_damaged_table_is_told_by_its_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from claimlint.errors import InputError
    from claimlint.sieve import weights

    (tmp_path / "weights.npz").write_bytes(b"none")
    (tmp_path / "weights.yaml").write_text("sha256: other\n", encoding="utf-8")
    monkeypatch.setattr(weights, "FOLDER", tmp_path)
    with pytest.raises(InputError, match=r"weights\.npz.*is not the file that weights\.yaml beside it names"):
        weights.sieve_weights.__wrapped__()
