"""How a step speaks with the runner: workflow commands, outputs and the job summary.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import Literal

Level = Literal["error", "warning", "notice"]

SUMMARY_LIMIT = 1024 * 1024
"""Bytes that a step may write to the job summary; the runner drops all of it where there are more."""

# Copy is written in any language, and runners on Windows would write another encoding.
for stream in (sys.stdout, sys.stderr):
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def annotate(level: Level, message: str) -> None:
    """Say something where people look first: at the top of the run's page."""
    print(f"::{level} title=claimlint::{_escaped(message)}", flush=True)


def set_output(name: str, value: str) -> None:
    """Give an output of the step; it may have several lines."""
    end = f"end-{secrets.token_hex(16)}"
    _append("GITHUB_OUTPUT", f"{name}<<{end}\n{value}\n{end}\n")


def add_summary(markdown: str) -> None:
    """Add to the page of the run, as far as there is room."""
    text = f"{markdown.rstrip()}\n\n"
    if len(text.encode("utf-8")) > SUMMARY_LIMIT:
        text = "The report is too long for this page; the job's log has all of it.\n"
    _append("GITHUB_STEP_SUMMARY", text)


@contextmanager
def without_commands() -> Iterator[None]:
    """Keep the runner from obeying what is printed: the log quotes copy, and whoever writes copy might write a command into it."""
    token = secrets.token_hex(16)
    print(f"::stop-commands::{token}", flush=True)
    try:
        yield
    finally:
        print(f"\n::{token}::", flush=True)


def _append(variable: str, text: str) -> None:
    with Path(os.environ[variable]).open("a", encoding="utf-8", newline="\n") as stream:
        stream.write(text)


def _escaped(message: str) -> str:
    return message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
