"""Names that the manifest lacks, as a patch: what each stands on in comments, then a diff that `git apply` and `patch` take."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from pathlib import PurePath

from claimlint import __version__
from claimlint.counting import counted
from claimlint.proposal import Occurrence, Proposal, Suggestions
from claimlint.reports.differences import difference, is_elsewhere
from claimlint.reports.excerpt import printable

KEYS = {"aliases": "alias", "concept": "concept"}
MOST_REMAINING = 10
LONGEST = 80

FORMAT_VERSION = 1


def render_patch(suggestions: Suggestions) -> str:
    """Give the proposals as comments and a unified diff; without proposals there are comments only."""
    lines = [f"# {line}".rstrip() for line in _comments(suggestions)]
    return "".join(f"{line}\n" for line in lines) + patch(suggestions)


def render_json(suggestions: Suggestions) -> str:
    """Give the proposals, what they stand on, and the patch, as JSON."""
    found = {
        "version": FORMAT_VERSION,
        "tool": {"name": "claimlint", "version": __version__},
        "documents": suggestions.documents,
        "claims": suggestions.claims,
        "proposals": [asdict(proposal) for proposal in suggestions.proposals],
        "unplaced": [asdict(proposal) for proposal in suggestions.unplaced],
        "remaining": [asdict(claim) for claim in suggestions.remaining],
        "not_checked": [{"path": path, "reason": reason} for path, reason in suggestions.unread],
        "patch": patch(suggestions),
    }
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"


PROPOSAL_FORMATS: Mapping[str, Callable[[Suggestions], str]] = {"patch": render_patch, "json": render_json}


def patch(suggestions: Suggestions) -> str:
    """Give the changes of all files as one unified diff; line ends are those of the files."""
    return "".join(difference(change.path, change.before, change.after) for change in suggestions.changes)


def _comments(suggestions: Suggestions) -> Iterator[str]:
    yield _headline(suggestions)
    for path, reason in suggestions.unread:
        yield f"Not read: {path}: {printable(reason)}"
    for proposal in suggestions.proposals:
        yield from ("", *_proposal(proposal))
    for proposal in suggestions.unplaced:
        yield from ("", *_proposal(proposal), "  Write it by hand: the entry shares its lines with another one.")
    if suggestions.remaining:
        yield from ("", "Promises that no name would link; the manifest may lack what they promise:", *_shortened(suggestions.remaining))
    folders = dict.fromkeys(PurePath(change.path).parent.as_posix() for change in suggestions.changes if is_elsewhere(change.path))
    for folder in folders:
        yield from ("", f"Apply the patch in {folder}.")


def _headline(suggestions: Suggestions) -> str:
    every = (*suggestions.proposals, *suggestions.unplaced)
    linked = len({(gain.path, gain.position) for proposal in every for gain in proposal.gains})
    claims = f"{counted(suggestions.claims, 'claim', 'claims')} of {counted(suggestions.documents, 'document', 'documents')}"
    if not suggestions.claims:
        return f"No proposals: no claim of {counted(suggestions.documents, 'document', 'documents')} is unlinked or linked weakly."
    if not every:
        return f"No proposals: {claims} unlinked or linked weakly; no name would link them without changing other links."
    return f"{counted(len(every), 'proposal', 'proposals')} for {linked} of {claims} that are unlinked or linked weakly."


def _proposal(proposal: Proposal) -> Iterator[str]:
    amendment = proposal.amendment
    claims = counted(len(proposal.gains), "claim", "claims")
    yield f"{amendment.entry}: {KEYS[amendment.key]} “{printable(amendment.text)}” links {claims} (score before -> after)"
    yield from (f"  {_place(gain)}  {_change(gain)}  {_words(gain)}" for gain in proposal.gains)
    if proposal.further:
        yield f"  and makes claims of {counted(len(proposal.further), 'clause', 'clauses')} that was none:"
        yield from (f"  {_place(each)}  {each.after:.2f}  {_words(each)}" for each in proposal.further)


def _shortened(claims: tuple[Occurrence, ...]) -> Iterator[str]:
    yield from (f"  {_place(claim)}  {_words(claim)}" for claim in claims[:MOST_REMAINING])
    if len(claims) > MOST_REMAINING:
        yield f"  and {len(claims) - MOST_REMAINING} more; --format json lists them all"


def _place(occurrence: Occurrence) -> str:
    return f"{occurrence.path}:{occurrence.position.line}:{occurrence.position.column}"


def _change(gain: Occurrence) -> str:
    before = "unlinked" if gain.subject is None else f"{gain.score:.2f}"
    return f"{before} -> {gain.after:.2f}"


def _words(occurrence: Occurrence) -> str:
    words = printable(" ".join(occurrence.text.split()))
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
