"""Holds the findings of a run against the baselines of their configurations, and writes these where that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from claimlint.baseline_entry import BaselineEntry, BaselineStanding
from claimlint.configuration.model import Configuration, Settings
from claimlint.configuration.paths import relative_to, reported
from claimlint.errors import InputError, Problem
from claimlint.finding import CheckedDocument
from claimlint.review.baseline import Matching, match, pair
from claimlint.review.baseline_file import as_text, parse_baseline
from claimlint.review.baseline_revision import baseline_since
from claimlint.writing import NotWritten, write_atomically


@dataclass(frozen=True)
class Baseline:
    """A baseline file as it was read. data: its bytes, None where there is no file yet."""

    path: Path
    data: bytes | None
    entries: tuple[BaselineEntry, ...] = ()


@dataclass(frozen=True)
class HeldAgainst:
    """Documents with the states of their findings, in their order, how the baselines stand, and what to tell the user."""

    documents: tuple[CheckedDocument, ...]
    standings: tuple[BaselineStanding, ...] = ()
    notes: tuple[str, ...] = ()


def hold_against_baselines(
    documents: Sequence[CheckedDocument], configurations: Sequence[Configuration], settings: Settings
) -> HeldAgainst:
    """Hold the findings of documents against the baselines of their configurations, and write these anew where settings say so.

    configurations: of the documents, in their order. Raises InputError for a baseline that is missing, damaged or cannot be
    written, and where one is asked for and none is named.
    """
    standings: list[BaselineStanding] = []
    notes: list[str] = []
    for baseline in load_baselines(configurations, settings).values():
        own = _own(documents, configurations, baseline.path)
        found = _matched(own, baseline)
        if settings.update_baseline:
            baseline = _updated(baseline, found, settings.ratchet)
            notes.append(_what_changed(baseline, found, settings.ratchet))
            found = _matched(own, baseline)
        added, note = _added(baseline, settings.ratchet_from)
        standing = BaselineStanding(reported(baseline.path), found.unmatched, added, settings.ratchet_from, settings.ratchet)
        standings.append(standing)
        notes += [*note, *_advice(standing, found.moved)]
        documents = _in_place(documents, own, found.documents)
    return HeldAgainst(tuple(documents), tuple(standings), tuple(notes))


def load_baselines(configurations: Iterable[Configuration], settings: Settings) -> Mapping[Path, Baseline]:
    """Read the baselines that configurations name, by their paths; raises InputError as `hold_against_baselines` does."""
    configurations = list(configurations)
    naming = {each.baseline: each for each in configurations if each.baseline is not None}
    problems: list[Problem] = []
    if configurations and not naming and (settings.update_baseline or settings.ratchet):
        remedy = 'Add "baseline: .claimlint-baseline.json" to the configuration, or name one with --baseline FILE.'
        problems.append(
            Problem("--update-baseline" if settings.update_baseline else "--ratchet", None, None, "no baseline is named.", remedy)
        )
    found: dict[Path, Baseline] = {}
    for path, configuration in sorted(naming.items()):
        try:
            found[path] = _read(path, configuration, may_be_missing=settings.update_baseline and not settings.ratchet)
        except InputError as error:
            problems.extend(error.problems)
    if problems:
        raise InputError(problems)
    return found


def with_states(
    documents: Sequence[CheckedDocument], configurations: Sequence[Configuration], baselines: Mapping[Path, Baseline]
) -> tuple[CheckedDocument, ...]:
    """Give documents with the states that baselines give their findings. configurations: of the documents, in their order."""
    for path, baseline in baselines.items():
        own = _own(documents, configurations, path)
        documents = _in_place(documents, own, _matched(own, baseline).documents)
    return tuple(documents)


def _own(documents: Sequence[CheckedDocument], configurations: Sequence[Configuration], path: Path) -> list[CheckedDocument]:
    return [document for document, configuration in zip(documents, configurations, strict=True) if configuration.baseline == path]


def _in_place(
    documents: Sequence[CheckedDocument], before: Sequence[CheckedDocument], after: Sequence[CheckedDocument]
) -> list[CheckedDocument]:
    changed = dict(zip((document.path for document in before), after, strict=True))
    return [changed.get(document.path, document) for document in documents]


def _read(path: Path, configuration: Configuration, *, may_be_missing: bool) -> Baseline:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        if may_be_missing:
            return Baseline(path, None)
        message = f"there is no baseline at {reported(path)}."
        remedy = "`claimlint check` writes it with --update-baseline."
        raise InputError(configuration.origin.problem("baseline", str(path), message, remedy)) from None
    except OSError as error:
        raise InputError(Problem(reported(path), None, None, f"cannot be read: {error.strerror or error}.")) from None
    return Baseline(path, data, parse_baseline(data, reported(path)))


def _matched(documents: Sequence[CheckedDocument], baseline: Baseline) -> Matching:
    folder = baseline.path.parent
    # Seen from the baseline's own folder a path is the same from every working directory, and for every configuration.
    paths = {document.path: relative_to(Path(document.path), folder) for document in documents}
    return match(baseline.entries, documents, paths, _is_gone(folder))


def _is_gone(folder: Path) -> Callable[[str], bool]:
    @cache
    def is_gone(path: str) -> bool:
        try:
            (folder / path).stat()
        except (FileNotFoundError, NotADirectoryError, ValueError):
            return True
        except OSError:
            return False
        return False

    return is_gone


def _updated(baseline: Baseline, found: Matching, only_shrinks: bool) -> Baseline:
    """Write a baseline that excuses what was found, and give it; one that only shrinks takes up nothing new."""
    entries = (*found.kept, *found.excused, *(() if only_shrinks else found.new))
    data = as_text(entries).encode()
    try:
        if data != baseline.data:
            write_atomically(baseline.path, baseline.data, data)
    except NotWritten as error:
        raise InputError(Problem(reported(baseline.path), None, None, f"{error}.")) from None
    return Baseline(baseline.path, data, entries)


def _added(baseline: Baseline, revision: str | None) -> tuple[tuple[BaselineEntry, ...], tuple[str, ...]]:
    """Give the entries that a baseline did not hold at a revision, and a note where it was not there."""
    if revision is None:
        return (), ()
    name = reported(baseline.path)
    before = baseline_since(baseline.path, revision)
    if before is None:
        return (), (f"baseline: {revision} has no {name} yet; there is nothing to compare it with",)
    entries = parse_baseline(before, f"{revision}:{name}")
    places = pair(baseline.entries, entries, _is_gone(baseline.path.parent))
    return tuple(entry for entry, place in zip(baseline.entries, places, strict=True) if place is None), ()


def _what_changed(written: Baseline, found: Matching, only_shrinks: bool) -> str:
    added = 0 if only_shrinks else len(found.new)
    return (
        f"baseline: {reported(written.path)} is up to date: {added} added, {len(found.unmatched)} removed, "
        f"{found.moved} moved to renamed files; it holds {len(written.entries)}"
    )


def _advice(standing: BaselineStanding, moved: int) -> Iterator[str]:
    how = "`claimlint check --update-baseline`"
    if standing.unmatched:
        what = "1 entry matches" if len(standing.unmatched) == 1 else f"{len(standing.unmatched)} entries match"
        yield f"baseline: {what} nothing any more in {standing.path}; {how} removes what is left over"
    if moved:
        what = "1 entry has" if moved == 1 else f"{moved} entries have"
        yield f"baseline: {what} followed a claim into a renamed file in {standing.path}; {how} writes the new path"
