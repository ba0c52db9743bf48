"""What speaks for a clause being a claim about a subject, subject by subject."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from claimlint.language.sentence import Clause
from claimlint.linking.candidates import candidates, in_question, named_above, nearest_subjects
from claimlint.linking.lexicon import Lexicon, Subject
from claimlint.linking.meaning import shares
from claimlint.linking.numbers import Numbers, numbers_of
from claimlint.linking.score import score, weights
from claimlint.linking.signals import Traces, best_term, certainty_signals, coverage, meaning_signals, signals_of
from claimlint.linking.values import Speaking, speaking_values
from claimlint.linking.views import ClauseView
from claimlint.linking.words import stems_of
from claimlint.vocabulary import Match

_NEARLY_NAMED = 0.6
"""The share of a certificate's name that a clause must have: marks are named, not described."""


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


def evidence_for(view: ClauseView, lexicon: Lexicon) -> list[Evidence]:
    """Gather the evidence for every subject that something in a clause speaks for, or that is among the nearest in meaning."""
    worded = worded_evidence(view, lexicon) if view.worded is None else view.worded
    if view.near is None:
        return list(worded)
    known = {evidence.subject.id for evidence in worded}
    numbers = numbers_in(view)
    others = [subject for subject in nearest_subjects(view, lexicon) if subject.id not in known]
    nearest = [_evidence(view, subject, lexicon, _traces(view, subject, lexicon, numbers)) for subject in others]
    return _with_nearness(view, worded, [evidence for evidence in nearest if evidence is not None], lexicon)


def worded_evidence(view: ClauseView, lexicon: Lexicon) -> tuple[Evidence, ...]:
    """Gather the evidence for every subject that something in a clause, or above it, speaks for, its meaning left aside."""
    above = {subject.id for subject in named_above(view, lexicon)}
    numbers = numbers_in(view)
    found = []
    for subject in candidates(view, lexicon):
        traces = _traces(view, subject, lexicon, numbers)
        if traces.positions or traces.values or subject.id in above:
            found.append(_evidence(view, subject, lexicon, traces))
    worded = [evidence for evidence in found if evidence is not None]
    return tuple(_with_rivals(evidence, worded) for evidence in worded)


def _with_nearness(view: ClauseView, worded: Sequence[Evidence], nearest: Sequence[Evidence], lexicon: Lexicon) -> list[Evidence]:
    """Add the signals of the language model, and how sure the words alone are.

    worded: for subjects that words speak for; nearest: for those that are only near.
    """
    table = weights(False)
    by_words = {evidence.subject.id: score(evidence.signals, table) for evidence in worded}
    asked = [subject.id for subject in lexicon.subjects.values() if in_question(subject, view.products)]
    near, in_row = ({each: of_all[each] for each in asked} for of_all in (view.near or {}, view.near_in_row or {}))
    share = shares(near)
    found = []
    for evidence in (*worded, *nearest):
        subject = evidence.subject.id
        told = meaning_signals(subject, near, in_row, share[subject], alone=subject not in by_words)
        found.append(replace(evidence, signals={**evidence.signals, **told, **certainty_signals(subject, by_words)}))
    return found


def _evidence(view: ClauseView, subject: Subject, lexicon: Lexicon, traces: Traces) -> Evidence | None:
    if subject.type == "certification" and not _nearly_named(view, lexicon, traces):
        return None
    start, stop = _span(view, traces)
    signals = signals_of(view, subject, lexicon, traces)
    return Evidence(subject, view.clause, traces.positions, start, stop, signals, traces.values, traces.wording)


def _nearly_named(view: ClauseView, lexicon: Lexicon, traces: Traces) -> bool:
    return bool(traces.names) or (traces.term is not None and coverage(traces.term, view.stems, lexicon) >= _NEARLY_NAMED)


def _traces(view: ClauseView, subject: Subject, lexicon: Lexicon, numbers: Numbers) -> Traces:
    names = tuple((first, last, term) for first, last, entries in view.named for named, term in entries if named.id == subject.id)
    wording = next((match for match in view.wordings if subject.concept == match.concept), None)
    term, shared = best_term(view, subject, lexicon)
    positions = {at for first, last, _ in names for at in range(first, last)}
    if not names:
        positions |= {at for at, word in view.words if word.stem in shared}
    if wording is not None:
        positions |= {at for at, word in view.words if wording.start <= word.token < wording.stop}
    return Traces(names, term, shared, wording, speaking_values(subject, numbers), frozenset(positions))


def _span(view: ClauseView, traces: Traces) -> tuple[int, int]:
    """Give the characters of the block text that the traces span; where there are none, the clause's."""
    spans = [(word.start, word.stop) for at, word in view.words if at in traces.positions]
    spans += [(speaking.value.start, speaking.value.end) for speaking in traces.values]
    if traces.wording is not None:
        tokens = view.sentence.tokens
        spans.append((tokens[traces.wording.start].start, tokens[traces.wording.stop - 1].stop))
    if not spans:
        return view.start, view.stop
    return min(start for start, _ in spans), max(stop for _, stop in spans)


def numbers_in(view: ClauseView) -> Numbers:
    """Give the numbers of a clause with the words around them."""
    row = frozenset(stems_of(f"{view.block.row_header} {view.block.introduction}"))
    return numbers_of(view.block.text, view.start, view.stop, view.sentence.quantities, view.stems | frozenset(view.context), row)


def _with_rivals(evidence: Evidence, found: Sequence[Evidence]) -> Evidence:
    rivals = sum(other is not evidence and bool(evidence.words) and evidence.words <= other.words for other in found)
    if rivals:
        return replace(evidence, signals={**evidence.signals, "rivals": math.log(1 + rivals)})
    return evidence
