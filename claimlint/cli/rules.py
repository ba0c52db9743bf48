"""`claimlint rules`: list and show rules, try them on their own examples, and start new ones."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimlint.cli.command import Group
from claimlint.cli.completing import packs_or_files
from claimlint.cli.completing import rules as offered_rules
from claimlint.cli.documents import FILE
from claimlint.cli.manual import Example, Manual
from claimlint.cli.output import write_new
from claimlint.counting import counted
from claimlint.errors import COMMAND_LINE
from claimlint.rules.examples import try_examples, within_packs
from claimlint.rules.explanation import list_of_rules
from claimlint.rules.lookup import known_rules
from claimlint.rules.packs import load_rules, pack_names
from claimlint.rules.schema import json_schema
from claimlint.rules.showing import show_rules, table_of_facts, table_of_names
from claimlint.rules.starting import starter_rule

if TYPE_CHECKING:
    from claimlint.finding import Finding
    from claimlint.manifest.model import Manifest


@click.group("rules", cls=Group, manual=Manual(files=(".claimlint.yaml",), see_also=("explain",)))
def rules() -> None:
    """List and show rules, try them on their own examples, and start new ones."""


@rules.command(
    "list",
    short_help="List rules with severity and purpose.",
    manual=Manual(
        examples=(
            Example("List all rules that ship", "claimlint rules list"),
            Example("List those of a pack and of a file", "claimlint rules list us-fcc our-rules.yaml"),
        ),
        exits={0: "They were listed.", 2: "A pack or file is wrong, or is not there."},
        see_also=("explain", "rules show"),
    ),
)
@click.argument("names", nargs=-1, metavar="[PACK|FILE]...", shell_complete=packs_or_files)
def list_rules(names: tuple[str, ...]) -> None:
    """List the rules of packs and files; of all packs that come with claimlint where none is named."""
    ruleset = load_rules(names or pack_names(), Path(), {}, COMMAND_LINE)
    click.echo(list_of_rules(ruleset))


@rules.command(
    "test",
    short_help="Try rules on their own examples.",
    manual=Manual(
        examples=(Example("Try your own rules", "claimlint rules test our-rules.yaml"),),
        exits={0: "Every example comes out as its rule says.", 1: "One does not.", 2: "A pack or file is wrong, or is not there."},
        see_also=("rules new", "rules facts", "rules names"),
    ),
)
@click.argument("names", nargs=-1, metavar="[PACK|FILE]...", shell_complete=packs_or_files)
def try_rules(names: tuple[str, ...]) -> None:
    """Check the copy that each rule names as an example: what must match and what must not."""
    named = within_packs(load_rules(names or pack_names(), Path(), {}, COMMAND_LINE))
    shipped = load_rules(pack_names(), Path(), {})
    default = next(pack for pack in shipped.packs if pack.name == "default")

    def check(text: str, manifest: Manifest, channel: str, day: date) -> Sequence[Finding]:
        from claimlint.judging import check_text

        return check_text(text, manifest, channel, named, day, suffix=".txt").findings

    outcomes = list(try_examples(named.rules, replace(named, packs=(*shipped.packs, *named.packs)), default, check))
    wrong = [outcome for outcome in outcomes if not outcome.as_expected]
    for outcome in wrong:
        click.echo(outcome.verdict)
    click.echo(f"{counted(len(named.rules), 'rule')}, {counted(len(outcomes), 'example')}, {len(wrong)} not as expected.")
    if wrong:
        raise click.exceptions.Exit(1)


@rules.command(
    "show",
    short_help="Print a rule as it is in force.",
    manual=Manual(
        examples=(
            Example("Print a rule by its code", "claimlint rules show CL201"),
            Example("Print one of your own", "claimlint rules show guarantee-in-sales --rules our-rules.yaml"),
        ),
        exits={0: "It was printed.", 2: "There is no such rule."},
        see_also=("explain", "rules new"),
    ),
)
@click.argument("name", metavar="CODE|RULE|CATEGORY", shell_complete=offered_rules)
@click.option(
    "--rules",
    "names",
    multiple=True,
    metavar="PACK|FILE",
    shell_complete=packs_or_files,
    help="Where to look; what is configured, and all packs by default.",
)
@click.option("--config", type=FILE, metavar="FILE", help="Configuration, in place of the nearest one.")
def show_rule(name: str, names: tuple[str, ...], config: Path | None) -> None:
    """Print a rule as YAML: with what it takes over from others, and with the severity that the configuration gives it."""
    click.echo(show_rules(known_rules(names, config), name), nl=False)


@rules.command(
    "new",
    short_help="Write a rule to start from.",
    manual=Manual(
        examples=(
            Example("Start a rule", "claimlint rules new no-best-ever"),
            Example("Start from one that ships", "claimlint rules new strict-values --extends CL201 --output strict.yaml"),
        ),
        exits={0: "It was written.", 2: "The file is there already, or the rule to extend is not."},
        see_also=("rules test", "rules facts", "rules names"),
    ),
)
@click.argument("name")
@click.option(
    "--extends",
    metavar="CODE|RULE",
    shell_complete=offered_rules,
    help="A rule that ships, from which all is taken that the new one does not say itself.",
)
@click.option("--output", type=FILE, metavar="FILE", help="Where to write it (default: NAME.yaml).")
def new_rule(name: str, extends: str | None, output: Path | None) -> None:
    """Write a commented rule which passes `claimlint rules test`, to change as you need it; nothing is overwritten."""
    path = output or Path(f"{name}.yaml")
    text = starter_rule(name, path.as_posix(), extends, load_rules(pack_names(), Path(), {}, COMMAND_LINE))
    write_new(text, path)
    click.echo(f"{path.as_posix()}: written. Its comments say what to change; name it under `rules` in .claimlint.yaml.")


@rules.command(
    "schema",
    short_help="Print the JSON Schema for editors.",
    manual=Manual(examples=(Example("Write it where editors find it", "claimlint rules schema"),), exits={0: "It was printed."}),
)
def schema() -> None:
    """Print the JSON Schema of rule files, with which editors complete and check them."""
    click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))


@rules.command(
    "facts",
    short_help="List what a condition may ask for.",
    manual=Manual(examples=(Example("List what a condition may ask for", "claimlint rules facts"),), exits={0: "They were listed."}),
)
def facts() -> None:
    """List the facts that a rule may ask for under `when`, with the values that each can have."""
    click.echo(table_of_facts())


@rules.command(
    "names",
    short_help="List what a message may use.",
    manual=Manual(examples=(Example("List what a message may use", "claimlint rules names"),), exits={0: "They were listed."}),
)
def list_names() -> None:
    """List the names that messages, suggestions and fixes may use."""
    click.echo(table_of_names())
