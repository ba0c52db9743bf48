"""What could be proposed for an open claim: phrases as aliases, and concepts of the vocabulary, each for subjects that it may mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from claimlint.claim import Claim
from claimlint.language.data import language_data
from claimlint.linking.candidates import TELLING, in_question
from claimlint.linking.clauses import clauses_of
from claimlint.linking.explanation import Considered, considered
from claimlint.linking.lexicon import Lexicon, Subject
from claimlint.linking.words import stems_of
from claimlint.proposal import Amendment
from claimlint.proposals.copy import Copy
from claimlint.proposals.naming import names, own_stems, usage
from claimlint.proposals.phrases import phrases
from claimlint.proposals.trial import is_open
from claimlint.vocabulary import Concept

MOST_SUBJECTS = 3
"""So many subjects are thought of for a claim that is linked to none."""

ClaimPlace: TypeAlias = "tuple[int, int, int]"
"""The number of a claim's stretch, and its start and end in the source."""


@dataclass(frozen=True, slots=True)
class Option:
    """An amendment that could link a claim. words: how many the phrase has.

    telling: words of the subject or the way in which the copy uses the phrase speak for it; where nothing does, it must recur.
    """

    amendment: Amendment
    claim: ClaimPlace
    words: int
    telling: bool


def open_claims(copy: Copy) -> tuple[ClaimPlace, ...]:
    """Give the open claims."""
    return tuple(
        (number, claim.start, claim.end) for number in range(len(copy.stretches)) for claim in copy.claims[number] if is_open(claim)
    )


def options(copy: Copy, concepts: Mapping[str, Concept]) -> Iterator[Option]:
    """Yield what could be proposed for each open claim, in the order of the copy."""
    used = usage(copy)
    for number, stretch in enumerate(copy.stretches):
        wanting = [claim for claim in copy.claims[number] if is_open(claim)]
        if not wanting:
            continue
        for clause in considered(clauses_of([stretch.spoken], copy.lexicon), copy.lexicon):
            for claim in wanting:
                if _within(clause, claim):
                    place = (number, claim.start, claim.end)
                    yield from _concepts(clause, claim, place, copy, concepts)
                    yield from _aliases(clause, claim, place, copy.lexicon, used)


def _aliases(
    clause: Considered, claim: Claim, place: ClaimPlace, lexicon: Lexicon, used: Mapping[tuple[str, ...], str]
) -> Iterator[Option]:
    near = _subjects(clause, claim, lexicon)
    for phrase in phrases(clause.view, lexicon):
        by_use = lexicon.subjects.get(used.get(phrase.stems, ""))
        subjects = near if by_use is None or claim.subject not in (None, by_use.id) else [by_use, *near]
        for subject in {each.id: each for each in subjects}.values():
            words = _evidence_tokens(clause, subject)
            inside = any(phrase.first <= at < phrase.last for at in words)
            if (inside or not words) and names(phrase, subject, clause.view.products, lexicon):
                yield Option(Amendment(subject.id, "aliases", phrase.text), place, len(phrase.stems), inside or subject is by_use)


def _subjects(clause: Considered, claim: Claim, lexicon: Lexicon) -> list[Subject]:
    """Give whom a clause may mean: the subject that it is linked to weakly, else those that came nearest."""
    if claim.subject is not None:
        return [lexicon.subjects[claim.subject]]
    return [evidence.subject for evidence, _ in clause.scored[:MOST_SUBJECTS] if evidence.subject.type == "capability"]


def _evidence_tokens(clause: Considered, subject: Subject) -> frozenset[int]:
    """Give the tokens that already speak for a subject: its new name should hold one of them."""
    words = dict(clause.view.words)
    for evidence, _ in clause.scored:
        if evidence.subject.id == subject.id:
            return frozenset(words[at].token for at in evidence.words if at in words)
    return frozenset()


def _concepts(clause: Considered, claim: Claim, place: ClaimPlace, copy: Copy, concepts: Mapping[str, Concept]) -> Iterator[Option]:
    """Yield concepts whose wordings stand in the clause, which no subject has, and which a capability without one could take."""
    data = language_data("products")
    passed_over = {*data["no-features"], *data["marks"], *copy.lexicon.by_concept}
    for match in clause.view.wordings:
        if match.concept not in concepts or match.concept in passed_over:
            continue
        for subject in _akin(concepts[match.concept], clause, copy.lexicon):
            if claim.subject in (None, subject.id):
                yield Option(Amendment(subject.id, "concept", match.concept), place, 0, telling=True)


def _akin(concept: Concept, clause: Considered, lexicon: Lexicon) -> list[Subject]:
    """Give the capabilities without a concept which end as a name of this one does, and so are of its kind; none where several do."""
    heads = {stems_of(name)[-1] for name in concept.names if stems_of(name)}
    akin = [
        subject
        for subject in lexicon.subjects.values()
        if subject.type == "capability"
        and subject.concept is None
        and in_question(subject, clause.view.products)
        and any(term.stems[-1] in heads and lexicon.weight(term.stems[-1]) >= TELLING for term in subject.terms)
    ]
    weak = [subject for subject in lexicon.subjects.values() if _weakly_linked(clause, subject) and _shares_word(concept, subject, lexicon)]
    found = list({subject.id: subject for subject in (*akin, *weak)}.values())
    return found if len(found) == 1 else []


def _weakly_linked(clause: Considered, subject: Subject) -> bool:
    return subject.concept is None and any(evidence.subject.id == subject.id for evidence, _ in clause.taken)


def _shares_word(concept: Concept, subject: Subject, lexicon: Lexicon) -> bool:
    stems = {stem for name in concept.names for stem in stems_of(name)}
    return any(lexicon.weight(stem) >= TELLING for stem in stems & own_stems(subject))


def _within(clause: Considered, claim: Claim) -> bool:
    start, end = clause.place
    return min(end, claim.end) > max(start, claim.start)
