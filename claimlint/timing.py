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

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count the time of a block towards a stage."""
        started = perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + perf_counter() - started


def spent(seconds: Mapping[str, float]) -> Iterator[str]:
    """Say in a line each how many seconds the stages took, and all together."""
    for stage, part in {**seconds, "together": sum(seconds.values())}.items():
        yield f"{stage}: {part:.3f} s"
