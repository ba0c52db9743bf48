"""Days, months, quarters and years that copy names, as spans of days."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from claimlint.data import read_data
from claimlint.statement import Span

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_MONTH = "(?P<month>" + "|".join(rf"{month[:3]}(?:{month[3:]})?" if month != "may" else "may" for month in _MONTHS) + r")\.?"
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_YEAR = r"(?P<year>20\d\d)"
_SHAPES = tuple(
    re.compile(rf"(?<![\w-]){shape}(?![\w-])", re.IGNORECASE)
    for shape in (
        rf"{_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}",
        rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}",
        rf"{_MONTH},?\s+(?:of\s+)?{_YEAR}",
        rf"Q(?P<quarter>[1-4])[\s/]*(?:of\s+)?{_YEAR}",
        rf"{_YEAR}[\s/]*Q(?P<quarter>[1-4])",
        rf"(?P<ordinal>{'|'.join(_ORDINALS)})\s+quarter\s+(?:of\s+)?{_YEAR}",
        rf"H(?P<half>[12])[\s/]*{_YEAR}",
        rf"(?<=\bin ){_YEAR}",
        rf"(?<=\bby ){_YEAR}",
    )
)


_WORD = re.compile(r"[\w'’-]+")
_ORDERS = re.compile(r"\b(?:pre-?)?order|\breserv", re.IGNORECASE)


def speaks_of_orders(text: str) -> bool:
    """Tell whether a text that offers a product speaks of orders for it, and not of delivery."""
    return _ORDERS.search(text) is not None


def is_told_of_gate(text: str, stage: tuple[int, int], span: Span) -> bool:
    """Tell whether a text dates a gate and nothing else. stage: where its name stands in front of the span."""
    waits = _words(text[: stage[0]])[-1:]
    between = _words(text[stage[1] : span.start])
    data = _data()
    return not set(waits) & set(data["waiting"]) and set(between) <= set(data["plain"])


def is_bound(text: str, span: Span) -> bool:
    """Tell whether a text says how late or how long, and not when: "by June 2027"."""
    words = [word for word in _words(text[: span.start]) if word not in ("the", "end", "of")]
    return bool(words) and words[-1] in _data()["bounding"]


def offer_dated(text: str, span: Span) -> str:
    """Give the date of availability that a span stands for: "preorder" or "ships", by the last word for either in front of it; or ""."""
    offers: Mapping[str, list[str]] = _data()["offers"]
    said = [what for word in _words(text[: span.start]) for what, words in offers.items() if word in words]
    return said[-1] if said else ""


def beside_offer(text: str, names: Iterable[tuple[int, int]], span: Span) -> tuple[str, ...]:
    """Give the words by which a dated offer is of something else than the product: "spare parts" in "Brook spare parts ship in May 2027".

    names: where the product is named. Words count up to the day and to the last word for the offer: behind the product's name, or
    from the beginning where it is not named; and in front of the name the one that it belongs to ("firmware for the Ouzel").
    """
    data = _data()
    offers = {word for words in data["offers"].values() for word in words}
    plain = {*data["plain"], *data["bounding"], *data["opening"], *data["beside"], *offers}
    text = text[: span.start] + " " * (span.stop - span.start) + text[span.stop :]
    end = max((span.start, *(found.end() for found in _WORD.finditer(text) if found[0].lower() in offers)))
    start, stop = max((name for name in names if name[1] <= end), default=(0, 0))
    in_front = [word for word in _words(re.split(r"[,:;.!?–—]", text[:start])[-1]) if word not in data["articles"]]
    owner = in_front[-2:-1] if in_front[-1:] and in_front[-1] in data["owning"] else in_front[-1:]
    return tuple(word for word in (*owner, *_words(text[stop:end])) if word not in plain and not word.endswith("ly"))


def opens_orders(text: str) -> bool:
    """Tell whether a text that speaks of orders dates their beginning."""
    return not set(_words(text)).isdisjoint(_data()["opening"])


@cache
def _data() -> Mapping[str, Any]:
    words: Mapping[str, Any] = read_data("calendar.yaml", as_text=True)
    return words


def _words(text: str) -> list[str]:
    return [found[0].lower() for found in _WORD.finditer(text)]


def spans_in(text: str) -> tuple[Span, ...]:
    """Give the spans of days that a text names with their year, in order; of spans within each other the outer."""
    found = sorted(_found(text), key=lambda span: (span.start, -span.stop))
    kept: list[Span] = []
    for span in found:
        if not kept or span.start >= kept[-1].stop:
            kept.append(span)
    return tuple(kept)


def _found(text: str) -> Iterator[Span]:
    for shape in _SHAPES:
        for match in shape.finditer(text):
            try:
                first, last = _days(match.groupdict())
            except ValueError:
                continue  # "2027-02-31" is no day
            yield Span(first, last, match[0], match.start(), match.end())


def _days(parts: dict[str, str | None]) -> tuple[date, date]:
    year = int(parts["year"] or 0)
    first_month, last_month = _months(parts)
    if parts.get("day"):
        day = date(year, first_month, int(parts["day"] or 0))
        return day, day
    return date(year, first_month, 1), date(year, last_month, monthrange(year, last_month)[1])


def _months(parts: dict[str, str | None]) -> tuple[int, int]:
    """Give the first and the last month, from 1."""
    if month := parts.get("month"):
        number = next(at for at, name in enumerate(_MONTHS, 1) if name.startswith(month.lower()))
        return number, number
    if number_text := parts.get("number"):
        return int(number_text), int(number_text)
    quarter = int(parts.get("quarter") or _ORDINALS.get((parts.get("ordinal") or "").lower(), 0))
    if quarter:
        return quarter * 3 - 2, quarter * 3
    half = int(parts.get("half") or 0)
    return (half * 6 - 5, half * 6) if half else (1, 12)
