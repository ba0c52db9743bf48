"""Numbers that measure nothing: web addresses, dates, times of day, names that hold a number, turns of speech."""

from __future__ import annotations

import re
from functools import cache

from claimlint.language.data import language_data

BLANK = "\0"
"""Stands in place of a character that is not to be read; it is neither a space nor part of a word."""

_ADDRESS = r"https?://\S+|\bwww\.\S+|(?<!\S)\S+@\S+\.\w+"
_DATE = (
    r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./](?:19|20)\d{2}\b|\b(?:19|20)\d{2}[-/]\d{2}\b(?!\d)"
    r"|\b(?:Q[1-4]|H[12]|FY)[ ,/-]?'?(?:20)?\d{0,2}\b|\b(?:first|second|third|fourth|last|next|this) (?:quarter|half)(?: of)?(?: \d{4})?\b"
)
_YEAR = (
    r"\b(?:19|20)\d{2}\b(?!,\d|\.\d|:1\b|[ \u00a0-]?[x×*°%]"
    r"|[ \u00a0-]?[A-Za-zµΩ]{1,3}\b(?<!\bto)(?<!\bis)(?<!\bas)(?<!\bin)(?<!\band)(?<!\bwe)(?<!\bthe)(?<!\bit)(?<!\bat)(?<!\bon)(?<!\bor))"
)
_TIME = r"\b\d{1,2}:\d{2}\b(?!:)|\b\d{1,2}(?::\d{2})? ?[ap]\.?m\.?(?!\w)|\b\d{1,2}:[2-9]\b|\b\d{1,2}:\d{2}:\d{2}\b"
_DOTTED = r"(?<![\d.])\d+\.\d+\.\d+[\w.]*|\b\w+-in-(?:one|\d+)\b"
# The fifth generation of mobile networks is no rate, unless a wire follows: "2.5G Ethernet".
_GENERATION = r"\b[2-6]G\b(?![ -](?:\w+ )?(?:Ethernet|LAN|RJ-?45|NIC|SFP|port|switch|link|network port))"


def masked(text: str) -> str:
    """Give the text with BLANK in place of what holds a number and measures nothing; it stays as long as it was."""
    return _pattern().sub(lambda match: BLANK * len(match.group()), text)


@cache
def _pattern() -> re.Pattern[str]:
    data = language_data("numbers")
    idioms = "|".join(re.escape(idiom).replace(r"\ ", r"\s+") for idiom in sorted(data["idioms"], key=len, reverse=True))
    months = "|".join(sorted(data["months"], key=len, reverse=True))
    day = (
        rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:{months})\b(?:,? \d{{4}})?|\b(?:{months})\.? \d{{1,2}}(?:st|nd|rd|th)?\b(?!\.?\d)(?:,? \d{{4}})?"
    )
    spoken = rf"(?i:{_DATE}|{day}|\b(?:{idioms})\b(?![ -](?:hour|minute|second|day|week|month|year|meter|metre|terabyte|gigabyte)))"
    return re.compile(f"{_ADDRESS}|{spoken}|{_DOTTED}|{_YEAR}|{_TIME}|{_GENERATION}")
