"""Short answers put beside what they answer: "Yes." to a question, a tick in a row, "planned" in a column of a product."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby

from claimlint.document import HEADER_CELL, Block, BlockKind, Slice, SourceMap
from claimlint.language.data import language_data

_PASSED = (BlockKind.ALT_TEXT, BlockKind.CODE)
"""Blocks that may stand between a question and its answer."""
_QUESTION_OR_END = re.compile(r"\?|[.!](?!\S)|\n")
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)|\n|$")
_MARKS = " .,!;:()[]–—*“”\"'"


@dataclass(frozen=True, slots=True)
class Answer:
    """A short answer found in a text: what it says, a key of the data, and where it stops."""

    says: str
    stop: int


def with_answers(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Give the blocks of a document as they speak: each short answer as what it says about its question, row or column.

    A block that answers a question is followed by one more, whose text is the question's and whose place is the answer's. A table
    cell that only ticks its row off becomes what the row names; one that answers nothing is marked as such.
    """
    spoken: list[Block] = []
    before: Block | None = None
    for is_cell, run in groupby(blocks, lambda block: block.kind is BlockKind.TABLE_CELL):
        group = list(run)
        if is_cell:
            spoken.extend(_cells(group))
        else:
            spoken.extend(_spoken(group, before))
        before = next((block for block in reversed(group) if block.kind not in _PASSED), before)
    return tuple(spoken)


def short_answer(text: str, at: int = 0) -> Answer | None:
    """Read the short answer with which a text begins at a character; the last one counts ("No, not yet")."""
    match = _answers().match(text, at)
    if match is None:
        return None
    says = _said(match[1])
    following = _answers().match(text, match.end()) if says in ("yes", "no") else None
    if following is not None and _said(following[1]) not in ("yes", "no", "dash"):
        return Answer(_said(following[1]), following.end())
    return Answer(says, match.end())


def _spoken(blocks: Sequence[Block], before: Block | None) -> Iterator[Block]:
    for block in blocks:
        yield block
        if block.kind is BlockKind.CODE:
            continue
        if before is not None and before.text.endswith("?") and (answer := short_answer(block.text)):
            question = [before.text[first:last] for first, last in _questions(before.text)][-1:] or [before.text]
            yield from _answered(question[0], block, 0, answer)
        for first, last in _questions(block.text):
            start = last
            while start < len(block.text) and block.text[start] in ' "”’)*':
                start += 1
            if answer := short_answer(block.text, start):
                yield from _answered(block.text[first:last], block, start, answer)
        if block.kind not in _PASSED:
            before = block


def _questions(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each question of a text stands, from the end of what is before it to its mark."""
    start = 0
    for mark in _QUESTION_OR_END.finditer(text):
        if mark.group() == "?":
            yield start, mark.end()
        start = mark.end()


def _answered(question: str, block: Block, start: int, answer: Answer) -> Iterator[Block]:
    """Yield a question as its answer, at [start, …) of a block, puts it: as said of the product."""
    words = question.strip(_MARKS + "?").split()
    while words and words[0].lower().rstrip(".:)") in language_data("answers")["labels"]:
        words = words[1:]
    end = _SENTENCE_END.search(block.text, answer.stop - 1)
    if not words or answer.says == "dash" or _asks_of_reader(words) or (answer.says == "no" and _asks_how_far(words)) or end is None:
        return
    stop = max(end.end(), answer.stop) if end[0] != "\n" else end.start()
    told = language_data("answers")["told"]
    text = " ".join(told.get(word.lower(), word) for word in words)
    place = block.source_map.source_range(start, min(stop, len(block.text)))
    yield replace(block, text=text, source_map=SourceMap((Slice.standing_for(0, len(text), *place),)), answer=answer.says)


def _asks_of_reader(words: Sequence[str]) -> bool:
    """Whether a question asks what the reader has to do or to have: neither answer promises what it names."""
    return any(word.lower() in language_data("answers")["burdens"] for word in words)


def _asks_how_far(words: Sequence[str]) -> bool:
    """Whether a question asks how far something goes ("only", "always"): "no" does not deny the thing itself."""
    return any(word.lower() in language_data("answers")["extents"] for word in words)


def _cells(blocks: Sequence[Block]) -> Iterator[Block]:
    ticked = any((answer := short_answer(block.text)) and answer.says in ("yes", "no") for block in blocks if block.row_header)
    corner = next((block.text.lower() for block in blocks if block.key == HEADER_CELL), "")
    lying = corner in language_data("columns")["products"]
    blocks = list(_with_named_rows(blocks))
    name: Block | None = None
    for before, block in zip([None, *blocks], blocks, strict=False):
        answer = short_answer(block.text) if block.row_header and block.key != HEADER_CELL else None
        if answer is None or (answer.says == "dash" and not ticked):
            name = name if block.row_header else block
            yield replace(block, answer=answer.says) if answer else block
        else:
            beside = name if name is before and name is not None and name.text == block.row_header and not lying else None
            subject = block.column_header if lying and block.column_header else block.row_header
            yield from _marked(block, beside, replace(answer, says="no" if answer.says == "dash" else answer.says), subject)


def _with_named_rows(blocks: Sequence[Block]) -> Iterator[Block]:
    """Give cells so that an answer stands beside what it speaks of, where a row begins with a number or a time: "3.6 | Drying | no"."""
    for before, block in zip([None, *blocks], blocks, strict=False):
        named = before is not None and before.row_header == block.row_header and _only_orders(block.row_header)
        if named and before is not None and not short_answer(before.text) and short_answer(block.text):
            yield replace(block, row_header=before.text)
        else:
            yield block


def _only_orders(header: str) -> bool:
    """Whether the head of a row says nothing but its number, its time or its state."""
    words = [word.lower() for word in re.findall(r"[^\W\d_]+", header)]
    times = language_data("future")
    state = short_answer(header)
    return bool(header) and (
        (state is not None and state.stop >= len(header)) or all(word in {*times["seasons"], *times["months"], "q"} for word in words)
    )


def _marked(block: Block, name: Block | None, answer: Answer, subject: str) -> Iterator[Block]:
    """Yield what a cell says of what its row or column names; name: the block of that name where it stands right beside."""
    if subject.endswith("?") and _asks_of_reader(subject.split()):
        yield block
        return
    rest = block.text[answer.stop :].strip(_MARKS)
    first = name.source_map.source_range(0, 1)[0] if name is not None else block.source_map.source_range(0, 1)[0]
    stop = block.source_map.source_range(0, answer.stop)[1]
    text = subject.rstrip("?:")
    pieces = [Slice.standing_for(0, len(text), first, stop)]
    if rest and answer.says != "no":
        at = block.text.index(rest, answer.stop)
        text += ", "
        pieces = [Slice.standing_for(0, len(text), first, stop)]
        pieces += [piece.moved(len(text)) for piece in block.source_map.part(at, at + len(rest)).slices]
        text += rest
    yield replace(block, text=text, source_map=SourceMap(tuple(pieces)), answer=answer.says)
    if rest and answer.says == "no":
        yield block


@cache
def _answers() -> re.Pattern[str]:
    """A pattern for an answer with the marks around it; its first group is the answer."""
    alone, leading = [], []
    for entry in language_data("answers").values():
        if isinstance(entry, dict):
            alone += entry.get("alone", [])
            leading += entry.get("leading", [])
    before = rf"[\s(\[“\"*]*(?:(?:{'|'.join(language_data('answers')['labels'])})[:.)]\s+)?"
    ended = r"(?=\s*(?:$|[.,!;:)\]”\"*(–—]|\n| [-–—] ))"
    return re.compile(rf"{before}({_either(leading)}|(?:{_either(alone)}){ended})[\s.,!;:)\]”\"*–—]*", re.IGNORECASE)


def _either(wordings: Sequence[str]) -> str:
    return "|".join(re.escape(wording) for wording in sorted(wordings, key=len, reverse=True))


@cache
def _said(wording: str) -> str:
    wanted = wording.lower()
    return next(
        key
        for key, entry in language_data("answers").items()
        if isinstance(entry, dict) and wanted in (*entry.get("alone", ()), *entry.get("leading", ()))
    )
