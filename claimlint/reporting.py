"""From verdicts to the report: held against baselines, with what they were judged by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from claimlint import __version__
from claimlint.baseline_entry import BaselineStanding
from claimlint.configuration.model import Configuration, Settings
from claimlint.finding import CheckedDocument, Report, RuleDescription
from claimlint.gate_board import GateBoard
from claimlint.outline import Outline
from claimlint.timing import Stopwatch


def report_of(
    documents: Sequence[CheckedDocument],
    configurations: Sequence[Configuration],
    outlines: Mapping[int, Outline],
    settings: Settings,
    watch: Stopwatch,
) -> Report:
    """Give the report on documents that have been judged.

    configurations: of the documents, in their order. outlines: by the identity of configurations. Raises InputError for what is wrong
    with a baseline.
    """
    standings: tuple[BaselineStanding, ...] = ()
    notes: tuple[str, ...] = ()
    if settings.update_baseline or settings.ratchet or any(each.baseline is not None for each in configurations):
        from claimlint.review.ratchet import hold_against_baselines

        with watch.stage("review"):
            held = hold_against_baselines(documents, configurations, settings)
        documents, standings, notes = held.documents, held.standings, held.notes
    used = {id(each): outlines[id(each)] for each in configurations}
    return Report(
        version=__version__,
        as_of=settings.as_of.isoformat(),
        manifests=tuple(dict(entry for outline in used.values() for entry in outline.files).items()),
        documents=documents,
        notes=(*(note for outline in used.values() for note in outline.notes), *notes),
        timings=watch.seconds,
        baselines=standings,
        rules=rules_of(outline.rules for outline in used.values()),
        fail_on={document.path: each.fail_on for document, each in zip(documents, configurations, strict=True)},
        boards=_boards(documents, [used[id(each)] for each in configurations]),
    )


def rules_of(described: Iterable[Iterable[RuleDescription]]) -> tuple[RuleDescription, ...]:
    """Give the rules of several rule sets, each once, in order of codes; of one that several have, the first counts."""
    first: dict[tuple[str, str], RuleDescription] = {}
    for rule in (rule for rules in described for rule in rules):
        first.setdefault((rule.code, rule.name), rule)
    return tuple(first[key] for key in sorted(first))


def _boards(documents: Sequence[CheckedDocument], outlines: Sequence[Outline]) -> tuple[GateBoard, ...]:
    """Give the board of each manifest, with the documents that are judged by it. outlines: of the documents, in their order."""
    boards: dict[tuple[tuple[str, str], ...], GateBoard] = {}
    paths: dict[tuple[tuple[str, str], ...], list[str]] = {}
    for document, outline in zip(documents, outlines, strict=True):
        boards.setdefault(outline.files, outline.board)
        paths.setdefault(outline.files, []).append(document.path)
    return tuple(replace(board, documents=tuple(paths[files])) for files, board in boards.items())
