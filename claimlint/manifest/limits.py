"""Limits in words, for people."""

from __future__ import annotations

from claimlint.manifest.model import Limit

_PREFIX = {"max": "up to", "min": "at least", "equals": "exactly", "range": "from", "rating": "", "version": "version"}


def limit_in_words(limit: Limit) -> str:
    """Give a limit in a line: "runtime up to 10 h (50 % volume)"."""
    prefix = _PREFIX[limit.kind]
    words = " ".join(word for word in (limit.name, "" if prefix == limit.name else prefix, limit.text) if word)
    return f"{words} ({limit.condition})" if limit.condition else words
