"""What a run comes to, counted while its results are written: the last lines for people, and the exit status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from claimlint.configuration.model import FailOn
from claimlint.counting import counted
from claimlint.finding import SEVERITIES
from claimlint.reports.excerpt import printable
from claimlint.reports.summary import found_in, of_pictures, of_unjudged
from claimlint.review.outcome import CLEAN, FINDINGS, UNREADABLE

_MOST_NAMED = 20
"""Documents that were not checked; results list them all."""


@dataclass
class Tally:
    """Counts of what was found. new: findings by severity; states: of the others; hidden: new ones that results leave out."""

    new: Counter[str] = field(default_factory=Counter)
    states: Counter[str] = field(default_factory=Counter)
    hidden: int = 0
    claims: int = 0
    checked: int = 0
    not_checked: int = 0
    named: list[tuple[str, str]] = field(default_factory=list)
    pictures: list[int] = field(default_factory=lambda: [0, 0])
    unjudged: Counter[str] = field(default_factory=Counter)
    unjudged_claims: int = 0
    unread: bool = False
    fails: bool = False

    def add(self, values: Mapping[str, Any], unread: bool, pictures: int, fail_on: FailOn) -> None:
        """Count a document. values: its row with all findings; unread, pictures: as of its outcome."""
        new = Counter(finding["severity"] for finding in values["findings"] if finding["state"] == "new")
        self.new.update(new)
        self.states.update(finding["state"] for finding in values["findings"])
        self.claims += values["claims"]
        self.unread = self.unread or unread
        self.fails = self.fails or (fail_on != "never" and any(new[each] for each in SEVERITIES[SEVERITIES.index(fail_on) :]))
        self.pictures = [self.pictures[0] + pictures, self.pictures[1] + bool(pictures)]
        if values["reason"] is not None:
            self.not_checked += 1
            if len(self.named) < _MOST_NAMED:
                self.named.append((values["path"], values["reason"]))
            return
        self.checked += 1
        if not values["judged"]:
            self.unjudged[values["channel"]] += 1
            self.unjudged_claims += values["claims"]

    @property
    def exit_status(self) -> int:
        """The exit status of the run, as for one on this computer alone."""
        if self.unread:
            return UNREADABLE
        return FINDINGS if self.fails else CLEAN

    def lines(self, *, quiet: bool = False) -> Iterator[str]:
        """Give the summary for people; what was not checked is always named, and where they want quiet, nothing else."""
        if self.not_checked:
            yield f"Not checked ({counted(self.not_checked, 'document')}):"
            yield from (f"  {path}: {printable(reason)}" for path, reason in self.named)
            if self.not_checked > len(self.named):
                yield f'  and {self.not_checked - len(self.named)} more, with "status": "not-checked" in the results'
        if quiet:
            return
        if self.pictures[1]:
            yield of_pictures(*self.pictures)
        if self.unjudged:
            yield of_unjudged(self.unjudged, self.unjudged_claims, self.unjudged.total())
        yield found_in({severity: self.new[severity] for severity in reversed(SEVERITIES)}, self.claims, self.checked)
        if self.hidden:
            yield f"{counted(self.hidden, 'finding')} below --min-severity not shown."
        if self.states["suppressed"]:
            yield f"{counted(self.states['suppressed'], 'finding')} suppressed; --show-all shows them."
