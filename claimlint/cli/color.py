"""Whether output is colored: what the command line says, then the environment, then whether a terminal shows it.

NO_COLOR counts where it is not empty (https://no-color.org), and wins over FORCE_COLOR (https://force-color.org), as it does for
Python's own tracebacks and for pytest. FORCE_COLOR=0 forces nothing.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass

import click

WHEN: tuple[str, ...] = ("auto", "always", "never")


@dataclass(slots=True)
class Session:
    """What the entry point needs to know after a command has failed. color: None where each stream decides for itself."""

    debug: bool = False
    color: bool | None = None


def color_choice(when: str, environment: Mapping[str, str]) -> bool | None:
    """Give True for colors wherever output goes, False for none, and None where only a terminal has them. when: one of WHEN."""
    if when != "auto":
        return when == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "") not in ("", "0", "false"):
        return True
    return False if environment.get("TERM") == "dumb" else None


def color_option() -> click.Option:
    """Make the option `--color`, which every command has; what it says holds for the context and for the session."""
    return click.Option(
        ["--color"],
        type=click.Choice(WHEN),
        expose_value=False,
        is_eager=True,
        callback=_choose,
        help="Color the output: on a terminal (auto, the default, as NO_COLOR and FORCE_COLOR allow), always, or never.",
    )


def colored(context: click.Context | None) -> bool:
    """Tell whether what goes to standard output is colored."""
    chosen = context.color if context is not None else None
    return sys.stdout.isatty() if chosen is None else chosen


def _choose(context: click.Context, _: click.Parameter, when: str | None) -> None:
    if when is None:
        return
    context.color = color_choice(when, os.environ)
    session = context.find_object(Session)
    if session is not None:
        session.color = context.color
