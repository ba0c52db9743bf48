"""Patterns are those of .gitignore, seen from the configuration's folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimlint.configuration import Configuration

FOLDER = Path(__file__).parent / "content"

CONFIGURATION = Configuration(
    folder=FOLDER,
    manifests=(FOLDER / "capabilities.yaml",),
    channels=(("internal", ("notes/**", "!notes/press/**")), ("sales", ("decks/**", "*.pptx")), ("beta", ("decks/beta/**",))),
    include=("**/*.md", "*.html"),
    exclude=("archive/", "/draft*.md"),
)


@pytest.mark.parametrize(
    ("path", "channel"),
    [
        ("launch.md", "public"),
        ("decks/q3.md", "sales"),
        ("decks/beta/one.md", "sales"),  # the first match wins
        ("deep/down/talk.pptx", "sales"),
        ("notes/a.md", "internal"),
        ("notes/press/a.md", "public"),
        ("other/decks/q3.md", "public"),  # a pattern with a slash is anchored
        ("../elsewhere.md", "public"),
    ],
)
def test_the_first_channel_that_matches(path: str, channel: str) -> None:
    assert CONFIGURATION.channel_for(FOLDER / path) == channel


def test_an_overriding_channel_holds_for_all() -> None:
    assert Configuration(FOLDER, (), channels=CONFIGURATION.channels, channel="beta").channel_for(FOLDER / "notes/a.md") == "beta"


@pytest.mark.parametrize(
    ("path", "included", "excluded"),
    [
        ("a.md", True, False),
        ("deep/b.html", True, False),
        ("c.docx", False, False),
        ("deep/archive/d.md", True, True),
        ("draft-1.md", True, True),
        ("deep/draft-1.md", True, False),
    ],
)
def test_include_and_exclude(path: str, included: bool, excluded: bool) -> None:
    assert (CONFIGURATION.includes(FOLDER / path), CONFIGURATION.excludes(FOLDER / path)) == (included, excluded)


def test_without_include_everything_is() -> None:
    assert Configuration(FOLDER, ()).includes(FOLDER / "any.thing")


@pytest.mark.parametrize("path", [FOLDER / "a/b.md", FOLDER / "x/../a/b.md"])
def test_relative_is_the_same_from_everywhere(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert CONFIGURATION.relative(path) == "a/b.md"
