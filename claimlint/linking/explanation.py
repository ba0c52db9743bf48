"""Why each claim is linked as it is, what came second, and why other clauses are no claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from claimlint.claim import LANGUAGE_KINDS, Claim
from claimlint.document import Source
from claimlint.explanation import Explanation, Reason, Rival
from claimlint.linking.evidence import Evidence, evidence_for
from claimlint.linking.lexicon import Lexicon
from claimlint.linking.link import chosen, table_for
from claimlint.linking.score import Weights, score
from claimlint.linking.signals import SIGNALS
from claimlint.linking.views import ClauseView

RULED_OUT = "the manifest rules these words out"
OFFER = "the words offer the product itself"
UNANSWERED_MARK = "it is a mark or certificate that the manifest does not have"
UNKNOWN = "it promises something concrete, and no subject of the manifest comes near enough"
BY_ITS_WORDS = "its words claim this by themselves, whatever capability they speak of"
NUMBERS_ASIDE = "its numbers go on about the subject of the clause before"
NOTHING_SHARED = "no word, number or wording in it points to anything in the manifest"
TOO_WEAK = "nothing in the manifest comes near enough"


@dataclass(frozen=True)
class Considered:
    """A clause, every subject that something speaks for with how sure it is by the weights of a table, and those that were taken.

    beside: what the language model says of subjects where it was not asked for the link, empty elsewhere.
    """

    view: ClauseView
    scored: tuple[tuple[Evidence, float], ...]
    taken: tuple[tuple[Evidence, float], ...]
    table: Weights
    beside: tuple[tuple[Evidence, float], ...] = ()

    @property
    def place(self) -> tuple[int, int]:
        """The source range of the clause."""
        return self.view.block.source_map.source_range(self.view.start, self.view.stop)


def considered(clauses: Iterable[Sequence[ClauseView]], lexicon: Lexicon, table: Weights | None = None) -> Iterator[Considered]:
    """Look at each clause of each sentence again, as `link` does; one that promises nothing has no subjects."""
    for views in clauses:
        for view in views:
            own = table or table_for(view)
            found = evidence_for(view, lexicon) if view.clause.promise else []
            scored = sorted(((evidence, score(evidence.signals, own)) for evidence in found), key=lambda entry: -entry[1])
            yield Considered(view, tuple(scored), tuple(chosen(view, lexicon, own) if found else ()), own)


def explained(clauses: Iterable[Considered], claims: Sequence[Claim], source: Source, lexicon: Lexicon) -> tuple[Explanation, ...]:
    """Explain the claims of a document, and each of its clauses that holds none, in the order of their places.

    clauses: of the whole document, from `considered`. claims: those that were made of the same blocks. source: the document's.
    """
    by_block: dict[int, tuple[list[Considered], list[Claim]]] = {}
    for clause in clauses:
        by_block.setdefault(id(clause.view.block), ([], []))[0].append(clause)
    for claim in claims:
        by_block[id(claim.block)][1].append(claim)
    found: list[Explanation] = []
    for near, own in by_block.values():
        found.extend(_of_claim(claim, near, lexicon) for claim in own)
        passed_over = (clause for clause in near if not any(_overlap(clause, claim) for claim in own))
        found.extend(_of_clause(clause, source) for clause in passed_over)
    return tuple(sorted(found, key=lambda each: (each.start, each.end, each.claim is None)))


def reasons(signals: Mapping[str, float], table: Weights) -> tuple[Reason, ...]:
    """Give the signals that weigh anything, those for the link first, the strongest first."""
    found = [Reason(name, SIGNALS.get(name, name), value, table.signals.get(name, 0.0)) for name, value in signals.items()]
    return tuple(sorted((reason for reason in found if reason.contribution), key=lambda reason: (-reason.contribution, reason.signal)))


def _of_claim(claim: Claim, clauses: Sequence[Considered], lexicon: Lexicon) -> Explanation:
    near = [clause for clause in clauses if _overlap(clause, claim)]
    explanation = Explanation(claim, claim.path, claim.start, claim.end, claim.text)
    links = [
        (certainty, evidence, clause) for clause in near for evidence, certainty in clause.taken if evidence.subject.id == claim.subject
    ]
    if links and claim.kind != "availability":
        _, evidence, clause = max(links, key=lambda link: link[0])
        return replace(explanation, reasons=reasons(evidence.signals, clause.table), second=_second(clause))
    second = max((rival for clause in near if (rival := _second(clause))), key=lambda rival: rival.score, default=None)
    return replace(explanation, ground=_ground(claim, lexicon), second=second)


def _ground(claim: Claim, lexicon: Lexicon) -> str:
    """Say what made a claim that no signals made."""
    if claim.kind in LANGUAGE_KINDS:
        return BY_ITS_WORDS
    if claim.kind == "availability":
        return OFFER
    if claim.matched == "name" and claim.score == 1.0 and any(subject == claim.subject for _, subject in lexicon.ruled_out):
        return RULED_OUT
    if claim.subject is not None:
        return NUMBERS_ASIDE
    return UNANSWERED_MARK if claim.kind == "certification" else UNKNOWN


def _of_clause(clause: Considered, source: Source) -> Explanation:
    start, end = clause.place
    ground = clause.view.clause.reason or (TOO_WEAK if clause.scored else NOTHING_SHARED)
    return Explanation(None, source.path, start, end, source.text[start:end], ground, second=_second(clause))


def _second(clause: Considered) -> Rival | None:
    """Give the surest subject that was not taken, and why it was not."""
    taken = {evidence.subject.id for evidence, _ in clause.taken}
    for evidence, certainty in clause.beside or clause.scored:
        if evidence.subject.id not in taken:
            return Rival(evidence.subject.id, round(certainty, 4), _why_not(evidence, certainty, clause))
    return None


def _why_not(evidence: Evidence, certainty: float, clause: Considered) -> str:
    if certainty < clause.table.threshold:
        return f"a link counts from {clause.table.threshold:g}"
    winner = next((taken.subject.id for taken, _ in clause.taken if evidence.words and evidence.words <= taken.words), None)
    return f"its words already speak for {winner}" if winner else "other subjects have taken all that speaks for it"


def _overlap(clause: Considered, claim: Claim) -> bool:
    start, end = clause.place
    return min(end, claim.end) > max(start, claim.start)
