"""The values of a JSON document with the exact place of every character."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from claimlint.errors import Problem
from claimlint.readers.escapes import DOUBLE_QUOTED, unescaped
from claimlint.readers.passage import Passage
from claimlint.readers.values import Value

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}:,]', re.DOTALL)


def values(passage: Passage, problems: list[Problem]) -> Iterator[Value]:
    """Give the strings of a JSON document in source order.

    problems: what is wrong with it is appended, and nothing is given then; the path of each is empty.
    """
    problem = _problem(passage.text)
    if problem is not None:
        problems.append(problem)
        return
    # The text is known to be JSON, so tokens and a list of what is open are all that it takes to tell where a string stands.
    path: list[str | int] = []
    opened: list[bool] = []
    awaits_key = False
    for token in _TOKEN.finditer(passage.text):
        sign = token[0]
        if sign in "{[":
            opened.append(sign == "{")
            path.append("" if sign == "{" else 0)
            awaits_key = sign == "{"
        elif sign in "}]":
            opened.pop()
            path.pop()
        elif sign == ",":
            awaits_key = opened[-1]
            last = path[-1]
            path[-1] = last + 1 if isinstance(last, int) else last
        elif sign == ":":
            awaits_key = False
        elif awaits_key:
            path[-1] = unescaped(passage, token.start() + 1, token.end() - 1, DOUBLE_QUOTED).text
        else:
            text = unescaped(passage, token.start() + 1, token.end() - 1, DOUBLE_QUOTED)
            yield Value(tuple(path), text, passage.source_range(*token.span()))


def _problem(text: str) -> Problem | None:
    try:
        root = json.loads(text, parse_int=str, strict=False)
    except json.JSONDecodeError as error:
        return Problem("", error.lineno, error.colno, f"is not valid JSON: {error.msg}.", "Check commas and quotes near this place.")
    except RecursionError:
        return Problem("", None, None, "is nested too deeply to be read.")
    if not isinstance(root, dict | list):
        return Problem("", 1, None, "it holds no keys with values.")
    return None
