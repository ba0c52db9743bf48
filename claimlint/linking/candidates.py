"""Which subjects a clause may speak of at all: those that something in it, or above it, points to."""

from __future__ import annotations

from collections.abc import Iterable

from claimlint.document import BlockKind
from claimlint.linking.lexicon import Lexicon, Subject
from claimlint.linking.products import ProductContext
from claimlint.linking.views import ClauseView
from claimlint.linking.words import Word, stems_of

_SHORT = 8
"""The most words of an item that may be about what stands above it only."""

_NEAREST = 4
"""So many subjects are worth a look for their meaning alone."""

TELLING = 0.25
"""The weight from which a shared word alone makes a subject worth a look."""


def candidates(view: ClauseView, lexicon: Lexicon) -> list[Subject]:
    """Give the subjects worth a look, in the order of the manifest; those of other products are left out."""
    found: dict[str, Subject] = {}
    for _, _, entries in view.named:
        found.update((subject.id, subject) for subject, _ in entries)
    for match in view.wordings:
        found.update((subject.id, subject) for subject in lexicon.by_concept.get(match.concept, ()))
    for stem in sorted(view.stems):
        if stem not in view.common and lexicon.weight(stem) >= TELLING:
            found.update((subject.id, subject) for subject in lexicon.by_stem[stem])
    found.update((subject.id, subject) for subject in named_above(view, lexicon))
    if _has_number(view):
        found.update((subject.id, subject) for subject in lexicon.subjects.values() if subject.limits)
    asked = (subject for subject in found.values() if in_question(subject, view.products))
    return sorted(asked, key=lambda subject: subject.order)


def nearest_subjects(view: ClauseView, lexicon: Lexicon) -> list[Subject]:
    """Give the capabilities that are nearest to a clause in meaning, the nearest first; marks are named, not paraphrased."""
    near = view.near or {}
    asked = [
        each for each in lexicon.subjects.values() if each.id in near and each.type == "capability" and in_question(each, view.products)
    ]
    return sorted(asked, key=lambda subject: (-near[subject.id], subject.order))[:_NEAREST]


def named_above(view: ClauseView, lexicon: Lexicon) -> Iterable[Subject]:
    """Give the subjects that the row or the introduction of a short item names outright."""
    if view.block.kind not in (BlockKind.TABLE_CELL, BlockKind.LIST_ITEM) or len(view.words) > _SHORT:
        return ()
    words = [Word(stem, 0, 0, 0) for text in (view.block.row_header, view.block.introduction) for stem in stems_of(text)]
    return [subject for _, _, entries in lexicon.find_terms(words) for subject, _ in entries]


def _has_number(view: ClauseView) -> bool:
    return any(view.start <= quantity.number_start < view.stop for quantity in view.sentence.quantities) or any(
        character.isdigit() for character in view.block.text[view.start : view.stop]
    )


def in_question(subject: Subject, products: ProductContext) -> bool:
    """Tell whether a subject belongs to one of the products that a clause may be about, or to all."""
    return not subject.products or not subject.products.isdisjoint(products.products)
