"""Which names the manifest lacks: from open claims to proposals that have been tried, and to patches of its files."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from claimlint.bench import vocabulary
from claimlint.extraction import ParsedDocument
from claimlint.linking.words import stems_of
from claimlint.manifest.amending import file_changes
from claimlint.manifest.model import Manifest
from claimlint.proposal import Amendment, Occurrence, Proposal, Suggestions
from claimlint.proposals.copy import Copy, copy_of
from claimlint.proposals.options import ClaimPlace, Option, open_claims, options
from claimlint.proposals.trial import is_open, occurrence, tried

MOST_TRIALS = 400
"""So many amendments are tried at most: the best come first."""

RECURRING = 2
"""So many claims must share a phrase for which nothing else speaks."""


def suggest(documents: Sequence[ParsedDocument], manifest: Manifest, texts: Mapping[str, str], at_least: int = 1) -> Suggestions:
    """Propose aliases and concepts that would link claims which are unlinked or linked weakly.

    texts: the decoded manifest files by path. at_least: how many claims a proposal must link. The same documents and manifest
    give the same proposals.
    """
    copy = copy_of(documents, manifest)
    claims = len(open_claims(copy))
    proposals = _proposals(copy, at_least)
    changes, unplaced = file_changes(manifest, texts, [proposal.amendment for proposal in proposals])
    return Suggestions(
        proposals=tuple(proposal for proposal in proposals if proposal.amendment not in unplaced),
        unplaced=tuple(proposal for proposal in proposals if proposal.amendment in unplaced),
        changes=changes,
        remaining=_remaining(copy, proposals),
        claims=claims,
        documents=len(documents),
    )


def _remaining(copy: Copy, proposals: Sequence[Proposal]) -> tuple[Occurrence, ...]:
    """Give the claims that are linked to nothing, and that no proposal links."""
    gained = {(gain.path, gain.position.offset) for proposal in proposals for gain in proposal.gains}
    claims = ((copy.stretches[number], claim) for number in copy.claims for claim in copy.claims[number] if is_open(claim))
    found = (occurrence(stretch, claim, None, 0.0) for stretch, claim in claims if claim.subject is None)
    return tuple(each for each in found if (each.path, each.position.offset) not in gained)


@dataclass(frozen=True)
class _Ranked:
    """An amendment, the claims that it may link, and whether more than its recurrence speaks for it."""

    amendment: Amendment
    claims: tuple[ClaimPlace, ...]
    telling: bool


def _proposals(copy: Copy, at_least: int) -> list[Proposal]:
    """Take the amendments that link most claims, one after the other, each tried on top of those before it."""
    found: list[Proposal] = []
    covered: set[tuple[str, int]] = set()
    for ranked in _ranked(options(copy, vocabulary()))[:MOST_TRIALS]:
        places = {(copy.stretches[number].path, start) for number, start, _ in ranked.claims}
        if places <= covered or _has_one(copy, ranked.amendment):
            continue
        trial = tried(copy, ranked.amendment)
        if not trial.succeeds or len(trial.gains) < (at_least if ranked.telling else max(at_least, RECURRING)):
            continue
        copy = trial.copy
        covered |= {(gain.path, gain.position.offset) for gain in trial.gains}
        found.append(Proposal(ranked.amendment, trial.gains, trial.further))
    return found


def _has_one(copy: Copy, amendment: Amendment) -> bool:
    """Tell whether an entry that would be given a concept has been given one already."""
    return amendment.key == "concept" and copy.manifest.capabilities[amendment.entry].concept is not None


def _ranked(found: Iterable[Option]) -> list[_Ranked]:
    """Order amendments: those that may link most claims first, then concepts, then phrases of two or three words.

    Spellings of the same stems are one amendment, as they are most often written.
    """
    groups: dict[tuple[str, str, str], list[Option]] = defaultdict(list)
    for option in found:
        amendment = option.amendment
        text = amendment.text if amendment.key == "concept" else "".join(stems_of(amendment.text))
        groups[amendment.entry, amendment.key, text].append(option)
    ranked = []
    for key, group in groups.items():
        claims = tuple(dict.fromkeys(option.claim for option in group))
        order = (-len(claims), key[1] != "concept", _awkwardness(group[0].words), claims[0], key)
        spelling = _usual(Counter(option.amendment.text for option in group))
        telling = any(option.telling for option in group)
        ranked.append((order, _Ranked(replace(group[0].amendment, text=spelling), claims, telling)))
    return [entry for _, entry in sorted(ranked, key=lambda entry: entry[0])]


def _awkwardness(words: int) -> int:
    """Two or three words make a good name; one says little, four are half a sentence."""
    return 0 if words in (2, 3) else 1


def _usual(spellings: Counter[str]) -> str:
    """Give the spelling that stands most often; of equals the one with the fewest capitals, so that a heading's are not taken."""
    return min(spellings, key=lambda text: (-spellings[text], sum(map(str.isupper, text)), text))
