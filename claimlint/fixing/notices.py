"""Where a notice goes in each format, and how it is written there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape
from pathlib import PurePosixPath

from claimlint.finding import Finding
from claimlint.fixing.edits import Edit
from claimlint.readers.html_tokens import Tag, tokens

_LINE_END = re.compile(r"\r\n|\r|\n")
_BLANK_END = re.compile(r"(?:[ \t]*(?:\r\n|\r|\n))*[ \t]*\Z")
_INDENT = re.compile(r"(?:\A|(?<=[\r\n]))[ \t]*\Z")
_CLOSING = ("body", "html")


def notice_edit(finding: Finding, path: str, text: str, notice: str) -> Edit:
    """Give the edit that adds a notice to a document as a paragraph of its own, behind all its copy.

    path: its suffix says the format. In HTML the paragraph stands before the end tag of the body.
    """
    return _WRITERS.get(PurePosixPath(path.lower()).suffix, _paragraph)(finding, text, notice)


def _paragraph(finding: Finding, text: str, notice: str) -> Edit:
    """Add a paragraph to Markdown or plain text: an empty line before it, a line end behind it."""
    ending = line_end_of(text)
    last = _BLANK_END.search(text)
    breaks = len(_LINE_END.findall(last.group())) if last else 0
    before = ending * max(0, 2 - breaks) if text.strip() else ""
    return Edit(len(text), len(text), f"{before}{notice}{ending}", notice, finding)


def _element(finding: Finding, text: str, notice: str) -> Edit:
    """Add a paragraph to HTML, on a line of its own where the end tag of the body has one."""
    ends = {tag.name: tag.start for tag in tokens(text) if isinstance(tag, Tag) and tag.closing}
    at = next((ends[name] for name in _CLOSING if name in ends), len(text))
    indent = _INDENT.search(text, 0, at)
    paragraph = f"<p>{escape(notice, quote=False)}</p>"
    if indent is None:
        return Edit(at, at, paragraph, notice, finding)
    deeper = f"{indent.group()}  " if at < len(text) else indent.group()
    return Edit(indent.start(), indent.start(), f"{deeper}{paragraph}{line_end_of(text)}", notice, finding)


def line_end_of(text: str) -> str:
    """Give the line end that a text uses first; a line feed where it has none."""
    found = _LINE_END.search(text)
    return found.group() if found else "\n"


_WRITERS: Mapping[str, Callable[[Finding, str, str], Edit]] = dict.fromkeys((".html", ".htm", ".xhtml"), _element)
