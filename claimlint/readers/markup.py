"""Feeds HTML, a whole page or a tag inside other text, to an assembly."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace

from claimlint.document import BlockKind
from claimlint.readers import elements
from claimlint.readers.assembly import Assembly
from claimlint.readers.directives import directive_in
from claimlint.readers.flow import Flow
from claimlint.readers.html_tokens import Comment, Tag, Text, tokens
from claimlint.readers.layout_tables import PARTS, layouts
from claimlint.readers.passage import Passage

_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_SUBMITS = frozenset({"submit", "button", "reset"})
# In HTML a solidus closes nothing, but in the SVG that stands in pages it does.
_CLOSED_BY_SOLIDUS = frozenset({"svg", "math", "iframe", "script"})


def feed(assembly: Assembly, passage: Passage) -> None:
    """Add a passage of HTML to an assembly. Elements that it leaves open stay open."""
    found = list(tokens(passage.text))
    without_data = layouts(found, passage.text)
    # Of each table that is open, whether it is there for the layout.
    tables: list[bool] = []
    for token in found:
        if isinstance(token, Comment):
            assembly.direct(directive_in(passage, token.start, token.stop))
            continue
        if isinstance(token, Text):
            _add_text(assembly, passage, token)
            continue
        if token.name == "table" and not token.closing:
            tables.append(token.start in without_data)
        _add_tag(assembly, passage, replace(token, name="div") if token.name in PARTS and tables and tables[-1] else token)
        if token.name == "table" and token.closing and tables:
            tables.pop()


def decoded(text: str, start: int, stop: int) -> Iterator[tuple[str | None, int, int]]:
    """Cut [start, stop) of a text at its character references: (None, start, stop) for plain text, else with what it stands for."""
    at = start
    for match in _REFERENCE.finditer(text, start, stop):
        character = html.unescape(match[0])
        if character == match[0]:
            continue
        if at < match.start():
            yield None, at, match.start()
        yield character, match.start(), match.end()
        at = match.end()
    if at < stop:
        yield None, at, stop


def decoded_flow(passage: Passage, start: int, stop: int) -> Flow:
    """The flow of [start, stop) of a passage with its character references decoded."""
    flow = Flow()
    for character, first, last in decoded(passage.text, start, stop):
        if character is None:
            flow.add(passage, first, last)
        else:
            flow.replace(character, passage, first, last)
    return flow


def _add_text(assembly: Assembly, passage: Passage, text: Text) -> None:
    for character, start, stop in decoded(passage.text, text.start, text.stop):
        if character is None:
            assembly.text(passage, start, stop)
        else:
            assembly.replace(character, passage, start, stop)


def _add_tag(assembly: Assembly, passage: Passage, tag: Tag) -> None:
    if tag.name == "br":
        assembly.line_break(passage, tag.start, tag.stop)
    elif tag.name == "q":
        # The quotation marks are the browser's; the tag stands for them.
        assembly.replace("”" if tag.closing else "“", passage, tag.start, tag.stop)
    elif tag.closing:
        assembly.end(tag.name)
    else:
        values = {name: html.unescape(passage.text[start:stop]) for name, (start, stop) in tag.attributes.items()}
        if tag.name in elements.VOID:
            _add_void(assembly, passage, tag, values)
        else:
            assembly.start(tag.name, values)
            if tag.empty and tag.name in _CLOSED_BY_SOLIDUS:
                assembly.end(tag.name)


def _add_void(assembly: Assembly, passage: Passage, tag: Tag, values: dict[str, str]) -> None:
    if elements.is_hidden(tag.name, values):
        return
    places = tag.attributes
    if tag.name == "img":
        if elements.is_meant_to_be_seen(values):
            assembly.picture()
        for key in sorted(places.keys() & {"alt", "title"}, key=lambda key: places[key]):
            assembly.value(BlockKind.ALT_TEXT, key, decoded_flow(passage, *places[key]))
    elif tag.name == "input" and values.get("type", "").lower() == "checkbox":
        assembly.tick("checked" in places)
    elif tag.name == "input" and values.get("type", "").lower() in _SUBMITS and "value" in places:
        assembly.value(BlockKind.BUTTON, "value", decoded_flow(passage, *places["value"]))
    elif tag.name == "meta" and "content" in places:
        key = (values.get("name") or values.get("property", "")).lower()
        if key in elements.DESCRIPTIONS:
            assembly.describe(decoded_flow(passage, *places["content"]), key)
    elif tag.name == "hr":
        assembly.start("hr")
        assembly.end("hr")
