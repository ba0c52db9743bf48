"""Reports that are filled into templates: text for a terminal, Markdown for a wiki, one HTML file for a browser, a picture.

The templates are NAME.text.jinja, NAME.md.jinja, NAME.html.jinja and NAME.svg.jinja in `templates`; NAME.words.jinja holds what they
share, NAME.css.jinja and NAME.js are set into pages.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from claimlint.counting import counted
from claimlint.reports.excerpt import on_one_line
from claimlint.reports.markdown import escaped
from claimlint.reports.options import RenderOptions
from claimlint.reports.wording import listed

if TYPE_CHECKING:
    from jinja2 import Environment

FURTHER = "  "
"""How far the lines below the first stand further in than it."""
NARROWEST = 40
LONGEST = 60
"""Characters of a promise that are shown in a list."""


def as_text(name: str, value: Any, options: RenderOptions) -> str:
    """Fill the template for terminals; each of its lines is broken to the width of the report, below its own indentation."""
    filled = _environment("text").get_template(f"{name}.text.jinja").render(report=written(value, on_one_line))
    width = max(options.width, NARROWEST)
    return "".join(f"{line}\n" for long in filled.splitlines() for line in _broken(long, width))


def as_markdown(name: str, value: Any) -> str:
    """Fill the template for Markdown: no text of the value can become markup."""
    return _environment("md").get_template(f"{name}.md.jinja").render(report=written(value, escaped))


def as_html(name: str, value: Any, change: Callable[[str], str] = on_one_line) -> str:
    """Fill the template for HTML, which escapes every text of the value. change: what makes a text fit to be shown."""
    return _environment("html").get_template(f"{name}.html.jinja").render(report=written(value, change))


def as_svg(name: str, value: Any) -> str:
    """Fill the template for a picture that stands alone; every text of the value is escaped."""
    return _environment("html").get_template(f"{name}.svg.jinja").render(report=written(value, on_one_line))


def written(value: Any, change: Callable[[str], str]) -> Any:
    """Give a value with every text in it changed: in dataclasses, tuples, and the values of mappings, however deep."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(written(each, change) for each in value)
    if isinstance(value, Mapping):
        return {key: written(each, change) for key, each in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: written(getattr(value, field.name), change) for field in fields(value)})
    return value


def quoted(items: Sequence[object]) -> str:
    """Join wordings in quotes, with commas."""
    return ", ".join(f"“{item}”" for item in items)


def _opening(text: str) -> str:
    """Give a text with its first letter in upper case, all else untouched."""
    return text[:1].upper() + text[1:]


def _sentence(text: str) -> str:
    """Give a text as a sentence, with one full stop at its end."""
    return _opening(text.removesuffix(".")) + "."


def _unarticled(text: str) -> str:
    """Give the name of a team without its article, which the sentence around it has."""
    return text.removeprefix("the ")


def shortened(text: str) -> str:
    """Give words as far as a line of a list has room for them."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"


def _integrity(name: str) -> str:
    """Give the hash by which a Content-Security-Policy allows a style or a script that is set into a page.

    name: of its template. Source: Content Security Policy Level 3, section 2.3.1, hash-source.
    """
    text = _environment("html").get_template(name).render()
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


_FILTERS: Mapping[str, Callable[..., str]] = {
    "listed": listed,
    "quoted": quoted,
    "counted": counted,
    "shortened": shortened,
    "opening": _opening,
    "sentence": _sentence,
    "unarticled": _unarticled,
    "integrity": _integrity,
}


def _broken(line: str, width: int) -> Iterator[str]:
    indent = line[: len(line) - len(line.lstrip(" "))]
    further = indent + FURTHER
    yield from wrap(line, width, subsequent_indent=further, break_long_words=False, break_on_hyphens=False) or [""]


@cache
def _environment(kind: str) -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        undefined=StrictUndefined,
        autoescape=kind == "html",
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(_FILTERS)
    return environment
