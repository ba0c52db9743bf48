"""`REV:path`: manifest files of git revisions, read by a real git."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest

from claimlint.errors import Problem
from claimlint.manifest.revisions import names_revision, read_named

OLD = "version: 1\nproducts: {lamp: {name: Lamp, validated: EVT}}\n"
NEW = OLD.replace("EVT", "DVT")
STAGED = OLD.replace("EVT", "PVT")


def git(*arguments: str) -> None:
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory: two commits with a manifest each, a third version staged, and a fourth in the folder."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    git("init", "--initial-branch", "main")
    manifest = tmp_path / "engineering" / "capabilities.yaml"
    manifest.parent.mkdir()
    for number, text in enumerate((OLD, NEW)):
        manifest.write_text(text, encoding="utf-8", newline="\n")
        git("add", "--all")
        git("commit", "--message", f"Version {number}")
    manifest.write_text(STAGED, encoding="utf-8", newline="\n")
    git("add", "--all")
    manifest.write_text("version: 2\n", encoding="utf-8", newline="\n")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("HEAD:engineering/capabilities.yaml", NEW),
        ("HEAD~1:engineering/capabilities.yaml", OLD),
        ("main:engineering/capabilities.yaml", NEW),
        ("HEAD:./engineering/capabilities.yaml", NEW),
        (":engineering/capabilities.yaml", STAGED),
        ("engineering/capabilities.yaml", "version: 2\n"),
    ],
)
@pytest.mark.usefixtures("repository")
def test_file_of_a_revision_is_read(name: str, text: str) -> None:
    problems: list[Problem] = []
    source = read_named(name, problems)
    assert (source.path, source.content.decode(), problems) == (name, text, [])
    assert source.sha256 == hashlib.sha256(text.encode()).hexdigest()


def test_path_is_seen_from_the_top_or_with_a_dot_from_here(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository / "engineering")
    problems: list[Problem] = []
    assert read_named("HEAD:./capabilities.yaml", problems).content == read_named("HEAD:engineering/capabilities.yaml", problems).content
    assert problems == []


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "elsewhere:engineering/capabilities.yaml",
            'elsewhere:engineering/capabilities.yaml: the git repository has no revision "elsewhere".',
        ),
        ("HEAD:capabilities.yaml", 'HEAD:capabilities.yaml: there is no such file in the revision "HEAD".'),
        ("HEAD:engineering", 'HEAD:engineering: there is no such file in the revision "HEAD".'),
        (":capabilities.yaml", ":capabilities.yaml: there is no such file in what is staged."),
        ("--output=x:y", '--output=x:y: "--output=x" is no revision.'),
        ("missing.yaml", "missing.yaml: there is no such manifest."),
        ("C:\\engineering\\capabilities.yaml", "there is no such manifest."),
    ],
)
@pytest.mark.usefixtures("repository")
def test_what_is_not_there_is_said_in_one_line(name: str, message: str) -> None:
    problems: list[Problem] = []
    assert read_named(name, problems).root is None
    assert [message in str(problem) and problem.remedy != "" for problem in problems] == [True], problems


def test_damaged_file_of_a_revision_is_a_problem_at_its_place(repository: Path) -> None:
    (repository / "engineering" / "capabilities.yaml").write_text("version: [1\n", encoding="utf-8")
    git("commit", "--all", "--message", "Damaged")
    problems: list[Problem] = []
    read_named("HEAD:engineering/capabilities.yaml", problems)
    assert [(problem.path, problem.line) for problem in problems] == [("HEAD:engineering/capabilities.yaml", 2)]


def test_folder_that_is_no_repository_has_no_revisions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    problems: list[Problem] = []
    read_named("HEAD:capabilities.yaml", problems)
    assert ["no git repository here" in str(problem) for problem in problems] == [True]


def test_git_that_is_not_installed_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    problems: list[Problem] = []
    read_named("HEAD:capabilities.yaml", problems)
    assert ["git could not be asked" in str(problem) for problem in problems] == [True]


@pytest.mark.parametrize(
    ("name", "revision"),
    [
        ("HEAD:capabilities.yaml", True),
        ("origin/main:capabilities.yaml", True),
        (":capabilities.yaml", True),
        ("x:capabilities.yaml", True),
        ("capabilities.yaml", False),
        ("C:\\manifests\\capabilities.yaml", False),
        ("c:/manifests/capabilities.yaml", False),
    ],
)
def test_revision_is_told_from_a_path(name: str, revision: bool) -> None:
    assert names_revision(name) is revision


def test_existing_file_with_a_colon_in_its_name_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    try:
        Path("old:new.yaml").write_text(OLD, encoding="utf-8")
    except OSError:
        pytest.skip("this file system allows no colon in names")
    if not Path("old:new.yaml").is_file():
        pytest.skip("this file system gives colons a meaning of their own")
    assert not names_revision("old:new.yaml")
