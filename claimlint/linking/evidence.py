"""What speaks for a clause being a claim about a subject: every signal as a number, so that one table of weights can judge."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from claimlint.document import Block, BlockKind
from claimlint.language.sentence import Clause, Sentence
from claimlint.linking.lexicon import Lexicon, Subject, Term
from claimlint.linking.products import ProductContext
from claimlint.linking.values import Speaking, closeness, speaking_values
from claimlint.linking.words import Word, stems_of, words_of
from claimlint.vocabulary import Match

_SHORT = 8
"""The most words of an item that may be about what stands above it only."""

_NEARLY_NAMED = 0.6
"""The share of a certificate's name that a clause must have: marks are named, not described."""

_TELLING = 0.25
"""The weight from which a shared word alone makes a subject worth a look."""

SIGNALS: Mapping[str, str] = {
    "constant": "always 1: how rare claims are",
    "name": "a whole name or alias stands in the clause",
    "long-name": "that name has two words or more",
    "coverage": "the share of a name's telling words that the clause has",
    "head": "the last word of a name stands in the clause",
    "sole-word": "a word in the clause belongs to this subject and to no other in question",
    "mass": "how telling the shared words are together",
    "context-coverage": "how much more of a name headings, headers and introduction add",
    "context-name": "headings, headers or introduction hold a whole name",
    "vocabulary": "an everyday wording of the subject's concept stands in the clause: how well the concept fits",
    "vocabulary-share": "how few subjects share that concept",
    "unit": "a quantity converts to the unit of a limit",
    "sole-unit": "and no other subject in question has a limit of that kind",
    "near": "and the quantity is of the order of that limit",
    "lone-unit": "and no word speaks for the subject",
    "lone-close": "and the quantity comes close to that limit",
    "count": "a bare number counts what a limit counts",
    "code": "a rating or version that a limit speaks of",
    "limit-words": "words of a limit's name stand in the clause",
    "context-limit-words": "words of a limit's name stand in headings, headers or introduction, and a value in the clause",
    "context-only": "the clause itself shares no word with the subject; its row or introduction names it",
    "rivals": "other subjects have the same evidence",
    "outnamed": "the clause names other subjects outright, and not this one",
    "certification": "the subject is a certification",
    "fragment": "the clause has no verb",
    "heading": "it stands in a heading or title",
    "item": "it is a list item",
    "cell": "it is a table cell",
    "imperative": "it is a command",
    "past": "it tells of the past",
    "reader": "it speaks of the reader",
    "ourselves": "it speaks of the company",
    "unsure-product": "nothing says which product is meant",
    "length": "how long the clause is (logarithm of its words)",
}
"""The signals and what each says; their weights are in `rules/linking.yaml`."""


@dataclass(frozen=True)
class Evidence:
    """What was found for one clause and subject. words: positions of the sentence's words that speak for it.

    start, stop: the characters of the block text that these words and values span.
    """

    subject: Subject
    clause: Clause
    words: frozenset[int]
    start: int
    stop: int
    signals: Mapping[str, float]
    values: tuple[Speaking, ...]
    wording: Match | None


@dataclass(frozen=True)
class ClauseView:
    """A clause with all that is asked of it again and again. start, stop: characters of the block text.

    words: with their positions in the sentence; stems: theirs. common: stems that tell nothing in this document.
    """

    block: Block
    sentence: Sentence
    clause: Clause
    words: tuple[tuple[int, Word], ...]
    start: int
    stop: int
    context: tuple[str, ...]
    named: tuple[tuple[int, int, tuple[tuple[Subject, Term], ...]], ...]
    wordings: tuple[Match, ...]
    products: ProductContext
    common: frozenset[str]
    stems: frozenset[str]


def clause_views(
    block: Block,
    sentence: Sentence,
    lexicon: Lexicon,
    wordings: Sequence[Match],
    products: ProductContext,
    common: frozenset[str],
) -> tuple[ClauseView, ...]:
    """Look at each clause of a sentence: its words, the names in it, the wordings that begin in it."""
    words = words_of(sentence.tokens)
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
                tuple(match for match in wordings if clause.first <= match.start < clause.last),
                products,
                common,
                frozenset(word.stem for _, word in own),
            )
        )
    return tuple(views)


def evidence_for(view: ClauseView, lexicon: Lexicon) -> list[Evidence]:
    """Gather the evidence for every subject that something in a clause speaks for."""
    subjects = [subject for subject in _candidates(view, lexicon) if _in_question(subject, view.products)]
    values = {subject.id: _values(view, subject) for subject in subjects}
    found = [_evidence(view, subject, lexicon, values[subject.id]) for subject in subjects]
    kept = [evidence for evidence in found if evidence is not None]
    return [_with_rivals(evidence, kept) for evidence in kept]


def _in_question(subject: Subject, products: ProductContext) -> bool:
    return not subject.products or not subject.products.isdisjoint(products.products)


def _outermost(
    named: tuple[tuple[int, int, tuple[tuple[Subject, Term], ...]], ...],
) -> tuple[tuple[int, int, tuple[tuple[Subject, Term], ...]], ...]:
    """Leave out names that stand inside longer ones: "RTC" in "RTC battery"."""
    return tuple(
        entry
        for entry in named
        if not any(other[0] <= entry[0] and entry[1] <= other[1] and other[1] - other[0] > entry[1] - entry[0] for other in named)
    )


def _context_stems(block: Block) -> tuple[str, ...]:
    headings = [heading.text for heading in block.headings if heading.level > 1][-1:]
    return tuple(stem for text in (*headings, block.introduction, block.row_header, block.column_header) for stem in stems_of(text))


def _candidates(view: ClauseView, lexicon: Lexicon) -> Iterable[Subject]:
    found: dict[str, Subject] = {}
    for _, _, entries in view.named:
        found.update((subject.id, subject) for subject, _ in entries)
    for match in view.wordings:
        found.update((subject.id, subject) for subject in lexicon.by_concept.get(match.concept, ()))
    for stem in sorted(view.stems):
        if stem not in view.common and lexicon.weight(stem) >= _TELLING:
            found.update((subject.id, subject) for subject in lexicon.by_stem[stem])
    found.update((subject.id, subject) for subject in _named_above(view, lexicon))
    if _has_number(view):
        found.update((subject.id, subject) for subject in lexicon.subjects.values() if subject.limits)
    return sorted(found.values(), key=lambda subject: subject.order)


def _named_above(view: ClauseView, lexicon: Lexicon) -> Iterable[Subject]:
    """Give the subjects that the row or the introduction of a short item names outright."""
    if view.block.kind not in (BlockKind.TABLE_CELL, BlockKind.LIST_ITEM) or len(view.words) > _SHORT:
        return ()
    words = [Word(stem, 0, 0, 0) for text in (view.block.row_header, view.block.introduction) for stem in stems_of(text)]
    return [subject for _, _, entries in lexicon.find_terms(words) for subject, _ in entries]


def _has_number(view: ClauseView) -> bool:
    return any(view.start <= quantity.number_start < view.stop for quantity in view.sentence.quantities) or any(
        character.isdigit() for character in view.block.text[view.start : view.stop]
    )


def _values(view: ClauseView, subject: Subject) -> tuple[Speaking, ...]:
    if not subject.limits:
        return ()
    around = view.stems | frozenset(view.context)
    row = frozenset(stems_of(f"{view.block.row_header} {view.block.introduction}"))
    return speaking_values(subject, view.block.text, view.start, view.stop, view.sentence.quantities, around, row)


def _evidence(view: ClauseView, subject: Subject, lexicon: Lexicon, values: tuple[Speaking, ...]) -> Evidence | None:
    names = [(first, last, term) for first, last, entries in view.named for named, term in entries if named.id == subject.id]
    wording = next((match for match in view.wordings if subject.concept == match.concept), None)
    term, shared = _best_term(view, subject, lexicon)
    positions = {at for first, last, _ in names for at in range(first, last)}
    if not names:
        positions |= {at for at, word in view.words if word.stem in shared}
    if wording is not None:
        positions |= {at for at, word in view.words if wording.start <= word.token < wording.stop}
    if subject.type == "certification" and not names and (term is None or _coverage(term, view.stems, lexicon) < _NEARLY_NAMED):
        return None
    above = not positions and not values
    if above and subject not in _named_above(view, lexicon):
        return None
    signals = {
        "constant": 1.0,
        "context-only": float(above),
        **_name_signals(view, lexicon, names, term, shared),
        **_word_signals(view, subject, lexicon, shared),
        **_vocabulary_signals(subject, lexicon, wording, view.products),
        **_value_signals(view, subject, lexicon, values, lone=not positions),
        "outnamed": float(not names and _names_another(view, subject)),
        **_manner_signals(view, subject),
    }
    spans = [(word.start, word.stop) for at, word in view.words if at in positions]
    spans += [(speaking.value.start, speaking.value.end) for speaking in values]
    if above:
        spans.append((view.start, view.stop))
    if wording is not None:
        tokens = view.sentence.tokens
        spans.append((tokens[wording.start].start, tokens[wording.stop - 1].stop))
    return Evidence(
        subject,
        view.clause,
        frozenset(positions),
        min(start for start, _ in spans),
        max(stop for _, stop in spans),
        {name: value for name, value in signals.items() if value},
        values,
        wording,
    )


def _names_another(view: ClauseView, subject: Subject) -> bool:
    return any(other.id != subject.id and _in_question(other, view.products) for _, _, entries in view.named for other, _ in entries)


def _best_term(view: ClauseView, subject: Subject, lexicon: Lexicon) -> tuple[Term | None, frozenset[str]]:
    """Give the term that the clause covers best, and the stems of all terms that it has."""
    stems = view.stems
    best = max(subject.terms, key=lambda term: _coverage(term, stems, lexicon), default=None)
    shared = frozenset(
        stem for term in subject.terms for stem in term.stems if stem in stems - view.common and lexicon.weight(stem) >= _TELLING
    )
    return best, shared


def _coverage(term: Term, stems: frozenset[str], lexicon: Lexicon) -> float:
    total = sum(lexicon.weight(stem) for stem in term.stems)
    return sum(lexicon.weight(stem) for stem in term.stems if stem in stems) / total if total else 0.0


def _name_signals(
    view: ClauseView, lexicon: Lexicon, names: Sequence[tuple[int, int, Term]], term: Term | None, shared: frozenset[str]
) -> dict[str, float]:
    coverage = _coverage(term, view.stems, lexicon) if term and shared else 0.0
    with_context = view.stems | frozenset(view.context)
    in_context = max((_coverage(other, with_context, lexicon) for other in (term,) if other), default=0.0)
    context_only = _coverage(term, frozenset(view.context), lexicon) if term else 0.0
    return {
        "name": float(bool(names)),
        "long-name": float(any(last - first > 1 for first, last, _ in names)),
        "coverage": coverage if not names else 1.0,
        "mass": min(2.0, sum(lexicon.weight(stem) for stem in shared)),
        "context-coverage": in_context - coverage if not names else 0.0,
        "context-name": float(context_only > 0.99),
    }


def _word_signals(view: ClauseView, subject: Subject, lexicon: Lexicon, shared: frozenset[str]) -> dict[str, float]:
    heads = {term.stems[-1] for term in subject.terms}
    sole = any(sum(_in_question(other, view.products) for other in lexicon.by_stem[stem]) == 1 for stem in shared)
    return {"head": float(bool(heads & shared)), "sole-word": float(sole)}


def _vocabulary_signals(subject: Subject, lexicon: Lexicon, wording: Match | None, products: ProductContext) -> dict[str, float]:
    if wording is None:
        return {}
    sharing = [other for other in lexicon.by_concept[wording.concept] if _in_question(other, products)]
    return {"vocabulary": subject.fit, "vocabulary-share": 1.0 / max(1, len(sharing))}


def _value_signals(view: ClauseView, subject: Subject, lexicon: Lexicon, values: tuple[Speaking, ...], *, lone: bool) -> dict[str, float]:
    bases = {speaking.basis for speaking in values}
    limit_stems = {stem for stems in subject.limit_stems.values() for stem in stems if len(stem) > 2}
    signals = {
        "unit": float("unit" in bases),
        "count": float("count" in bases),
        "code": float(bool(bases & {"rating", "version"})),
        "limit-words": float(bool(limit_stems & view.stems)),
        "context-limit-words": float(bool(values) and bool(limit_stems & frozenset(view.context))),
    }
    if "unit" in bases:
        units = {limit.unit for limit in subject.limits.values() if limit.unit}
        others = sum(
            any(limit.unit in units for limit in other.limits.values())
            for other in lexicon.subjects.values()
            if other.id != subject.id and _in_question(other, view.products)
        )
        signals["near"] = max(closeness(subject, speaking) for speaking in values if speaking.basis == "unit") ** 0.2
        if lone:  # a promise in words that is far beyond its limit is the one to find
            signals["lone-unit"] = 1.0
            signals["lone-close"] = max(closeness(subject, speaking) for speaking in values if speaking.basis == "unit")
        signals["sole-unit"] = 1.0 / (1 + others)
    return signals


def _manner_signals(view: ClauseView, subject: Subject) -> dict[str, float]:
    kind, mood = view.block.kind, view.clause.mood
    return {
        "certification": float(subject.type == "certification"),
        "fragment": float(mood == "fragment"),
        "heading": float(kind in (BlockKind.HEADING, BlockKind.TITLE)),
        "item": float(kind is BlockKind.LIST_ITEM),
        "cell": float(kind is BlockKind.TABLE_CELL),
        "imperative": float(mood == "imperative"),
        "past": float(mood == "past"),
        "reader": float(mood == "reader"),
        "ourselves": float(mood == "ourselves"),
        "unsure-product": float(not view.products.sure),
        "length": math.log(1 + len(view.words)),
    }


def _with_rivals(evidence: Evidence, found: Sequence[Evidence]) -> Evidence:
    rivals = sum(other is not evidence and bool(evidence.words) and evidence.words <= other.words for other in found)
    if rivals:
        return replace(evidence, signals={**evidence.signals, "rivals": math.log(1 + rivals)})
    return evidence
