"""Texts of other people in Markdown: as they read, never as markup."""

from __future__ import annotations

import re
from html import escape

from claimlint.reports.excerpt import on_one_line

_SIGNS = re.compile(r"[\\`*_{}\[\]#|~!]")
_NOTHING = "\u200b"
_CHARACTERS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", _NOTHING: "&#8203;"})
"""Signs that are written as references."""

_CALLS = re.compile(r"(?<=@)(?=\w)|(?<=:)(?=//)|(?<=www)(?=\.)|(?<=#)(?=\d)|(?<=GH)(?=-\d)", re.IGNORECASE)
"""Places within what a code host makes a link of by itself: names it calls, addresses, numbers of issues.

It does so after the Markdown has been read, so that neither a backslash nor a reference is of use: a space of no width is.
"""


def escaped(text: str) -> str:
    """Give a text in one line in which no sign is markup, in a table cell as well, no name calls anybody and no address is a link."""
    return _SIGNS.sub(r"\\\g<0>", _CALLS.sub(_NOTHING, on_one_line(text))).translate(_CHARACTERS)


def escaped_in_html(text: str) -> str:
    """Give a text in one line for HTML within Markdown, where no Markdown is read; what calls or links nobody is as in `escaped`."""
    return escape(_CALLS.sub(_NOTHING, on_one_line(text))).replace(_NOTHING, "&#8203;")
