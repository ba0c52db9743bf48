"""Texts of other people in Markdown: as they read, never as markup."""

from __future__ import annotations

import re

from claimlint.reports.excerpt import on_one_line

_SIGNS = re.compile(r"[\\`*_{}\[\]#|~!]")
_CHARACTERS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "&#64;"})
"""Signs that are written as references: behind a backslash an @ still calls somebody on a code host."""


def escaped(text: str) -> str:
    """Give a text in one line in which no sign is markup, in a table cell as well, and no name calls anybody."""
    return _SIGNS.sub(r"\\\g<0>", on_one_line(text)).translate(_CHARACTERS)
