"""`claimlint extract`: the claims, and no verdict."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from claimlint.configuration import Settings
from claimlint.sources import Discovered

Run = Callable[..., tuple[int, str, str]]

pytestmark = pytest.mark.usefixtures("simple_check")


def test_json_gives_documents_and_claims(run: Run) -> None:
    Path("a.md").write_text("It is waterproof,\nmaybe.", encoding="utf-8")
    status, out, _ = run("extract", "a.md")
    found = json.loads(out)
    assert status == 0
    assert list(found) == ["version", "tool", "documents", "claims"]
    assert [(claim["id"], claim["text"], claim["start"]["line"]) for claim in found["claims"]] == [
        ("c1", "waterproof", 1),
        ("c2", "maybe", 2),
    ]


def test_text_gives_a_line_for_each_claim(run: Run) -> None:
    Path("a.md").write_text("It is waterproof,\nmaybe.", encoding="utf-8")
    status, out, _ = run("extract", "a.md", "gone.md", "--format", "text")
    assert status == 2
    assert out.splitlines() == [
        "a.md:1:7: seal (feature, assertion, affirmed, own): waterproof",
        "a.md:2:1: seal (feature, assertion, affirmed, own): maybe",
        "gone.md: not checked: there is no such file or folder",
    ]


@pytest.mark.parametrize(
    ("options", "explain", "first"),
    [
        ((), False, "{"),
        (("--explain",), True, "a"),
        (("--all",), True, "a"),
        (("--explain", "--format", "json"), True, "{"),
    ],
)
def test_explanations_are_text_unless_asked_for_otherwise(
    run: Run, runs: list[tuple[Sequence[Discovered], Settings]], options: tuple[str, ...], explain: bool, first: str
) -> None:
    Path("a.md").write_text("It is waterproof.", encoding="utf-8")
    _, out, _ = run("extract", "a.md", *options)
    assert ([settings.explain for _, settings in runs], out[0]) == ([explain], first)
