"""Which names the manifest lacks: from open claims to proposals that have been tried, and to patches of its files."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from claimlint.bench import vocabulary
from claimlint.check import ParsedDocument
from claimlint.linking.words import stems_of
from claimlint.manifest.amending import file_changes
from claimlint.manifest.model import Manifest
from claimlint.proposal import Amendment, Proposal, Suggestions
from claimlint.proposals.copy import Copy, copy_of
from claimlint.proposals.options import Option, open_claims, options
from claimlint.proposals.trial import tried

MOST_TRIALS = 400
"""So many amendments are tried at most: the best come first."""


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
        claims=claims,
        documents=len(documents),
    )


def _proposals(copy: Copy, at_least: int) -> list[Proposal]:
    """Take the amendments that link most claims, one after the other, each tried on top of those before it."""
    found: list[Proposal] = []
    covered: set[tuple[str, int]] = set()
    for amendment, claims in _ranked(options(copy, vocabulary()))[:MOST_TRIALS]:
        places = {(copy.stretches[number].path, start) for number, start, _ in claims}
        if places <= covered or amendment.entry in _amended_concept(found, amendment):
            continue
        trial = tried(copy, amendment)
        if not trial.succeeds or len(trial.gains) < at_least:
            continue
        copy = trial.copy
        covered |= {(gain.path, gain.position.offset) for gain in trial.gains}
        found.append(Proposal(amendment, trial.gains, trial.further))
    return found


def _amended_concept(found: Iterable[Proposal], amendment: Amendment) -> set[str]:
    """Give the entries that have been given a concept already, where the amendment would give one."""
    return {each.amendment.entry for each in found if each.amendment.key == amendment.key == "concept"}


def _ranked(found: Iterable[Option]) -> list[tuple[Amendment, tuple[tuple[int, int, int], ...]]]:
    """Give each amendment with the claims that it may link: those of most claims first, then phrases of two or three words.

    Spellings of the same stems are one amendment, as they are most often written.
    """
    claims: dict[tuple[str, str, str], dict[tuple[int, int, int], None]] = defaultdict(dict)
    spellings: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    words: dict[tuple[str, str, str], int] = {}
    for option in found:
        amendment = option.amendment
        text = amendment.text if amendment.key == "concept" else "".join(stems_of(amendment.text))
        key = (amendment.entry, amendment.key, text)
        claims[key][option.claim] = None
        spellings[key][amendment.text] += 1
        words[key] = option.words
    order = sorted(claims, key=lambda key: (-len(claims[key]), key[1] != "concept", _awkwardness(words[key]), min(claims[key]), key))
    return [(Amendment(key[0], key[1], _usual(spellings[key])), tuple(claims[key])) for key in order]  # type: ignore[arg-type]


def _awkwardness(words: int) -> int:
    """Two or three words make a good name; one says little, four are half a sentence."""
    return 0 if words in (2, 3) else 1


def _usual(spellings: Counter[str]) -> str:
    """Give the spelling that stands most often; of equals the one with the fewest capitals, so that a heading's are not taken."""
    return min(spellings, key=lambda text: (-spellings[text], sum(map(str.isupper, text)), text))
