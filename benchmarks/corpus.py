"""Text to measure with: ordinary prose with a claim now and then, or copy that is dense with claims, of any size, from a seed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

DATA = Path(__file__).with_name("prose.yaml")
SEED = 20_261_122
CLAIM_EVERY = 40
"""In ordinary prose one sentence of so many is a claim about the example product."""

_SLOT = re.compile(r"\{(\w+)\}")
_SENTENCES = (3, 7)
"""The fewest and the most sentences of a paragraph."""
_PARAGRAPHS = 13
"""Of a document, which makes about 5 KB."""


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    return data


def prose(seed: int = SEED, claim_every: int = CLAIM_EVERY) -> Iterator[str]:
    """Yield Markdown documents of ordinary prose without end; the same ones for the same seed. claim_every: 0 for none."""
    random = Random(seed)
    while True:
        yield _document(random, lambda: _sentence(random, claim_every))


def dense_copy(seed: int = SEED) -> Iterator[str]:
    """Yield Markdown documents of product copy without end, in which nearly every sentence promises something."""
    random = Random(seed)
    while True:
        yield _document(random, lambda: _promise(random))


def write_documents(documents: Iterator[str], size: int, folder: Path) -> int:
    """Write documents of so many bytes together, or a few more, as files below a folder; give the bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    for number, document in enumerate(documents):
        if written >= size:
            return written
        data = document.encode("utf-8")
        path = folder / f"{number // 1000:04}" / f"page-{number:07}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        written += len(data)
    return written


def _document(random: Random, sentence: Callable[[], str]) -> str:
    paragraphs = (" ".join(sentence() for _ in range(random.randint(*_SENTENCES))) for _ in range(_PARAGRAPHS))
    return f"# {_filled(random, 'About the {thing} and the {group}')}\n\n" + "\n\n".join(paragraphs) + "\n"


def _sentence(random: Random, claim_every: int) -> str:
    if claim_every and random.randrange(claim_every) == 0:
        return str(random.choice(_data()["claims"]))
    return _filled(random, random.choice(_data()["frames"]))


def _promise(random: Random) -> str:
    numbers, words = _data()["dense_numbers"], _data()["dense_words"]

    def drawn(match: re.Match[str]) -> str:
        name = match.group(1)
        return str(random.randint(*numbers[name])) if name in numbers else str(random.choice(words[name]))

    return _SLOT.sub(drawn, random.choice(_data()["dense"]))


def _filled(random: Random, frame: str) -> str:
    return _SLOT.sub(lambda match: str(random.choice(_data()["lists"][match.group(1)])), frame)
