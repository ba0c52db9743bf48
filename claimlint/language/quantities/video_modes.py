"""Video modes, which name a resolution and a frame rate in one word: "4Kp60", "1080p60", "4K60", "4K"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimlint.language.quantities.masking import BLANK
from claimlint.language.quantities.quantity import Quantity

_LINES = {"2": 1080, "2.5": 1440, "2.7": 1520, "4": 2160, "5": 2880, "5.3": 2988, "6": 3456, "8": 4320}
"""Lines that a format in thousands stands for (ITU-R BT.2020 for 4K and 8K; makers' usage for the others)."""

_MODE = re.compile(
    rf"(?<![\w.])(?:(?P<thousands>{'|'.join(map(re.escape, _LINES))})K[pi]?@?|(?P<lines>\d{{3,4}})[pi]@?)(?P<rate>\d{{2,3}})?(?:Hz|fps)?\b"
)


def video_modes(text: str) -> Iterator[Quantity]:
    """Find the video modes of a text: their lines in "px", their pictures a second in "fps"."""
    for match in _MODE.finditer(text):
        lines = float(match["lines"] or _LINES[match["thousands"]])
        stop = match.start("rate") if match["rate"] else match.end()
        yield Quantity(match.start(), stop, match.start(), lines, None, "px", "exact")
        if match["rate"]:
            yield Quantity(stop, match.end(), stop, float(match["rate"]), None, "fps", "exact")


def without_video_modes(text: str) -> str:
    """Give the text with BLANK in place of its video modes; it stays as long as it was."""
    return _MODE.sub(lambda match: BLANK * len(match.group()), text)
