"""Leaves out of a report what stood before a change: the documents as they were are opened and judged as those of today are.

Every document is read, those that the change does not touch as well: promises contradict each other across documents, and how many
older findings stand is part of the report. Only old versions of touched documents are read besides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimlint.configuration.model import Settings
from claimlint.finding import CheckedDocument, Report
from claimlint.judging import judged
from claimlint.opening import Opened, open_one
from claimlint.review.of_change import Compared, only_of_change
from claimlint.sources.changes import Before
from claimlint.sources.discovery import Discovered
from claimlint.timing import Stopwatch


def without_older(
    report: Report, opened: Sequence[Opened], discovered: Sequence[Discovered], before: Before, settings: Settings, watch: Stopwatch
) -> Report:
    """Give a report with only those findings that are of a change, and a note on how many others stand.

    opened, discovered: the documents of the report, in their order. What a changed manifest, rule, configuration or baseline is for
    is reported whole: its old copy may have become wrong by it.
    """
    benches = {id(document.configuration): each.bench for document, each in zip(discovered, opened, strict=True)}
    plain = replace(settings, explain=False)

    def opened_before(old: Discovered) -> Opened:
        return open_one(old, benches[id(old.configuration)], plain, watch)

    versions = {path: opened_before(old) if old else None for path, old in before.versions.items()}
    there = [versions.get(document.path, each) for document, each in zip(discovered, opened, strict=True)]
    old, gone = _judged(there, [opened_before(each) for each in before.gone], [document.path for document in report.documents], watch)
    asked = [place for place, document in enumerate(discovered) if document.path not in before.everything]
    once = frozenset(rule.name for bench in benches.values() for rule in bench.rules.rules if rule.once)
    narrowed = only_of_change([Compared(report.documents[place], old[place]) for place in asked], gone, once)
    documents = list(report.documents)
    for place, document in zip(asked, narrowed, strict=True):
        documents[place] = document
    report = replace(report, documents=tuple(documents))
    return replace(report, notes=(*_notes(report, before, bool(asked)), *report.notes))


def _judged(
    there: Sequence[Opened | None], gone: Sequence[Opened], paths: Sequence[str], watch: Stopwatch
) -> tuple[list[CheckedDocument | None], list[CheckedDocument]]:
    """Judge old versions beside each other, and give them in their order.

    paths: of the documents as they are now. In this order the old ones are judged as well: of two places that contradict each
    other the later one is reported, and a new name must not change which it is.
    """
    known = [(path, each) for path, each in zip(paths, there, strict=True) if each is not None]
    ordered = [each for _, each in sorted([*known, *((each.checked.path, each) for each in gone)], key=lambda entry: entry[0])]
    found = {id(each): checked for each, checked in zip(ordered, judged(ordered, watch), strict=True)}
    return [found[id(each)] if each is not None else None for each in there], [found[id(each)] for each in gone]


def _notes(report: Report, before: Before, is_narrowed: bool) -> Iterator[str]:
    if before.everything:
        yield f"what copy is checked against is part of {before.told}: all findings in that copy are reported, older ones too"
    if is_narrowed:
        stand = {0: "no older one stands", 1: "1 older one stands"}.get(report.older, f"{report.older} older ones stand")
        yield f"only findings of {before.told} are reported; {stand}"
        if before.unseen:
            it = "it" if len(before.unseen) == 1 else "them"
            yield f"this repository does not keep {', '.join(before.unseen)}: what a change of {it} makes wrong counts as older"
