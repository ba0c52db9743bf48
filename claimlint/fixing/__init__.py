"""Correcting documents: what findings carry as a correction is put into the copy, as far as that is safe."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from claimlint.bench import Bench
from claimlint.check import check, check_source, load_benches, pipeline_of
from claimlint.configuration.model import Settings
from claimlint.document import Source
from claimlint.errors import Problem
from claimlint.finding import CheckedDocument
from claimlint.fixes import FixedDocument
from claimlint.fixing.document import Workbench, all_refused, fix_document
from claimlint.fixing.grammar import takes_its_place
from claimlint.fixing.writing import NotWritten, write_atomically
from claimlint.sources.discovery import Discovered, read
from claimlint.sources.encoding import Unencodable, encode_like

__all__ = ["Corrected", "correct", "write"]

_NO_TEXT = "it cannot be written back as it was read"


@dataclass(frozen=True)
class Corrected:
    """A document before and after. after: with its new bytes, as the next check takes it. fixed: None where it could not be read.

    given: it came on standard input, and goes back to whoever gave it.
    """

    before: Discovered
    after: Discovered
    given: bool
    fixed: FixedDocument | None = None


def correct(documents: Iterable[Discovered], settings: Settings) -> tuple[Corrected, ...]:
    """Correct documents in memory, each under its own configuration, in their order.

    Raises InputError as `claimlint.check.check` does. No file is written.
    """
    found = list(documents)
    given = [document.data is not None for document in found]
    discovered = [read(document) for document in found]
    benches = load_benches({id(document.configuration): document.configuration for document in discovered})
    report = check(discovered, settings)
    return tuple(
        replace(_correct(document, checked, benches[id(document.configuration)], settings), given=is_given)
        for document, checked, is_given in zip(discovered, report.documents, given, strict=True)
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
            problems.append(Problem(each.before.reported, None, None, f"{error}."))
    return tuple(written), tuple(problems)


def _write(corrected: Corrected) -> None:
    before, after = corrected.before.data, corrected.after.data
    if before is not None and after is not None and before != after and not corrected.given:
        write_atomically(corrected.before.path, before, after)


def _as_before(corrected: Corrected) -> Corrected:
    fixed = corrected.fixed
    return replace(corrected, after=corrected.before, fixed=replace(fixed, after=fixed.before, applied=()) if fixed else None)


def _correct(document: Discovered, checked: CheckedDocument, bench: Bench, settings: Settings) -> Corrected:
    untouched = Corrected(document, document, given=False)
    if checked.document is None or document.data is None:
        return untouched
    data, source = document.data, checked.document.source
    if _why_not(source.text, data) or encode_like(source.text, data) != data:
        return replace(untouched, fixed=all_refused(checked, _NO_TEXT))
    fixed = fix_document(checked, _workbench(document, source, data, bench, settings))
    return replace(untouched, after=replace(document, data=encode_like(fixed.after, data)), fixed=fixed)


def _workbench(document: Discovered, source: Source, data: bytes, bench: Bench, settings: Settings) -> Workbench:
    return Workbench(
        check=lambda text: check_source(replace(source, text=text), document.channel, bench, settings),
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
