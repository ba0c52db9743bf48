"""Labelled cases, clause by clause, for the scripts that learn from them.

A case is a folder with capabilities.yaml, copy under docs/ and gold.jsonl with one labelled claim a line (doc, line, end_line, quote,
capability, kind). A page of prose is a text in which nothing is promised; it is read beside the manifest of some case.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

from claimlint.bench import lexicon_of
from claimlint.claim import LANGUAGE_KINDS
from claimlint.document import Document, LineIndex, Source
from claimlint.extraction import ParsedDocument, parse, spoken_blocks
from claimlint.linking.clauses import sentences_of
from claimlint.linking.lexicon import Lexicon
from claimlint.linking.views import ClauseView
from claimlint.manifest.loading import load_manifest
from claimlint.readers import reader_for

PROSE = "prose/"
"""How the names of pages of prose begin."""

MANIFESTS = 4
"""So many manifests a page of prose is read beside."""


@dataclass(frozen=True)
class Label:
    """A labelled claim: its subject, None for what the manifest does not have, the source range of its quote, whether it is denied."""

    subject: str | None
    start: int
    stop: int
    affirmed: bool = True

    def covers(self, start: int, stop: int) -> bool:
        """Whether a range of the source and the quote share at least half of the shorter of the two."""
        return 2 * (min(stop, self.stop) - max(start, self.start)) >= min(stop - start, self.stop - self.start) > 0


@dataclass(frozen=True)
class Page:
    """A document of a case or of prose, as linking sees it beside a manifest. name: of the case, or of the page of prose."""

    name: str
    lexicon: Lexicon
    clauses: tuple[ClauseView, ...]
    labels: tuple[Label, ...]


def pages_of(case: Path, pipeline: Language) -> Iterator[Page]:
    """Read the documents of a case."""
    lexicon = lexicon_of(load_manifest([case / "capabilities.yaml"]))
    rows = [json.loads(line) for line in (case / "gold.jsonl").read_text(encoding="utf-8").splitlines() if line.strip()]
    for path in sorted(path for path in (case / "docs").rglob("*") if path.is_file()):
        name = path.relative_to(case).as_posix()
        source = Source(name, path.read_bytes().decode("utf-8"))
        labels = tuple(_labels([row for row in rows if row["doc"] == name], source.text))
        yield Page(case.name, lexicon, _clauses(_parsed(source, pipeline), lexicon), labels)


def prose_pages(folder: Path, cases: Sequence[Path], pipeline: Language) -> Iterator[Page]:
    """Read each page of a folder of prose beside the manifests of some of the cases."""
    for place, path in enumerate(sorted(folder.glob("*.md"))):
        parsed = _parsed(Source(path.name, path.read_text(encoding="utf-8")), pipeline)
        for turn in range(MANIFESTS):
            case = cases[(place * 7 + turn * 5) % len(cases)]
            lexicon = lexicon_of(load_manifest([case / "capabilities.yaml"]))
            yield Page(f"{PROSE}{path.stem}", lexicon, _clauses(parsed, lexicon), ())


def _parsed(source: Source, pipeline: Language) -> ParsedDocument:
    read = reader_for(source.path)
    return parse(read(source), pipeline) if read else ParsedDocument(Document(source, ()))


def _clauses(parsed: ParsedDocument, lexicon: Lexicon) -> tuple[ClauseView, ...]:
    return tuple(view for spoken in spoken_blocks(parsed, lexicon) for views in sentences_of(spoken, lexicon) for view in views)


def _labels(rows: list[dict[str, object]], text: str) -> Iterator[Label]:
    lines = LineIndex(text)
    for row in rows:
        quote, subject = str(row["quote"]), row["capability"]
        start = text.find(quote, lines.line_start(int(str(row["line"]))))
        if row["kind"] not in LANGUAGE_KINDS and start >= 0:
            affirmed = row.get("polarity") != "negated"
            yield Label(None if subject is None else str(subject), start, start + len(quote), affirmed)
