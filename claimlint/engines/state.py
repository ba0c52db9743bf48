"""What decides what comes of a document: its content, and all that it is checked with."""

from __future__ import annotations

from claimlint.bench_source import BenchSource
from claimlint.caching.identity import contents, digest
from claimlint.configuration.paths import reported
from claimlint.engines.listed import Listed


def basis_of(source: BenchSource) -> bytes:
    """Give a hash of everything but documents that decides what is found under a configuration: the program, files, settings, the day."""
    folder = reported(source.configuration.folder).encode("utf-8", "surrogateescape")
    return digest((contents(source.model), *source.basis, folder))


def state_of(listed: Listed, basis: bytes) -> bytes:
    """Give a hash of all that decides what comes of a document; empty where its content may change unseen."""
    if not listed.state and not listed.reason:
        return b""
    texts = (listed.state, listed.reported, listed.seen_as, listed.channel, listed.reason)
    return digest((basis, *(text.encode("utf-8", "surrogateescape") for text in texts)))
