"""A run of a check as a history keeps it: how much was promised on a day, and how much of it engineering stood behind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

FINE = "fine"
"""In place of a category: the claim was judged, and nothing was found."""
NOT_JUDGED = "not-judged"
"""In place of a category: the claim stands on a channel that is not checked."""


@dataclass(frozen=True, slots=True, order=True)
class Count:
    """How many claims and findings there are of a channel, a gate and a category.

    gate: the last that the claims' capability or product has passed, or "none"; empty where they speak of neither. category: of the
    findings; of claims that of their gravest finding, or FINE, or NOT_JUDGED.
    """

    channel: str
    gate: str
    category: str
    claims: int = 0
    findings: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """A run. label: what the run was of, such as a revision, or empty. version: of claimlint.

    manifests: (path, sha256) of each. capabilities: how many have passed which gate last, lowest first, "none" before all.
    """

    day: date
    label: str
    version: str
    manifests: tuple[tuple[str, str], ...]
    checked: int
    not_checked: int
    capabilities: tuple[tuple[str, int], ...]
    counts: tuple[Count, ...]

    @property
    def promised(self) -> int:
        """The claims that were judged."""
        return sum(count.claims for count in self.counts if count.category != NOT_JUDGED)

    @property
    def held(self) -> int:
        """Those of them in which nothing was found."""
        return sum(count.claims for count in self.counts if count.category == FINE)

    @property
    def findings(self) -> int:
        """All findings."""
        return sum(count.findings for count in self.counts)

    def promised_by(self, key: Callable[[Count], str]) -> Counter[str]:
        """Count the judged claims by a part of their counts."""
        return self._sums(key, lambda count: count.claims * (count.category != NOT_JUDGED))

    def held_by(self, key: Callable[[Count], str]) -> Counter[str]:
        """Count those in which nothing was found likewise."""
        return self._sums(key, lambda count: count.claims * (count.category == FINE))

    def findings_by(self, key: Callable[[Count], str]) -> Counter[str]:
        """Count the findings likewise."""
        return self._sums(key, lambda count: count.findings)

    def _sums(self, key: Callable[[Count], str], number: Callable[[Count], int]) -> Counter[str]:
        sums: Counter[str] = Counter()
        for count in self.counts:
            sums[key(count)] += number(count)
        return +sums
