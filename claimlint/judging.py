"""From the promises in documents to findings: each document is judged beside all others that are checked with the same manifest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from claimlint.finding import CheckedDocument
from claimlint.opening import Opened
from claimlint.review.excusing import excuse
from claimlint.review.fingerprint import with_fingerprints
from claimlint.rules.contradictions import contradictions
from claimlint.rules.engine import judge
from claimlint.statement import ClaimKey, Contradiction
from claimlint.timing import Stopwatch


def judged(opened: Sequence[Opened], watch: Stopwatch) -> tuple[CheckedDocument, ...]:
    """Judge documents, each beside all others that are checked with the same manifest."""
    with watch.stage("judge"):
        found = {
            id(bench): contradictions(statement for each in opened if each.bench is bench for statement in each.statements)
            for bench in {id(each.bench): each.bench for each in opened}.values()
        }
    return tuple(judged_one(each, found[id(each.bench)].get(each.checked.path, {}), watch) for each in opened)


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
