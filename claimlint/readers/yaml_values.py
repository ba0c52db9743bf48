"""The values of a YAML document with the exact place of every character."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from claimlint.errors import Problem
from claimlint.positioned_yaml import compose
from claimlint.readers.escapes import DOUBLE_QUOTED, SINGLE_QUOTED, unescaped
from claimlint.readers.passage import Passage
from claimlint.readers.values import Value


def values(passage: Passage, problems: list[Problem], *, keyed: bool = False) -> Iterator[Value]:
    """Give the scalars of a YAML document, whose lines end with LF, in source order; aliases are left out.

    problems: what is wrong with it is appended, and nothing is given then; the path of each is empty. keyed: a list is wrong too.
    """
    root = compose(passage.text, "", problems, compiled=False)
    if problems or root is None:
        return
    if not isinstance(root, yaml.MappingNode if keyed else yaml.CollectionNode):
        problems.append(Problem("", root.start_mark.line + 1, None, "it holds no keys with values."))
        return
    seen: set[int] = set()
    pending: list[tuple[tuple[str | int, ...], yaml.Node, int]] = [((), root, 0)]
    while pending:
        path, node, start = pending.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            pairs = [(key, value) for key, value in node.value if isinstance(key, yaml.ScalarNode)]
            pending += reversed([((*path, str(key.value)), value, key.start_mark.index) for key, value in pairs])
        elif isinstance(node, yaml.SequenceNode):
            pending += reversed([((*path, index), value, value.start_mark.index) for index, value in enumerate(node.value)])
        elif isinstance(node, yaml.ScalarNode):
            stop = start + len(passage.text[start : node.end_mark.index].rstrip())
            yield Value(path, _scalar(passage, node), passage.source_range(start, stop))


def _scalar(passage: Passage, node: yaml.ScalarNode) -> Passage:
    start, stop = node.start_mark.index, node.end_mark.index
    if node.style in ("|", ">"):
        return _without_indentation(passage, passage.text.index("\n", start) + 1 if "\n" in passage.text[start:stop] else stop, stop)
    if node.style == '"':
        return unescaped(passage, start + 1, stop - 1, DOUBLE_QUOTED)
    if node.style == "'":
        return unescaped(passage, start + 1, stop - 1, SINGLE_QUOTED)
    return passage.excerpt(start, stop)


def _without_indentation(passage: Passage, start: int, stop: int) -> Passage:
    """The lines of a block scalar without the indentation that they all have."""
    lines = passage.text[start:stop].split("\n")
    indentation = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)
    parts = []
    for line in lines:
        first = start + min(indentation, len(line))
        start += len(line) + 1
        parts.append((passage.text[first : min(start, stop)], first, min(start, stop)))
    return passage.rebuilt(parts)
