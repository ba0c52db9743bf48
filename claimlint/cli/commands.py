"""The group of commands: a table, so that help is fast and a command is added by a file and a row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

import click

from claimlint import __version__
from claimlint.cli.color import Session
from claimlint.cli.command import Group
from claimlint.cli.completing import offer
from claimlint.cli.manual import MAIN

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


@dataclass(frozen=True, slots=True)
class Row:
    """A command: the module and the name in it, and what it does, in a line."""

    module: str
    name: str
    help: str


COMMANDS: Mapping[str, Row] = {
    "check": Row("claimlint.cli.check", "check", "Find promises in copy that engineering has not validated yet."),
    "fix": Row("claimlint.cli.fix", "fix", "Correct what can be corrected safely; --diff shows it first."),
    "annotate": Row("claimlint.cli.annotate", "annotate", "Write findings as comments into a copy of a Word file or slides."),
    "extract": Row("claimlint.cli.extract", "extract", "List the promises that copy makes, without a verdict."),
    "sayable": Row("claimlint.cli.sayable", "sayable", "Say what copy may say today, how firmly, and in which words."),
    "demand": Row("claimlint.cli.demand", "demand", "Count what copy promises before it has been validated."),
    "explain": Row("claimlint.cli.explain", "explain", "Explain a rule: what it looks for, why, and by which examples."),
    "init": Row("claimlint.cli.init", "init", "Write a manifest and a configuration to start from."),
    "manifest": Row("claimlint.cli.manifest", "manifest", "Check, show and copy the manifest: what engineering stands behind."),
    "cache": Row("claimlint.cli.cache", "cache", "Show and clear what is kept of copy that was read before."),
    "report": Row("claimlint.cli.report", "report", "Append to a history how many promises hold."),
    "trend": Row("claimlint.cli.trend", "trend", "Show from a history how promises hold over time."),
    "completion": Row("claimlint.cli.completion", "completion", "Print what a shell needs to complete command lines."),
    "rules": Row("claimlint.cli.rules", "rules", "List, show and test rules, and start your own."),
}


class PipeClosed(Exception):
    """Whoever read the output has gone; click itself would end with status 1, which here means findings."""


class LazyGroup(Group):
    """A group whose commands are imported when they are used; help is written from the table."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names of all commands, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command; None where there is no such command."""
        row = COMMANDS.get(cmd_name)
        return cast(click.Command, getattr(import_module(row.module), row.name)) if row else None

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Offer commands without importing them, and the options of the group."""
        commands = offer([(name, row.help) for name, row in COMMANDS.items()], incomplete)
        return [*commands, *click.Command.shell_complete(self, ctx, incomplete)]

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise PipeClosed from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, row.help) for name, row in COMMANDS.items()])


@click.command(cls=LazyGroup, manual=MAIN, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="claimlint")
@click.option("--debug", is_flag=True, help="Show a traceback where claimlint itself fails.")
@click.pass_obj
def commands(session: Session, debug: bool) -> None:
    """Check marketing copy against what engineering has validated."""
    session.debug = session.debug or debug
