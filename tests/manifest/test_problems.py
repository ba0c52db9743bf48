"""Every way in which a manifest can be wrong is told with its place and with what to do about it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimlint.errors import InputError
from claimlint.manifest.loading import load_manifest, nearest_manifest

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "problems.yaml").read_text(encoding="utf-8"))


def problems_of(*paths: Path) -> list[str]:
    """Load what is wrong on purpose; gives the problems as they are printed."""
    with pytest.raises(InputError) as raised:
        load_manifest(paths)
    return [str(problem) for problem in raised.value.problems]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_problems_are_told_in_their_places(case: dict[str, Any], manifest_file: Callable[..., Path]) -> None:
    path = manifest_file(case["manifest"])
    assert problems_of(path) == [f"capabilities.yaml:{problem}" for problem in case["problems"]]


def test_a_missing_file_is_named_with_the_way_to_write_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert problems_of(Path("engineering/capabilities.yaml")) == [
        "engineering/capabilities.yaml: there is no such manifest. Correct the path, or write one with `claimlint init`."
    ]


def test_a_folder_is_no_manifest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("engineering").mkdir()
    assert problems_of(Path("engineering")) == ["engineering: the manifest cannot be read: it is a folder. Name a file that can be read."]


def test_no_path_at_all_is_an_error() -> None:
    assert "no manifest is named" in problems_of()[0]


def test_no_manifest_upwards_names_the_way_to_write_one(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"there is no capabilities.yaml here or in any folder above.*claimlint init"):
        nearest_manifest(tmp_path)


def test_the_nearest_manifest_upwards_is_found(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "capabilities.yaml").touch()
    (tmp_path / "a" / "capabilities.yaml").touch()
    assert nearest_manifest(tmp_path / "a" / "b") == tmp_path / "a" / "capabilities.yaml"


@pytest.mark.parametrize(
    ("content", "place"),
    [(b"version: 1\nname: M\xfcller\n", "2:8"), ("é: ü\n".encode() + b"\xff", "2:1"), ("version: 1".encode("utf-16"), "1:1")],
    ids=["latin-1", "after wide characters", "utf-16"],
)
def test_other_encodings_are_refused_at_the_first_strange_byte(content: bytes, place: str, manifest_file: Callable[..., Path]) -> None:
    assert problems_of(manifest_file(content)) == [f"capabilities.yaml:{place}: this is not UTF-8. Save the file with the encoding UTF-8."]


def test_an_alias_that_contains_itself_is_refused(manifest_file: Callable[..., Path]) -> None:
    assert "an alias contains itself" in problems_of(manifest_file("version: 1\nproducts: &a\n  x1: *a\n"))[0]


def test_an_alias_bomb_is_refused(manifest_file: Callable[..., Path]) -> None:
    levels = [f"  - &l{level} [{', '.join([f'*l{level - 1}'] * 10)}]" for level in range(1, 9)]
    bomb = "\n".join(["version: 1", "not-claimed:", "  - &l0 [lol]", *levels, ""])
    assert "holds more than 200000 values" in problems_of(manifest_file(bomb))[0]


def test_nesting_without_end_is_refused_before_it_reaches_the_parser(manifest_file: Callable[..., Path]) -> None:
    assert problems_of(manifest_file("version: 1\nproducts: " + "[" * 20_000)) == [
        "capabilities.yaml:2:110: this is nested too deeply to be read. Flatten it."
    ]


def test_an_id_in_two_files_names_both_places(manifest_file: Callable[..., Path]) -> None:
    radio = manifest_file("version: 1\ncapabilities:\n  wifi: {validated: EVT}\n", "radio.yaml")
    power = manifest_file("version: 1\ncapabilities:\n  wifi: {validated: MP}\n", "power.yaml")
    assert problems_of(radio, power) == [
        'power.yaml:3:3: the id "wifi" is taken already, by the capability in radio.yaml:3:3. Rename one of them, or remove it.'
    ]


def test_ladders_that_differ_name_both_places(manifest_file: Callable[..., Path]) -> None:
    radio = manifest_file("version: 1\nstages: [alpha, beta, ga]\ncapabilities: {}\n", "radio.yaml")
    power = manifest_file("version: 1\nstages: [EVT, DVT, PVT, MP]\ncapabilities: {}\n", "power.yaml")
    assert problems_of(radio, power) == ["power.yaml:2:9: these stages differ from those in radio.yaml:2. Keep one ladder for all files."]


def test_all_files_are_read_before_the_run_ends(manifest_file: Callable[..., Path]) -> None:
    first = manifest_file("version: 1\nproducts: {x1: {nam: X1}}\n", "first.yaml")
    second = manifest_file("version: 3\n", "second.yaml")
    assert [problem.split(":")[0] for problem in problems_of(first, second)] == ["first.yaml", "second.yaml"]


def test_a_problem_in_what_aliases_share_is_told_once(manifest_file: Callable[..., Path]) -> None:
    text = "version: 1\ncapabilities:\n  wifi: {validated: EVT, expires: &day soon}\n  gps: {expires: *day}\n"
    assert len(problems_of(manifest_file(text))) == 1


@pytest.mark.parametrize(
    ("files", "found"),
    [
        (["a/capabilities.lock.yaml"], "a/capabilities.lock.yaml"),
        (["a/capabilities.lock.yaml", "a/capabilities.yaml"], "a/capabilities.yaml"),
        (["a/capabilities.lock.yaml", "capabilities.yaml"], "a/capabilities.lock.yaml"),
    ],
)
def test_a_copy_is_found_where_there_is_no_source_in_the_folder(tmp_path: Path, files: list[str], found: str) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    for name in files:
        (tmp_path / name).touch()
    assert nearest_manifest(tmp_path / "a" / "b") == tmp_path / found
