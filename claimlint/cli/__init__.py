"""The command line. One module a command, imported when it is used; what the commands do is done elsewhere."""

from __future__ import annotations

from claimlint.cli.entry import main

__all__ = ["main"]
