"""Proposals: names that the manifest lacks, found in copy whose claims are linked to nothing or weakly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from claimlint.bench import Bench, load_benches
from claimlint.extraction import ParsedDocument
from claimlint.opening import Progress, open_document, parse_together
from claimlint.proposal import Suggestions
from claimlint.proposals.proposing import suggest
from claimlint.sources.discovery import Discovered

__all__ = ["suggest", "suggest_for"]


def suggest_for(documents: Iterable[Discovered], at_least: int = 1, progress: Progress = iter) -> Suggestions:
    """Propose names for the manifests of documents, each under its own configuration.

    at_least: how many claims a proposal must link. progress: as for `claimlint.check.check`.

    Raises InputError as that does; a document that cannot be
    read is part of the outcome, with its reason.
    """
    discovered = list(documents)
    benches = load_benches({id(document.configuration): document.configuration for document in discovered})
    groups: dict[tuple[tuple[str, str], ...], tuple[Bench, list[ParsedDocument]]] = {}
    unread: list[tuple[str, str]] = []
    for each in progress(discovered):
        bench = benches[id(each.configuration)]
        document, reason = open_document(each)
        if document is None:
            unread.append((each.reported, reason))
        else:
            groups.setdefault(bench.manifest.files, (bench, []))[1].append(parse_together([document], bench)[0])
    return _together([_of_group(bench, found, at_least) for bench, found in groups.values()], tuple(unread))


def _of_group(bench: Bench, documents: Sequence[ParsedDocument], at_least: int) -> Suggestions:
    texts = {path: Path(path).read_bytes().decode("utf-8") for path, _ in bench.manifest.files}
    return suggest(documents, bench.manifest, texts, at_least)


def _together(found: Sequence[Suggestions], unread: tuple[tuple[str, str], ...]) -> Suggestions:
    return Suggestions(
        proposals=tuple(proposal for each in found for proposal in each.proposals),
        unplaced=tuple(proposal for each in found for proposal in each.unplaced),
        changes=tuple(change for each in found for change in each.changes),
        remaining=tuple(claim for each in found for claim in each.remaining),
        claims=sum(each.claims for each in found),
        documents=sum(each.documents for each in found),
        unread=unread,
    )
