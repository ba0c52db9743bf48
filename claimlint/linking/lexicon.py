"""The manifest as a lexicon: what can be spoken of, under which terms, and how telling each word is."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from claimlint.language.data import language_data
from claimlint.linking.words import Word, parts_of, stems_of
from claimlint.manifest.model import Capability, Certification, Limit, Manifest
from claimlint.vocabulary import Concept, Wordings, compile_wordings, concepts_by_name, matching_concept

_LONGEST_TERM = 8
_GENERIC_WEIGHT = 0.15
_KIND_OF = 0.6

SubjectType = Literal["capability", "certification"]


@dataclass(frozen=True, slots=True)
class Term:
    """One way to name a subject: the stems of its words."""

    stems: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Subject:
    """A capability or certification as something that copy can speak of. products: empty where it holds for all.

    fit: how well its concept fits: 1 where it bears the concept's own name or was given it, less where the name says more ("light
    runtime" is a kind of battery life).
    """

    id: str
    type: SubjectType
    products: frozenset[str]
    terms: tuple[Term, ...]
    concept: str | None
    fit: float
    limits: Mapping[str, Limit]
    limit_stems: Mapping[str, frozenset[str]]
    order: int


@dataclass(frozen=True)
class Lexicon:
    """Subjects by id, by the joined stems of each of their terms, and by single stems; weights of stems; wordings of concepts.

    product_names: the products by the joined stems of their names; product_spellings: their names as they are written, without what
    is between their parts. ruled_out: wordings that must not be used, each with the capability that forbids it or None. reads_meaning:
    whether the language model is asked what clauses mean.
    """

    subjects: Mapping[str, Subject]
    by_term: Mapping[str, tuple[tuple[Subject, Term], ...]]
    by_stem: Mapping[str, tuple[Subject, ...]]
    by_concept: Mapping[str, tuple[Subject, ...]]
    weights: Mapping[str, float]
    wordings: Wordings
    products: tuple[str, ...] = ()
    product_names: Mapping[str, str] = field(default_factory=dict)
    product_spellings: frozenset[str] = frozenset()
    ruled_out: tuple[tuple[str, str | None], ...] = ()
    reads_meaning: bool = True

    def weight(self, stem: str) -> float:
        """How telling a stem is: high where few subjects have it and it is no everyday word."""
        return self.weights.get(stem, 0.0)

    def find_terms(self, words: Sequence[Word]) -> Iterable[tuple[int, int, tuple[tuple[Subject, Term], ...]]]:
        """Yield (first, last exclusive, what is named) wherever a whole term stands, however it is spaced or hyphenated."""
        for first in range(len(words)):
            joined = ""
            for last in range(first, min(first + _LONGEST_TERM, len(words))):
                joined += words[last].stem
                if joined in self.by_term:
                    yield first, last + 1, self.by_term[joined]


def build_lexicon(
    manifest: Manifest, concepts: Mapping[str, Concept], before: Lexicon | None = None, changed: Collection[str] = ()
) -> Lexicon:
    """Make the lexicon of a manifest; each capability takes the concept that it names or that its names match.

    before: the lexicon of the same manifest without a change to the entries with the ids `changed`; it saves most of the work.
    """
    concept_by_name = concepts_by_name(concepts.values())
    entries: list[Capability | Certification] = [*manifest.capabilities.values(), *manifest.certifications.values()]
    subjects = {
        entry.id: before.subjects[entry.id] if before and entry.id not in changed else _subject(entry, order, concepts, concept_by_name)
        for order, entry in enumerate(entries)
    }
    by_term: dict[str, list[tuple[Subject, Term]]] = {}
    by_stem: dict[str, list[Subject]] = {}
    by_concept: dict[str, list[Subject]] = {}
    for subject in subjects.values():
        for term in subject.terms:
            by_term.setdefault("".join(term.stems), []).append((subject, term))
        for stem in sorted({stem for term in subject.terms for stem in term.stems}):
            by_stem.setdefault(stem, []).append(subject)
        if subject.concept:
            by_concept.setdefault(subject.concept, []).append(subject)
    return Lexicon(
        subjects,
        {key: tuple(values) for key, values in by_term.items()},
        {key: tuple(values) for key, values in by_stem.items()},
        {key: tuple(values) for key, values in by_concept.items()},
        _weights(subjects.values(), [name for product in manifest.products.values() for name in (product.name, *product.aliases)]),
        before.wordings if before else compile_wordings(concepts.values()),
        tuple(manifest.products),
        _product_names(manifest),
        frozenset("".join(parts_of(name)) for product in manifest.products.values() for name in (product.name, *product.aliases)),
        _ruled_out(manifest),
    )


def _product_names(manifest: Manifest) -> dict[str, str]:
    """Give the products by the joined stems of their names; a name that two products share is the first one's."""
    names: dict[str, str] = {}
    for product in manifest.products.values():
        for name in (product.name, *product.aliases):
            names.setdefault("".join(stems_of(name)), product.id)
    return names


def _ruled_out(manifest: Manifest) -> tuple[tuple[str, str | None], ...]:
    forbidden = [(wording, capability.id) for capability in manifest.capabilities.values() for wording in capability.wording.forbidden]
    return (*((wording, None) for wording in manifest.not_claimed), *forbidden)


def _subject(entry: Capability | Certification, order: int, concepts: Mapping[str, Concept], concept_by_name: Mapping[str, str]) -> Subject:
    names = (entry.name, *entry.aliases)
    terms = tuple({stems: Term(stems, name) for name in names if (stems := stems_of(name))}.values())
    if isinstance(entry, Certification):
        concept = matching_concept(names, concept_by_name)
        return Subject(entry.id, "certification", frozenset(entry.products), terms, concept, _fit(names, concept, concepts), {}, {}, order)
    concept = entry.concept or matching_concept(names, concept_by_name)
    limit_stems = {name: frozenset(stems_of(name)) for name in entry.limits}
    fit = 1.0 if entry.concept else _fit(names, concept, concepts)
    return Subject(entry.id, "capability", frozenset(entry.products), terms, concept, fit, entry.limits, limit_stems, order)


def _fit(names: Sequence[str], concept: str | None, concepts: Mapping[str, Concept]) -> float:
    if concept is None:
        return 0.0
    own = {"".join(stems_of(name)) for name in concepts[concept].names}
    return 1.0 if any("".join(stems_of(name)) in own for name in names) else _KIND_OF


def _weights(subjects: Iterable[Subject], products: Iterable[str]) -> dict[str, float]:
    """Weigh stems by how few subjects use them (inverse document frequency); everyday words and product names count little."""
    generic = {stem for word in (*language_data("everyday")["words"], *products) for stem in stems_of(word)}
    names: Counter[str] = Counter()
    total = 0
    for subject in subjects:
        total += 1
        names.update({stem for term in subject.terms for stem in term.stems})
    weights = {}
    for stem, count in names.items():
        if (len(stem) < 2 and not stem.isdigit()) or stem in generic:
            weights[stem] = _GENERIC_WEIGHT
        elif stem.replace(".", "").isdigit() and len(stem) < 3:
            weights[stem] = _GENERIC_WEIGHT
        else:
            weights[stem] = max(0.3, math.log((total + 1) / count) / math.log(total + 1))
    return weights
