"""Regions that copy names, and which of them a scope holds; the names are data (`rules/regions.yaml`, `rules/scope.yaml`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from claimlint.data import read_data


def regions_offered(sentence: str) -> tuple[str, ...]:
    """Give the codes of the regions for which a sentence speaks: "in the US", "across Europe"; never where something was made."""
    return tuple(dict.fromkeys(code for match, code in _named(sentence) if _is_offer(sentence[: match.start()])))


def regions_named(label: str) -> tuple[str, ...]:
    """Give the codes of the regions that a heading or a header names."""
    return tuple(dict.fromkeys(code for _, code in _named(label)))


def holds_in(region: str, scope: Iterable[str]) -> bool:
    """Tell whether a scope, as a manifest writes it (codes or names), holds in a region: in itself, or in what it lies in."""
    codes = {code_of(written) for written in scope}
    pending = [region]
    while pending:
        code = pending.pop()
        if code in codes:
            return True
        pending.extend(_regions().get(code, {}).get("within", ()))
    return "worldwide" in codes


def code_of(written: str) -> str:
    """Give the code of a region as a manifest writes it; what no region is called stays as it is."""
    return next((code for code, region in _regions().items() if written in (code, *region["names"], *region.get("also", ()))), written)


def name_of(region: str) -> str:
    """Give the name of a region for readers: the longest that is no abbreviation, or its code."""
    names = _regions()[region]["names"] if region in _regions() else [region]
    return max(names, key=len)


def _named(text: str) -> Iterator[tuple[re.Match[str], str]]:
    found = ((match, code) for pattern, code in _patterns() for match in pattern.finditer(text))
    yield from sorted(found, key=lambda entry: entry[0].start())


def _is_offer(before: str) -> bool:
    words = [word.lower() for word in re.findall(r"[\w']+", before)]
    while words and words[-1] in ("the", "all", "of", "mainland", "most"):
        words.pop()
    data = _scope()
    return bool(words) and words[-1] in data["before-region"] and not set(words[-4:-1]) & set(data["origin"])


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    patterns = []
    for code, region in _regions().items():
        for name in region["names"]:
            # "US" and "us" are different words; longer names are written in many ways.
            flags = re.IGNORECASE if any(map(str.islower, name)) and len(name) > 3 else re.RegexFlag(0)
            patterns.append((re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", flags), code))
    return tuple(patterns)


@cache
def _regions() -> Mapping[str, Mapping[str, list[str]]]:
    regions: Mapping[str, Mapping[str, list[str]]] = read_data("regions.yaml", as_text=True)
    return regions


@cache
def _scope() -> Mapping[str, list[str]]:
    scope: Mapping[str, list[str]] = read_data("scope.yaml", as_text=True)
    return scope
