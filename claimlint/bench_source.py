"""Where benches come from: what reports tell of one is remembered, and it is loaded only where copy has to be judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from claimlint.caching.identity import digest
from claimlint.configuration.model import Configuration, Settings
from claimlint.configuration.paths import reported
from claimlint.errors import InputError, Problem
from claimlint.language.pipeline import DEFAULT_MODEL
from claimlint.outline import Outline
from claimlint.rules.files import rule_files
from claimlint.timing import Stopwatch

if TYPE_CHECKING:
    from claimlint.bench import Bench


@dataclass
class BenchSource:
    """A configuration with the settings of a run, and the bench that they make."""

    configuration: Configuration
    settings: Settings

    @property
    def model(self) -> str:
        """The name of the spaCy pipeline."""
        return self.configuration.model or DEFAULT_MODEL

    @cached_property
    def bench(self) -> Bench:
        """The bench, loaded when it is first asked for. Raises InputError for what is wrong with it."""
        from claimlint.bench import load_bench

        return load_bench(self.configuration)

    @cached_property
    def outline(self) -> Outline:
        """What reports tell of the bench: as it is remembered, else of the bench itself, which raises InputError as that does."""
        memory = self.settings.memory
        known = memory.recall(self.key, Outline)
        if known is not None:
            return known
        from claimlint.bench import outline_of

        made = outline_of(self.bench, self.configuration, self.settings.as_of)
        memory.keep(self.key, made)
        return made

    @cached_property
    def key(self) -> bytes:
        """The key of everything but documents that decides what is reported; empty where nothing is remembered."""
        return self.settings.memory.key_of(self.model, *self.basis) if self.settings.memory.store is not None else b""

    @property
    def basis(self) -> tuple[bytes, bytes]:
        """Hashes of what was settled for the run, and of the files of the bench: with the program, all that decides but documents."""
        settled = (self.settings.as_of.isoformat(), str(self.settings.exhaustive), *_settled(self.configuration))
        told = (text.encode("utf-8", "surrogateescape") for text in settled)
        return digest(told), digest(_files(self.configuration))


def sources_of(configurations: Iterable[Configuration], settings: Settings, watch: Stopwatch) -> dict[int, BenchSource]:
    """Give the sources of benches by the identity of configurations, each with its outline known.

    Raises InputError with everything that is wrong with any of them.
    """
    sources: dict[int, BenchSource] = {}
    problems: list[Problem] = []
    with watch.stage("load"):
        for configuration in {id(each): each for each in configurations}.values():
            source = sources[id(configuration)] = BenchSource(configuration, settings)
            try:
                source.outline  # noqa: B018  what is wrong is told before any copy is read
            except InputError as error:
                problems.extend(error.problems)
    if problems:
        raise InputError(dict.fromkeys(problems))
    return sources


def _settled(configuration: Configuration) -> Iterator[str]:
    """Give what a configuration says of benches; where its files lie is no part of it."""
    yield from (repr(configuration.max_age), repr(configuration.confidence), repr(sorted(configuration.severity.items())))
    yield repr([name for name, _ in configuration.channels])
    yield from (rule if isinstance(rule, str) else reported(rule) for rule in configuration.rules)


def _files(configuration: Configuration) -> Iterator[bytes]:
    """Give the names and the bytes of all files that a bench is made of. One that cannot be read is told of when the bench is loaded."""
    rules = [file for rule in configuration.rules if isinstance(rule, Path) for file in rule_files(rule)]
    for path in (*configuration.manifests, *rules):
        yield reported(path).encode("utf-8", "surrogateescape")
        try:
            yield path.read_bytes()
        except OSError:
            yield b""
