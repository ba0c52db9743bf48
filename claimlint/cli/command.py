"""Commands and groups whose help has sections of options, examples, exit statuses, files and the environment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import click

from claimlint.cli.color import color_option, colored
from claimlint.cli.manual import ENVIRONMENT, FILES, SECTIONS, Manual

OWN = "Options"
"""The section of options that only this command has."""


class Formatter(click.HelpFormatter):
    """Writes help; where it is colored, headings are bold and terms stand out."""

    colored = False

    def write_heading(self, heading: str) -> None:
        """Write the heading of a section."""
        self.write(f"{'':>{self.current_indent}}{self._style(f'{heading}:', bold=True)}\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], *arguments: int, **others: int) -> None:
        """Write terms beside what is said of them."""
        super().write_dl([(self._style(term, fg="cyan"), text) for term, text in rows], *arguments, **others)

    def _style(self, text: str, **style: Any) -> str:
        return click.style(text, **style) if self.colored else text


class Context(click.Context):
    """The context of a command; its help is written by Formatter."""

    formatter_class = Formatter

    def make_formatter(self) -> click.HelpFormatter:
        """Give a formatter that knows whether help is read on a terminal."""
        formatter = super().make_formatter()
        if isinstance(formatter, Formatter):
            formatter.colored = colored(self)
        return formatter


class Command(click.Command):
    """A command with a manual: what its help says below the options."""

    context_class = Context

    def __init__(self, *arguments: Any, manual: Manual | None = None, **others: Any) -> None:
        super().__init__(*arguments, **others)
        self.manual = manual or Manual()
        self.params.append(color_option())

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options in their sections."""
        write_options(self, ctx, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the manual."""
        write_manual(self.manual, formatter)


class Group(Command, click.Group):
    """A group of commands with a manual; its commands have one as well."""

    command_class = Command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options in their sections, then the commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)


def sections_of(command: click.Command, context: click.Context) -> Mapping[str, tuple[click.Option, ...]]:
    """Give the options of a command by section: its own first, then those that it shares with others, in the order of SECTIONS."""
    section_of = {name: title for title, names in SECTIONS.items() for name in names}
    found: dict[str, list[click.Option]] = {title: [] for title in (OWN, *SECTIONS)}
    for parameter in command.get_params(context):
        if isinstance(parameter, click.Option) and not parameter.hidden:
            names = [*parameter.opts, *(f"{name} {parameter.metavar}" for name in parameter.opts)]
            found[next((section_of[name] for name in names if name in section_of), OWN)].append(parameter)
    return {title: tuple(options) for title, options in found.items() if options}


def write_options(command: click.Command, context: click.Context, formatter: click.HelpFormatter) -> None:
    """Write the options of a command in their sections."""
    for title, options in sections_of(command, context).items():
        _write_terms(title, [record for option in options if (record := option.get_help_record(context))], formatter)


def write_manual(manual: Manual, formatter: click.HelpFormatter) -> None:
    """Write what help says of a command below its options."""
    if manual.examples:
        with formatter.section("Examples"):
            for example in manual.examples:
                formatter.write_text(example.does)
                # A command line is never wrapped: it is there to be copied.
                formatter.write(f"{'':>{formatter.current_indent + 2}}{example.line}\n")
    _write_terms("Exit status", [(str(status), meaning) for status, meaning in manual.exits.items()], formatter)
    _write_terms("Files", [(name, FILES[name]) for name in manual.files], formatter)
    _write_terms("Environment", [(name, ENVIRONMENT[name]) for name in manual.environment], formatter)
    if manual.see_also:
        with formatter.section("See also"):
            formatter.write_text(", ".join(f"claimlint {name}" for name in manual.see_also))


def _write_terms(title: str, rows: Sequence[tuple[str, str]], formatter: click.HelpFormatter) -> None:
    if rows:
        with formatter.section(title):
            formatter.write_dl(rows)
