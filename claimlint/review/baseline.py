"""Which findings a baseline excuses: each entry one finding, as long as the promise stays word for word the same."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from claimlint.baseline_entry import BaselineEntry
from claimlint.claim import Claim
from claimlint.finding import CheckedDocument, Finding
from claimlint.review.fingerprint import content_of, folded

LONGEST = 80
"""Characters of the claim's words that an entry shows."""

_SENTENCE_END = re.compile(r"[.!?][”’\"')\]]*\s")

IsGone = Callable[[str], bool]
"""Tells of a path, as entries have it, whether there is no such file any more."""


@dataclass(frozen=True)
class Matching:
    """A baseline held against findings. documents: with the states of their findings.

    excused: for each finding that an entry excuses, the entry as it would be written now. new: an entry for each that none
    excuses. kept: entries of documents that were not checked. unmatched: entries that match nothing. moved: how many entries
    followed their claims into other files.
    """

    documents: tuple[CheckedDocument, ...]
    excused: tuple[BaselineEntry, ...] = ()
    new: tuple[BaselineEntry, ...] = ()
    kept: tuple[BaselineEntry, ...] = ()
    unmatched: tuple[BaselineEntry, ...] = ()
    moved: int = 0


def entry_for(finding: Finding, path: str) -> BaselineEntry:
    """Give the entry that excuses a finding. path: of its document, as seen from the baseline's folder."""
    words = folded(finding.claim.text)
    shown = words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
    return BaselineEntry(path, finding.code, finding.subject, shown, promise_of(finding))


def promise_of(finding: Finding) -> str:
    """Give the hash by which a finding is recognised wherever it stands: of rule, subject, words and what the words lean on.

    It has no path, so that an entry can follow its claim into a renamed file, and no counter, so that repetitions do not change
    places when one of them is taken out: there are as many entries as findings.
    """
    return sha256(json.dumps([*content_of(finding), *_beside(finding.claim)]).encode()).hexdigest()


def match(entries: Sequence[BaselineEntry], documents: Sequence[CheckedDocument], paths: Mapping[str, str], is_gone: IsGone) -> Matching:
    """Hold a baseline against the findings of documents; those that are suppressed are left alone.

    paths: of the documents as entries have them, by the reported path. An entry whose file is gone follows its claim into
    another document, and only then.
    """
    asked = [finding for document in documents for finding in document.findings if finding.state != "suppressed"]
    wanted = [entry_for(finding, paths[finding.path]) for finding in asked]
    places = pair(wanted, entries, is_gone)
    matched = [(each, entries[place]) for each, place in zip(wanted, places, strict=True) if place is not None]
    used = set(places)
    left = [entry for place, entry in enumerate(entries) if place not in used]
    settled = {paths[document.path] for document in documents if document.reason is None}
    settled |= {path for path in {entry.path for entry in left} - settled if is_gone(path)}
    in_baseline = {id(finding) for finding, place in zip(asked, places, strict=True) if place is not None}
    return Matching(
        tuple(_with_states(document, in_baseline) for document in documents),
        tuple(each for each, _ in matched),
        tuple(each for each, place in zip(wanted, places, strict=True) if place is None),
        tuple(entry for entry in left if entry.path not in settled),
        tuple(entry for entry in left if entry.path in settled),
        sum(each.path != entry.path for each, entry in matched),
    )


def pair(wanted: Sequence[BaselineEntry], entries: Sequence[BaselineEntry], is_gone: IsGone) -> tuple[int | None, ...]:
    """Give for each entry that is wanted the place of the one that stands for it, None where there is none; each stands for one.

    One of the same file comes first, then one whose file is gone.
    """
    same: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index in reversed(range(len(entries))):
        same[entries[index].path, entries[index].promise].append(index)
    found = [places.pop() if (places := same[each.path, each.promise]) else None for each in wanted]
    gone = {path for path in {path for (path, _), places in same.items() if places} if is_gone(path)}
    anywhere: dict[str, list[int]] = defaultdict(list)
    for index in sorted((index for (path, _), places in same.items() if path in gone for index in places), reverse=True):
        anywhere[entries[index].promise].append(index)
    return tuple(
        anywhere[each.promise].pop() if index is None and anywhere.get(each.promise) else index
        for each, index in zip(wanted, found, strict=True)
    )


def _with_states(document: CheckedDocument, in_baseline: Collection[int]) -> CheckedDocument:
    findings = tuple(replace(finding, state="baseline") if id(finding) in in_baseline else finding for finding in document.findings)
    return replace(document, findings=findings)


def _beside(claim: Claim) -> tuple[str, ...]:
    """Give what the words of a claim lean on: without it, "Yes" would excuse a promise of anything."""
    block = claim.block
    return (
        claim.strength,
        _plain(block.row_header),
        _plain(block.column_header),
        _plain(block.introduction),
        _plain(_read_as(claim)),
        _plain(_sentence_of(claim)) if claim.subject is None else "",
    )


def _read_as(claim: Claim) -> str:
    """Give what a claim is read as where it says more than is written in its place: the question that "Yes." answers."""
    start, stop = claim.text_range
    read = claim.block.text[start:stop]
    return read if _words(_plain(read)) - _words(folded(claim.text)) else ""


def _sentence_of(claim: Claim) -> str:
    """Give the sentence around a claim: "eco-friendly" does not say by itself what is."""
    start, stop = claim.text_range
    text = claim.block.text
    first = max((end.end() for end in _SENTENCE_END.finditer(text, 0, start)), default=0)
    end = _SENTENCE_END.search(text, max(start, stop - 1))
    return text[first : end.start() if end else len(text)].rstrip(" .!?")


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))
