"""The words of tables, as data (`rules/importing/`): headers, statuses, gates, bounds, months."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from claimlint.data import read_data

_JOINED = re.compile(r"[\s_\-./]+")
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_STAGE = re.compile(r"(?P<words>.*?)[\s_\-.#]*(?P<number>\d{0,2}(?:[._]\d+)?)(?:\s+(?:build|samples?|units?|phase|gate|stage))?", re.DOTALL)
CANCELLED = "cancelled"
NOTHING = "nothing"
"""What a status can mean beside the results of a gate."""


def folded(text: str) -> str:
    """Give words as they are compared: small letters, single spaces, without punctuation at the end."""
    words = _JOINED.sub(" ", text.casefold()).strip(" :;,!*#")
    return words or text.strip()


def field_of(header: str) -> str | None:
    """Give the field that a column holds by its header, or None; "gate EVT" for a column of one gate's results."""
    words = folded(_BRACKETS.sub(" ", header).replace("#", " no "))
    gate = _gate_in(words) or _gate_in(folded(re.sub(r"[()\[\]]", " ", header)))
    return f"gate {gate}" if gate else _fields().get(words)


def known_fields() -> tuple[str, ...]:
    """Give the names of all fields that a column can hold."""
    return tuple(read_data("importing/columns.yaml"))


def result_of(status: str) -> str | None:
    """Give the result of a gate that a status stands for, CANCELLED or NOTHING; None where it is no word that is known."""
    return _statuses().get(folded(status))


def certificate_status_of(status: str) -> str | None:
    """Give the status of a certificate that a word stands for; None where it is not known."""
    return _certificates().get(folded(status))


def gate_of(text: str) -> tuple[str | None, str]:
    """Give the stage that a text names and the build, such as "DVT-2" for "DVT2"; (None, "") where it names none."""
    match = _STAGE.fullmatch(text.strip())
    gate = _gates().get(folded(match["words"])) if match else None
    return gate, f"{gate}-{match['number']}" if gate and match and match["number"] else ""


def gate_and_result(status: str) -> tuple[str | None, str | None]:
    """Give the gate and the result of a status that names both, such as "DVT passed"; None for what it does not name."""
    words = status.split()
    for first, second in ((words[:1], words[1:]), (words[-1:], words[:-1])):
        gate, _ = gate_of(" ".join(first))
        result = result_of(" ".join(second)) if second else None
        if gate and gate != "none" and result:
            return gate, result
    return None, None


def bound_of(text: str) -> tuple[str, str]:
    """Split a bound off a value: ("at-least", "10 h") for "≥ 10 h"; ("", text) where there is none."""
    low = text.lower()
    for name, word in _bounds():
        if low.startswith(word) and not (word[-1].isalpha() and low[len(word) : len(word) + 1].isalpha()):
            return name, text[len(word) :].strip()
    return "", text


@cache
def months() -> Mapping[str, int]:
    """Give the numbers of months by their names, small letters."""
    return {str(name): int(number) for number, names in _values()["months"].items() for name in names}


@cache
def ranges() -> frozenset[str]:
    """Give the quantities of which a product promises both ends."""
    return frozenset(_values()["ranges"])


def _gate_in(words: str) -> str | None:
    """Give the gate whose results a header is over: "EVT", "EVT result", "status EVT"; None where it is over something else."""
    for name in ("", *_result_headers()):
        gate, _ = gate_of(words.removeprefix(f"{name} ").removesuffix(f" {name}"))
        if gate and gate != "none":
            return gate
    return None


def _values() -> Mapping[str, Any]:
    values: Mapping[str, Any] = read_data("importing/values.yaml", as_text=True)
    return values


@cache
def _fields() -> Mapping[str, str]:
    data = read_data("importing/columns.yaml", as_text=True)
    return {folded(name): field for field, names in reversed(data.items()) for name in (*names, field)}


@cache
def _result_headers() -> tuple[str, ...]:
    return tuple(field for field, meaning in _fields().items() if meaning == "status")


@cache
def _gates() -> Mapping[str, str]:
    return {folded(name): gate for gate, names in _values()["gates"].items() for name in (*names, gate)}


@cache
def _bounds() -> tuple[tuple[str, str], ...]:
    found = ((name, str(word)) for name in ("at-least", "at-most") for word in _values()[name])
    return tuple(sorted(found, key=lambda pair: -len(pair[1])))


@cache
def _statuses() -> Mapping[str, str]:
    data = read_data("importing/statuses.yaml", as_text=True)
    meant = {**data["gates"], CANCELLED: data[CANCELLED], NOTHING: data[NOTHING]}
    return {folded(word): meaning for meaning, words in meant.items() for word in words}


@cache
def _certificates() -> Mapping[str, str]:
    data = read_data("importing/statuses.yaml", as_text=True)["certificates"]
    return {folded(word): meaning for meaning, words in data.items() for word in words}
