"""Rules as YAML: what was read, written down again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimlint.positioned_yaml import Items, Node, Text

if TYPE_CHECKING:
    import yaml

WIDTH = 120
_FOLDED_FROM = 100
"""Texts of one line that are longer than this are folded."""


def as_yaml(node: Node) -> str:
    """Give YAML that reads as the same values, in the same order; quotes and line breaks may differ."""
    import yaml

    class Indenting(yaml.SafeDumper):
        """Lists are indented below their key, as people write them."""

        def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
            super().increase_indent(flow, False)

    Indenting.yaml_implicit_resolvers = {}  # so that a bare word (true, 5.10) stays bare: nobody guesses what it means
    text: str = yaml.serialize(_written(node), Dumper=Indenting, allow_unicode=True, width=WIDTH)
    return text


def _written(node: Node) -> yaml.Node:
    import yaml

    if isinstance(node, Text):
        return _scalar(node)
    if isinstance(node, Items):
        return yaml.SequenceNode("tag:yaml.org,2002:seq", [_written(item) for item in node.items], flow_style=_fits_a_line(node))
    entries = [(_written(key), _written(value)) for key, value in node]
    return yaml.MappingNode("tag:yaml.org,2002:map", entries, flow_style=False)


def _fits_a_line(node: Items) -> bool:
    texts = [item.text for item in node.items if isinstance(item, Text)]
    return len(texts) == len(node.items) and sum(len(text) + len(", ") for text in texts) <= _FOLDED_FROM


def _scalar(node: Text) -> yaml.ScalarNode:
    """Keep quotes where they were; long text becomes a block."""
    import yaml

    style = None
    if node.quoted:
        style = "|" if "\n" in node.text else ">" if len(node.text) > _FOLDED_FROM else '"'
    return yaml.ScalarNode("tag:yaml.org,2002:str", node.text, style=style)
