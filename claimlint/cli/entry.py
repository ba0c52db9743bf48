"""Runs a command and turns whatever happens into a line for the user and an exit status."""

from __future__ import annotations

import io
import os
import re
import sys
import traceback
from collections.abc import Sequence

import click

from claimlint import process
from claimlint.cli.color import Session, color_choice
from claimlint.cli.commands import PipeClosed, commands
from claimlint.errors import InputError

FAILED = 2
INTERRUPTED = 130
PIPE_CLOSED = 141
"""As shells report a process that SIGPIPE ended."""

_USAGE = re.compile("^Error:", re.MULTILINE)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit status; nothing is raised.

    arguments: without the name of the program; those of the process by default.
    """
    _write_what_can_be_read()
    process.set_up()
    session = Session(debug=os.environ.get("CLAIMLINT_DEBUG", "") not in ("", "0"), color=color_choice("auto", os.environ))
    try:
        status = commands.main(arguments, prog_name="claimlint", standalone_mode=False, obj=session, color=session.color)
        sys.stdout.flush()
    except (BrokenPipeError, PipeClosed):
        _silence_stdout()
        return PIPE_CLOSED
    except (KeyboardInterrupt, click.Abort):
        _say("Interrupted.", session)
        return INTERRUPTED
    except Exception as error:
        return _report(error, session)
    return status if isinstance(status, int) else 0


def _report(error: Exception, session: Session) -> int:
    if isinstance(error, click.ClickException):
        shown = io.StringIO()
        error.show(shown)
        _say(_USAGE.sub(lambda match: click.style(match[0], fg="red", bold=True), shown.getvalue().rstrip("\n")), session)
        return error.exit_code
    if isinstance(error, InputError):
        for problem in error.problems:
            _say(click.style(problem.place, bold=True) + str(problem).removeprefix(problem.place), session)
        return FAILED
    if session.debug:
        traceback.print_exception(type(error), error, error.__traceback__)
    what = f"{type(error).__name__}: {error}".rstrip(": ")
    advice = "Please report this, with the document if you can; CLAIMLINT_DEBUG=1 shows where it happened."
    failed = click.style("claimlint failed", fg="red", bold=True)
    _say(f"{failed}, and this is its own fault ({' '.join(what.split())}). {advice}", session)
    return FAILED


def _say(text: str, session: Session) -> None:
    click.echo(text, err=True, color=session.color)


def _write_what_can_be_read() -> None:
    """Write UTF-8 into files and pipes, and to a terminal what it can show, with a question mark for what it cannot.

    In another encoding the first quotation mark would end the run. To a terminal that says ASCII click writes UTF-8: such a one has
    nearly always been set up wrongly.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.isatty():
            stream.reconfigure(errors="replace")
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _silence_stdout() -> None:
    """Keep the interpreter from failing again when it flushes on its way out."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, io.UnsupportedOperation):
        return
