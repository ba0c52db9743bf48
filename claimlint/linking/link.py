"""Linking: from the clauses of a document to claims about the subjects of the manifest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimlint.claim import Claim, Kind, Matched, Polarity
from claimlint.language.data import language_data
from claimlint.linking.availability import availability_claims
from claimlint.linking.evidence import Evidence, evidence_for
from claimlint.linking.joining import joined, numbers_aside
from claimlint.linking.language_claims import language_claims, unsaid_by
from claimlint.linking.lexicon import Lexicon
from claimlint.linking.marks import unknown_marks
from claimlint.linking.ruled_out import ruled_out_claims
from claimlint.linking.score import Weights, score, weights
from claimlint.linking.spans import claim_span, source_claim
from claimlint.linking.unknown import unknown_claims
from claimlint.linking.unknown_signals import Outcome
from claimlint.linking.views import ClauseView, follows_not

_ALIKE = 0.1
"""Scores that are no further apart say nothing about which of two subjects is meant."""


def link(clauses: Iterable[Sequence[ClauseView]], lexicon: Lexicon, path: str = "", table: Weights | None = None) -> tuple[Claim, ...]:
    """Give the claims of a document in the order of their places.

    clauses: of each sentence, as `clauses_of` gives them. table: weights in place of those that ship. Offsets are those of the source
    by the map of each block. A clause gives one claim for each subject.
    """
    sentences = [tuple(views) for views in clauses]
    claims, outcomes = linked_claims(sentences, lexicon, path, table)
    linked = {id(outcome.view.sentence) for outcome in outcomes if outcome.linked}
    worded = [
        claim
        for views in filter(None, sentences)
        for claim in language_claims(views, lexicon, path, linked=id(views[0].sentence) in linked)
    ]
    claims.extend(worded)
    claims.extend(unsaid_by(worded, unknown_claims(outcomes, lexicon, path)))
    return tuple(sorted(claims, key=lambda claim: (claim.start, claim.end, claim.subject or "")))


def linked_claims(
    clauses: Iterable[Sequence[ClauseView]], lexicon: Lexicon, path: str = "", table: Weights | None = None
) -> tuple[list[Claim], list[Outcome]]:
    """Give the claims of a document that something answers, and what became of each clause that may promise something."""
    claims: list[Claim] = []
    outcomes: list[Outcome] = []
    for views in clauses:
        outcomes.extend(Outcome(view, False, 0.0) for view in views if not view.sentence.parsed)
        promising = [view for view in views if view.clause.promise]
        found, made = _claims_of(promising, lexicon, path, table)
        claims.extend(joined(found))
        outcomes.extend(made)
    return claims, outcomes


def table_for(view: ClauseView) -> Weights:
    """Give the weights that ship for a clause: those with meaning where the language model was asked about it."""
    return weights(view.near is not None)


def _claims_of(views: Sequence[ClauseView], lexicon: Lexicon, path: str, given: Weights | None) -> tuple[list[Claim], list[Outcome]]:
    """Give the claims of a sentence's clauses; a clause that is linked to nothing may add numbers to the one before it."""
    claims: list[Claim] = []
    outcomes: list[Outcome] = []
    before: list[tuple[Evidence, float]] = []
    for view in views:
        table = given or table_for(view)
        scored = _scored(view, lexicon, table)
        linked = _chosen(scored, table) or numbers_aside(view, before)
        before = linked or before
        own = [_claim(view, evidence, certainty, path) for evidence, certainty in linked]
        own.extend(availability_claims(view, lexicon, path))
        own.extend(unknown_marks(view, lexicon, path))
        own.extend(ruled_out_claims(view, frozenset(evidence.subject.id for evidence, _ in linked), lexicon, path))
        claims.extend(own)
        outcomes.append(Outcome(view, bool(own), max((certainty for _, certainty in scored), default=0.0)))
    return claims, outcomes


def chosen(view: ClauseView, lexicon: Lexicon, table: Weights) -> list[tuple[Evidence, float]]:
    """Choose the subjects that a clause speaks of, with how sure each is: the surest first, each with evidence of its own."""
    return _chosen(_scored(view, lexicon, table), table)


def _scored(view: ClauseView, lexicon: Lexicon, table: Weights) -> list[tuple[Evidence, float]]:
    return [(evidence, score(evidence.signals, table)) for evidence in evidence_for(view, lexicon)]


def _chosen(scored: Sequence[tuple[Evidence, float]], table: Weights) -> list[tuple[Evidence, float]]:
    surest: dict[frozenset[int], float] = {}
    for evidence, certainty in scored:
        surest[evidence.words] = max(certainty, surest.get(evidence.words, 0.0))

    def rank(entry: tuple[Evidence, float]) -> tuple[float, float, float, int]:
        """The surest first; where two subjects with the same evidence are about as sure, the one that bears the concept's name."""
        evidence, certainty = entry
        best = surest[evidence.words]
        alike = bool(evidence.words) and best - certainty < _ALIKE
        return -(best if alike else certainty), -evidence.subject.fit, -certainty, evidence.subject.order

    taken: set[int] = set()
    numbers: set[int] = set()
    kept: list[tuple[Evidence, float]] = []
    for evidence, certainty in sorted(scored, key=rank):
        own = evidence.words - taken
        values = tuple(speaking for speaking in evidence.values if speaking.value.start not in numbers)
        if (
            _shared(evidence, certainty, scored) < table.threshold
            or (evidence.words and not own)
            or (not evidence.words and not values and kept)
        ):
            continue
        kept.append((replace(evidence, values=values), certainty))
        taken |= evidence.words
        numbers |= {speaking.value.start for speaking in values}
    return kept


def _shared(evidence: Evidence, certainty: float, scored: Sequence[tuple[Evidence, float]]) -> float:
    """How sure it is that one of the subjects with just this evidence is meant: what leaves their choice open makes a claim no weaker."""
    if not evidence.words:
        return certainty
    return sum(other_certainty for other, other_certainty in scored if other.words == evidence.words)


def _claim(view: ClauseView, evidence: Evidence, certainty: float, path: str) -> Claim:
    subject = evidence.subject
    start, stop = claim_span(view, evidence)
    values = tuple(speaking.value for speaking in evidence.values)
    kind: Kind = "certification" if subject.type == "certification" else "value" if values else "feature"
    product = next((product for product in view.products.products if not subject.products or product in subject.products), None)
    return source_claim(
        view,
        start,
        stop,
        path=path,
        subject=subject.id,
        product=product,
        kind=kind,
        polarity=_polarity(view, evidence),
        matched=_matched(evidence),
        score=round(certainty, 4),
        values=values,
    )


def _matched(evidence: Evidence) -> Matched:
    if evidence.signals.get("name") or evidence.signals.get("coverage"):
        return "name"
    if evidence.signals.get("meaning-alone"):
        return "meaning"
    return "vocabulary" if evidence.wording is not None else "unit"


def _polarity(view: ClauseView, evidence: Evidence) -> Polarity:
    """Denied where the words that name the subject are; a wording that holds its own "no" or "without" affirms."""
    words = [word for at, word in view.words if at in evidence.words]
    if evidence.subject.type == "certification" and words and follows_not(view, words[0].token):
        return "negated"
    denied = [word for word in words if view.sentence.tokens[word.token].negated]
    if not words or len(denied) * 2 < len(words):
        return "affirmed"
    if evidence.wording is not None and not evidence.signals.get("coverage"):
        inside = view.sentence.tokens[evidence.wording.start : evidence.wording.stop]
        if any(token.lower in language_data("polarity")["denials"] for token in inside):
            return "affirmed"
    return "negated"
