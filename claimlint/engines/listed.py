"""A document that is to be checked, wherever it lies and whoever reads it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Listed:
    """A document that was found, and not read yet.

    place: the file system that has it, as a number; path: its name there. reported: as reports name it. seen_as: the absolute path that
    the configuration sees; what lies elsewhere, it sees in its own folder. configuration: a number. size: in bytes, None where the
    listing does not say. state: what tells its content from another one under the same name, empty where nothing does. reason: why it
    cannot be checked, empty where it can.
    """

    place: int
    path: str
    reported: str
    seen_as: str
    configuration: int
    channel: str
    size: int | None = None
    state: str = ""
    reason: str = ""
