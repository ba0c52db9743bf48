"""What a number in a text says."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimlint.claim import Bound


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text. start, stop: character range, bound words included; number_start: where the digits begin.

    unit: as written, "" for a bare count; "MB/second" where the words were "MB a second". to: the second end of a range, in the same
    unit. strict: the words exclude the number itself. deviation: the amount goes both ways ("± 0.5 °C").
    nouns: the words behind it, lower case: what a bare count counts ("ports" in "four USB ports"), what has the measure ("stick" in
    "a 128 GB USB stick"). per: the unit of time in which that many are counted ("minute" in "30 pages a minute"). multiplied: a count
    that is written with a multiplication sign ("2x HDMI"). times: how many of the amount there are ("2 × 5 W").
    sides, position: of a dimension: 2 and 0 for the first of "320 × 240". whole: written without a fraction.
    """

    start: int
    stop: int
    number_start: int
    amount: float
    to: float | None
    unit: str
    bound: Bound
    strict: bool = False
    nouns: tuple[str, ...] = ()
    position: int = 0
    sides: int = 1
    multiplied: bool = False
    per: str = ""
    times: float = 1.0
    deviation: bool = False
    whole: bool = True

    def moved(self, characters: int) -> Quantity:
        """Give the quantity as it stands in a text that has so many more characters before it."""
        if not characters:
            return self
        return replace(self, start=self.start + characters, stop=self.stop + characters, number_start=self.number_start + characters)
