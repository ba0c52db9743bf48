"""A configuration file is read as it is meant, and whatever is wrong with it is said at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimlint.configuration import Configuration, Overrides
from claimlint.configuration.loading import load
from claimlint.errors import InputError


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "capabilities.yaml").write_text("version: 1\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def loaded(text: str, name: str = ".claimlint.yaml", overrides: Overrides | None = None) -> Configuration:
    Path(name).write_text(text, encoding="utf-8")
    configuration = load(Path(name), overrides or Overrides())
    assert configuration is not None
    return configuration


def problems(text: str, name: str = ".claimlint.yaml") -> list[str]:
    with pytest.raises(InputError) as caught:
        loaded(text, name)
    return [str(problem) for problem in caught.value.problems]


YAML = """\
manifest: capabilities.yaml
channels:
  sales: ["decks/**"]
  internal: notes/**
include: ["**/*.md"]
exclude: archive/**
rules: [default, us-fcc, ./our-rules.yaml]
severity: {CL110: error}
fail-on: warning
baseline: .claimlint-baseline.json
model: en_core_web_md
max-age: 2 weeks
confidence: 0.75
"""

TOML = """\
[tool.claimlint-copy]
manifest = "capabilities.yaml"
include = ["**/*.md"]
exclude = "archive/**"
rules = ["default", "us-fcc", "./our-rules.yaml"]
fail-on = "warning"
baseline = ".claimlint-baseline.json"
model = "en_core_web_md"
max-age = 14
confidence = 0.75

[tool.claimlint-copy.channels]
sales = ["decks/**"]
internal = "notes/**"

[tool.claimlint-copy.severity]
CL110 = "error"
"""


@pytest.mark.parametrize(("name", "text"), [(".claimlint.yaml", YAML), ("pyproject.toml", TOML)])
def test_both_formats_say_the_same(repository: Path, name: str, text: str) -> None:
    assert loaded(text, name) == Configuration(
        folder=repository,
        path=repository / name,
        manifests=(repository / "capabilities.yaml",),
        channels=(("sales", ("decks/**",)), ("internal", ("notes/**",))),
        include=("**/*.md",),
        exclude=("archive/**",),
        rules=("default", "us-fcc", repository / "our-rules.yaml"),
        severity={"CL110": "error"},
        fail_on="warning",
        baseline=repository / ".claimlint-baseline.json",
        model="en_core_web_md",
        max_age=14,
        confidence=0.75,
    )


@pytest.mark.parametrize(
    ("text", "place", "says", "remedy"),
    [
        ("manifests: capabilities.yaml\n", "1:1", '"manifests" is no key', 'Did you mean "manifest"?'),
        ("fail_on: error\n", "1:1", '"fail_on" is no key', 'Did you mean "fail-on"?'),
        ("channels:\n  public: {docs: a}\n", "2:11", "expected one text, or a list of them", ""),
        ("rules: {default: a}\n", "1:8", "expected the name or path of a pack", ""),
        ("severity:\n  CL110: eror\n", "2:10", '"eror" is no severity', 'Did you mean "error"?'),
        ("fail-on: never ever\n", "1:10", '"never ever" is no severity', ""),
        ("channels: [docs]\n", "1:11", "expected keys with values", ""),
        ("include: {a: b}\n", "1:10", "expected one text, or a list of them", ""),
        ("include: [[a]]\n", "1:11", "expected text", ""),
        ("rules:\n", "1:7", '"rules" has no value', ""),
        ("manifest: []\n", "1:11", "expected the path of a manifest", ""),
        ("manifest: other.yaml\n", "1:11", "there is no manifest at other.yaml", "relative to this file"),
        ("max-age: soon\n", "1:10", '"soon" is no number of days', '"30 days"'),
        ("confidence: 2\n", "1:13", '"2" is no number from 0 to 1', ""),
        ("exclude: ['/**/../!', '!']\n", "1:10", "is not a pattern", ""),
        ("model: a\nmodel: b\n", "2:1", '"model" stands here a second time', ""),
        ("- default\n", "1:1", "expected keys with values", "manifest: capabilities.yaml"),
        ("rules: [default\n", "2:1", "is not valid YAML", ""),
    ],
)
def test_what_is_wrong_in_yaml(text: str, place: str, says: str, remedy: str) -> None:
    (problem,) = problems(text)
    assert problem.startswith(f".claimlint.yaml:{place}: ")
    assert says in problem
    assert remedy in problem


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ('[tool.claimlint-copy]\nfail_on = "error"\n', "2:1", '"fail_on" is no key'),
        ('[project]\nname = "x"\n[tool.claimlint-copy.channels]\npublic = "a"\nsales = 3.5\n\nsales = 1\n', "7:10", "is not valid TOML"),
        ('[tool.claimlint-copy]\nseverity = {CL110 = "fatal"}\n', "2:1", '"fatal" is no severity'),
        ('[tool.claimlint-copy]\nmanifest = "a.yaml\n', "2:19", "is not valid TOML"),
    ],
)
def test_what_is_wrong_in_toml(text: str, place: str, says: str) -> None:
    (problem,) = problems(text, "pyproject.toml")
    assert problem.startswith(f"pyproject.toml:{place}: ")
    assert says in problem


def test_everything_that_is_wrong_is_said_in_one_run() -> None:
    found = problems("fail_on: error\nmanifest: other.yaml\nchannels: {press: {}}\nseverity: {CL110: fatal}\n")
    assert [problem.split(":")[1] for problem in found] == ["1", "2", "3", "4"]


def test_a_file_in_another_encoding_is_a_problem() -> None:
    Path(".claimlint.yaml").write_bytes(b"manifest: caf\xe9.yaml\n")
    with pytest.raises(InputError, match="is not UTF-8 text"):
        load(Path(".claimlint.yaml"), Overrides())


def test_an_empty_file_takes_the_manifest_beside_it(repository: Path) -> None:
    assert loaded("# nothing yet\n").manifests == (repository / "capabilities.yaml",)


def test_a_manifest_further_up_serves_a_configuration_that_names_none(repository: Path) -> None:
    (repository / "content").mkdir()
    assert loaded("fail-on: never\n", "content/.claimlint.yaml").manifests == (repository / "capabilities.yaml",)


def test_no_manifest_anywhere_names_init(repository: Path) -> None:
    (repository / "capabilities.yaml").unlink()
    (problem,) = problems("fail-on: never\n")
    assert problem.startswith(".claimlint.yaml: names no manifest")
    assert "claimlint init" in problem


@pytest.mark.parametrize("text", ['[project]\nname = "x"\n', "this = is = broken\n", ""])
def test_a_pyproject_without_the_table_is_no_configuration(text: str) -> None:
    Path("pyproject.toml").write_text(text, encoding="utf-8")
    assert load(Path("pyproject.toml"), Overrides()) is None


def test_the_command_line_wins(repository: Path) -> None:
    overrides = Overrides(manifests=(Path("m.yaml"),), channel="sales", rules=("eu", "r.yaml"), fail_on="never", model="other")
    configuration = loaded("manifest: gone.yaml\nrules: [default]\nfail-on: error\nmodel: en\n", overrides=overrides)
    assert configuration.manifests == (repository / "m.yaml",)
    assert configuration.rules == ("eu", repository / "r.yaml")
    assert (configuration.fail_on, configuration.model, configuration.channel) == ("never", "other", "sales")


@pytest.mark.parametrize(
    ("overrides", "key", "name", "place"),
    [
        (Overrides(), "channels", "press", ".claimlint.yaml:1:12"),
        (Overrides(), "rules", "our-pack", ".claimlint.yaml:2:9"),
        (Overrides(), "severity", "CL999", ".claimlint.yaml:3:12"),
        (Overrides(), "severity", "CL101", ".claimlint.yaml"),
        (Overrides(rules=("our-pack",)), "rules", "our-pack", "--rules"),
        (Overrides(channel="press"), "channels", "press", "--channel"),
    ],
)
def test_names_keep_the_place_where_they_were_written(overrides: Overrides, key: str, name: str, place: str) -> None:
    configuration = loaded("channels: {press: a/**}\nrules: [our-pack]\nseverity: {CL999: off}\n", overrides=overrides)
    assert str(configuration.origin.problem(key, name, "is wrong.")) == f"{place}: is wrong."


def test_paths_are_relative_to_the_file(repository: Path) -> None:
    (repository / "content").mkdir()
    configuration = loaded("manifest: ../capabilities.yaml\nbaseline: base.json\n", "content/.claimlint.yaml")
    assert configuration.manifests == (repository / "capabilities.yaml",)
    assert configuration.baseline == repository / "content" / "base.json"
