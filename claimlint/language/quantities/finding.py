"""All quantities of a text, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from claimlint.language.data import language_data
from claimlint.language.quantities.bounds import bounds_around
from claimlint.language.quantities.combining import READERS
from claimlint.language.quantities.masking import BLANK, masked
from claimlint.language.quantities.measured import Measured, measured_numbers
from claimlint.language.quantities.quantity import Quantity
from claimlint.language.quantities.video_modes import video_modes, without_video_modes
from claimlint.units import read_measure


@lru_cache(maxsize=256)
def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Find the quantities of a text in order of their place; they overlap only as sides of one dimension."""
    blanked = masked(without_video_modes(text))
    spans = list(_spans(blanked))
    for quantity in spans:
        blanked = blanked[: quantity.start] + BLANK * (quantity.stop - quantity.start) + blanked[quantity.stop :]
    found = [*_combined(blanked, list(measured_numbers(blanked))), *spans, *video_modes(text)]
    return tuple(sorted(found, key=lambda quantity: (quantity.number_start, quantity.position)))


def _combined(text: str, numbers: Sequence[Measured]) -> Iterator[Quantity]:
    at = 0
    while at < len(numbers):
        quantities, taken = next(reading for read in READERS if (reading := read(text, numbers, at))[1])
        yield from quantities
        at += taken


def _spans(text: str) -> Iterator[Quantity]:
    """Find stretches of time in one word: "all-day", "overnight"."""
    for match in _span_pattern().finditer(text):
        amount, unit = read_measure(language_data("numbers")["spans"][re.sub(r"\s+", " ", match.group().lower())])
        bounds = bounds_around(text, match.start(), match.end())
        yield Quantity(
            bounds.start,
            bounds.stop,
            match.start(),
            amount,
            None,
            unit,
            "approx" if bounds.bound == "exact" else bounds.bound,
            bounds.strict,
        )


@cache
def _span_pattern() -> re.Pattern[str]:
    words = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(language_data("numbers")["spans"], key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{words})\b", re.IGNORECASE)
