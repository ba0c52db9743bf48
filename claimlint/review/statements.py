"""What a directive says, in its parts: its form, the rules, the reason and the last day; or what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from claimlint.document import Directive
from claimlint.positioned_yaml import nearest
from claimlint.rules.situation import SuppressionFlaw

_FORM = re.compile(r"claimlint-(?P<form>disable-next-line|disable-line|disable-file|disable|enable)(?=[\s:]|$)\s*(?P<rest>.*)")
_UNTIL = re.compile(r"(?:^|(?P<comma>[,;])\s*|\s)until\s+(?P<day>[^,;]*?)\s*\.?$", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WORD = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True)
class KnownNames:
    """Codes, names and categories of rules. is_known: tells one; every: gives all, for advice."""

    is_known: Callable[[str], bool]
    every: Callable[[], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Statement:
    """A directive in its parts. rules: codes, names or categories; none of them at the end of all open blocks."""

    directive: Directive
    form: str
    rules: tuple[str, ...]
    reason: str = ""
    until: date | None = None


class Malformed(Exception):
    """A directive that cannot be understood, and why."""

    def __init__(self, problem: str, word: str = "", advice: str = "") -> None:
        self.flaw = SuppressionFlaw("malformed", problem, word, advice)
        super().__init__(problem)


def read_statement(directive: Directive, names: KnownNames) -> Statement:
    """Take a directive apart: "claimlint-disable-line CL201, CL101: agreed with legal, until 2026-12-31".

    Raises Malformed for whatever is not quite that.
    """
    if directive.problem:
        raise Malformed(directive.problem)
    parts = _FORM.match(directive.words)
    if not parts:
        raise Malformed("no-form", directive.words.split()[0])
    listed, colon, reason = parts["rest"].partition(":")
    rules = tuple(name.strip() for name in listed.split(",")) if listed.strip() else ()
    for name in rules:
        if not names.is_known(name):
            raise Malformed("unknown-rule", name, nearest(name, list(names.every())))
    if parts["form"] == "enable":
        return Statement(directive, "enable", rules)
    if not rules:
        raise Malformed("no-rule")
    why, until = _reason_and_day(reason.strip() if colon else "")
    if not _WORD.search(why):
        raise Malformed("no-reason", ", ".join(rules))
    return Statement(directive, parts["form"], rules, why, until)


def _reason_and_day(text: str) -> tuple[str, date | None]:
    """Part "agreed with legal, until 2026-12-31". Behind a comma, "until" must name a day; elsewhere it may be part of the reason."""
    found = _UNTIL.search(text)
    if not found or not (found["comma"] or _DAY.fullmatch(found["day"])):
        return text, None
    if not _DAY.fullmatch(found["day"]):
        raise Malformed("no-day", found["day"])
    try:
        return text[: found.start()].strip(), date.fromisoformat(found["day"])
    except ValueError:
        raise Malformed("no-day", found["day"]) from None
