"""Versions of standards ("5.3", "Wi-Fi 6E", "802.11ax", "3.2 Gen 2") and which of two is newer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from claimlint.data import read_data

_PART = re.compile(r"(\d+)([a-z]*)")
_WIFI = re.compile(r"802\.11\s?([a-z]{1,2}(?:\s*/\s*[a-z]{1,2})*)\b", re.IGNORECASE)
_GENERATION = re.compile(r"(?<=\d)\s*gen\s*(?=\d)")


def is_newer(claimed: str, held: str) -> bool:
    """Tell whether the version claimed is newer than the one held: "5.10" than "5.2", "6E" than "6" and "802.11ax".

    Generations of USB compare by what they are, however they were named ("3.0" is "3.2 Gen 1"), and only where both name one.
    False where one of the two holds no version at all, or an 802.11 amendment that is no Wi-Fi generation.
    """
    first_text, second_text = (_GENERATION.sub(" gen ", text.lower()).strip() for text in (claimed, held))
    if " gen " in second_text:
        names = _standards()["usb-names"]
        first_text, second_text = names.get(first_text, first_text), names.get(second_text, second_text)
    else:
        first_text = first_text.partition(" gen ")[0]
    first, second = _comparable(first_text), _comparable(second_text)
    return bool(first and second) and first > second


def _comparable(text: str) -> tuple[tuple[int, str], ...]:
    wifi = _WIFI.search(text)
    if wifi:
        generations = _standards()["wifi-generations"]
        amendments = [amendment.strip() for amendment in wifi[1].lower().split("/")]
        text = max((generations[amendment] for amendment in amendments if amendment in generations), default="")
    parts = [(int(number), letters) for number, letters in _PART.findall(text.lower())]
    while len(parts) > 1 and parts[-1] == (0, ""):
        parts.pop()
    return tuple(parts)


@cache
def _standards() -> Mapping[str, Mapping[str, str]]:
    standards: Mapping[str, Mapping[str, str]] = read_data("standards.yaml", as_text=True)
    return standards
