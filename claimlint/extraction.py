"""From a document to its claims: the parser reads its blocks, linking finds the promises in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import TYPE_CHECKING

from claimlint.claim import Claim, Reading
from claimlint.document import Block, Document, parts_of
from claimlint.explanation import Explanation
from claimlint.language.answers import with_answers
from claimlint.language.other_languages import other_languages
from claimlint.language.reading import Ranges, read_sentences, whole
from claimlint.language.sentence import Sentence
from claimlint.linking.clauses import SpokenBlock, clauses_of
from claimlint.linking.explanation import considered, explained
from claimlint.linking.joining import without_repetitions
from claimlint.linking.labels import labels
from claimlint.linking.lexicon import Lexicon
from claimlint.linking.link import link
from claimlint.linking.products import product_contexts
from claimlint.linking.score import Weights
from claimlint.linking.views import ClauseView
from claimlint.linking.worded import worded_claims
from claimlint.linking.words import common_stems
from claimlint.sieve.sieve import Sieve
from claimlint.vocabulary import Wordings

if TYPE_CHECKING:
    from spacy.language import Language

_BATCH = 20_000
"""Characters that the language pipeline reads at once; it takes some three kilobytes for each."""
_LETTERS = re.compile(r"[^\W_]+")
_RULE = 200
"""Signs of which a block may consist without a letter among them, such as the value of a table cell."""


@dataclass(frozen=True)
class ParsedDocument:
    """A document as the parser has read it.

    blocks: that are in English, in parts. sentences: of each block, in the order of the blocks. left_out: the blocks that are not
    in English. sieved: whether work is spared where it is unlikely to change anything: a sieve decided what was parsed, and the language
    model is asked only about what the words leave open.
    """

    document: Document
    blocks: tuple[Block, ...] = ()
    sentences: tuple[tuple[Sentence, ...], ...] = ()
    left_out: tuple[Block, ...] = ()
    sieved: bool = False


def extract(document: Document, lexicon: Lexicon, pipeline: Language) -> tuple[Claim, ...]:
    """Give the claims of a document in the order of their places."""
    return claims_of(parse(document, pipeline), lexicon)


def reading_of(parsed: ParsedDocument, lexicon: Lexicon, wordings: Wordings) -> Reading:
    """Give what `readings_of` gives, of a single document."""
    return readings_of([parsed], lexicon, wordings)[0]


def readings_of(parsed: Sequence[ParsedDocument], lexicon: Lexicon, wordings: Wordings) -> list[Reading]:
    """Give the claims of parsed documents, and the promises that use wordings which rules look for themselves.

    The language model is asked about the clauses of all of them together, for which it takes less time.
    """
    spoken = [tuple(spoken_blocks(each, lexicon)) for each in parsed]
    clauses = iter(clauses_of(chain(*spoken), lexicon, sparing=any(each.sieved for each in parsed)))
    readings = []
    for each, blocks in zip(parsed, spoken, strict=True):
        document, own = each.document, islice(clauses, sum(len(block.sentences) for block in blocks))
        worded = worded_claims(blocks, lexicon, wordings, document.path)
        quoted = {name: _quoted(claims, document) for name, claims in worded.items()}
        readings.append(Reading(document, _linked(own, document, lexicon), quoted))
    return readings


def claims_of(parsed: ParsedDocument, lexicon: Lexicon, table: Weights | None = None) -> tuple[Claim, ...]:
    """Give the claims of a parsed document in the order of their places. table: weights in place of those that ship."""
    return _linked(clauses_of(spoken_blocks(parsed, lexicon), lexicon, sparing=parsed.sieved), parsed.document, lexicon, table)


def _linked(
    clauses: Iterable[Sequence[ClauseView]], document: Document, lexicon: Lexicon, table: Weights | None = None
) -> tuple[Claim, ...]:
    linked = link(clauses, lexicon, document.path, table)
    quoted = _quoted(without_repetitions(linked), document)
    return tuple(sorted(quoted, key=lambda claim: (claim.start, claim.end, claim.subject or "", claim.kind)))


def _quoted(claims: Iterable[Claim], document: Document) -> tuple[Claim, ...]:
    """Give claims with their words as they stand in the source, markup included."""
    return tuple(replace(claim, text=document.source.text[claim.start : claim.end]) for claim in claims)


def parse(document: Document, pipeline: Language, sieve: Sieve | None = None) -> ParsedDocument:
    """Read the sentences of a document; arguments as for `parse_all`."""
    return parse_all([document], pipeline, sieve)[0]


def parse_all(documents: Sequence[Document], pipeline: Language, sieve: Sieve | None = None) -> list[ParsedDocument]:
    """Read the sentences of documents: what takes long, and what no manifest changes where there is no sieve.

    The parser reads the texts of all of them together, for which it takes less time than for each by itself; what it finds is the same.

    sieve: tells which stretches may hold a claim; the others are not parsed and say nothing. Without one, all are parsed.
    """
    unread = [_unread(document, sieved=sieve is not None) for document in documents]
    asked = [ranges for each in unread for ranges in (map(whole, each.blocks) if sieve is None else sieve.ranges(each.blocks))]
    blocks = [block for each in unread for block in each.blocks]
    sentences = (
        sentences for first, last in _batches(asked) for sentences in read_sentences(blocks[first:last], pipeline, asked[first:last])
    )
    return [replace(each, sentences=tuple(islice(sentences, len(each.blocks)))) for each in unread]


def _unread(document: Document, *, sieved: bool) -> ParsedDocument:
    """Give a document with the blocks that are to be parsed."""
    foreign = other_languages(document.blocks)
    english = (block for index, block in enumerate(document.blocks) if index not in foreign)
    blocks = with_answers([part for block in english for part in parts_of(block) if _has_words(part)])
    return ParsedDocument(document, blocks, (), tuple(document.blocks[index] for index in sorted(foreign)), sieved)


def spoken_blocks(parsed: ParsedDocument, lexicon: Lexicon) -> Iterator[SpokenBlock]:
    """Yield each block that says something of itself."""
    contexts = product_contexts(parsed.document.path, parsed.blocks, lexicon)
    common = common_stems([sentence.tokens for sentences in parsed.sentences for sentence in sentences])
    for block, products, sentences, label in zip(parsed.blocks, contexts, parsed.sentences, labels(parsed.blocks, lexicon), strict=True):
        if not label:
            yield SpokenBlock(block, sentences, products, common)


def explain(parsed: ParsedDocument, claims: Sequence[Claim], lexicon: Lexicon) -> tuple[Explanation, ...]:
    """Say of each claim of a parsed document, and of each clause that is none, why it is linked as it is."""
    spoken = tuple(spoken_blocks(parsed, lexicon))
    found = list(considered(clauses_of(spoken, lexicon, sparing=parsed.sieved), lexicon))
    if parsed.sieved:  # what came second is told as well of clauses whose link left no question to the language model
        asked = considered(clauses_of(spoken, lexicon), lexicon)
        found = [replace(own, beside=whole.scored) for own, whole in zip(found, asked, strict=True)]
    return explained(found, claims, parsed.document.source, lexicon)


def _has_words(block: Block) -> bool:
    """Tell copy from rules, borders and binary remains: they promise nothing, and a parser takes longest over them."""
    text = block.text
    if len(text) <= _RULE:
        return True
    enough = sum(map(len, _LETTERS.findall(text))) * 4
    return enough >= len(text) or (ink := sum(map(len, text.split()))) <= _RULE or enough >= ink


def _batches(ranges: Sequence[Ranges]) -> Iterator[tuple[int, int]]:
    """Give blocks in batches of some pages to be parsed (first, last exclusive), so that memory does not grow with the document."""
    first = size = 0
    for at, own in enumerate(ranges):
        length = sum(stop - start for start, stop in own)
        if at > first and size + length > _BATCH:
            yield first, at
            first, size = at, 0
        size += length
    yield first, len(ranges)
