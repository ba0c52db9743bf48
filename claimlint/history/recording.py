"""Checks documents, and counts what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from claimlint.bench import Bench, load_benches
from claimlint.claim import Claim
from claimlint.configuration.model import Settings
from claimlint.finding import SEVERITIES, CheckedDocument, Finding, Report
from claimlint.judging import report_on
from claimlint.manifest.ladder import validated_on
from claimlint.manifest.model import NONE, Manifest
from claimlint.opening import Opened, Progress, open_all
from claimlint.recorded import FINE, NOT_JUDGED, Count, Run
from claimlint.sources import Discovered
from claimlint.timing import Stopwatch

_Cell = tuple[str, str, str]
"""Channel, gate and category."""


def record(documents: Iterable[Discovered], settings: Settings, label: str, progress: Progress = iter) -> tuple[Run, Report]:
    """Check documents and give what a history keeps of it, with the report. progress: as for `check`; raises InputError as that does.

    Findings count whatever their state: what is excused is promised all the same.
    """
    watch = Stopwatch()
    discovered = list(documents)
    benches = load_benches({id(document.configuration): document.configuration for document in discovered}, watch)
    opened = open_all(discovered, benches, settings, watch, progress)
    report = report_on(opened, [document.configuration for document in discovered], settings, watch)
    unchecked = sum(document.reason is not None for document in report.documents)
    run = Run(
        day=settings.as_of,
        label=label,
        version=report.version,
        manifests=report.manifests,
        checked=len(report.documents) - unchecked,
        not_checked=unchecked,
        capabilities=tuple(_passed(benches.values(), settings).items()),
        counts=_counts(opened, report.documents),
    )
    return run, report


def _passed(benches: Iterable[Bench], settings: Settings) -> Mapping[str, int]:
    """Count the capabilities of all manifests by the last gate that they have passed, each manifest once."""
    passed: dict[str, int] = {}
    for manifest in {bench.manifest.files: bench.manifest for bench in benches}.values():
        stages = Counter(validated_on(manifest, capability, settings.as_of) for capability in manifest.capabilities.values())
        for stage in (NONE, *(stage.id for stage in manifest.stages)):
            passed[stage] = passed.get(stage, 0) + stages[stage]
    return passed


def _counts(opened: Sequence[Opened], documents: Sequence[CheckedDocument]) -> tuple[Count, ...]:
    claims: Counter[_Cell] = Counter()
    findings: Counter[_Cell] = Counter()
    for each, document in zip(opened, documents, strict=True):
        claims.update(_of_claims(each, document))
        findings.update((document.channel, _gate(finding.claim, each), finding.category) for finding in document.findings)
    return tuple(Count(*cell, claims[cell], findings[cell]) for cell in sorted({*claims, *findings}))


def _of_claims(opened: Opened, document: CheckedDocument) -> Iterator[_Cell]:
    gravest: dict[int, Finding] = {}
    for finding in document.findings:
        known = gravest.setdefault(id(finding.claim), finding)
        if SEVERITIES.index(known.severity) < SEVERITIES.index(finding.severity):
            gravest[id(finding.claim)] = finding
    judged = opened.bench.rules.policy.channels[document.channel].checked if document.claims else False
    for claim in document.claims:
        found = gravest.get(id(claim))
        yield document.channel, _gate(claim, opened), found.category if found else FINE if judged else NOT_JUDGED


def _gate(claim: Claim, opened: Opened) -> str:
    """Give the last gate passed by what a claim speaks of, as of the day on which its document is judged; empty for other subjects."""
    manifest: Manifest = opened.bench.manifest
    entry = manifest.capabilities.get(claim.subject or "") or manifest.products.get(claim.subject or "")
    return validated_on(manifest, entry, opened.day) if entry else ""
