"""What the language stage hands on: sentences of tokens, cut into clauses, each read for what it says and how firmly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claimlint.claim import Attribution, Kind, Strength
from claimlint.language.quantities import Quantity

Mood = Literal["fragment", "statement", "imperative", "past", "reader", "ourselves"]
"""How a clause speaks: without a verb, of the present, as a command, of the past, of the reader, of the company."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark. start, stop: character range in the block text. part: universal part of speech.

    stem: the lemma, folded. negated: a denial governs the word, so that copy says the product has it not.
    """

    text: str
    lower: str
    lemma: str
    stem: str
    part: str
    start: int
    stop: int
    negated: bool

    @property
    def is_word(self) -> bool:
        """Whether it has a letter or a digit."""
        return any(character.isalnum() for character in self.text)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of one sentence that says one thing. first, last: token range in its sentence, end exclusive.

    verb: the lemma of its verb, empty in a fragment.
    subject: the grammatical subject's tokens, (first, last exclusive), or None where there is none of its own.
    promise: whether it can be a promise of the product at all, as against instruction, question, history.
    reason: why it is none, in words; empty where it is one.
    """

    first: int
    last: int
    strength: Strength
    attribution: Attribution
    mood: Mood
    verb: str
    subject: tuple[int, int] | None
    promise: bool
    reason: str = ""


_SAYS_NOTHING = Clause(0, 1, "assertion", "own", "statement", "", None, False, "its words make a promise unlikely")


@dataclass(frozen=True, slots=True)
class LanguageClaim:
    """Words that claim something by themselves, whatever they are said of: superlative, comparative, absolute, green.

    at: the token that makes the claim. first, last: the tokens to show with it, end exclusive. anywhere: whether it is a claim
    whatever its clause speaks of; else only where that is the product.
    """

    kind: Kind
    at: int
    first: int
    last: int
    anywhere: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or fragment; its clauses cover its tokens in order. language_claims: those of its words, in order.

    parsed: whether the parser has read it; one that it has not is a single token and a single clause, which says nothing.
    """

    tokens: tuple[Token, ...]
    clauses: tuple[Clause, ...]
    quantities: tuple[Quantity, ...]
    language_claims: tuple[LanguageClaim, ...] = ()
    parsed: bool = True

    @classmethod
    def unread(cls, text: str, start: int) -> Sentence:
        """Make a sentence of a text that was not parsed, at a character of its block."""
        token = Token(text, text.lower(), text.lower(), "", "X", start, start + len(text), False)
        return cls((token,), (_SAYS_NOTHING,), (), parsed=False)

    @property
    def start(self) -> int:
        """Character offset of the first token in the block text."""
        return self.tokens[0].start

    @property
    def stop(self) -> int:
        """Character offset behind the last token in the block text."""
        return self.tokens[-1].stop
