"""Cuts HTML into tags and text with the exact place of each, by the WHATWG tokenizer's rules (HTML, section 13.2.5).

The standard library's parser gives no place for attributes, differs between versions of Python and takes quadratic time on tags
that are never closed. Where a browser would swallow the rest of the page, a "<" that begins no complete tag is taken for text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

# Elements whose content is text up to their own end tag (sections 13.2.5.2 to 13.2.5.4).
_RAW = frozenset("script style textarea title xmp iframe noembed noframes".split())

_MARK = re.compile(r"<(?:(?P<name>/?[A-Za-z][^\s/>]*)|(?P<comment>!--)|(?P<bogus>[!?/]))")
_COMMENT_END = re.compile(r"--!?>")
_BETWEEN_ATTRIBUTES = re.compile(r"[\s/]+")
_ATTRIBUTE = re.compile(r"""([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?""")


@dataclass(frozen=True)
class Text:
    """Text with its character references as they are written: [start, stop)."""

    start: int
    stop: int


@dataclass(frozen=True)
class Tag:
    """A tag at [start, stop). name: in lower case. attributes: lower-case names to the ranges of their values without quotes."""

    start: int
    stop: int
    name: str
    closing: bool
    empty: bool = False
    attributes: dict[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Comment:
    """A comment at [start, stop), its marks included."""

    start: int
    stop: int


def tokens(text: str) -> Iterator[Text | Tag | Comment]:
    """Give the tags, the comments and the text between them, in order; declarations are left out."""
    at = written = 0
    last = text.rfind(">")
    last_comment = max(text.rfind("-->"), text.rfind("--!>"))
    raw = ""
    while mark := (_end_of_raw(raw) if raw else _MARK).search(text, at):
        at = mark.end()
        tag = _tag(text, mark.start(), mark.end(), "/" + raw if raw else mark["name"]) if raw or mark["name"] else None
        stop = tag.stop if tag else None
        if not raw and not mark["name"]:
            stop = _end_of_comment(text, at, last_comment) if mark["comment"] else _after(text, ">", at)
        raw = ""
        if stop is None:
            if mark.start() > last:
                break
            continue
        if written < mark.start():
            yield Text(written, mark.start())
        at = written = stop
        if mark.groupdict().get("comment"):
            yield Comment(mark.start(), stop)
        if tag:
            yield tag
            raw = tag.name if tag.name in _RAW and not tag.closing and not tag.empty else ""
    if written < len(text):
        yield Text(written, len(text))


def _tag(text: str, start: int, at: int, name: str) -> Tag | None:
    found: dict[str, tuple[int, int]] = {}
    while True:
        between = _BETWEEN_ATTRIBUTES.match(text, at)
        at = between.end() if between else at
        if at >= len(text):
            return None
        if text[at] == ">":
            return Tag(start, at + 1, name.lstrip("/").lower(), name.startswith("/"), text[at - 1] == "/", found)
        attribute = _ATTRIBUTE.match(text, at)
        assert attribute, "every character but white space, a solidus and > begins an attribute"
        group = next((group for group in (2, 3, 4) if attribute[group] is not None), None)
        place = attribute.span(group) if group else (attribute.end(), attribute.end())
        found.setdefault(attribute[1].lower(), place)
        at = attribute.end()


def _end_of_raw(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{re.escape(name)}(?=[\s/>])", re.IGNORECASE)


def _end_of_comment(text: str, start: int, last: int) -> int | None:
    """Give the offset behind a comment, None where it has no end. last: where the last end of a comment in the text stands."""
    # "<!-->" and "<!--->" are whole comments.
    for short in (">", "->"):
        if text.startswith(short, start):
            return start + len(short)
    end = _COMMENT_END.search(text, start) if start <= last else None
    return end.end() if end else None


def _after(text: str, closer: str, start: int) -> int | None:
    found = text.find(closer, start)
    return found + len(closer) if found >= 0 else None
