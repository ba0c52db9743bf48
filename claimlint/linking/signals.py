"""The signals for and against a link, each as a number; what they weigh is learned."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimlint.document import BlockKind
from claimlint.linking.candidates import TELLING, in_question
from claimlint.linking.lexicon import Lexicon, Subject, Term
from claimlint.linking.values import Speaking, closeness
from claimlint.linking.views import ClauseView
from claimlint.vocabulary import Match

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
    "lone-vocabulary": "and the clause has no word of the subject's names",
    "lone-vocabulary-length": "and how long that wording is (logarithm of its words)",
    "unit": "a quantity converts to the unit of a limit",
    "sole-unit": "and no other subject in question has a limit of that kind",
    "near": "and the quantity is of the order of that limit",
    "lone-unit": "and no word speaks for the subject",
    "lone-close": "and the quantity comes close to that limit",
    "count": "a bare number counts what a limit counts",
    "rating": "a rating that a limit speaks of",
    "version": "a version that a limit speaks of",
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
    "imperative-wording": "it is a command in the everyday wording of what the product does for its owner",
    "past": "it tells of the past",
    "reader": "it speaks of the reader",
    "ourselves": "it speaks of the company",
    "unsure-product": "nothing says which product is meant",
    "length": "how long the clause is (logarithm of its words)",
    "meaning": "the clause means about what a name of the subject means (cosine)",
    "meaning-lead": "and more so than what any other subject's names mean (difference of cosines)",
    "meaning-in-row": "the clause behind the header of its row means about that (cosine)",
    "meaning-in-row-lead": "and more so than what any other subject's names mean (difference of cosines)",
    "meaning-share": "how much of the clause's meaning is the subject's and no other's (logarithm)",
    "meaning-alone": "nothing but its meaning speaks for the subject",
    "meaning-alone-near": "and how near it is (cosine)",
    "by-words": "how sure the words alone are",
    "by-words-lead": "and how much surer than of any other subject",
    "by-words-best": "how sure the words alone are of the likeliest subject",
}
"""The signals and what each says; their weights are in `rules/linking.yaml`."""


_LEAST_SHARE = 1e-4
"""Smaller shares of a clause say no more."""


@dataclass(frozen=True)
class Traces:
    """What of a subject stands in a clause. names: (first word, last word, term) of whole names; positions: all words for it.

    term: the one that the clause covers best; shared: telling stems of any term in the clause.
    """

    names: tuple[tuple[int, int, Term], ...]
    term: Term | None
    shared: frozenset[str]
    wording: Match | None
    values: tuple[Speaking, ...]
    positions: frozenset[int]


def signals_of(view: ClauseView, subject: Subject, lexicon: Lexicon, traces: Traces) -> dict[str, float]:
    """Give the signals that are not 0, by the names of SIGNALS; "rivals" is for whoever sees all subjects of the clause."""
    signals = {
        "constant": 1.0,
        "context-only": float(not traces.positions and not traces.values),
        **_name_signals(view, lexicon, traces.names, traces.term, traces.shared),
        **_word_signals(view, subject, lexicon, traces.shared),
        **_vocabulary_signals(view, subject, lexicon, traces),
        **_value_signals(view, subject, lexicon, traces.values, lone=not traces.positions),
        "outnamed": float(not traces.names and _names_another(view, subject)),
        **_manner_signals(view, subject, traces),
    }
    return {name: value for name, value in signals.items() if value}


def meaning_signals(subject: str, near: Mapping[str, float], in_row: Mapping[str, float], share: float, *, alone: bool) -> dict[str, float]:
    """Give the signals of the language model for a subject.

    near, in_row: of all in question; share: the subject's of the clause; alone: no word of the clause speaks for it.
    """
    return {
        "meaning": near[subject],
        "meaning-lead": _lead(subject, near),
        "meaning-in-row": in_row[subject],
        "meaning-in-row-lead": _lead(subject, in_row),
        "meaning-share": math.log(share + _LEAST_SHARE),
        "meaning-alone": float(alone),
        "meaning-alone-near": near[subject] if alone else 0.0,
    }


def certainty_signals(subject: str, by_words: Mapping[str, float]) -> dict[str, float]:
    """Give how sure the words alone are of a subject, and of others. by_words: scores of the subjects for which words speak."""
    return {
        "by-words": by_words.get(subject, 0.0),
        "by-words-lead": _lead(subject, by_words),
        "by-words-best": max(by_words.values(), default=0.0),
    }


def _lead(subject: str, of_all: Mapping[str, float]) -> float:
    return of_all.get(subject, 0.0) - max((other for each, other in of_all.items() if each != subject), default=0.0)


def best_term(view: ClauseView, subject: Subject, lexicon: Lexicon) -> tuple[Term | None, frozenset[str]]:
    """Give the term that the clause covers best, and the stems of all terms that it has."""
    stems = view.stems
    best = max(subject.terms, key=lambda term: coverage(term, stems, lexicon), default=None)
    shared = frozenset(
        stem for term in subject.terms for stem in term.stems if stem in stems - view.common and lexicon.weight(stem) >= TELLING
    )
    return best, shared


def coverage(term: Term, stems: frozenset[str], lexicon: Lexicon) -> float:
    """Give the share of a term's telling words that stand among some stems, 0 to 1."""
    if stems.isdisjoint(term.stems):
        return 0.0
    total = sum(lexicon.weight(stem) for stem in term.stems)
    return sum(lexicon.weight(stem) for stem in term.stems if stem in stems) / total if total else 0.0


def _names_another(view: ClauseView, subject: Subject) -> bool:
    return any(other.id != subject.id and in_question(other, view.products) for _, _, entries in view.named for other, _ in entries)


def _name_signals(
    view: ClauseView, lexicon: Lexicon, names: Sequence[tuple[int, int, Term]], term: Term | None, shared: frozenset[str]
) -> dict[str, float]:
    covered = coverage(term, view.stems, lexicon) if term and shared else 0.0
    with_context = view.stems | frozenset(view.context)
    in_context = max((coverage(other, with_context, lexicon) for other in (term,) if other), default=0.0)
    context_only = coverage(term, frozenset(view.context), lexicon) if term else 0.0
    return {
        "name": float(bool(names)),
        "long-name": float(any(last - first > 1 for first, last, _ in names)),
        "coverage": covered if not names else 1.0,
        "mass": min(2.0, sum(lexicon.weight(stem) for stem in shared)),
        "context-coverage": in_context - covered if not names else 0.0,
        "context-name": float(context_only > 0.99),
    }


def _word_signals(view: ClauseView, subject: Subject, lexicon: Lexicon, shared: frozenset[str]) -> dict[str, float]:
    heads = {term.stems[-1] for term in subject.terms}
    sole = any(sum(in_question(other, view.products) for other in lexicon.by_stem[stem]) == 1 for stem in shared)
    return {"head": float(bool(heads & shared)), "sole-word": float(sole)}


def _vocabulary_signals(view: ClauseView, subject: Subject, lexicon: Lexicon, traces: Traces) -> dict[str, float]:
    if traces.wording is None:
        return {}
    sharing = [other for other in lexicon.by_concept[traces.wording.concept] if in_question(other, view.products)]
    signals = {"vocabulary": subject.fit, "vocabulary-share": 1.0 / max(1, len(sharing))}
    if not traces.names and not traces.shared:
        signals["lone-vocabulary"] = 1.0
        signals["lone-vocabulary-length"] = math.log(max(1, len(traces.positions)))
    return signals


def _value_signals(view: ClauseView, subject: Subject, lexicon: Lexicon, values: tuple[Speaking, ...], *, lone: bool) -> dict[str, float]:
    bases = {speaking.basis for speaking in values}
    limit_stems = {stem for stems in subject.limit_stems.values() for stem in stems if len(stem) > 2}
    signals = {
        "unit": float("unit" in bases),
        "count": float("count" in bases),
        "rating": float("rating" in bases),
        "version": float("version" in bases),
        "limit-words": float(bool(limit_stems & view.stems)),
        "context-limit-words": float(bool(values) and bool(limit_stems & frozenset(view.context))),
    }
    if "unit" in bases:
        units = {limit.unit for limit in subject.limits.values() if limit.unit}
        others = sum(
            any(limit.unit in units for limit in other.limits.values())
            for other in lexicon.subjects.values()
            if other.id != subject.id and in_question(other, view.products)
        )
        signals["near"] = max(closeness(subject, speaking) for speaking in values if speaking.basis == "unit") ** 0.2
        if lone:  # a promise in words that is far beyond its limit is the one to find
            signals["lone-unit"] = 1.0
            signals["lone-close"] = max(closeness(subject, speaking) for speaking in values if speaking.basis == "unit")
        signals["sole-unit"] = 1.0 / (1 + others)
    return signals


def _manner_signals(view: ClauseView, subject: Subject, traces: Traces) -> dict[str, float]:
    kind, mood = view.block.kind, view.clause.mood
    return {
        "certification": float(subject.type == "certification"),
        "fragment": float(mood == "fragment"),
        "heading": float(kind in (BlockKind.HEADING, BlockKind.TITLE)),
        "item": float(kind is BlockKind.LIST_ITEM),
        "cell": float(kind is BlockKind.TABLE_CELL),
        "imperative": float(mood == "imperative"),
        "imperative-wording": float(mood == "imperative" and traces.wording is not None),
        "past": float(mood == "past"),
        "reader": float(mood == "reader"),
        "ourselves": float(mood == "ourselves"),
        "unsure-product": float(not view.products.sure),
        "length": math.log(1 + len(view.words)),
    }
