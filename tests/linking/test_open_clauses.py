"""Which clauses the language model is asked about: those whose words leave open what they speak of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from claimlint.document import Source
from claimlint.extraction import ParsedDocument, claims_of, parse, spoken_blocks
from claimlint.linking.clauses import clauses_of
from claimlint.linking.lexicon import Lexicon
from claimlint.readers import read_text

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture
def page(pipeline: Language) -> Callable[[str], ParsedDocument]:
    """Parse a page of one sentence."""
    return lambda text: parse(read_text(Source("page.md", text)), pipeline)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        pytest.param("The Heron Watch has sleep tracking.", False, id="named outright"),
        pytest.param("A marigold grows behind the church.", False, id="nothing speaks for any subject"),
        pytest.param("It keeps an eye on how you sleep at night.", True, id="likely near a name in meaning"),
        pytest.param("The Heron Watch is rated IP67.", True, id="the words are in doubt"),
    ],
)
def test_the_model_is_asked_where_words_leave_it_open(
    page: Callable[[str], ParsedDocument], lexicon: Lexicon, text: str, asked: bool
) -> None:
    (views,) = clauses_of(spoken_blocks(page(text), lexicon), lexicon, sparing=True)
    assert [view.near is not None for view in views] == [asked]


def test_every_promise_is_asked_about_unless_work_is_spared(page: Callable[[str], ParsedDocument], lexicon: Lexicon) -> None:
    (views,) = clauses_of(spoken_blocks(page("The Heron Watch has sleep tracking."), lexicon), lexicon)
    assert all(view.near is not None for view in views)


@pytest.mark.parametrize(
    "text", ["The Heron Watch has sleep tracking.", "It keeps an eye on how you sleep at night.", "Battery life is 20 days."]
)
def test_sparing_work_finds_the_same(page: Callable[[str], ParsedDocument], lexicon: Lexicon, text: str) -> None:
    every = claims_of(page(text), lexicon)
    spared = claims_of(replace(page(text), sieved=True), lexicon)
    assert [(claim.subject, claim.kind, claim.values) for claim in spared] == [(claim.subject, claim.kind, claim.values) for claim in every]
