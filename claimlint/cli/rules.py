"""`claimlint rules`: list the rules, and try them on their own examples."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimlint.errors import COMMAND_LINE
from claimlint.rules.examples import try_examples
from claimlint.rules.explanation import list_of_rules
from claimlint.rules.packs import load_rules, pack_names

if TYPE_CHECKING:
    from claimlint.finding import Finding
    from claimlint.manifest.model import Manifest


@click.group("rules")
def rules() -> None:
    """List the rules, and try them on their own examples."""


@rules.command("list", short_help="List rules with severity and purpose.")
@click.argument("names", nargs=-1, metavar="[PACK|FILE]...")
def list_rules(names: tuple[str, ...]) -> None:
    """List the rules of packs and files; of all packs that come with claimlint where none is named."""
    ruleset = load_rules(names or pack_names(), Path(), {}, COMMAND_LINE)
    click.echo(list_of_rules(ruleset))


@rules.command("test", short_help="Try rules on their own examples.")
@click.argument("names", nargs=-1, metavar="[PACK|FILE]...")
def test_rules(names: tuple[str, ...]) -> None:
    """Check the copy that each rule names as an example: what must match and what must not.

    The exit status is 1 where an example comes out otherwise than its rule says.
    """
    named = load_rules(names or pack_names(), Path(), {}, COMMAND_LINE)
    default = load_rules(["default"], Path(), {})

    def check(text: str, manifest: Manifest, channel: str, day: date) -> Sequence[Finding]:
        from claimlint.check import check_text

        return check_text(text, manifest, channel, named, day, suffix=".txt").findings

    outcomes = list(try_examples(named.rules, named, default.packs[0], check))
    wrong = [outcome for outcome in outcomes if not outcome.as_expected]
    for outcome in wrong:
        click.echo(outcome.verdict)
    click.echo(f"{_count(len(named.rules), 'rule')}, {_count(len(outcomes), 'example')}, {len(wrong)} not as expected.")
    if wrong:
        raise click.exceptions.Exit(1)


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
