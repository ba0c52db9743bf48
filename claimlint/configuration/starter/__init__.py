"""The files that a repository starts from: a manifest to be filled in, and a configuration that fits its folders."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from claimlint.configuration.loading import CONFIGURATION_NAME, has_configuration, nearest_manifest
from claimlint.configuration.paths import is_file, relative_to
from claimlint.manifest.names import FILE_NAME

CHANNEL_FOLDERS: Mapping[str, frozenset[str]] = {
    "sales": frozenset({"sales", "deck", "decks", "quotes", "proposals"}),
    "beta": frozenset({"beta", "betas", "early-access", "pilot"}),
    "prospecting": frozenset({"prospecting", "market-research", "surveys"}),
    "internal": frozenset({"internal", "notes", "minutes", "meetings"}),
}
"""Names by which folders usually say who reads what they hold."""


@dataclass(frozen=True, slots=True)
class StarterFile:
    """A file to begin with. text: what to write, None where there is one already, which stays as it is."""

    path: Path
    text: str | None


def starter_files(folder: Path, below: Iterable[Path]) -> tuple[StarterFile, ...]:
    """Give the files for a folder.

    below: folders below it, whose names tell channels. A manifest that stands above, or in one of these, is used and none is begun.
    """
    below = tuple(below)
    existing = next((path / FILE_NAME for path in below if is_file(path / FILE_NAME)), None)
    manifest = next(iter(nearest_manifest(folder)), existing)
    text = _configuration(relative_to(manifest or folder / FILE_NAME, folder), guess_channels(folder, below))
    return (
        StarterFile(manifest or folder / FILE_NAME, None if manifest else _template("capabilities.yaml")),
        StarterFile(folder / CONFIGURATION_NAME, None if has_configuration(folder) else text),
    )


def guess_channels(folder: Path, below: Iterable[Path]) -> dict[str, list[str]]:
    """Give patterns for the channels that folder names speak of; a folder inside one that was taken is part of it."""
    found: dict[str, list[str]] = {}
    taken: list[Path] = []
    for path in sorted(below):
        channel = next((channel for channel, names in CHANNEL_FOLDERS.items() if path.name.lower() in names), None)
        if channel and not any(path.is_relative_to(outer) for outer in taken):
            taken.append(path)
            found.setdefault(channel, []).append(f"{relative_to(path, folder)}/**")
    return {channel: found[channel] for channel in CHANNEL_FOLDERS if channel in found}


def _configuration(manifest: str, channels: Mapping[str, list[str]]) -> str:
    lines = [f"  {channel}: [{', '.join(_quoted(pattern) for pattern in patterns)}]" for channel, patterns in channels.items()]
    block = "\n".join(["channels:", *lines] if lines else ["# channels:", '#   sales: ["decks/**"]', '#   internal: ["notes/**"]'])
    return _template("claimlint.yaml").replace("{manifest}", _quoted(manifest)).replace("{channels}", block)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _template(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")
