"""What a travelling copy says, as a hash: by it a change made by hand is noticed, and a new layout or other line ends are not."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from claimlint.errors import Problem
from claimlint.positioned_yaml import Entries, Items, Node, Text

LOCK_KEY = "lock"
CONTENT_KEY = "content"


def content_hash(entries: Iterable[tuple[str, Node]]) -> str:
    """Give the sha256, in hexadecimal, of the keys and values of a manifest in their order, without where it was copied from."""
    said = [[key, _plain(node)] for key, node in entries if key != LOCK_KEY]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode("utf-8", errors="surrogatepass")).hexdigest()


def check_content(root: Node | None, problems: list[Problem]) -> None:
    """Append a problem where a copy does not say what it said when it was made; copies that keep no such hash are taken as they are."""
    lock = root.get(LOCK_KEY) if isinstance(root, Entries) else None
    kept = lock.get(CONTENT_KEY) if isinstance(lock, Entries) else None
    if not (isinstance(root, Entries) and isinstance(lock, Entries) and isinstance(kept, Text)):
        return
    if kept.text != content_hash((key.text, node) for key, node in root):
        source = lock.get("source")
        original = source.text if isinstance(source, Text) else "the source"
        message = "this copy was changed after it was made, so that it no longer says what engineering says."
        remedy = f"Change {original}, and write the copy anew with `claimlint manifest lock`."
        problems.append(Problem(kept.path, kept.line, kept.column, message, remedy))


def _plain(node: Node) -> Any:
    if isinstance(node, Text):
        return node.text
    if isinstance(node, Items):
        return [_plain(item) for item in node.items]
    return {"entries": [[key.text, _plain(value)] for key, value in node]}
