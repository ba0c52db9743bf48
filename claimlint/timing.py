"""Where the time of a run goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter


@dataclass
class Stopwatch:
    """Adds up the seconds spent in each stage, in the order in which stages first ran."""

    seconds: dict[str, float] = field(default_factory=dict)

    def add(self, seconds: Mapping[str, float]) -> None:
        """Count the time that another process spent in stages."""
        for name, spent_there in seconds.items():
            self.seconds[name] = self.seconds.get(name, 0.0) + spent_there

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count the time of a block towards a stage."""
        started = perf_counter()
        try:
            yield
        finally:
            self.add({name: perf_counter() - started})


def spent(seconds: Mapping[str, float]) -> Iterator[str]:
    """Say in a line each how many seconds the stages took, and all together."""
    for stage, part in {**seconds, "together": sum(seconds.values())}.items():
        yield f"{stage}: {part:.3f} s"
