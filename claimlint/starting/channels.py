"""Which channel a folder's name speaks of, as data (`rules/starting/channels.yaml`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from claimlint.configuration.paths import relative_to
from claimlint.data import read_data

PUBLIC = "public"
_IN_FRONT = re.compile(r"^\d+[\s._-]*")
_JOINED = re.compile(r"[\s._-]+")


def channel_of(name: str) -> str | None:
    """Give the channel that the name of a folder speaks of, or None."""
    return _names().get(_plain(name))


def guess_channels(folder: Path, below: Iterable[Path]) -> dict[str, list[str]]:
    """Give patterns for the channels that folder names speak of, in the order in which they are to be tried.

    below: folders below the folder. A folder inside one that was taken is part of it; inside a public one, it may be of another channel.
    """
    found: dict[str, list[str]] = {}
    taken: dict[Path, str] = {}
    for path in sorted(below):
        channel = channel_of(path.name)
        around = {taken[outer] for outer in path.parents if outer in taken}
        if channel and (not around or (around == {PUBLIC} and channel != PUBLIC)):
            taken[path] = channel
            found.setdefault(channel, []).append(f"{escaped(relative_to(path, folder))}/**")
    return {channel: found[channel] for channel in read_data("starting/channels.yaml", as_text=True) if channel in found}


def escaped(pattern: str) -> str:
    """Write a path so that .gitignore takes none of its signs for a pattern."""
    return re.sub(r"([\\*?\[\]!#])", r"\\\1", pattern)


def _plain(name: str) -> str:
    return _JOINED.sub("", _IN_FRONT.sub("", name).casefold())


@cache
def _names() -> Mapping[str, str]:
    data = read_data("starting/channels.yaml", as_text=True)
    return {_plain(name): channel for channel, names in data.items() for name in names}
