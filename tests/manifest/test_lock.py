"""A travelling copy says the same as its source, and where it came from."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.errors import InputError
from claimlint.manifest.loading import load_manifest
from claimlint.manifest.lock import describe_age, describe_difference, lock_age, revision_of, write_lock
from claimlint.manifest.model import Lock, Manifest

DAY = date(2026, 11, 22)
COPY = Path("copy.yaml")


def content(manifest: Manifest) -> Any:
    """Give what a manifest says, without the places and files where it says so."""
    unplaced = [
        {name: replace(entry, place=None) for name, entry in section.items()}
        for section in (manifest.products, manifest.capabilities, manifest.certifications, manifest.substantiation)
    ]
    return unplaced, manifest.stages, manifest.not_claimed, [replace(waiver, place=None) for waiver in manifest.waivers]


def test_a_copy_says_the_same_as_its_source(complete: Path) -> None:
    write_lock([complete], COPY, None, None, DAY)
    assert content(load_manifest([COPY])) == content(load_manifest([complete]))


def test_a_copy_says_where_it_came_from(complete: Path) -> None:
    write_lock([complete], COPY, "engineering/capabilities.yaml", "3f2a", DAY)
    lock = Lock("engineering/capabilities.yaml", "3f2a", DAY, sha256(complete.read_bytes()).hexdigest())
    assert load_manifest([COPY]).locks == (lock,)


def test_several_sources_become_one_copy(manifest_file: Callable[..., Path]) -> None:
    paths = [
        manifest_file("version: 1\nproducts: {x1: {name: X1}}\nnot-claimed: [a]\n", "p.yaml"),
        manifest_file("version: 1\ncapabilities: {gps: {product: x1}}\n", "g.yaml"),
        manifest_file("version: 1\ncapabilities: {wifi: {product: x1}}\nnot-claimed: [b]\n", "w.yaml"),
    ]
    write_lock(paths, COPY, None, None, DAY)
    assert content(load_manifest([COPY])) == content(load_manifest(paths))
    assert load_manifest([COPY]).locks[0].source == "p.yaml, g.yaml, w.yaml"


def test_aliases_are_written_out(manifest_file: Callable[..., Path]) -> None:
    source = manifest_file("version: 1\ncapabilities:\n  wifi: &radio {validated: EVT}\n  gps: {<<: *radio, owner: radio team}\n")
    write_lock([source], COPY, None, None, DAY)
    assert content(load_manifest([COPY])) == content(load_manifest([source]))
    assert "*" not in COPY.read_text(encoding="utf-8")


def test_a_copy_of_a_copy_is_refused(complete: Path) -> None:
    write_lock([complete], COPY, None, None, DAY)
    with pytest.raises(InputError, match=r"copy\.yaml: this is itself a copy, of capabilities\.yaml\. Lock the source instead\."):
        write_lock([COPY], Path("second.yaml"), None, None, DAY)


def test_a_source_is_not_replaced(complete: Path) -> None:
    with pytest.raises(InputError, match="the copy would replace its source"):
        write_lock([complete], complete, None, None, DAY)


def test_a_place_that_cannot_be_written_is_named(complete: Path) -> None:
    with pytest.raises(InputError, match=r"missing/copy\.yaml: the copy cannot be written"):
        write_lock([complete], Path("missing/copy.yaml"), None, None, DAY)


def test_a_manifest_with_problems_is_not_copied(manifest_file: Callable[..., Path]) -> None:
    with pytest.raises(InputError, match="must be a mapping"):
        write_lock([manifest_file("version: 1\nproducts: []\n")], COPY, None, None, DAY)
    assert not COPY.exists()


@pytest.mark.parametrize(
    ("change", "refused"),
    [
        pytest.param(lambda text: text.replace("10 h", "12 h"), True, id="a number"),
        pytest.param(lambda text: text + "not-claimed: [a]\n", True, id="a key more"),
        pytest.param(lambda text: text.replace("\n", "\r\n"), False, id="line ends"),
        pytest.param(lambda text: "# Seen.\n" + text, False, id="a comment"),
        pytest.param(lambda text: text.replace('"', "'"), False, id="quotation marks"),
    ],
)
def test_a_copy_that_was_changed_by_hand_is_refused(
    change: Callable[[str], str], refused: bool, manifest_file: Callable[..., Path]
) -> None:
    source = manifest_file("version: 1\ncapabilities:\n  gps: {limits: {fix: {max: 10 h}}}\n")
    write_lock([source], COPY, "source", "revision", DAY)
    COPY.write_text(change(COPY.read_text(encoding="utf-8")), encoding="utf-8", newline="")
    if refused:
        with pytest.raises(InputError, match=r"copy\.yaml:\d+:\d+: this copy was changed after it was made"):
            load_manifest([COPY])
    else:
        assert load_manifest([COPY]).capabilities["gps"].limits["fix"].text == "10 h"


def test_a_copy_that_keeps_no_hash_of_itself_is_taken_as_it_is(manifest_file: Callable[..., Path]) -> None:
    source = manifest_file("version: 1\nproducts: {x1: {name: X1}}\nlock: {source: a, date: 2026-11-22, sha256: 'ab'}\n")
    assert load_manifest([source]).products["x1"].name == "X1"


def test_a_copy_of_the_source_as_it_is_differs_in_nothing(complete: Path) -> None:
    write_lock([complete], COPY, None, None, DAY)
    assert describe_difference([complete], COPY) == ""


def test_a_copy_of_the_source_as_it_was_is_told_apart(complete: Path) -> None:
    write_lock([complete], COPY, None, None, DAY)
    complete.write_text(complete.read_text(encoding="utf-8").replace("10 h", "9 h"), encoding="utf-8")
    said = "capabilities.yaml has changed since this copy was made on 2026-11-22; `claimlint manifest lock` writes a new one."
    assert describe_difference([complete], COPY) == said


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda text: text.replace("\n", "\r\n"), id="line ends, as git writes them elsewhere"),
        pytest.param(lambda text: "# Seen by quality.\n" + text, id="a comment"),
    ],
)
def test_a_copy_of_a_source_that_says_the_same_differs_in_nothing(complete: Path, change: Callable[[str], str]) -> None:
    write_lock([complete], COPY, None, None, DAY)
    complete.write_text(change(complete.read_text(encoding="utf-8")), encoding="utf-8", newline="")
    assert describe_difference([complete], COPY) == ""


def test_sources_that_have_changed_are_named_together(manifest_file: Callable[..., Path]) -> None:
    paths = [manifest_file(f"version: 1\nproducts: {{{name}: {{name: {name}}}}}\n", f"{name}.yaml") for name in ("a", "b")]
    write_lock(paths, COPY, None, None, DAY)
    paths[1].write_text("version: 1\nproducts: {b: {name: c}}\n", encoding="utf-8")
    assert describe_difference(paths, COPY).startswith("a.yaml, b.yaml have changed since this copy was made on 2026-11-22;")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("products: {x1: {name: X1}}\nversion: 1\n", id="the version last"),
        pytest.param("version: 1\nproducts: {x1: {name: 'X1 # \\ ''é'' : ☂️'}}\n", id="signs of YAML"),
        pytest.param('version: 1\nproducts: {x1: {name: "X\\t1\\n\\nPro "}}\n', id="white space"),
        pytest.param(
            "version: 1\nproducts:\n  x1:\n    name: >-\n      a long\n      name\n    aliases: [NO, 5.10, 10:30]\n",
            id="folded, and guesses",
        ),
    ],
)
def test_a_fresh_copy_is_sound_and_up_to_date(text: str, manifest_file: Callable[..., Path]) -> None:
    source = manifest_file(text)
    write_lock([source], COPY, None, None, DAY)
    assert content(load_manifest([COPY])) == content(load_manifest([source]))
    assert describe_difference([source], COPY) == ""


def test_a_source_is_no_copy(complete: Path) -> None:
    with pytest.raises(InputError, match="this is no copy"):
        describe_difference([complete], complete)


@pytest.mark.parametrize(("day", "age"), [(DAY, 0), (date(2026, 12, 22), 30)])
def test_the_age_of_a_copy_is_counted_in_days(day: date, age: int, complete: Path) -> None:
    write_lock([complete], COPY, None, None, DAY)
    assert lock_age(load_manifest([COPY]), day) == age


@pytest.mark.parametrize(
    ("most", "told"),
    [pytest.param(None, False, id="of any age"), pytest.param(9, True, id="too old"), pytest.param(10, False, id="not yet")],
)
def test_a_copy_that_is_older_than_allowed_is_told_of(most: int | None, told: bool, complete: Path) -> None:
    write_lock([complete], COPY, None, None, DAY)
    said = "copy.yaml: this copy of the manifest is 10 days old, more than max-age: 9 days; `claimlint manifest lock` writes a new one"
    assert describe_age(load_manifest([COPY]), most, date(2026, 12, 2)) == (said if told else "")


def test_a_source_has_no_age(complete: Path) -> None:
    assert lock_age(load_manifest([complete]), DAY) is None


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_the_revision_is_asked_of_git(complete: Path) -> None:
    identity = ["-c", "user.name=Engineer", "-c", "user.email=engineer@example.org", "-c", "commit.gpgsign=false"]
    for arguments in (["init", "--quiet"], ["add", complete.as_posix()], [*identity, "commit", "--quiet", "-m", "First"]):
        subprocess.run(["git", *arguments], check=True)
    head = subprocess.run(["git", "rev-parse", "HEAD"], check=True, capture_output=True, text=True).stdout.strip()
    write_lock([complete], COPY, None, None, DAY)
    assert load_manifest([COPY]).locks[0].revision == head


def test_without_git_there_is_no_revision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert revision_of(tmp_path) is None


@given(name=st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn"]), min_size=1, max_size=30))
def test_any_name_survives_the_copy(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.getbasetemp()
    source, copy = folder / "named.yaml", folder / "named-copy.yaml"
    escaped = name.replace("\\", "\\\\").replace('"', '\\"').replace("\u2028", "\\L").replace("\u2029", "\\P").replace("\ufeff", "\\uFEFF")
    source.write_text(f'version: 1\nproducts:\n  x1: {{name: "x{escaped}x"}}\n', encoding="utf-8", newline="\n")
    write_lock([source], copy, "source", "revision", DAY)
    assert load_manifest([copy]).products["x1"].name == f"x{name}x" == load_manifest([source]).products["x1"].name


@pytest.mark.parametrize("written", ["5.10", "NO", "10:30", "'it''s'", '"5.2"', "2026-11-01", "a, b", "x: y", "|-\n      two\n      lines"])
def test_scalars_are_copied_as_written(written: str, manifest_file: Callable[..., Path]) -> None:
    source = manifest_file(f"version: 1\nproducts:\n  x1:\n    aliases:\n    - {written}\n" if ": " not in written else COLON)
    write_lock([source], COPY, None, None, DAY)
    assert load_manifest([COPY]).products["x1"].aliases == load_manifest([source]).products["x1"].aliases


COLON = 'version: 1\nproducts:\n  x1:\n    aliases: ["x: y"]\n'
