"""Leaves out of a report what stood before a change: the documents as they were are opened and judged as those of today are.

Every document is read, those that the change does not touch as well: promises contradict each other across documents, and how many
older findings stand is part of the report. Only old versions of touched documents are read besides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimlint.configuration.model import Settings
from claimlint.finding import Report
from claimlint.finishing import Sources, finish_all, judge_beside
from claimlint.review.of_change import Compared, only_of_change
from claimlint.shelf import Shelf
from claimlint.sources.changes import Before
from claimlint.sources.discovery import Discovered
from claimlint.timing import Stopwatch


def without_older(
    report: Report,
    shelf: Shelf,
    discovered: Sequence[Discovered],
    before: Before,
    sources: Sources,
    settings: Settings,
    watch: Stopwatch,
) -> Report:
    """Give a report with only those findings that are of a change, and a note on how many others stand.

    shelf, discovered: the documents of the report, in their order. What a changed manifest, rule, configuration or baseline is for
    is reported whole: its old copy may have become wrong by it.
    """
    plain = replace(settings, explain=False)
    old = [before.versions.get(document.path, document) for document in discovered]
    other = [version for version in (*before.versions.values(), *before.gone) if version is not None]
    found = dict(zip(map(id, discovered), shelf, strict=True)) | dict(
        zip(map(id, other), finish_all(other, sources, plain, watch), strict=True)
    )
    # In the order of the documents as they are now the old ones are judged as well: of two places that contradict each other the later
    # one is reported, and a new name must not change which it is.
    placed = [(now.reported, version) for now, version in zip(discovered, old, strict=True) if version is not None]
    ordered = [version for _, version in sorted([*placed, *((each.reported, each) for each in before.gone)], key=lambda entry: entry[0])]
    versions = Shelf()
    for version in ordered:
        versions.append(found[id(version)])
    judge_beside(ordered, versions, sources, plain, watch)
    judged = dict(zip(map(id, ordered), versions.verdicts, strict=True))
    asked = [place for place, document in enumerate(discovered) if document.path not in before.everything]
    compared = [Compared(report.documents[place], judged.get(id(old[place]))) for place in asked]
    once = frozenset(name for source in sources.values() for name in source.outline.once)
    narrowed = only_of_change(compared, [judged[id(each)] for each in before.gone], once)
    documents = list(report.documents)
    for place, document in zip(asked, narrowed, strict=True):
        documents[place] = document
    report = replace(report, documents=tuple(documents))
    return replace(report, notes=(*_notes(report, before, bool(asked)), *report.notes))


def _notes(report: Report, before: Before, is_narrowed: bool) -> Iterator[str]:
    if before.everything:
        yield f"what copy is checked against is part of {before.told}: all findings in that copy are reported, older ones too"
    if is_narrowed:
        stand = {0: "no older one stands", 1: "1 older one stands"}.get(report.older, f"{report.older} older ones stand")
        yield f"only findings of {before.told} are reported; {stand}"
        if before.unseen:
            it = "it" if len(before.unseen) == 1 else "them"
            yield f"this repository does not keep {', '.join(before.unseen)}: what a change of {it} makes wrong counts as older"
