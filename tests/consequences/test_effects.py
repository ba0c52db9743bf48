"""What a change does to one promise, by what is found before and after; excused findings count, and are told apart from new ones."""

from __future__ import annotations

import pytest

from claimlint.claim import Claim
from claimlint.consequence import Comparison, Consequence, Judged, Side
from claimlint.consequences.effects import effect_of
from claimlint.consequences.outcome import exit_status
from claimlint.document import Block, BlockKind, Position, Slice, SourceMap
from claimlint.finding import Finding

WORDS = "It has a night light"
CLAIM = Claim(
    "page.md", 0, 20, WORDS, "light", "x1", "feature", "assertion", "affirmed", "own", "name", 1.0,
    Block(BlockKind.PARAGRAPH, WORDS, SourceMap((Slice(0, 20, 0, 20),))),
)  # fmt: skip
CATEGORIES = {
    "CL802": "suppression",
    "CL101": "unvalidated",
    "CL102": "withdrawn",
    "CL110": "unknown",
    "CL202": "unqualified",
    "CL602": "stale",
}


def finding(told: str) -> Finding:
    """A finding from "severity code", with a state behind a slash and a message behind a colon, where there is one."""
    told, _, message = told.partition(":")
    told, _, state = told.partition("/")
    severity, code = told.split()
    category = CATEGORIES[code]
    return Finding(code, category, category, severity, "light", "page.md", 0, 20, WORDS, message, "", CLAIM, state=state or "new")  # type: ignore[arg-type]


def judged(*told: str, subject: str | None = "light", promises: bool = True) -> Judged:
    return Judged(subject, subject, tuple(map(finding, told)), promises)


@pytest.mark.parametrize(
    ("before", "after", "effect"),
    [
        ([], [], None),
        (["error CL101"], ["error CL101"], None),
        ([], ["warning CL202"], "becomes-wrong"),
        (["warning CL202"], ["error CL101"], "becomes-wrong"),
        (["info CL602"], ["error CL101"], "becomes-wrong"),
        (["error CL101/suppressed"], ["error CL102"], "becomes-wrong"),
        ([], ["error CL101/baseline"], "becomes-wrong"),
        (["error CL101"], [], "may-be-said"),
        (["error CL101/suppressed"], [], "may-be-said"),
        (["info CL602"], [], "may-be-said"),
        ([], ["info CL602"], "says-less"),
        (["error CL101"], ["info CL602"], "says-less"),
        (["info CL602:DVT passed"], ["info CL602:PVT passed"], "says-less"),
        (["error CL101"], ["error CL102"], "stays-wrong"),
        (["error CL101"], ["warning CL202"], "stays-wrong"),
        (["error CL101"], ["error CL101", "warning CL202"], "stays-wrong"),
        (["error CL101", "warning CL202"], ["error CL101"], "stays-wrong"),
        (["error CL101:has passed EVT"], ["error CL101:has passed DVT"], "stays-wrong"),
        (["error CL101"], ["error CL101/suppressed"], "stays-wrong"),
        ([], ["warning CL802"], "becomes-wrong"),
        (["warning CL802"], [], None),
    ],
)
def test_effect_follows_from_what_is_found(before: list[str], after: list[str], effect: str | None) -> None:
    assert effect_of(judged(*before), judged(*after), {}) == effect


NO_PROMISE = Judged(promises=False)


@pytest.mark.parametrize(
    ("before", "after", "effect"),
    [
        (judged(), judged(subject="lamp"), "read-otherwise"),
        (judged(), judged(subject=None), "read-otherwise"),
        (judged(), NO_PROMISE, "read-otherwise"),
        (judged("error CL101"), NO_PROMISE, "read-otherwise"),
        (judged("error CL101"), judged(subject=None), "read-otherwise"),
        (judged("warning CL110", subject=None), NO_PROMISE, "read-otherwise"),
        (judged("error CL101"), judged(subject="lamp"), "may-be-said"),
        (judged("warning CL110", subject=None), judged(), "may-be-said"),
        (judged(), judged("error CL101", subject="lamp"), "becomes-wrong"),
        (judged(), judged(subject="renamed"), None),
        (judged(subject=None), judged(), None),
        (NO_PROMISE, judged(), None),
        (NO_PROMISE, judged("error CL101"), "becomes-wrong"),
    ],
)
def test_what_is_read_otherwise_is_never_freed(before: Judged, after: Judged, effect: str | None) -> None:
    assert effect_of(before, after, {"light": "renamed"}) == effect


def comparison(effect: str, *after: str, unread: tuple[tuple[str, str], ...] = ()) -> Comparison:
    at = Position(1, 1, 0)
    consequence = Consequence(effect, "page.md", "public", at, at, None, WORDS, judged(), judged(*after))  # type: ignore[arg-type]
    side = Side((("capabilities.yaml", "ab" * 32),))
    return Comparison(side, side, "2026-11-22", (), (consequence,), 1, unread)


@pytest.mark.parametrize(
    ("outcome", "fail_on", "status"),
    [
        (comparison("becomes-wrong", "error CL101"), "error", 1),
        (comparison("becomes-wrong", "warning CL202"), "error", 0),
        (comparison("becomes-wrong", "warning CL202"), "warning", 1),
        (comparison("becomes-wrong", "error CL101"), "never", 0),
        (comparison("becomes-wrong", "error CL101/baseline"), "error", 0),
        (comparison("becomes-wrong", "error CL101/suppressed", "warning CL202"), "warning", 1),
        (comparison("stays-wrong", "error CL101"), "error", 0),
        (comparison("says-less", "info CL602"), "info", 0),
        (comparison("may-be-said", unread=(("broken.md", "it is no text"),)), "never", 2),
    ],
)
def test_exit_status(outcome: Comparison, fail_on: str, status: int) -> None:
    assert exit_status(outcome, {"page.md": fail_on}) == status  # type: ignore[dict-item]
