"""`claimlint explain`: what a rule looks for, why it matters, and what the law says."""

from __future__ import annotations

from pathlib import Path

import click

from claimlint.errors import COMMAND_LINE
from claimlint.rules.explanation import explain_rules
from claimlint.rules.packs import load_rules, pack_names


@click.command("explain")
@click.argument("name", metavar="CODE|RULE|CATEGORY")
@click.option("--rules", "names", multiple=True, metavar="PACK|FILE", help="Where to look; all packs by default.")
def explain(name: str, names: tuple[str, ...]) -> None:
    """Explain a rule, by its code (CL201), its name (overstated-value) or its category (overstated)."""
    ruleset = load_rules(names or pack_names(), Path(), {}, COMMAND_LINE)
    click.echo(explain_rules(ruleset, name))
