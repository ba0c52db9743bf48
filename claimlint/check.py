"""The whole way from files to a report, on one screen: read, extract, link, judge, review."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from claimlint import __version__
from claimlint.bench import Bench, lexicon_of, load_bench
from claimlint.claim import Claim, Reading
from claimlint.configuration.model import Configuration, Settings
from claimlint.configuration.paths import reported
from claimlint.document import Block, Document, Source, parts_of
from claimlint.errors import InputError, Problem
from claimlint.explanation import Explanation
from claimlint.finding import CheckedDocument, Report
from claimlint.language.answers import with_answers
from claimlint.language.pipeline import DEFAULT_MODEL, load_pipeline
from claimlint.language.reading import read_sentences
from claimlint.language.sentence import Sentence
from claimlint.linking.clauses import SpokenBlock, clauses_of
from claimlint.linking.explanation import considered, explained
from claimlint.linking.joining import without_repetitions
from claimlint.linking.labels import labels
from claimlint.linking.lexicon import Lexicon
from claimlint.linking.link import link
from claimlint.linking.products import product_contexts
from claimlint.linking.score import Weights
from claimlint.linking.worded import worded_claims
from claimlint.linking.words import common_stems
from claimlint.manifest.lock import lock_age
from claimlint.manifest.model import Manifest
from claimlint.readers import reader_for
from claimlint.review.fingerprint import with_fingerprints
from claimlint.rules import RuleSet, contradictions, judge
from claimlint.rules.contradictions import ClaimKey, Contradiction
from claimlint.sources.decoding import Undecodable, decode
from claimlint.sources.discovery import Discovered, read
from claimlint.timing import Stopwatch
from claimlint.vocabulary import Wordings

if TYPE_CHECKING:
    from spacy.language import Language

_BATCH = 20_000
"""Characters that the language pipeline reads at once; it takes some three kilobytes for each."""
_RULE = 200
"""Signs of which a block may consist without a letter among them, such as the value of a table cell."""


@dataclass(frozen=True)
class ParsedDocument:
    """A document as the parser has read it. sentences: of each block, in the order of the blocks."""

    document: Document
    blocks: tuple[Block, ...] = ()
    sentences: tuple[tuple[Sentence, ...], ...] = ()


@dataclass(frozen=True)
class Opened:
    """A document on its way to judgement. checked: without findings. reading: None where it could not be read.

    in_folder: its path as the configuration sees it.
    """

    checked: CheckedDocument
    bench: Bench
    reading: Reading | None = None
    day: date = date.min
    in_folder: str = ""


def check(documents: Iterable[Discovered], settings: Settings) -> Report:
    """Check documents, each under its own configuration, and give the report.

    Raises InputError for a manifest, a rule pack or a language model that is wrong or missing; a document that cannot be read
    is part of the report, with its reason.
    """
    watch = Stopwatch()
    discovered = list(documents)
    benches = load_benches({id(document.configuration): document.configuration for document in discovered}, watch)
    opened = [open_one(document, benches[id(document.configuration)], settings, watch) for document in discovered]
    return report_on(opened, [document.configuration for document in discovered], settings, watch)


def report_on(opened: Sequence[Opened], configurations: Iterable[Configuration], settings: Settings, watch: Stopwatch) -> Report:
    """Judge documents, each beside all others that are checked with the same manifest, and give the report.

    configurations: of the documents, in their order.
    """
    checked = judged(opened, watch)
    used = {id(each): (each, document.bench) for document, each in zip(opened, configurations, strict=True)}
    manifests = dict(entry for _, bench in used.values() for entry in bench.manifest.files)
    notes = [note for configuration, bench in used.values() for note in _notes(configuration, bench, settings.as_of)]
    return Report(__version__, settings.as_of.isoformat(), tuple(manifests.items()), checked, tuple(notes), watch.seconds)


def check_text(text: str, manifest: Manifest, channel: str, rules: RuleSet, day: date, suffix: str = ".md") -> CheckedDocument:
    """Check one text as a document of its own; the suffix says how it is read."""
    bench = Bench(manifest, rules, lexicon_of(manifest), DEFAULT_MODEL)
    opened = open_source(Source(f"copy{suffix}", text), channel, bench, Settings(day))
    (checked,) = judged([opened], Stopwatch())
    return checked


def open_source(source: Source, channel: str, bench: Bench, settings: Settings, in_folder: str = "") -> Opened:
    """Read a decoded text as a document. in_folder: its path as the configuration sees it, that of the source by default."""
    document, reason = _read_source(source)
    if document is None:
        return Opened(CheckedDocument(source.path, channel, None, reason), bench)
    return _read_document(document, channel, bench, settings, Stopwatch(), in_folder or source.path)


def extract(document: Document, lexicon: Lexicon, pipeline: Language) -> tuple[Claim, ...]:
    """Give the claims of a document in the order of their places."""
    return claims_of(parse(document, pipeline), lexicon)


def reading_of(parsed: ParsedDocument, lexicon: Lexicon, wordings: Wordings) -> Reading:
    """Give the claims of a parsed document, and the promises that use wordings which rules look for themselves."""
    worded = worded_claims(spoken_blocks(parsed, lexicon), lexicon, wordings, parsed.document.path)
    quoted = {name: _quoted(claims, parsed.document) for name, claims in worded.items()}
    return Reading(parsed.document, claims_of(parsed, lexicon), quoted)


def claims_of(parsed: ParsedDocument, lexicon: Lexicon, table: Weights | None = None) -> tuple[Claim, ...]:
    """Give the claims of a parsed document in the order of their places. table: weights in place of those that ship."""
    linked = link(clauses_of(spoken_blocks(parsed, lexicon), lexicon), lexicon, parsed.document.path, table)
    quoted = _quoted(without_repetitions(linked), parsed.document)
    return tuple(sorted(quoted, key=lambda claim: (claim.start, claim.end, claim.subject or "", claim.kind)))


def _quoted(claims: Iterable[Claim], document: Document) -> tuple[Claim, ...]:
    """Give claims with their words as they stand in the source, markup included."""
    return tuple(replace(claim, text=document.source.text[claim.start : claim.end]) for claim in claims)


def parse(document: Document, pipeline: Language) -> ParsedDocument:
    """Read the sentences of a document: what takes long, and what no manifest changes."""
    blocks = with_answers([part for block in document.blocks for part in parts_of(block) if _has_words(part)])
    sentences = tuple(sentences for batch in _batches(blocks) for sentences in read_sentences(batch, pipeline))
    return ParsedDocument(document, blocks, sentences)


def spoken_blocks(parsed: ParsedDocument, lexicon: Lexicon) -> Iterator[SpokenBlock]:
    """Yield each block that says something of itself."""
    contexts = product_contexts(parsed.document.path, parsed.blocks, lexicon)
    common = common_stems([sentence.tokens for sentences in parsed.sentences for sentence in sentences])
    for block, products, sentences, label in zip(parsed.blocks, contexts, parsed.sentences, labels(parsed.blocks, lexicon), strict=True):
        if not label:
            yield SpokenBlock(block, sentences, products, common)


def explain(parsed: ParsedDocument, claims: Sequence[Claim], lexicon: Lexicon) -> tuple[Explanation, ...]:
    """Say of each claim of a parsed document, and of each clause that is none, why it is linked as it is."""
    clauses = clauses_of(spoken_blocks(parsed, lexicon), lexicon)
    return explained(considered(clauses, lexicon), claims, parsed.document.source, lexicon)


def _has_words(block: Block) -> bool:
    """Tell copy from rules, borders and binary remains: they promise nothing, and a parser takes longest over them."""
    ink = sum(not character.isspace() for character in block.text)
    return ink <= _RULE or sum(map(str.isalnum, block.text)) * 4 >= ink


def _batches(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Give blocks in batches of some pages, so that memory does not grow with the document."""
    batch: list[Block] = []
    size = 0
    for block in blocks:
        if batch and size + len(block.text) > _BATCH:
            yield batch
            batch, size = [], 0
        batch.append(block)
        size += len(block.text)
    yield batch


def load_benches(configurations: Mapping[int, Configuration], watch: Stopwatch | None = None) -> dict[int, Bench]:
    """Load a bench for each configuration. Raises InputError with everything that is wrong with any of them."""
    benches: dict[int, Bench] = {}
    problems: list[Problem] = []
    with (watch or Stopwatch()).stage("load"):
        for key, configuration in configurations.items():
            try:
                benches[key] = load_bench(configuration)
            except InputError as error:
                problems.extend(error.problems)
    if problems:
        raise InputError(dict.fromkeys(problems))
    return benches


def _notes(configuration: Configuration, bench: Bench, day: date) -> Iterator[str]:
    age = lock_age(bench.manifest, day)
    if configuration.max_age is not None and age is not None and age > configuration.max_age:
        paths = ", ".join(path for path, _ in bench.manifest.files)
        most = f"max-age: {configuration.max_age} days"
        yield f"{paths}: this copy of the manifest is {age} days old, more than {most}; `claimlint manifest lock` writes a new one"
    if configuration.baseline is not None:
        yield f"baseline: {reported(configuration.baseline)} is not read by claimlint {__version__}; every finding counts as new"


def open_document(discovered: Discovered) -> tuple[Document | None, str]:
    """Read a file into a document; None with the reason where it cannot be read."""
    discovered = read(discovered)
    if discovered.data is None:
        return None, discovered.reason or ""
    try:
        text, notes = decode(discovered.data)
    except Undecodable as error:
        return None, str(error)
    return _read_source(Source(discovered.reported, text, notes))


def _read_source(source: Source) -> tuple[Document | None, str]:
    reader = reader_for(source.path)
    return (reader(source), "") if reader is not None else (None, "claimlint has no reader for this kind of file")


def open_one(discovered: Discovered, bench: Bench, settings: Settings, watch: Stopwatch) -> Opened:
    """Read a file and link the promises in it; where it cannot be read, the reason is part of what is given."""
    with watch.stage("read"):
        document, reason = open_document(discovered)
    if document is None:
        return Opened(CheckedDocument(discovered.reported, discovered.channel, None, reason), bench)
    in_folder = discovered.configuration.relative(discovered.path)
    return _read_document(document, discovered.channel, bench, settings, watch, in_folder)


def _read_document(document: Document, channel: str, bench: Bench, settings: Settings, watch: Stopwatch, in_folder: str) -> Opened:
    day, notes = publication_day(document, settings.as_of)
    with watch.stage("extract and link"):
        parsed = parse(document, pipeline_of(bench.model)) if document.words else ParsedDocument(document)
        reading = reading_of(parsed, bench.lexicon, bench.rules.wordings)
        explanations = explain(parsed, reading.claims, bench.lexicon) if settings.explain else ()
    notes = (*document.source.notes, *notes)
    checked = CheckedDocument(document.path, channel, document, None, reading.claims, notes=notes, explanations=explanations)
    return Opened(checked, bench, reading, day, in_folder)


def judged(opened: Sequence[Opened], watch: Stopwatch) -> tuple[CheckedDocument, ...]:
    """Judge documents, each beside all others that are checked with the same manifest."""
    with watch.stage("judge"):
        found = {
            id(bench): contradictions([each.reading for each in opened if each.bench is bench and each.reading], bench.manifest)
            for bench in {id(each.bench): each.bench for each in opened}.values()
        }
        return tuple(_with_findings(each, found[id(each.bench)]) for each in opened)


def _with_findings(opened: Opened, contradicted: Mapping[ClaimKey, Contradiction]) -> CheckedDocument:
    if opened.reading is None:
        return opened.checked
    bench, channel = opened.bench, opened.checked.channel
    findings = judge(opened.reading, bench.manifest, channel, bench.rules, opened.day, contradicted)
    return replace(opened.checked, findings=with_fingerprints(findings, opened.in_folder))


def publication_day(document: Document, day: date) -> tuple[date, tuple[str, ...]]:
    """Give the day as of which a document is judged, with notes: the one on which it says that it will be published, else this day."""
    text = document.metadata.get("publish")
    if text is None:
        return day, ()
    try:
        published = date.fromisoformat(text.strip())
    except ValueError:
        return day, (f'the front matter says "publish: {text}", which is no date such as 2027-02-15; judged as of {day.isoformat()}',)
    return published, (f"judged as of {published.isoformat()}, the day on which it will be published (front matter)",)


@cache
def pipeline_of(model: str) -> Language:
    """Load a language pipeline, once."""
    return load_pipeline(model)
