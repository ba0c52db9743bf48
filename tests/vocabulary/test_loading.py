"""Reading vocabulary files: what is taken over, and how what is wrong is reported."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from claimlint.data import rules_folder
from claimlint.errors import InputError
from claimlint.vocabulary import QUANTITIES, Better, Concept, Examples, load_vocabulary

COMPLETE = """\
battery-life:
  names: [battery life, "5.10", NO]
  wordings: ["last {quantity}"]
  quantity: time
  better: more
  confused-with: [charging-time]
  implies: []
  certifications: [UN 38.3]
  examples: {match: [Lasts 10 hours.], no-match: [At last.]}
charging-time:
  names: [charging time]
  quantity: null
"""


def folder(path: Path, **files: str) -> Path:
    path.mkdir(exist_ok=True)
    for name, text in files.items():
        (path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return path


def test_every_field_arrives_as_it_is_written(tmp_path: Path) -> None:
    assert load_vocabulary([folder(tmp_path, power=COMPLETE)])["battery-life"] == Concept(
        id="battery-life",
        names=("battery life", "5.10", "NO"),
        wordings=("last {quantity}",),
        examples=Examples(("Lasts 10 hours.",), ("At last.",)),
        quantity="time",
        better=Better.MORE,
        confused_with=("charging-time",),
        certifications=("UN 38.3",),
    )


def test_concepts_refer_to_each_other_across_files(tmp_path: Path) -> None:
    first = "a: {names: [a], confused-with: [b]}"
    assert list(load_vocabulary([folder(tmp_path, one=first, two="b: {names: [b], implies: [a]}")])) == ["a", "b"]


def test_a_later_folder_replaces_a_concept(tmp_path: Path) -> None:
    own = folder(tmp_path / "own", power="battery-life: {names: [stamina]}")
    assert load_vocabulary([folder(tmp_path / "shipped", power=COMPLETE), own])["battery-life"].names == ("stamina",)


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("a: {names: [a], wording: [b]}", (1, 17), 'Did you mean "wordings"?'),
        ("a: {names: [a], quantity: tiem}", (1, 27), 'Did you mean "time"?'),
        ("a: {names: [a], better: bigger}", (1, 25), "is not a direction"),
        ("a: {names: [a], confused-with: [aa]}", (1, 33), 'there is no concept "aa"'),
        ("a: {names: [a], implies: [b]}", (1, 27), 'there is no concept "b"'),
        ("a:\n  names: [a]\n  wordings:\n    - ... day", (4, 7), "only between words"),
        ("a: {names: [a]}\na: {names: [b]}", (2, 1), "stands here twice"),
        ("a: {names: [a], names: [b]}", (1, 17), "stands here twice"),
        ("a: {names: [a], examples: {matches: [b]}}", (1, 28), 'Did you mean "match"?'),
        ("a: {names: a}", (1, 12), "a list is expected"),
        ("a: {names: {b: c}}", (1, 12), "a list is expected"),
        ("a: {names: [[b]]}", (1, 13), "text is expected"),
        ("a: {wordings: [b]}", (1, 4), "has no names"),
        ("a: text", (1, 4), "keys with values are expected"),
        ("- a", (1, 1), "keys with values are expected"),
        ("a: [", (2, 1), "is not valid YAML"),
        ("a: " + "[" * 60_000, (1, 103), "nested too deeply"),
    ],
)
def test_a_mistake_is_reported_where_it_stands(text: str, place: tuple[int, int], message: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        load_vocabulary([folder(tmp_path, power=text)])
    assert any((problem.line, problem.column) == place and message in str(problem) for problem in caught.value.problems), caught.value


def test_all_mistakes_of_all_files_are_reported_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        load_vocabulary(
            [folder(tmp_path, one="a: {names: [a], size: b}\nb: {names: [b], better: up}", two="c: {names: [c], implies: [x]}")]
        )
    assert [problem.path.rsplit("/", 1)[1] for problem in caught.value.problems] == ["one.yaml", "one.yaml", "two.yaml"]


def test_the_same_concept_in_two_files_of_a_folder_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="defined twice"):
        load_vocabulary([folder(tmp_path, one="a: {names: [a]}", two="a: {names: [b]}")])


def test_a_folder_without_vocabulary_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no vocabulary in this folder"):
        load_vocabulary([tmp_path])


def test_every_quantity_that_has_units_can_be_named() -> None:
    units = yaml.safe_load((rules_folder() / "units.yaml").read_text(encoding="utf-8"))
    assert set(units) <= QUANTITIES


@pytest.mark.parametrize("file", sorted((rules_folder() / "vocabulary").glob("*.yaml")), ids=lambda file: file.stem)
def test_the_files_that_ship_can_be_read_without_the_c_library(file: Path) -> None:
    assert isinstance(yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader), dict)
