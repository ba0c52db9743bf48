"""`claimlint cache`: what is kept of copy that was read before."""

from __future__ import annotations

import click

from claimlint.caching.place import VARIABLE, open_store
from claimlint.cli.command import Group
from claimlint.cli.manual import Example, Manual
from claimlint.counting import counted
from claimlint.errors import InputError, Problem

CACHE = Manual(environment=(VARIABLE,), see_also=("check",))
INFO = Manual(
    examples=(Example("Where is it, and how large?", "claimlint cache info"),), exits={0: "It was shown."}, environment=(VARIABLE,)
)
CLEAR = Manual(
    examples=(Example("Forget all copy", "claimlint cache clear"),),
    exits={0: "Nothing is kept any more.", 2: "It could not be removed."},
    environment=(VARIABLE,),
)


@click.group("cache", cls=Group, manual=CACHE)
def cache() -> None:
    """Show and clear what is kept of copy that was read before.

    Promises that were found in a document are kept on this computer, so that a document which has not changed is not read again.
    """


@cache.command("info", manual=INFO)
def info() -> None:
    """Say where the cache is, and how much it holds."""
    store = open_store()
    contents = store.contents()
    store.close()
    click.echo(
        f"{store.path}: {counted(contents.entries, 'entry', 'entries')}, {contents.size / 1e6:.1f} MB of at most {store.limit / 1e6:.0f} MB"
    )
    if store.trouble:
        click.echo(f"note: it cannot be used: {store.trouble}", err=True)


@cache.command("clear", manual=CLEAR)
def clear() -> None:
    """Remove everything that is kept."""
    store = open_store()
    entries = store.contents().entries
    try:
        store.clear()
    except OSError as error:
        raise InputError(Problem(str(store.path), None, None, f"cannot be removed: {error.strerror or error}.")) from error
    click.echo(f"{store.path}: {counted(entries, 'entry is', 'entries are')} forgotten.")
