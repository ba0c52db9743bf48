"""Aliases and concepts are written into a manifest's own text: its comments, layout and line ends stay."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.manifest.amending import amended, file_changes
from claimlint.manifest.editing import edited, written
from claimlint.manifest.loading import load_manifest
from claimlint.positioned_yaml import Text, parse
from claimlint.proposal import Amendment

LAMP = Amendment("lamp", "aliases", "camp light")
HEAD = "version: 1\nproducts: {x: {name: X, validated: DVT}}\ncapabilities:\n"


def added(before: str, after: str) -> list[str]:
    """The lines that a change takes away (-) and adds (+)."""
    return [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "-+"]


@pytest.mark.parametrize(
    ("entry", "lines"),
    [
        (
            "  lamp: {name: lamp, aliases: [light], validated: DVT}",
            ["+   lamp: {name: lamp, aliases: [light, camp light], validated: DVT}"],
        ),
        (
            "  lamp: {name: lamp, aliases: [light,], validated: DVT}",
            ["+   lamp: {name: lamp, aliases: [light, camp light,], validated: DVT}"],
        ),
        ("  lamp: {name: lamp, aliases: [], validated: DVT}", ["+   lamp: {name: lamp, aliases: [camp light], validated: DVT}"]),
        ("  lamp: {name: lamp, validated: DVT}  # soon", ["+   lamp: {name: lamp, aliases: [camp light], validated: DVT}  # soon"]),
        ("  lamp: {validated: DVT}", ["+   lamp: {aliases: [camp light], validated: DVT}"]),
        ("  lamp:\n    name: lamp  # its name\n    validated: DVT", ["+     aliases: [camp light]"]),
        ("  lamp:\n    validated: DVT", ["+     aliases: [camp light]"]),
        ("  lamp:\n    name: >\n      lamp\n    validated: DVT", ["+     aliases: [camp light]"]),
        (
            "  lamp:\n    name: lamp\n    aliases:\n      - light   # short\n      # more to come\n    validated: DVT",
            ["+       - camp light"],
        ),
        ("  lamp:\n    name: lamp\n    aliases:\n    -   light\n    validated: DVT", ["+     -   camp light"]),
        ('  lamp:\n    aliases:\n      - "a light"\n      - |-\n        the light\n    validated: DVT', ["+       - camp light"]),
        ("  lamp:\n    aliases: [\n      light,  # short\n    ]\n    validated: DVT", ["+       light, camp light,  # short"]),
        ("  lamp:\n    aliases:\n    validated: DVT", ["+     aliases: [camp light]"]),
    ],
    ids=lambda value: value.replace("\n", "/") if isinstance(value, str) else "",
)
def test_only_the_line_of_the_alias_changes(entry: str, lines: list[str]) -> None:
    before = f"{HEAD}{entry}\n  # the end\n  horn: {{name: horn, aliases: [hooter], validated: DVT}}\n"
    after = edited(before, "capabilities.yaml", LAMP)
    assert after is not None
    assert [line for line in added(before, after) if line.startswith("+")] == lines


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("capabilities:\n  lamp:\n    name: lamp", "capabilities:\n  lamp:\n    name: lamp\n    aliases: [camp light]"),
        (
            "capabilities:\r\n  lamp:\r\n    name: lamp\r\n    owner: us\r\n",
            "capabilities:\r\n  lamp:\r\n    name: lamp\r\n    aliases: [camp light]\r\n    owner: us\r\n",
        ),
        ("\ufeffcapabilities: {lamp: {name: lamp}}\n", "\ufeffcapabilities: {lamp: {name: lamp, aliases: [camp light]}}\n"),
        ("certifications: {lamp: {status: granted}}\n", "certifications: {lamp: {aliases: [camp light], status: granted}}\n"),
    ],
    ids=["no line end", "CRLF", "byte order mark", "certification"],
)
def test_files_of_any_kind(before: str, after: str) -> None:
    assert edited(before, "capabilities.yaml", LAMP) == after


@pytest.mark.parametrize(
    ("entry", "line"),
    [
        ("  lamp:\n    name: lamp\n    aliases: [light]\n    validated: DVT", "+     concept: lighting"),
        ("  lamp:\n    name: lamp\n    validated: DVT", "+     concept: lighting"),
        ("  lamp: {name: lamp, validated: DVT}", "+   lamp: {name: lamp, concept: lighting, validated: DVT}"),
    ],
)
def test_concept(entry: str, line: str) -> None:
    before = f"{HEAD}{entry}\n"
    after = edited(before, "capabilities.yaml", Amendment("lamp", "concept", "lighting"))
    assert after is not None
    assert [each for each in added(before, after) if each.startswith("+")] == [line]


@pytest.mark.parametrize(
    "text",
    [
        "capabilities: {horn: {name: horn}}\n",
        "capabilities: {lamp: 5}\n",
        "capabilities: [lamp]\n",
        "capabilities: {lamp: {aliases: light}}\n",
        "capabilities:\n  horn: &horn {name: horn}\n  lamp: *horn\n",
        "capabilities:\n  horn: {aliases: &names [a]}\n  lamp: {aliases: *names}\n",
        "capabilities: {lamp: {aliases: [a]\n",
    ],
)
def test_a_place_that_no_edit_can_reach_is_left_alone(text: str) -> None:
    assert edited(text, "capabilities.yaml", LAMP) is None


@given(st.text(st.characters(blacklist_categories=("Cc", "Cs")), min_size=1, max_size=20).filter(lambda text: text == text.strip()))
def test_what_is_written_is_read_again(alias: str) -> None:
    problems: list = []
    root = parse(f"[first, {written(alias)}, last]", "list.yaml", problems)
    assert not problems
    assert root is not None
    assert [item.text for item in root.items if isinstance(item, Text)] == ["first", alias, "last"]


@pytest.mark.parametrize("alias", ["camp light", "USB-C port", "C++", "R&D mode", "5.10", "Wi-Fi 6E"])
def test_ordinary_names_need_no_quotes(alias: str) -> None:
    assert written(alias) == alias


@pytest.fixture
def two_files(manifest_file):
    """A manifest in two files."""
    first = manifest_file(f"{HEAD}  horn: {{name: horn, validated: DVT}}\n", "product.yaml")
    second = manifest_file("version: 1\ncapabilities:\n  lamp:  # in the lid\n    name: lamp\n    validated: EVT\n", "lid.yaml")
    texts = {path.as_posix(): path.read_text(encoding="utf-8") for path in (first, second)}
    return load_manifest([first, second]), texts


def test_the_file_that_declares_the_entry_is_changed(two_files) -> None:
    manifest, texts = two_files
    changes, unplaced = file_changes(manifest, texts, [LAMP, Amendment("lamp", "aliases", "lantern")])
    assert unplaced == ()
    assert [(change.path, added(change.before, change.after)) for change in changes] == [
        ("lid.yaml", ["+     aliases: [camp light, lantern]"])
    ]


def test_the_amended_value_is_what_the_changed_file_says(two_files) -> None:
    manifest, texts = two_files
    ((change,), _) = file_changes(manifest, texts, [LAMP])
    Path("lid.yaml").write_text(change.after, encoding="utf-8")
    read = load_manifest([Path("product.yaml"), Path("lid.yaml")])
    assert read.capabilities["lamp"].aliases == amended(manifest, LAMP).capabilities["lamp"].aliases == ("camp light",)


def test_an_edit_that_would_change_another_entry_is_not_made(manifest_file) -> None:
    text = f"{HEAD}  horn: &both {{name: both, aliases: [horn], validated: DVT}}\n  lamp: {{<<: *both}}\n"
    path = manifest_file(text)
    amendments = [LAMP, Amendment("horn", "aliases", "hooter")]
    changes, unplaced = file_changes(load_manifest([path]), {path.as_posix(): text}, amendments)
    assert (changes, unplaced) == ((), tuple(amendments))


def test_amending_an_entry_that_there_is_not_is_an_error(complete) -> None:
    with pytest.raises(KeyError, match="lamp"):
        amended(load_manifest([complete]), LAMP)


def test_amended_certification_has_the_alias(complete) -> None:
    manifest = amended(load_manifest([complete]), Amendment("fcc", "aliases", "FCC ID"))
    assert manifest.certifications["fcc"].aliases == ("FCC", "FCC ID")
