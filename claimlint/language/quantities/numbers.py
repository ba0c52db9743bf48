"""Numbers in figures and in words: "1,920", "1.5 million", "2½", "twenty-four", "two and a half", "three quarters of"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from claimlint.language.data import language_data
from claimlint.units import read_number

_WORD = re.compile(
    r"\d/\d{1,2}(?:\.\d+)?(?=[ -]?(?:inch|in\b|[\"”″]))"  # a part of an inch
    r"|\d{1,3},\d{1,2}(?=[ \u00a0]?[A-Za-z°µΩ%])(?!,)"  # a decimal comma
    r"|\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
    r"|[½⅓⅔¼¾⅛]|[A-Za-z]+(?=fold\b)|[A-Za-z]+"
)
_BETWEEN_WORDS = re.compile(r"[ \t\n\u00a0\u202f\u2009]{0,2}|[-‑]\n?")
_STANDS_ALONE = re.compile(r"(?<![\w.,])\Z|(?<=\d[xX×])\Z")
_SIGN = re.compile(r"(?:(?<![\w)])[-+−–]|(?<!plus or )(?<!plus-or-)\b(?:minus|plus)[ \n]+)\Z", re.IGNORECASE)
_THOUSANDS = re.compile(r"k\b(?![-/])")
_PART_BEHIND = re.compile(r"[\s-]+and[\s-]+(a|an|one|two|three|four)[\s-]+([a-z]+)\b", re.IGNORECASE)
_ARTICLES = ("a", "an")


class _Word(NamedTuple):
    """A word or figure at [start, stop). joined: nothing but a space or a hyphen stands between it and the word before."""

    text: str
    start: int
    stop: int
    joined: bool


@dataclass(frozen=True, slots=True)
class Number:
    """A number at [start, stop) of a text.

    part: a fraction of something ("three quarters of"). whole: written without a fraction. in_words: no figure in it. signed: the
    word minus or plus stands before it. implied: a mere "a", "every" or "sub" that counts one of a unit.
    """

    start: int
    stop: int
    amount: float
    part: bool = False
    whole: bool = True
    in_words: bool = False
    signed: bool = False
    implied: bool = False


def find_numbers(text: str) -> Iterator[Number]:
    """Find the numbers of a text in order; they do not overlap."""
    words = _split(text)
    stop = 0
    for at, word in enumerate(words):
        if word.start < stop or not (word.text in _first_words() or word.text[0] in "0123456789."):
            continue
        number = next((found for read in _READERS if (found := read(text, words, at)) is not None), None)
        if number is not None:
            stop = number.stop
            yield _signed(text, number)


def part_behind(text: str, stop: int) -> tuple[float, int]:
    """Read "and a half" at a place: the share of one and the place behind it, (0, the place) where something else stands there."""
    match = _PART_BEHIND.match(text, stop)
    size = _part(match[2].lower()) if match else None
    if match is None or size is None:
        return 0.0, stop
    count = 1.0 if match[1].lower() in _ARTICLES else _table("words")[match[1].lower()]
    return count * size, match.end()


def _split(text: str) -> list[_Word]:
    words: list[_Word] = []
    stop = 0
    for match in _WORD.finditer(text):
        joined = bool(words) and _BETWEEN_WORDS.fullmatch(text, stop, match.start()) is not None
        words.append(_Word(match.group().lower(), match.start(), match.end(), joined))
        stop = match.end()
    return words


def _signed(text: str, number: Number) -> Number:
    """Take in the sign before a number; a hyphen before a word is none."""
    in_words = not any(character.isdigit() for character in text[number.start : number.stop])
    number = replace(number, in_words=in_words)
    match = _SIGN.search(text, max(0, number.start - 15), number.start)
    if match is None or number.implied:
        return number
    sign = match.group().strip().lower()
    if in_words and not sign.isalpha():
        return number
    amount = number.amount if sign in ("+", "plus") else -number.amount
    return replace(number, start=match.start(), amount=amount, signed=sign.isalpha())


def _figures(text: str, words: Sequence[_Word], at: int) -> Number | None:
    """Read "1,920", "2½", "10k", "1.5 million", "2 and a half"."""
    word = words[at]
    amount = _in_figures(word.text)
    if amount is None or _STANDS_ALONE.search(text, max(0, word.start - 3), word.start) is None:
        return None
    stop = word.stop
    if _is(words, at + 1, "signs"):
        amount, stop = amount + _table("signs")[words[at + 1].text], words[at + 1].stop
    elif _THOUSANDS.match(text, stop):
        return Number(word.start, stop + 1, amount * 1000)
    elif _is(words, at + 1, "multipliers"):
        amount, stop = amount * _table("multipliers")[words[at + 1].text], words[at + 1].stop
    share, stop = part_behind(text, stop)
    amount += share
    return Number(word.start, stop, amount, whole=amount.is_integer() and "." not in word.text)


def _in_figures(word: str) -> float | None:
    if word in _table("signs"):
        return _table("signs")[word]
    if not word[:1].isdigit() and not word.startswith("."):
        return None
    if "/" in word:
        above, below = map(float, word.split("/"))
        return above / below if below else None
    if re.fullmatch(r"\d{1,3},\d{1,2}", word):
        return float(word.replace(",", "."))
    return read_number(word)


def _phrase(_text: str, words: Sequence[_Word], at: int) -> Number | None:
    """Read "a couple of", "a full", "twice", "dual"."""
    for length in (3, 2, 1):
        taken = words[at : at + length]
        phrase = " ".join(word.text for word in taken)
        if len(taken) == length and all(word.joined for word in taken[1:]):
            for table in ("phrases", "adverbs"):
                if phrase in _table(table):
                    return Number(taken[0].start, taken[-1].stop, _table(table)[phrase])
    if words[at].text in _table("prefixed") and at + 1 < len(words) and words[at + 1].joined:
        return Number(words[at].start, words[at].stop, _table("prefixed")[words[at].text])
    return None


def _fraction(_text: str, words: Sequence[_Word], at: int) -> Number | None:
    """Read "half a", "a tenth of a", "three quarters of a", "half a thousandth of a", "half a million"; "a third one" is an ordinal."""
    first = words[at].text
    counted = first in _ARTICLES or first in _table("words")
    last = at + 1 if counted else at
    size = _joined_part(words, last) if counted else _part(first)
    if size is None or (not counted and words[last].text not in ("half", "quarter")):
        return None
    count = _table("words").get(first, 1.0)
    if (count != 1) != words[last].text.endswith("s"):
        return None
    behind = _behind_of(words, last + 1)
    if behind == last + 1 and not counted and words[last].text == "quarter":
        return None
    if behind > last + 1 and (nested := _joined_part(words, behind)) is not None:
        size, behind = size * nested, _behind_of(words, behind + 1)
    if _is(words, behind, "multipliers"):
        return Number(words[at].start, words[behind].stop, count * size * _table("multipliers")[words[behind].text])
    return Number(words[at].start, words[behind - 1].stop, count * size, part=True, whole=False)


def _behind_of(words: Sequence[_Word], at: int) -> int:
    """Give the place behind "of a", "of" or "a" where they stand at a word."""
    for expected in (("of",), _ARTICLES):
        if at < len(words) and words[at].joined and words[at].text in expected:
            at += 1
    return at


def _cardinal(text: str, words: Sequence[_Word], at: int) -> Number | None:
    """Read "twenty-four", "two hundred and fifty", "a dozen", "two and a half"."""
    first = at + 1 if words[at].text in _ARTICLES and _is(words, at + 1, "multipliers") else at
    total = group = 0.0
    last = first
    while last < len(words) and (last == at or words[last].joined):
        word = words[last].text
        if word in _table("words") and (last == first or _adds(group, _table("words")[word])):
            group += _table("words")[word]
        elif word in _table("multipliers") and last > at:
            group = (group or 1.0) * _table("multipliers")[word]
            if group >= 1000:
                total, group = total + group, 0.0
        elif word != "and" or last == first or (total + group) % 100 or not _is(words, last + 1, "words"):
            break
        last += 1
    if last == first:
        return None
    share, stop = part_behind(text, words[last - 1].stop)
    return Number(words[at].start, stop, total + group + share, whole=not share)


def _adds(group: float, word: float) -> bool:
    """Tell "twenty four" and "hundred twenty" from the two numbers of "two four"."""
    return (group % 100 >= 20 and group % 10 == 0 and 0 < word < 10) or (group % 100 == 0 and 0 < word < 100)


def _implied(_text: str, words: Sequence[_Word], at: int) -> Number | None:
    """Read a mere "a": one of what follows, where that is a unit."""
    word = words[at]
    return Number(word.start, word.stop, 1.0, implied=True) if word.text in (*_ARTICLES, "every", "sub") else None


_READERS: tuple[Callable[[str, Sequence[_Word], int], Number | None], ...] = (_figures, _phrase, _fraction, _cardinal, _implied)


def _is(words: Sequence[_Word], at: int, table: str) -> bool:
    return at < len(words) and words[at].joined and words[at].text in _table(table)


def _joined_part(words: Sequence[_Word], at: int) -> float | None:
    return _part(words[at].text) if at < len(words) and words[at].joined else None


def _part(word: str) -> float | None:
    if word == "halves":
        return 0.5
    return _table("parts").get(word, _table("parts").get(word.removesuffix("s")))


@cache
def _first_words() -> frozenset[str]:
    """Give the words with which a number can begin."""
    tables = ("words", "multipliers", "parts", "signs", "phrases", "prefixed", "adverbs")
    return frozenset(name.split(" ")[0] for table in tables for name in _table(table)) | {"halves", "every", "sub", *_ARTICLES}


@cache
def _table(name: str) -> Mapping[str, float]:
    return {word: float(value) for word, value in language_data("numbers")[name].items()}
