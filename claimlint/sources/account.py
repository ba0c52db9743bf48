"""What documents are checked against and why on that channel, for somebody who wonders."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimlint.configuration.model import Configuration
from claimlint.configuration.paths import reported
from claimlint.sources.discovery import Discovered


def account(documents: Sequence[Discovered]) -> Iterator[str]:
    """Give lines that say of each configuration what it names, and of each document under it which pattern decides its channel."""
    for configuration in {id(document.configuration): document.configuration for document in documents}.values():
        yield from _of_configuration(configuration)
        yield from (f"  {_of_document(document)}" for document in documents if document.configuration is configuration)


def _of_configuration(configuration: Configuration) -> Iterator[str]:
    yield f"configuration: {reported(configuration.path) if configuration.path else 'none; the nearest manifest serves'}"
    yield f"  manifest: {', '.join(map(reported, configuration.manifests))}"
    yield f"  rules: {', '.join(rule if isinstance(rule, str) else reported(rule) for rule in configuration.rules)}"
    yield f"  language model: {configuration.model or 'the one that comes with claimlint'}"
    if configuration.baseline is not None:
        yield f"  baseline: {reported(configuration.baseline)}"


def _of_document(document: Discovered) -> str:
    if document.reason is not None:
        return f"{document.reported}: not read"
    channel, pattern = document.configuration.channel_and_pattern(document.path)
    if pattern is not None:
        return f'{document.reported}: {channel}, by "{pattern}"'
    because = "as the command line says" if document.configuration.channel is not None else "as no pattern names it"
    return f"{document.reported}: {channel}, {because}"
