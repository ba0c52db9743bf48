"""Whether a phrase would make a good name for a subject, by its words and by how the copy uses it elsewhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from claimlint.linking.candidates import TELLING, in_question
from claimlint.linking.clauses import clauses_of
from claimlint.linking.explanation import Considered, considered
from claimlint.linking.lexicon import Lexicon, Subject
from claimlint.linking.products import ProductContext
from claimlint.proposals.copy import Copy
from claimlint.proposals.phrases import Phrase, phrases
from claimlint.proposals.trial import WEAK

MOSTLY = 2 / 3
"""The share of the sure links beside a phrase that must go to one subject, for the phrase to speak of it."""

OFTEN = 2
"""And so many there must be: once may be chance."""


def names(phrase: Phrase, subject: Subject, products: ProductContext, lexicon: Lexicon) -> bool:
    """Tell whether the words of a phrase allow it to be a name of the subject.

    A phrase that shares words with the subject's names must be a kind of it: it ends as one of them does ("camp light" is a light,
    "light switch" is none), and a noun says which; or it is one word of a name, written as proper names are ("KDE"). What shares
    words with another subject's names only is that one's.
    """
    own = own_stems(subject)
    for stem in phrase.stems:
        rivals = [other for other in lexicon.by_stem.get(stem, ()) if in_question(other, products)]
        if rivals and subject not in rivals and lexicon.weight(stem) >= TELLING:
            return False
    if own.isdisjoint(phrase.stems):
        return True
    if phrase.stems[-1] in {term.stems[-1] for term in subject.terms}:
        return bool(phrase.nouns - own) or len(phrase.stems) == 1
    return phrase.proper and len(phrase.stems) == 1


def own_stems(subject: Subject) -> frozenset[str]:
    """Give the stems of all names of a subject."""
    return frozenset(stem for term in subject.terms for stem in term.stems)


def usage(copy: Copy) -> Mapping[tuple[str, ...], str]:
    """Give the capability of which the copy speaks with a phrase: the one to which the clauses that hold it are surely linked."""
    counts: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for number, stretch in enumerate(copy.stretches):
        sure = {claim.subject for claim in copy.claims[number] if claim.score >= WEAK and claim.kind in ("feature", "value")}
        if not sure:
            continue
        for clause in considered(clauses_of([stretch.spoken], copy.lexicon), copy.lexicon):
            for subject in _surely_linked(clause):
                for stems in {phrase.stems for phrase in phrases(clause.view, copy.lexicon)}:
                    counts[stems][subject] += 1
    return {stems: found for stems, subjects in counts.items() if (found := _one(subjects))}


def _surely_linked(clause: Considered) -> list[str]:
    return [evidence.subject.id for evidence, certainty in clause.taken if certainty >= WEAK and evidence.subject.type == "capability"]


def _one(subjects: Counter[str]) -> str | None:
    ((subject, most),) = subjects.most_common(1)
    return subject if most >= max(OFTEN, MOSTLY * sum(subjects.values())) else None
