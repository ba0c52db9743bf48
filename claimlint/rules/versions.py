"""Versions of standards ("5.3", "Wi-Fi 6E", "802.11ax") and which of two is newer."""

from __future__ import annotations

import re

_PART = re.compile(r"(\d+)([a-z]*)")
_WIFI = re.compile(r"802\.11\s?([a-z]{1,2}(?:\s*/\s*[a-z]{1,2})*)\b", re.IGNORECASE)
_WIFI_GENERATIONS = {"b": "1", "a": "2", "g": "3", "n": "4", "ac": "5", "ax": "6", "be": "7", "bn": "8"}
"""Wi-Fi Alliance generation of each IEEE 802.11 amendment; 1 to 3 are customary, the Alliance begins with 4."""


def is_newer(claimed: str, held: str) -> bool:
    """Tell whether the version claimed is newer than the one held: "5.10" than "5.2", "6E" than "6" and "802.11ax".

    False where one of the two holds no version at all, or an 802.11 amendment that is no Wi-Fi generation.
    """
    first, second = _comparable(claimed), _comparable(held)
    return bool(first and second) and first > second


def _comparable(text: str) -> tuple[tuple[int, str], ...]:
    wifi = _WIFI.search(text)
    if wifi:
        amendments = [amendment.strip() for amendment in wifi[1].lower().split("/")]
        text = max((_WIFI_GENERATIONS[amendment] for amendment in amendments if amendment in _WIFI_GENERATIONS), default="")
    parts = [(int(number), letters) for number, letters in _PART.findall(text.lower())]
    while len(parts) > 1 and parts[-1] == (0, ""):
        parts.pop()
    return tuple(parts)
