"""Runs a command and turns whatever happens into a line for the user and an exit status."""

from __future__ import annotations

import io
import os
import sys
import traceback
from collections.abc import Sequence

import click

from claimlint.cli.color import Session
from claimlint.cli.commands import PipeClosed, commands
from claimlint.errors import InputError

FAILED = 2
INTERRUPTED = 130
PIPE_CLOSED = 141
"""As shells report a process that SIGPIPE ended."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit status; nothing is raised.

    arguments: without the name of the program; those of the process by default.
    """
    _write_utf8()
    _read_in_one_thread()
    session = Session(debug=os.environ.get("CLAIMLINT_DEBUG", "") not in ("", "0"))
    try:
        status = commands.main(arguments, prog_name="claimlint", standalone_mode=False, obj=session)
        sys.stdout.flush()
    except (BrokenPipeError, PipeClosed):
        _silence_stdout()
        return PIPE_CLOSED
    except (KeyboardInterrupt, click.Abort):
        click.echo("Interrupted.", err=True)
        return INTERRUPTED
    except Exception as error:
        return _report(error, session)
    return status if isinstance(status, int) else 0


def _report(error: Exception, session: Session) -> int:
    if isinstance(error, click.ClickException):
        error.show()
        return error.exit_code
    if isinstance(error, InputError):
        for problem in error.problems:
            click.echo(str(problem), err=True)
        return FAILED
    if session.debug:
        traceback.print_exception(type(error), error, error.__traceback__)
    what = f"{type(error).__name__}: {error}".rstrip(": ")
    advice = "Please report this, with the document if you can; CLAIMLINT_DEBUG=1 shows where it happened."
    click.echo(f"claimlint failed, and this is its own fault ({' '.join(what.split())}). {advice}", err=True)
    return FAILED


def _write_utf8() -> None:
    """Write UTF-8 wherever the output goes; a console in another encoding would end the run at the first quotation mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _read_in_one_thread() -> None:
    """Have numpy, which is loaded later, multiply the language model's small matrices in one thread, unless somebody has chosen otherwise.

    Several threads wait for each other longer than they work, and many times as long beside other busy programs.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def _silence_stdout() -> None:
    """Keep the interpreter from failing again when it flushes on its way out."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, io.UnsupportedOperation):
        return
