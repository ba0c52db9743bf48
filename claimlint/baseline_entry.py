"""What a baseline holds: findings that were there when it was written, and that a check does not report as new."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BaselineEntry:
    """One excused finding. path: of its document, as seen from the baseline's folder, with forward slashes.

    code, subject, words: for people; the claim's words are folded and cut. promise: what the finding is recognised by, wherever
    its document lies (64 hexadecimal digits).
    """

    path: str
    code: str
    subject: str | None
    words: str
    promise: str


@dataclass(frozen=True)
class BaselineStanding:
    """How a baseline stands after a run. path: as it is reported. unmatched: entries that match nothing any more.

    added: entries that it did not hold at the revision `since`. only_shrinks: whether either of them makes the run fail.
    """

    path: str
    unmatched: tuple[BaselineEntry, ...] = ()
    added: tuple[BaselineEntry, ...] = ()
    since: str | None = None
    only_shrinks: bool = False

    @property
    def fails(self) -> bool:
        """Whether the baseline has grown, or holds more than it has to, where it may only shrink."""
        return self.only_shrinks and bool(self.unmatched or self.added)
