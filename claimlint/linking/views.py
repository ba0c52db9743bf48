"""A clause with all that is asked of it again and again: its words, the names and wordings in it, what stands above it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from claimlint.document import Block
from claimlint.language.sentence import Clause, Sentence
from claimlint.language.wordings import Word as Spoken
from claimlint.language.wordings import find_wordings
from claimlint.linking.lexicon import Lexicon, Subject, Term
from claimlint.linking.products import ProductContext
from claimlint.linking.words import Word, stems_of, words_of
from claimlint.vocabulary import Match

if TYPE_CHECKING:
    from claimlint.linking.evidence import Evidence

NamedTerm: TypeAlias = "tuple[int, int, tuple[tuple[Subject, Term], ...]]"
"""First and last word (end exclusive) of a name in a sentence, and the subjects and terms that it stands for."""

_EMPTY = frozenset({"PRON", "DET", "AUX", "CCONJ", "SCONJ", "PART"})
"""Parts of speech that name nothing: "them" is no theme."""

_LONGEST = 90
"""A claim is shown as its whole clause up to so many characters."""


@dataclass(frozen=True)
class ClauseView:
    """A clause with all that is asked of it again and again. start, stop: characters of the block text.

    words: with their positions in the sentence; stems: theirs. common: stems that tell nothing in this document. near: how near
    each subject is in meaning by its id, None where the language model was not asked; near_in_row: likewise, of the clause with the
    header of its row. worded: the evidence that words give, where it
    was gathered already.
    """

    block: Block
    sentence: Sentence
    clause: Clause
    words: tuple[tuple[int, Word], ...]
    start: int
    stop: int
    context: tuple[str, ...]
    named: tuple[NamedTerm, ...]
    wordings: tuple[Match, ...]
    products: ProductContext
    common: frozenset[str]
    stems: frozenset[str]
    near: Mapping[str, float] | None = None
    near_in_row: Mapping[str, float] | None = None
    worded: tuple[Evidence, ...] | None = None

    @property
    def text(self) -> str:
        """The clause as it stands in the block."""
        return self.block.text[self.start : self.stop]

    @property
    def text_in_row(self) -> str:
        """The clause behind the header of its row, or alone where it stands in none."""
        return f"{self.block.row_header}: {self.text}" if self.block.row_header else self.text

    @property
    def product(self) -> str | None:
        """The likeliest product, None where the manifest has none."""
        return self.products.products[0] if self.products.products else None

    def shown_range(self, start: int, stop: int) -> tuple[int, int]:
        """Give the characters to show for words at [start, stop): the whole clause, or where that is long, the words."""
        if max(self.stop, stop) - min(self.start, start) <= _LONGEST:
            return min(self.start, start), max(self.stop, stop)
        return start, stop


def follows_not(view: ClauseView, token: int) -> bool:
    """Tell whether "not" stands right before a token of a clause: "not FCC approved" has no verb that the denial could hang on."""
    return token > view.clause.first and view.sentence.tokens[token - 1].lower == "not"


def clause_views(
    block: Block,
    sentence: Sentence,
    lexicon: Lexicon,
    wordings: Sequence[Match],
    products: ProductContext,
    common: frozenset[str],
) -> tuple[ClauseView, ...]:
    """Look at each clause of a sentence: its words, the names in it, the wordings that begin in it."""
    idioms = _in_idioms(sentence)
    words = tuple(word for word in words_of(sentence.tokens) if word.token not in idioms)
    named = _outermost(tuple(lexicon.find_terms(words)))
    context = _context_stems(block)
    views = []
    for clause in sentence.clauses:
        own = tuple((at, word) for at, word in enumerate(words) if clause.first <= word.token < clause.last)
        if not own:
            continue
        views.append(
            ClauseView(
                block,
                sentence,
                clause,
                own,
                sentence.tokens[clause.first].start,
                sentence.tokens[clause.last - 1].stop,
                context,
                tuple(entry for entry in named if own[0][0] <= entry[0] <= own[-1][0]),
                tuple(match for match in wordings if clause.first <= match.start < clause.last and match.start not in idioms),
                products,
                common,
                frozenset(word.stem for _, word in own if sentence.tokens[word.token].part not in _EMPTY),
            )
        )
    return tuple(views)


def unparsed_view(block: Block, sentence: Sentence, products: ProductContext) -> ClauseView:
    """Look at a sentence that was not parsed: it says nothing, but it stands between others that may."""
    none: frozenset[str] = frozenset()
    return ClauseView(block, sentence, sentence.clauses[0], (), sentence.start, sentence.stop, (), (), (), products, none, none)


def _outermost(named: tuple[NamedTerm, ...]) -> tuple[NamedTerm, ...]:
    """Leave out names that stand inside longer ones: "RTC" in "RTC battery"."""
    return tuple(
        entry
        for entry in named
        if not any(other[0] <= entry[0] and entry[1] <= other[1] and other[1] - other[0] > entry[1] - entry[0] for other in named)
    )


def _in_idioms(sentence: Sentence) -> frozenset[int]:
    """Give the tokens that stand in fixed phrases, where they do not name what they name elsewhere."""
    words = [Spoken(token.lower, token.lemma.lower()) for token in sentence.tokens]
    return frozenset(at for hit in find_wordings(words, "idioms") for at in range(hit.first, hit.last + 1))


def _context_stems(block: Block) -> tuple[str, ...]:
    headings = [heading.text for heading in block.headings if heading.level > 1][-1:]
    return tuple(stem for text in (*headings, block.introduction, block.row_header, block.column_header) for stem in stems_of(text))
