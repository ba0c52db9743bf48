"""A small repository, and a check that finds fault with two words: the command line is tested without the parser."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from claimlint.claim import Claim
from claimlint.cli import main
from claimlint.configuration import Settings
from claimlint.document import Block, BlockKind, Document, Slice, Source, SourceMap
from claimlint.finding import CheckedDocument, Finding, Report, Severity
from claimlint.opening import Progress
from claimlint.sources import Discovered, read

WORDS: dict[str, Severity] = {"waterproof": "error", "maybe": "warning", "soon": "info"}

Run = Callable[..., tuple[int, str, str]]

CONFIGURATION = """\
manifest: capabilities.yaml
channels: {sales: ["decks/**"], public: ["docs/**", "press/**"]}
include: ["docs/**", "decks/**", "press/**"]
"""
COPY = {
    "examples/requirements.csv": "requirements.csv",
    "capabilities.yaml": "capabilities.yaml",
    "examples/after-pvt/capabilities.yaml": "next.yaml",
    "examples/rules/guarantee-in-sales.yaml": "our-rules.yaml",
    "examples/history.jsonl": "history.jsonl",
    "examples/campaign/public/launch-post.md": "docs/launch.md",
    "examples/campaign/public/camping.mdx": "docs/camping.mdx",
    "examples/campaign/beta/invitation.md": "draft.md",
    "examples/campaign/public/press-release.docx": "press/release.docx",
    "examples/campaign/sales/sales-deck.pptx": "decks/pitch.pptx",
}
"""Files of the worked example, and where they lie in the repository in which examples of the help run."""


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, with a manifest in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CLAIMLINT_DEBUG", raising=False)
    (tmp_path / "capabilities.yaml").write_text("version: 1\nproducts: {x1: {name: X1, validated: DVT}}\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def runs() -> list[tuple[Sequence[Discovered], Settings]]:
    """What the check was called with, in order."""
    return []


@pytest.fixture
def simple_check(repository: Path, runs: list[tuple[Sequence[Discovered], Settings]], monkeypatch: pytest.MonkeyPatch) -> None:
    def check(documents: Sequence[Discovered], settings: Settings, progress: Progress = iter, before: None = None) -> Report:
        runs.append((documents, settings))
        checked = tuple(_check(read(document)) for document in progress(documents))
        return Report("0.1.0", settings.as_of.isoformat(), (), checked, ("the manifest is old",), {"reading": 0.25})

    monkeypatch.setattr("claimlint.check.check", check)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command line; gives status, standard output and standard error."""

    def run(*arguments: str) -> tuple[int, str, str]:
        status = main(arguments)
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run


@pytest.fixture(scope="session")
def worked_example(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A git repository with copy, made once."""
    folder = tmp_path_factory.mktemp("examples")
    for source, name in COPY.items():
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copy(checkout / source, folder / name)
    (folder / "website").mkdir()
    (folder / ".claimlint.yaml").write_text(CONFIGURATION, encoding="utf-8")
    identity = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.com"]
    for arguments in (["init", "--quiet"], ["add", "."], [*identity, "commit", "--quiet", "--message", "Copy"]):
        subprocess.run(["git", *arguments], cwd=folder, check=True)
    return folder


@pytest.fixture
def example_repository(worked_example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "repository"
    shutil.copytree(worked_example, folder)
    monkeypatch.chdir(folder)
    return folder


def _check(document: Discovered) -> CheckedDocument:
    if document.data is None:
        return CheckedDocument(document.reported, document.channel, None, document.reason)
    text = document.data.decode("utf-8")
    claims = tuple(_claim(document.reported, text, match.start(), match.end()) for match in re.finditer("|".join(WORDS), text))
    findings = tuple(_finding(claim) for claim in claims)
    blocks = tuple(claim.block for claim in claims)
    return CheckedDocument(document.reported, document.channel, Document(Source(document.reported, text), blocks), None, claims, findings)


def _claim(path: str, text: str, start: int, end: int) -> Claim:
    words = text[start:end]
    block = Block(BlockKind.PARAGRAPH, words, SourceMap((Slice(0, len(words), start, end),)))
    return Claim(path, start, end, words, "seal", "x1", "feature", "assertion", "affirmed", "own", "name", 1.0, block)


def _finding(claim: Claim) -> Finding:
    return Finding(
        "CL101",
        "unvalidated-capability",
        "unvalidated",
        WORDS[claim.text],
        claim.subject,
        claim.path,
        claim.start,
        claim.end,
        claim.text,
        "“Seal” has not passed PVT yet.",
        "",
        claim,
        fingerprint="0" * 64,
    )
