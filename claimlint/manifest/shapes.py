"""The vocabulary in which the keys of a manifest are declared: what a value looks like, before what it means.

`claimlint.manifest.keys` declares the manifest in these terms; reading and the published JSON Schema both follow that
declaration, so that they cannot drift apart.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias


class Unreadable(ValueError):
    """A text that does not say what its key asks for. The message is a phrase without a full stop; remedy: a sentence."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.remedy = remedy


@dataclass(frozen=True)
class Scalar:
    """A single value. wants: "a date such as 2027-02-15"; read: from the text as written, raises ValueError.

    schema: what a JSON Schema can say of it. refers: the section whose ids it must be one of, and among: names that are
    allowed besides.
    """

    wants: str
    read: Callable[[str], object]
    schema: Mapping[str, Any]
    refers: str | None = None
    among: tuple[str, ...] = ()


@dataclass(frozen=True)
class ListOf:
    """A list. one_is_enough: a single value stands for a list of one. check: raises Unreadable for items that do not agree."""

    item: Shape
    wants: str
    one_is_enough: bool = False
    length: int | None = None
    check: Callable[[tuple[Any, ...]], None] | None = None


@dataclass(frozen=True)
class Key:
    """A key of a record. about: one line for whoever hovers over it in an editor."""

    shape: Shape
    about: str
    required: bool = False


@dataclass(frozen=True)
class Record:
    """A mapping with known keys. exactly_one: keys of which one, and only one, must be there.

    short: the key that a bare text stands for, where a text may replace the whole mapping.
    """

    keys: Mapping[str, Key]
    wants: str
    exactly_one: tuple[str, ...] = ()
    short: str | None = None


@dataclass(frozen=True)
class Named:
    """A mapping whose keys the author chooses. names: what they look like; declares: the section in which they become ids."""

    names: Scalar
    entry: Record
    wants: str
    declares: str | None = None


Shape: TypeAlias = "Scalar | ListOf | Record | Named"
