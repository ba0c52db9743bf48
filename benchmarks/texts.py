"""The text that is measured with: made, or of a folder of one's own."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import dense_copy, prose, write_documents
from benchmarks.figures import Asked

MEGABYTE = 1_000_000
_DENSE = 0.2
"""So much dense copy for a byte of prose, since there is that much more to do in it."""


@dataclass(frozen=True, slots=True)
class Text:
    """A folder of text. asked: how much faster than the parser alone a check of it has to be, where that is asked."""

    title: str
    folder: Path
    asked: Asked | None = None


def texts(folder: Path, corpus: Path | None, megabytes: float) -> tuple[Text, ...]:
    """Give the text of a corpus, or make some, below a folder: so much ordinary prose, and less of copy that is dense with claims."""
    if corpus is not None:
        return (Text(corpus.as_posix(), corpus.resolve()),)
    size = int(megabytes * MEGABYTE)
    write_documents(prose(), size, folder / "prose")
    write_documents(dense_copy(), int(size * _DENSE), folder / "dense")
    return (
        Text("ordinary prose", folder / "prose", Asked("at least", 5, goal=20)),
        Text("dense copy", folder / "dense", Asked("at least", 1.5)),
    )


def as_markdown(source: Path, folder: Path) -> Path:
    """Write the copy of all documents of a folder as Markdown, a paragraph each block: what every linter can read."""
    write_documents(_copy_of(source), sys.maxsize, folder)
    return folder


def _copy_of(source: Path) -> Iterator[str]:
    # Imported here: some systems count the memory of the program that starts another as that one's own, so this one stays small.
    from claimlint.document import parts_of
    from claimlint.readers import SUFFIXES, read

    for path in sorted(source.rglob("*")):
        if path.is_file() and path.suffix.lower() in SUFFIXES:
            blocks = read(path.as_posix(), path.read_bytes()).blocks
            yield "\n\n".join(part.text for block in blocks for part in parts_of(block)) + "\n"
