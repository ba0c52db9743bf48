"""Values in data that people write, such as front matter and the files of a content system, and which of them are copy."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimlint.document import BlockKind
from claimlint.readers.flow import Flow
from claimlint.readers.passage import Passage

_TITLES = frozenset({"title", "headline"})
_DESCRIPTIONS = frozenset({"description", "summary", "subtitle", "excerpt", "tagline", "lead", "teaser", "abstract"})
# Values of these keys are names, labels and settings, also where they are written in several words.
_NOT_COPY = frozenset(
    "author authors tag tags category categories keyword keywords date layout slug url permalink image images cover class style"
    " template type id icon font locale lang timezone".split()
)
_KEY_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_NO_COPY_VALUE = re.compile(r"\S*|\d{4}-\d\d?-\d\d?.*|[\w.-]*/\S.*|https?:.*|[\d\s:.,+-]*", re.DOTALL)


@dataclass(frozen=True)
class Value:
    """A scalar: the keys and indices (from 0) that lead to it, and its text with quotes and escapes undone.

    place: the source range of its last key, or of itself where it has none, up to its end.
    """

    path: tuple[str | int, ...]
    passage: Passage
    place: tuple[int, int]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that lead to it, without indices."""
        return tuple(part for part in self.path if isinstance(part, str))

    @property
    def key(self) -> str:
        """The last key that leads to it, empty where there is none."""
        return self.keys[-1] if self.keys else ""

    @property
    def text(self) -> str:
        """Its text, white space at both ends left out."""
        return self.passage.text.strip()

    @property
    def pointer(self) -> str:
        """Where it stands, as a JSON pointer (RFC 6901)."""
        return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in self.path)

    def flow(self) -> Flow:
        """Give its text as that of a block."""
        flow = Flow()
        flow.add(self.passage, 0, len(self.passage.text))
        return flow


def kind_of(value: Value) -> BlockKind | None:
    """Give the kind of the block that a value makes, or None where it is no copy."""
    keys = value.keys
    if len(keys) == 1 and is_title(value.key):
        return BlockKind.TITLE
    if len(keys) == 1 and _named(value.key, _DESCRIPTIONS):
        return BlockKind.DESCRIPTION
    if any(_named(key, _NOT_COPY) for key in keys):
        return None
    if _named(value.key, _TITLES | _DESCRIPTIONS) or not _NO_COPY_VALUE.fullmatch(value.text):
        return BlockKind.FRONT_MATTER
    return None


def is_title(key: str) -> bool:
    """True for the key of a title: title, headline, post_title, ogTitle."""
    return _named(key, _TITLES)


def _named(key: str, names: frozenset[str]) -> bool:
    """True where the last word of a key (post_title, ogTitle) is one of the names."""
    words = _KEY_WORDS.findall(key)
    return bool(words) and words[-1].lower() in names
