"""Correcting documents: what findings carry as a correction is put into the copy, as far as that is safe."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from claimlint.bench import Bench, load_benches
from claimlint.configuration.model import Settings
from claimlint.errors import Problem
from claimlint.finding import CheckedDocument, Report
from claimlint.fixes import FixedDocument
from claimlint.fixing.document import Check, Workbench, all_refused, fix_document
from claimlint.fixing.grammar import takes_its_place
from claimlint.judging import judged, report_on
from claimlint.opening import Opened, Progress, open_all, open_source, pipeline_of
from claimlint.readers import format_of, suffix_of
from claimlint.review.ratchet import Baseline, load_baselines, with_states
from claimlint.sources.discovery import Discovered, read
from claimlint.sources.encoding import Unencodable, encode_like
from claimlint.timing import Stopwatch
from claimlint.writing import NotWritten, write_atomically

__all__ = ["Corrected", "correct", "correct_one", "left_in", "write"]

NO_BASELINES: Mapping[Path, Baseline] = MappingProxyType({})
_NO_TEXT = "it cannot be written back as it was read"
_NOT_IN_PLACE = "{suffix} files are read, and cannot be written back"


@dataclass(frozen=True)
class Corrected:
    """A document before and after. discovered: with its bytes. data: its bytes now, None where it could not be read.

    before, after: as it was read. fixed: None where it could not be read. given: it came on standard input, and goes back there.
    """

    discovered: Discovered
    before: Opened
    after: Opened
    data: bytes | None = None
    fixed: FixedDocument | None = None
    given: bool = False


def correct(documents: Iterable[Discovered], settings: Settings, progress: Progress = iter) -> tuple[Corrected, ...]:
    """Correct documents in memory, each under its own configuration, in their order.

    progress: as for `claimlint.check.check`, twice: when documents are read, and when they are corrected.

    Raises InputError as that does. No file is written.
    """
    found = list(documents)
    discovered = [read(document) for document in found]
    benches = load_benches({id(document.configuration): document.configuration for document in discovered})
    configurations = [document.configuration for document in discovered]
    baselines = load_baselines(configurations, settings)
    opened = open_all(discovered, benches, settings, Stopwatch(), progress)
    judgement = with_states(judged(opened, Stopwatch()), configurations, baselines)
    return tuple(
        replace(correct_one(document, each, checked, settings, baselines), given=given.data is not None)
        for document, each, checked, given in zip(progress(discovered), opened, judgement, found, strict=True)
    )


def write(corrected: Iterable[Corrected]) -> tuple[tuple[Corrected, ...], tuple[Problem, ...]]:
    """Write the files that were corrected; what was given on standard input is no file.

    Gives the documents as they are now, those which could not be written as they were before, and why these could not.
    """
    written: list[Corrected] = []
    problems: list[Problem] = []
    for each in corrected:
        try:
            _write(each)
            written.append(each)
        except NotWritten as error:
            written.append(_as_before(each))
            problems.append(Problem(each.discovered.reported, None, None, f"{error}."))
    return tuple(written), tuple(problems)


def left_in(corrected: Sequence[Corrected], settings: Settings) -> Report:
    """Give the report on the documents as they are now."""
    opened = [each.after for each in corrected]
    return report_on(opened, [each.discovered.configuration for each in corrected], settings, Stopwatch())


def _write(corrected: Corrected) -> None:
    before, after = corrected.discovered.data, corrected.data
    if before is not None and after is not None and before != after and not corrected.given:
        write_atomically(corrected.discovered.path, before, after)


def _as_before(corrected: Corrected) -> Corrected:
    fixed = corrected.fixed
    undone = replace(fixed, after=fixed.before, applied=()) if fixed else None
    return replace(corrected, after=corrected.before, data=corrected.discovered.data, fixed=undone)


def correct_one(
    document: Discovered, opened: Opened, checked: CheckedDocument, settings: Settings, baselines: Mapping[Path, Baseline] = NO_BASELINES
) -> Corrected:
    """Correct one document. opened, checked: as it was read, and that with its findings. baselines: what they excuse stays as it is."""
    data = document.data
    untouched = Corrected(document, opened, opened, data)
    if checked.document is None or data is None:
        return untouched
    source = checked.document.source
    format_ = format_of(document.reported)
    if format_ is not None and not format_.written_back:
        return replace(untouched, fixed=all_refused(checked, _NOT_IN_PLACE.format(suffix=suffix_of(document.reported))))
    if _why_not(source.text, data) or encode_like(source.text, data) != data:
        return replace(untouched, fixed=all_refused(checked, _NO_TEXT))
    read_as = {source.text: opened}

    def check(text: str) -> CheckedDocument:
        if text not in read_as:
            read_as[text] = open_source(replace(source, text=text), document.channel, opened.bench, settings, opened.in_folder)
        return with_states(judged([read_as[text]], Stopwatch()), [document.configuration], baselines)[0]

    fixed = fix_document(checked, _workbench(check, data, opened.bench))
    return replace(untouched, after=read_as[fixed.after], data=encode_like(fixed.after, data), fixed=fixed)


def _workbench(check: Check, data: bytes, bench: Bench) -> Workbench:
    return Workbench(
        check=check,
        fits_in=lambda text, start, stop, words: takes_its_place(text, start, stop, words, pipeline_of(bench.model)),
        encodes=lambda words: _why_not(words, data),
        once=frozenset(rule.name for rule in bench.rules.rules if rule.once),
        confidence=bench.rules.policy.confidence,
    )


def _why_not(text: str, data: bytes) -> str:
    """Say why a text cannot be written in the encoding of a file's bytes; "" where it can."""
    try:
        encode_like(text, data)
    except Unencodable as error:
        return str(error)
    return ""
