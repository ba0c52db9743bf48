"""The configuration of a content repository as a value, and which of its patterns a path meets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from claimlint.caching.memory import Memory
from claimlint.configuration.paths import relative_to
from claimlint.errors import Origin

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

FailOn = Literal["error", "warning", "info", "never"]

CHANNELS: tuple[str, ...] = ("public", "sales", "beta", "prospecting", "internal")
"""Those of the policy that comes with claimlint; a team's own policy may have others."""
DEFAULT_CHANNEL = "public"
FAIL_ON: tuple[FailOn, ...] = ("error", "warning", "info", "never")

Patterns = tuple[str, ...]


@dataclass(frozen=True)
class Configuration:
    """How the files below a folder are checked.

    folder: absolute; patterns are relative to it. path: the file it was read from, None where a manifest alone serves.
    manifests: absolute paths, at least one. channels: (name, patterns), first match wins. rules: names of packs as text,
    rule files as absolute paths. severity: error, warning, info or off, by code, name or category of rules. model: a spaCy
    pipeline, None for the one that comes with claimlint. max_age: days after which a locked manifest is stale. confidence: 0
    to 1, None for that of the policy. channel: overrides the patterns. origin: where names of channels, rules and severities stand.
    """

    folder: Path
    manifests: tuple[Path, ...]
    path: Path | None = None
    channels: tuple[tuple[str, Patterns], ...] = ()
    include: Patterns = ()
    exclude: Patterns = ()
    rules: tuple[str | Path, ...] = ("default",)
    severity: Mapping[str, str] = field(default_factory=dict)
    fail_on: FailOn = "error"
    baseline: Path | None = None
    model: str | None = None
    max_age: int | None = None
    confidence: float | None = None
    channel: str | None = None
    origin: Origin = field(default=Origin("the configuration"), compare=False)

    def relative(self, path: Path) -> str:
        """Give a path as seen from the configuration's folder, with forward slashes: the same from every working directory."""
        return relative_to(path, self.folder)

    def channel_for(self, path: Path) -> str:
        """Give the channel of a file: the first whose patterns match, else public."""
        return self.channel_and_pattern(path)[0]

    def channel_and_pattern(self, path: Path) -> tuple[str, str | None]:
        """Give the channel of a file with the pattern that decides it; None where none matches, or `channel` overrides them."""
        if self.channel is not None:
            return self.channel, None
        if not self.channels:
            return DEFAULT_CHANNEL, None
        relative = self.relative(path)
        for name, patterns in self.channels:
            if _matches(patterns, relative):
                at = _compiled(patterns).check_file(relative).index
                return name, None if at is None else patterns[at]
        return DEFAULT_CHANNEL, None

    def includes(self, path: Path) -> bool:
        """Tell whether a file that a folder holds is checked as far as `include` goes; without `include`, every one is."""
        return not self.include or _matches(self.include, self.relative(path))

    def names(self, path: Path) -> bool:
        """Tell whether a pattern of `include` that ends with the suffix of a file takes it in, such as "ads/*.csv"."""
        suffix = path.suffix.lower()
        return _matches(tuple(pattern for pattern in self.include if pattern.lower().endswith(suffix)), self.relative(path))

    def is_made_of(self, path: Path) -> bool:
        """Tell whether an absolute path is the configuration's own file, its baseline, a manifest or one of its rule files."""
        rules = [rule for rule in self.rules if isinstance(rule, Path)]
        return path in (self.path, self.baseline, *self.manifests) or any(path.is_relative_to(rule) for rule in rules)

    def excludes(self, path: Path) -> bool:
        """Tell whether `exclude` leaves a file out."""
        return bool(self.exclude) and _matches(self.exclude, self.relative(path))


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for a whole run. as_of: the day that counts as today.

    explain: say of each claim why it is linked as it is. exhaustive: parse all copy, without the sieve. update_baseline: write the
    baselines anew. ratchet: they may only shrink. ratchet_from: the git revision that they are held against, None for none. memory: what
    is known of documents from before. jobs: how many processes read documents, None for what suits this computer and the amount of work.
    """

    as_of: date
    explain: bool = False
    exhaustive: bool = False
    update_baseline: bool = False
    ratchet: bool = False
    ratchet_from: str | None = None
    memory: Memory = field(default_factory=Memory, compare=False)
    jobs: int | None = 1


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the command line sets above every configuration; None and empty leave the configuration as it is.

    config: the configuration file to use for all files. manifests, baseline: relative to the working directory.
    """

    config: Path | None = None
    manifests: tuple[Path, ...] = ()
    channel: str | None = None
    rules: tuple[str, ...] = ()
    fail_on: FailOn | None = None
    model: str | None = None
    baseline: Path | None = None


def _matches(patterns: Patterns, relative: str) -> bool:
    return bool(patterns) and _compiled(patterns).match_file(relative)


@lru_cache(maxsize=256)
def _compiled(patterns: Patterns) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)
