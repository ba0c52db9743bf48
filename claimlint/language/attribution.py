"""Whose words a stretch of copy is: the company's own, or a named third party's."""

from __future__ import annotations

import re
from functools import cache

from claimlint.claim import Attribution
from claimlint.document import Block, BlockKind
from claimlint.language.data import language_data

_QUOTED = re.compile(r"“(?P<curly>[^“”]{6,})”|\"(?P<straight>[^\"]{6,})\"|«(?P<angle>[^«»]{6,})»|„(?P<low>[^„“”\"]{6,})[“”\"]")
_NEAR = 120
"""A speaker stands within so many characters of the quotation."""

_TITLE = r"(?:(?:Dr|Prof|Mr|Mrs|Ms)\.?\s+)?"
_NAME = rf"{_TITLE}[A-ZÀ-Þ][\w'’.-]+(?:\s+(?:(?:van|von|de|der|da|di|la|le)\s+)*[A-ZÀ-Þ][\w'’.-]*)*"
_SIGNED = re.compile(rf"^[\s,]*(?:[—–~-]+\s*|\(\s*)(?:{_NAME}|[Aa]n? \w+)")  # — Anna Berg; (Anna, Bonn)
_NAMED_BEHIND = re.compile(rf"^[\s,]*(?:{_NAME})(?:\s*[,(|]|\s*$|\s+(?:from|at|of|in)\b|\s*[^\w\s.,;:!?])")
_NAMED_BEFORE = re.compile(rf"(?:^|[.!?\]]\s+|\s)(?P<name>{_NAME})(?:[^.!?\"“„«]{{0,80}})?:\s*$")
_DASHED = re.compile(rf"[—–]\s*{_NAME}")
_FIRST_PERSON = re.compile(r"\b(?:I|my|My|me|mine)\b")


def quoted_ranges(block: Block) -> tuple[tuple[int, int], ...]:
    """Give the character ranges of a block in which somebody else speaks: quotation marks with a speaker named beside them.

    A quotation that goes on behind its speaker ("…," said Anna Berg. "…") is the same speaker's. People who speak for the company,
    told by their titles, are not somebody else.
    """
    ranges: list[tuple[int, int]] = []
    matches = list(_QUOTED.finditer(block.text))
    quoted: bool | None = None
    for at, match in enumerate(matches):
        before = block.text[matches[at - 1].end() if at else 0 : match.start()][-_NEAR:]
        behind = block.text[match.end() : matches[at + 1].start() if at + 1 < len(matches) else None][:_NEAR]
        verdict = _is_quoted(block, match, before, behind)
        quoted = quoted if verdict is None else verdict
        if quoted:
            group = match.lastgroup or 0
            ranges.append((match.start(group), match.end(group)))
    if not ranges and block.kind is BlockKind.QUOTATION and (speaker := _DASHED.search(block.text)):
        ranges = [] if _ours(block.text[speaker.start() :]) else [(0, speaker.start())]
    return tuple(ranges)


def attribution_at(ranges: tuple[tuple[int, int], ...], start: int) -> Attribution:
    """Tell whose words stand at a character."""
    return "quoted" if any(first <= start < last for first, last in ranges) else "own"


def _is_quoted(block: Block, match: re.Match[str], before: str, behind: str) -> bool | None:
    """Tell whether a third party speaks; None where nobody is named, so that the speaker before may go on."""
    words = match.group(match.lastgroup or 0)
    if not _speaker(words, before, behind) and block.kind is not BlockKind.QUOTATION and not _below_testimonials(block):
        return None
    if _says(before) and not _says(behind) and before.rstrip()[-1:] in {".", "!", "?"}:
        return None  # the words before belong to the quotation before
    return not _ours(_sentence_before(before) + " " + behind)


def _speaker(words: str, before: str, behind: str) -> bool:
    if _says(behind) or _says(before) or _SIGNED.match(behind):
        return True
    closed = words.rstrip()[-1:] in {".", "!", "?", "…"}
    if closed and (_NAMED_BEHIND.match(behind) or _unnamed(behind)):
        return True
    named = _NAMED_BEFORE.search(before)
    return named is not None and not _is_label(named["name"]) and (_FIRST_PERSON.search(words) is not None or " " in named["name"])


def _sentence_before(before: str) -> str:
    return re.split(r"[.!?]\s", before)[-1]


@cache
def _any_of(key: str) -> re.Pattern[str]:
    words = sorted(language_data("attribution")[key], key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")s?(?!\w)", re.IGNORECASE)


def _says(text: str) -> bool:
    return _any_of("saying").search(text) is not None


def _unnamed(behind: str) -> bool:
    return re.match(r"\s*(?:[Aa]n?|[Oo]ne|[Oo]ur)\s", behind) is not None and _any_of("unnamed").search(behind[:40]) is not None


def _is_label(name: str) -> bool:
    return name.lower() in language_data("attribution")["labels"]


def _ours(text: str) -> bool:
    """Whether a speaker's title is one of the company: "founder of Acme", but not "founder of a bakery" or "our customer"."""
    title = _any_of("speakers-of-ours").search(text)
    if title is None:
        return False
    if title[0].lower() == "our" and _any_of("unnamed").search(text[title.end() : title.end() + 30]):
        return False
    return re.match(r"\s+(?:of|at|in|for)\s+an?\s", text[title.end() :]) is None


def _below_testimonials(block: Block) -> bool:
    known = language_data("attribution")["testimonials"]
    return any(heading.text.strip().rstrip(":").lower() in known for heading in block.headings)
