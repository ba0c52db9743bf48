"""Which product each block of a document is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimlint.document import Block, BlockKind
from claimlint.language.data import language_data
from claimlint.language.sentence import Clause, Sentence
from claimlint.linking.lexicon import Lexicon
from claimlint.linking.words import parts_of, stems_of

_LONGEST_NAME = 8

_SHORT_NAME = 3
"""A name of so few letters and digits is one only where it is written as in the manifest: "PCIe x4" is no X4."""


@dataclass(frozen=True, slots=True)
class ProductContext:
    """The products that a block may be about, the likeliest first. sure: something near the block names them."""

    products: tuple[str, ...]
    sure: bool


def product_contexts(path: str, blocks: Sequence[Block], lexicon: Lexicon) -> tuple[ProductContext, ...]:
    """Give the context of each block of a document.

    A block is about the products that it names itself, or its column, row, introduction or nearest heading; else about those of
    the block before it in the same section; else about those that title, file name or the first block to name any speak of.
    """
    every = lexicon.products
    if len(every) < 2:
        return tuple(ProductContext(every, True) for _ in blocks)
    document = _of_document(path, blocks, lexicon)
    contexts: list[ProductContext] = []
    carried: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    for block in blocks:
        headings = tuple(heading.text for heading in block.headings)
        if headings != section:
            section, carried = headings, ()
        own = named_products(block.text, lexicon)
        near = own or _first_named((block.column_header, block.row_header, block.introduction), lexicon)
        if own and block.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.LIST_ITEM):
            carried = own
        found = near or carried or _first_named(tuple(reversed(headings)), lexicon)
        contexts.append(ProductContext(found or document or every, bool(found or document)))
    return tuple(contexts)


def products_of(sentence: Sentence, before: ProductContext, lexicon: Lexicon) -> ProductContext:
    """Give the products that a sentence of a block is about: those it names, else those of the sentence before it."""
    if len(lexicon.products) < 2:
        return before
    named = named_products(" ".join(token.text for token in sentence.tokens), lexicon)
    return ProductContext(named, True) if named else before


def named_products(text: str, lexicon: Lexicon, *, any_case: bool = False) -> tuple[str, ...]:
    """Give the products that a text names, in the order of their first mention; of names within names only the longest.

    any_case: whether short names count in other capitals than the manifest's, too, as in the names of files.
    """
    stems = stems_of(text)
    places: dict[str, int] = {}
    at = 0
    while at < len(stems):
        product, length = _longest_name(stems, at, lexicon)
        if product is not None and (any_case or _written_so(text, at, length, lexicon)):
            places.setdefault(product, at)
        at += length
    return tuple(places)


def subject_text(sentence: Sentence, clause: Clause) -> str:
    """Give the words of a clause's grammatical subject, or an empty string."""
    first, last = clause.subject or (0, 0)
    return " ".join(token.text for token in sentence.tokens[first:last])


def speaks_of_product(sentence: Sentence, clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a clause's subject is the product: named, a pronoun, "the kit", or nothing at all ("Now in stock")."""
    if clause.subject is None:
        return True
    tokens = sentence.tokens[slice(*clause.subject)]
    if len(tokens) == 1 and tokens[0].part == "PRON":
        return True
    heads = {token.lemma for token in tokens if token.part in ("NOUN", "PROPN")}
    return (bool(named_products(subject_text(sentence, clause), lexicon)) and len(heads) < 5) or heads <= set(
        language_data("products")["generic"]
    )


def _longest_name(stems: Sequence[str], at: int, lexicon: Lexicon) -> tuple[str | None, int]:
    for length in range(min(_LONGEST_NAME, len(stems) - at), 0, -1):
        product = lexicon.product_names.get("".join(stems[at : at + length]))
        if product is not None:
            return product, length
    return None, 1


def _written_so(text: str, at: int, length: int, lexicon: Lexicon) -> bool:
    written = "".join(parts_of(text)[at : at + length])
    return len(written) > _SHORT_NAME or written in lexicon.product_spellings


def _first_named(texts: Sequence[str], lexicon: Lexicon, *, any_case: bool = False) -> tuple[str, ...]:
    for text in texts:
        if text and (found := named_products(text, lexicon, any_case=any_case)):
            return found
    return ()


def _of_document(path: str, blocks: Sequence[Block], lexicon: Lexicon) -> tuple[str, ...]:
    titles = [block.text for block in blocks if block.kind is BlockKind.TITLE]
    titles += [block.text for block in blocks if block.kind is BlockKind.HEADING][:1]
    parts = path.split("/")
    by_title = _first_named(titles, lexicon) or _first_named(tuple(reversed(parts)), lexicon, any_case=True)
    return by_title or _first_named([block.text for block in blocks], lexicon)
