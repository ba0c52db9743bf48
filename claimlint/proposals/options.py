"""What could be proposed for an open claim: phrases as aliases, and concepts of the vocabulary, each for subjects that it may mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from claimlint.claim import Claim
from claimlint.language.data import language_data
from claimlint.linking.candidates import TELLING, in_question
from claimlint.linking.explanation import Considered, considered
from claimlint.linking.lexicon import Lexicon, Subject
from claimlint.linking.words import stems_of
from claimlint.proposal import Amendment
from claimlint.proposals.copy import Copy
from claimlint.proposals.phrases import phrases
from claimlint.proposals.trial import is_open
from claimlint.vocabulary import Concept

MOST_SUBJECTS = 3
"""So many subjects are thought of for a claim that is linked to none."""


@dataclass(frozen=True, slots=True)
class Option:
    """An amendment that could link a claim. claim: the number of its stretch and its place; words: how many the phrase has."""

    amendment: Amendment
    claim: tuple[int, int, int]
    words: int


def open_claims(copy: Copy) -> tuple[tuple[int, int, int], ...]:
    """Give the open claims: the number of the stretch, start and end."""
    return tuple(
        (number, claim.start, claim.end) for number in range(len(copy.stretches)) for claim in copy.claims[number] if is_open(claim)
    )


def options(copy: Copy, concepts: Mapping[str, Concept]) -> Iterator[Option]:
    """Yield what could be proposed for each open claim, in the order of the copy."""
    for number, stretch in enumerate(copy.stretches):
        wanting = [claim for claim in copy.claims[number] if is_open(claim)]
        if not wanting:
            continue
        block, sentences, products, common = stretch.passage
        for clause in considered(block, sentences, copy.lexicon, products, common):
            for claim in wanting:
                if _within(clause, claim):
                    place = (number, claim.start, claim.end)
                    yield from _of_clause(clause, claim, place, copy, concepts)


def _of_clause(
    clause: Considered, claim: Claim, place: tuple[int, int, int], copy: Copy, concepts: Mapping[str, Concept]
) -> Iterator[Option]:
    for subject in _subjects(clause, claim, copy.lexicon, concepts):
        for concept in _concepts(clause, subject, copy, concepts):
            yield Option(Amendment(subject.id, "concept", concept), place, 0)
        words = _evidence_tokens(clause, subject)
        for phrase in phrases(clause.view, copy.lexicon):
            if not words or any(phrase.first <= at < phrase.last for at in words):
                yield Option(Amendment(subject.id, "aliases", phrase.text), place, len(phrase.stems))


def _subjects(clause: Considered, claim: Claim, lexicon: Lexicon, concepts: Mapping[str, Concept]) -> list[Subject]:
    """Give whom the clause may mean: the one that it is linked to weakly, else those that came nearest, else those akin to its wordings."""
    if claim.subject is not None:
        return [lexicon.subjects[claim.subject]]
    near = [evidence.subject for evidence, _ in clause.scored[:MOST_SUBJECTS] if evidence.subject.type == "capability"]
    akin = [subject for match in clause.view.wordings for subject in _akin(concepts.get(match.concept), clause, lexicon)]
    return list({subject.id: subject for subject in (*near, *akin)}.values())[:MOST_SUBJECTS]


def _akin(concept: Concept | None, clause: Considered, lexicon: Lexicon) -> list[Subject]:
    """Give the capabilities whose names share a telling word with a concept's, those that share most first."""
    if concept is None:
        return []
    stems = {stem for name in concept.names for stem in stems_of(name)}
    shared = {
        subject.id: sum(weight for stem in stems & _own_stems(subject) if (weight := lexicon.weight(stem)) >= TELLING)
        for subject in lexicon.subjects.values()
        if subject.type == "capability" and in_question(subject, clause.view.products)
    }
    return [lexicon.subjects[identifier] for identifier in sorted(shared, key=lambda key: -shared[key]) if shared[identifier]]


def _own_stems(subject: Subject) -> set[str]:
    return {stem for term in subject.terms for stem in term.stems}


def _concepts(clause: Considered, subject: Subject, copy: Copy, concepts: Mapping[str, Concept]) -> Iterator[str]:
    """Yield concepts whose wordings stand in the clause, which no subject has, and which a capability without one could take."""
    if subject.type != "capability" or subject.concept is not None:
        return
    passed_over = {*language_data("products")["no-features"], *language_data("products")["marks"], *copy.lexicon.by_concept}
    for match in clause.view.wordings:
        if match.concept not in passed_over and subject in _akin(concepts.get(match.concept), clause, copy.lexicon):
            yield match.concept


def _evidence_tokens(clause: Considered, subject: Subject) -> frozenset[int]:
    """Give the tokens that already speak for a subject: its new name should hold one of them."""
    words = dict(clause.view.words)
    for evidence, _ in clause.scored:
        if evidence.subject.id == subject.id:
            return frozenset(words[at].token for at in evidence.words if at in words)
    return frozenset()


def _within(clause: Considered, claim: Claim) -> bool:
    start, end = clause.place
    return min(end, claim.end) > max(start, claim.start)
