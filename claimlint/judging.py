"""From the promises in documents to findings: each document is judged beside all others that are checked with the same manifest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from claimlint.bench import Bench, outline_of
from claimlint.configuration.model import Configuration, Settings
from claimlint.document import Source
from claimlint.finding import CheckedDocument, Report
from claimlint.finished import Finished
from claimlint.manifest.model import Manifest
from claimlint.opening import Opened, open_source, open_together, publication_day
from claimlint.reporting import report_of
from claimlint.review.excusing import excuse
from claimlint.review.fingerprint import with_fingerprints
from claimlint.rules.contradictions import contradictions
from claimlint.rules.engine import judge
from claimlint.rules.model import RuleSet
from claimlint.sources.discovery import Discovered
from claimlint.statement import ClaimKey, Contradiction
from claimlint.timing import Stopwatch


def check_text(text: str, manifest: Manifest, channel: str, rules: RuleSet, day: date, suffix: str = ".md") -> CheckedDocument:
    """Check one text as a document of its own; the suffix says how it is read."""
    bench = Bench(manifest, rules)
    opened = open_source(Source(f"copy{suffix}", text), channel, bench, Settings(day))
    (checked,) = judged([opened], Stopwatch())
    return checked


def judged(opened: Sequence[Opened], watch: Stopwatch) -> tuple[CheckedDocument, ...]:
    """Judge documents, each beside all others that are checked with the same manifest."""
    with watch.stage("judge"):
        found = {
            id(bench): contradictions(statement for each in opened if each.bench is bench for statement in each.statements)
            for bench in {id(each.bench): each.bench for each in opened}.values()
        }
    return tuple(judged_one(each, found[id(each.bench)].get(each.checked.path, {}), watch) for each in opened)


def report_on(opened: Sequence[Opened], configurations: Iterable[Configuration], settings: Settings, watch: Stopwatch) -> Report:
    """Judge documents, each beside all others that are checked with the same manifest, and give the report.

    configurations: of the documents, in their order. Raises InputError for what is wrong with a baseline.
    """
    configurations = list(configurations)
    used = {id(each): (document.bench, each) for document, each in zip(opened, configurations, strict=True)}
    outlines = {key: outline_of(bench, each, settings.as_of) for key, (bench, each) in used.items()}
    return report_of(judged(opened, watch), configurations, outlines, settings, watch)


def judged_one(opened: Opened, contradicted: Mapping[ClaimKey, Contradiction], watch: Stopwatch) -> CheckedDocument:
    """Judge one document. contradicted: what other places say otherwise, by its claims."""
    if opened.reading is None:
        return opened.checked
    bench, channel = opened.bench, opened.checked.channel
    with watch.stage("judge"):
        findings = judge(opened.reading, bench.manifest, channel, bench.rules, opened.day, contradicted)
    with watch.stage("review"):
        findings = excuse(findings, opened.reading.document, bench.manifest, channel, bench.rules, opened.day)
        return replace(opened.checked, findings=with_fingerprints(findings, opened.in_folder))


def finish_together(documents: Sequence[Discovered], bench: Bench, settings: Settings, watch: Stopwatch) -> Iterator[Finished]:
    """Read files together, and judge each by what it says itself; where one cannot be read, the reason is part of what is given."""
    for opened in open_together(documents, bench, settings, watch):
        own = contradictions(opened.statements).get(opened.checked.path, {})
        yield Finished(judged_one(opened, own, watch), opened.statements, opened.reading.worded if opened.reading else {}, own)


def judge_again(
    discovered: Discovered,
    finished: Finished,
    bench: Bench,
    contradicted: Mapping[ClaimKey, Contradiction],
    settings: Settings,
    watch: Stopwatch,
) -> Finished:
    """Judge a finished document by what other documents say as well. discovered: the file that it was read from."""
    reading = finished.reading
    day = publication_day(reading.document, settings.as_of)[0] if reading else settings.as_of
    opened = Opened(finished.checked, bench, reading, day, discovered.configuration.relative(discovered.path))
    return replace(finished, checked=judged_one(opened, contradicted, watch), contradicted=contradicted)
