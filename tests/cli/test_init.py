"""`claimlint init`: files that work as they are, and nothing that was there is touched."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from claimlint.configuration import ConfigurationSearch
from claimlint.manifest.loading import load_manifest
from claimlint.readers import SUFFIXES
from claimlint.rules import load_policy, load_rules

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_what_is_written_loads(run: Run) -> None:
    status, out, _ = run("init")
    assert status == 0
    assert out.splitlines() == [
        "capabilities.yaml: written. Its comments say what to fill in.",
        ".claimlint.yaml: written. Its comments say what to fill in.",
    ]
    configuration = ConfigurationSearch().for_file(Path("a.md"))
    assert list(load_manifest(configuration.manifests).capabilities) == ["battery-life"]


@pytest.mark.parametrize(
    ("folders", "document", "channel"),
    [
        (["docs/sales"], "docs/sales/a.md", "sales"),
        (["Decks"], "Decks/deep/a.md", "sales"),
        (["beta"], "beta/a.md", "beta"),
        (["notes/beta"], "notes/beta/a.md", "internal"),
        (["docs"], "docs/a.md", "public"),
        (["node_modules/sales"], "node_modules/sales/a.md", "public"),
        (['do"cs/sales'], 'do"cs/sales/a.md', "sales"),
    ],
)
def test_channels_are_guessed_from_folders(run: Run, folders: list[str], document: str, channel: str) -> None:
    for folder in folders:
        try:
            Path(folder).mkdir(parents=True)
        except OSError:
            pytest.skip("this name is not allowed here")
    run("init")
    assert ConfigurationSearch().for_file(Path(document)).channel_for(Path(document)) == channel


@pytest.mark.parametrize("manifest", ["capabilities.yaml", "engineering/capabilities.yaml", "../capabilities.yaml"])
def test_a_manifest_that_is_there_is_used(run: Run, empty: Path, monkeypatch: pytest.MonkeyPatch, manifest: str) -> None:
    (empty / "content").mkdir()
    monkeypatch.chdir(empty / "content")
    Path(manifest).parent.mkdir(exist_ok=True)
    Path(manifest).write_text("version: 1\n", encoding="utf-8")
    assert "there is one already; it stays as it is" in run("init")[1]
    assert Path(manifest).read_text(encoding="utf-8") == "version: 1\n"
    assert ConfigurationSearch().for_file(Path("a.md")).manifests == (Path(manifest).resolve(),)


@pytest.mark.parametrize(("name", "text"), [(".claimlint.yaml", "fail-on: never\n"), ("pyproject.toml", "[tool.claimlint-copy]\n")])
def test_a_configuration_that_is_there_stays(run: Run, name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8")
    run("init")
    assert Path(name).read_text(encoding="utf-8") == text
    assert Path(".claimlint.yaml").exists() == (name == ".claimlint.yaml")


def test_a_dry_run_writes_nothing(run: Run, empty: Path) -> None:
    _, out, _ = run("init", "--dry-run")
    assert "--- capabilities.yaml (not written)\n# What engineering stands behind." in out
    assert list(empty.iterdir()) == []


def test_all_that_the_configuration_suggests_is_there(run: Run) -> None:
    run("init")
    path = Path(".claimlint.yaml")
    suggested = re.sub(r"^# ?(?=(?:[a-z-]+:|  [a-z]+:))", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    path.write_text(suggested, encoding="utf-8")
    configuration = ConfigurationSearch().for_file(Path("a.md"))
    packs = [rule for rule in configuration.rules if isinstance(rule, str)]
    assert load_rules(packs, Path(), configuration.severity).rules
    assert {Path(pattern).suffix for pattern in configuration.include} <= set(SUFFIXES)
    assert {name for name, _ in configuration.channels} <= set(load_policy().channels)
    assert (len(packs), bool(configuration.include), bool(configuration.severity), bool(configuration.channels)) == (1, True, True, True)
