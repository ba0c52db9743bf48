"""Consequences: what a change of the manifest does to copy. Copy is parsed once, then linked and judged by both manifests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from claimlint.configuration.model import Settings
from claimlint.consequence import Comparison, Consequence, Side
from claimlint.consequences.effects import consequences_of
from claimlint.consequences.outcome import exit_status
from claimlint.consequences.sides import Benches, benches_of, manifests_of
from claimlint.finding import CheckedDocument
from claimlint.judging import report_on
from claimlint.opening import Opened, Progress, link_one, open_document, parse_together
from claimlint.sources.discovery import Discovered
from claimlint.timing import Stopwatch

__all__ = ["compare", "exit_status"]


def compare(
    old: Sequence[str], new: Sequence[str], documents: Sequence[Discovered] | None, as_of: date, progress: Progress = iter
) -> Comparison:
    """Compare two manifests, and what they make of documents, each under its own configuration in all else.

    old, new: the files that each is merged from, REV:path for a file of a git revision. documents: None compares the manifests alone.
    progress: as for `claimlint.check.check`.

    Raises InputError with everything that is wrong with either manifest, and for rules, a baseline or a language model that is wrong or
    missing; a document that cannot be read is part of the outcome, with its reason.
    """
    sides = manifests_of(old, new)
    before, after = Side(sides.old.manifest.files), Side(sides.new.manifest.files)
    if documents is None:
        return Comparison(before, after, as_of.isoformat(), sides.changes)
    benches = benches_of(sides, {id(document.configuration): document.configuration for document in documents})
    opened, unread = _opened(progress(documents), benches, Settings(as_of))
    found = _consequences(opened, Settings(as_of))
    return Comparison(before, after, as_of.isoformat(), sides.changes, found, len(opened), unread)


_Both = tuple[Benches, Opened, Opened]
"""A document as both manifests link it, the older one first."""


def _opened(
    documents: Iterable[Discovered], benches: dict[int, Benches], settings: Settings
) -> tuple[list[_Both], tuple[tuple[str, str], ...]]:
    opened: list[_Both] = []
    unread: list[tuple[str, str]] = []
    for each in documents:
        document, reason = open_document(each)
        if document is None:
            unread.append((each.reported, reason))
            continue
        both = benches[id(each.configuration)]
        (parsed,), in_folder = parse_together([document], both.new), each.configuration.relative(each.path)
        old, new = (link_one(parsed, each.channel, bench, settings, in_folder) for bench in (both.old, both.new))
        opened.append((both, old, new))
    return opened, tuple(unread)


def _consequences(opened: Sequence[_Both], settings: Settings) -> tuple[Consequence, ...]:
    configurations = [both.configuration for both, _, _ in opened]
    before = report_on([old for _, old, _ in opened], configurations, settings, Stopwatch()).documents
    after = report_on([new for _, _, new in opened], configurations, settings, Stopwatch()).documents
    return tuple(
        consequence
        for (both, _, _), old, new in zip(opened, before, after, strict=True)
        if _is_checked(both, new)
        for consequence in consequences_of(old, new, both)
    )


def _is_checked(benches: Benches, document: CheckedDocument) -> bool:
    """Tell whether copy on the channel of a document is judged at all."""
    return benches.new.rules.policy.channels[document.channel].checked
