"""What the shell offers for values that are no file names: channels, formats, rules and packs. Nothing here loads the parser."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimlint.errors import InputError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Complete = Callable[[click.Context, click.Parameter, str], "list[CompletionItem]"]
"""Gives what a value may be that begins as typed: context, parameter, what is typed."""


def offer(rows: Iterable[tuple[str, str]], incomplete: str) -> list[CompletionItem]:
    """Give the terms that begin as typed, with what is said of them; each once."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(term, help=text or None) for term, text in dict(rows).items() if term.startswith(incomplete)]


def one_of(names: Iterable[str]) -> Complete:
    """Make what offers these names."""
    rows = [(name, "") for name in names]
    return lambda _context, _parameter, incomplete: offer(rows, incomplete)


def channels(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the channels of the configuration that holds here, and those that there always are."""
    from claimlint.configuration import CHANNELS

    return offer([(name, "") for name in (*_configured_channels(context), *CHANNELS)], incomplete)


def rules(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer rules by code; by name and category as soon as something is typed."""
    return offer(_rules(everything=bool(incomplete)), incomplete)


def rules_or_files(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer rules, and files where documents are asked for or no rule begins so."""
    found = [] if context.params.get("fingerprint") else rules(context, parameter, incomplete)
    return found or _files(incomplete)


def packs_or_files(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the packs that ship, and files where none begins so."""
    from claimlint.rules.packs import pack_names

    return offer([(name, "") for name in pack_names()], incomplete) or _files(incomplete)


def _files(incomplete: str) -> list[CompletionItem]:
    """Have the shell offer files."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


def _configured_channels(context: click.Context) -> tuple[str, ...]:
    """Give the channels that the configuration names; none where it is wrong, which a check will tell better."""
    from claimlint.configuration import ConfigurationSearch, Overrides

    config = context.params.get("config")
    try:
        found = ConfigurationSearch(Overrides(config=config if isinstance(config, Path) else None)).for_folder(Path())
    except InputError:
        return ()
    return tuple(name for name, _ in found.channels)


def _rules(*, everything: bool) -> Iterator[tuple[str, str]]:
    from claimlint.rules.lookup import known_rules

    try:
        known = known_rules(()).every.rules
    except InputError:
        return
    yield from sorted((rule.code, rule.summary) for rule in known)
    if everything:
        yield from sorted((rule.name, rule.summary) for rule in known)
        yield from sorted((rule.category, "") for rule in known)
