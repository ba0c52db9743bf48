"""Rating codes in which a higher number covers the lower ones, beside those of ingress protection."""

from __future__ import annotations

import re

from claimlint.rules.ingress import covers_ingress

_SCALES: tuple[re.Pattern[str], ...] = (
    re.compile(r"\bIK\s?(\d{1,2})\b", re.IGNORECASE),
    re.compile(r"\b(\d{1,3})\s?(?:ATM|bar)\b", re.IGNORECASE),
)
"""Impact energy (IEC 62262, IK00 to IK11) and the test pressure of watches (ISO 22810), in which an atmosphere is stated as a bar."""


def covers_rating(held: str, claimed: str) -> bool:
    """Tell whether the codes held cover every code claimed; a code of a scale on which nothing is held cannot be compared."""
    return covers_ingress(held, claimed) and all(_reaches(scale, held, claimed) for scale in _SCALES)


def _reaches(scale: re.Pattern[str], held: str, claimed: str) -> bool:
    highest = max(map(int, scale.findall(held)), default=None)
    return highest is None or all(int(step) <= highest for step in scale.findall(claimed))
