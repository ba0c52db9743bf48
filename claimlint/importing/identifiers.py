"""Ids of the manifest: kebab-case, made of names, each once."""

from __future__ import annotations

import re
import unicodedata

_LONGEST = 40
_WORDS = 6
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z][a-z])")


def kebab(text: str) -> str:
    """Give a text in small letters and digits, joined by hyphens: "Wi-Fi 6E" becomes "wi-fi-6e"; "" where nothing of it can be kept."""
    plain = unicodedata.normalize("NFKD", _CAMEL.sub("-", text).casefold())
    letters = "".join(character for character in plain if not unicodedata.combining(character))
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


def is_short(text: str) -> bool:
    """Tell whether a text is a name rather than a sentence."""
    return len(text) <= _LONGEST and len(text.split()) <= _WORDS


def identifier(candidates: tuple[str, ...], taken: set[str], fallback: str) -> str:
    """Give an id and take it: the first text that is short, else the first of which something can be kept, cut off at a word.

    taken: the ids that there are; a number tells further ones apart.
    """
    known = [text for text in candidates if kebab(text)]
    chosen = kebab(next((text for text in known if is_short(text)), known[0] if known else fallback))
    if len(chosen) > _LONGEST:
        chosen = chosen[: _LONGEST + 1].rpartition("-")[0] or chosen[:_LONGEST]
    found, number = chosen, 2
    while found in taken:
        found, number = f"{chosen}-{number}", number + 1
    taken.add(found)
    return found
