"""The language stage as a spaCy component: `claimlint_clauses` reads each sentence and sets `doc._.sentences`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

from claimlint.claim import Strength
from claimlint.document import Block, BlockKind, Slice, SourceMap
from claimlint.language.attribution import attribution_at, quoted_ranges
from claimlint.language.comparison import compared
from claimlint.language.language_claims import find_language_claims
from claimlint.language.polarity import negations
from claimlint.language.promise import mood_of, no_promise, subject_range, verb_of
from claimlint.language.quantities import Quantity, find_quantities
from claimlint.language.sections import Section, section_of
from claimlint.language.segments import segments_of, told_apart
from claimlint.language.sentence import Clause, Sentence, Token
from claimlint.language.stems import stem
from claimlint.language.strength import strengths

if TYPE_CHECKING:
    from spacy.tokens import Span
    from spacy.tokens import Token as SpacyToken

_ANNOUNCING = {"commitment", "intent"}


def register() -> None:
    """Declare the extensions on spaCy's documents; doing it again changes nothing."""
    for name, default in (("block", None), ("start", 0), ("sentences", ()), ("claims", ())):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)


def block_of(document: Doc) -> Block:
    """Give the block that a spaCy document was made from; a document of anybody else's is one paragraph."""
    if document._.block is None:
        text = document.text
        slices = (Slice(0, len(text), 0, len(text)),) if text else ()
        document._.block = Block(BlockKind.PARAGRAPH, text, SourceMap(slices))
    block: Block = document._.block
    return block


@Language.factory("claimlint_clauses", requires=["token.dep", "token.tag", "token.lemma", "doc.sents"], assigns=["doc._.sentences"])
def make_clauses(nlp: Language, name: str) -> ClauseReader:
    """Make the component; it takes no settings."""
    register()
    return ClauseReader()


class ClauseReader:
    """Reads a parsed document: strength, polarity, attribution and quantities of every clause, and what the words claim by themselves."""

    def __call__(self, document: Doc) -> Doc:
        """Set `doc._.sentences` to a tuple of Sentence; `doc._.start` says where in its block the text begins."""
        block, start = block_of(document), document._.start
        section = section_of(block)
        quotes = quoted_ranges(block)
        quantities = [quantity.moved(start) for quantity in find_quantities(document.text)]
        spans = [span for span in document.sents if span.text.strip()]
        document._.sentences = tuple(
            _sentence(
                span,
                firmness,
                section,
                quotes,
                [quantity for quantity in quantities if span.start_char <= quantity.number_start - start < span.end_char],
                block.kind is BlockKind.HEADING,
                start,
            )
            for span, firmness in zip(spans, strengths(spans), strict=True)
        )
        return document


def _sentence(
    span: Span,
    firmness: list[Strength],
    section: Section,
    quotes: tuple[tuple[int, int], ...],
    quantities: list[Quantity],
    heading: bool,
    start: int,
) -> Sentence:
    denied = negations(span)
    # What is announced under "Missing" is not denied, and what is denied under "Roadmap" is not announced.
    tokens = tuple(
        _token(token, start, denied[at] or (section.negated and (section.answered or firmness[at] not in _ANNOUNCING)))
        for at, token in enumerate(span)
    )
    others = compared(span)
    clauses = []
    pieces = [piece for segment in segments_of(span) for piece in told_apart(span, segment, firmness)]
    for first, last in pieces:
        head = span[first:last].root
        whose = attribution_at(quotes, start + head.idx)
        reason = section.reason or no_promise(span, head, heading=heading, instructing=section.instructing, quoted=whose == "quoted")
        if not reason and head.i in others:
            reason = "about another product"
        clauses.append(
            Clause(
                first,
                last,
                _firmness(firmness[head.i - span.start], section, denied=any(denied[first:last])),
                whose,
                mood_of(head),
                verb_of(head),
                subject_range(span, head),
                not reason,
                reason,
            )
        )
    return Sentence(tokens, tuple(clauses), tuple(quantities), find_language_claims(span))


def _firmness(own: Strength, section: Section, *, denied: bool) -> Strength:
    return section.strength if own == "assertion" and (section.answered or not denied) else own


def _token(token: SpacyToken, start: int, negated: bool) -> Token:
    lemma, first = token.lemma_.lower(), start + token.idx
    return Token(token.text, token.lower_, lemma, stem(token.text), token.pos_, first, first + len(token.text), negated)
