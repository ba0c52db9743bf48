"""`claimlint manifest diff`: what it reads, what it prints, and how it ends. Nothing is replaced by a simpler thing here."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]

OLD = """\
version: 1
products: {lamp: {name: Glimmer Lamp, validated: PVT}}
capabilities:
  dimming: {name: stepless dimming, validated: PVT}
  timer: {name: sleep timer, validated: EVT}
"""
NEW = OLD.replace("dimming, validated: PVT", "dimming, validated: DVT").replace("timer, validated: EVT", "timer, validated: PVT")
PAGE = "The lamp has stepless dimming.\n\nThe lamp has a sleep timer.\n"
CHANGES = """\
old.yaml → new.yaml, as of 2026-11-22

stepless dimming
  the last gate passed is DVT (was PVT)
sleep timer
  PVT passed (was EVT)

"""
DAY = ("--as-of", "2026-11-22")


@pytest.fixture
def lamp(repository: Path) -> Path:
    """The working directory, with two manifests and a page below `copy`."""
    (repository / "capabilities.yaml").unlink()
    (repository / "old.yaml").write_text(OLD, encoding="utf-8")
    (repository / "new.yaml").write_text(NEW, encoding="utf-8")
    (repository / "copy").mkdir()
    (repository / "copy" / "page.md").write_text(PAGE, encoding="utf-8")
    return repository


def test_tells_what_becomes_wrong_and_what_may_be_said(run: Run, lamp: Path) -> None:
    status, out, _ = run("manifest", "diff", "old.yaml", "new.yaml", "copy", *DAY)
    assert status == 1
    assert out.startswith(
        CHANGES + "Becomes wrong (1)\n\ncopy/page.md:1:1 (public)\n  “The lamp has stepless dimming”\n  Before: nothing found\n"
    )
    assert (
        "May now be said (1)\n"
        "\n"
        "copy/page.md:3:1 (public)\n"
        "  “The lamp has a sleep timer”\n"
        "  Before: error CL101 unvalidated\n"
        "  Now:    nothing found\n"
        "  Because of sleep timer: PVT passed (was EVT)\n"
        "\n"
        "1 promise becomes wrong (1 error), 1 may now be said, in 1 document.\n"
    ) in out


def test_without_a_configuration_the_manifests_alone_are_compared(run: Run, lamp: Path) -> None:
    status, out, _ = run("manifest", "diff", "old.yaml", "new.yaml", *DAY)
    advice = "Give `claimlint manifest diff` documents or folders to see what becomes of them."
    assert (status, out) == (0, f"{CHANGES}No copy was read: no configuration here uses it. {advice}\n")


def test_without_paths_the_copy_that_the_configuration_includes_is_read(run: Run, lamp: Path) -> None:
    (lamp / ".claimlint.yaml").write_text("manifest: gone.yaml\ninclude: ['copy/**']\n", encoding="utf-8")
    status, out, _ = run("manifest", "diff", "old.yaml", "new.yaml")
    assert (status, out.splitlines()[-1]) == (1, "1 promise becomes wrong (1 error), 1 may now be said, in 1 document.")


def test_same_manifest_changes_nothing(run: Run, lamp: Path) -> None:
    status, out, _ = run("manifest", "diff", "new.yaml", "new.yaml", "copy", *DAY)
    assert (status, out.splitlines()[2:]) == (0, ["Nothing in them differs.", "", "No promise is judged otherwise, in 1 document."])


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["old.yaml", "new.yaml", "copy", "--fail-on", "never"], 0),
        (["old.yaml", "new.yaml", "copy", "--channel", "internal"], 0),
        (["old.yaml", "new.yaml", "copy", "--channel", "beta"], 0),
        (["old.yaml", "new.yaml", "copy", "missing.md"], 2),
        (["old.yaml", "new.yaml", "copy", "--manifest", "new.yaml"], 2),
        (["old.yaml", "new.yaml", "copy", "--format", "xml"], 2),
        (["old.yaml"], 2),
    ],
)
def test_exit_status(run: Run, lamp: Path, arguments: list[str], status: int) -> None:
    assert run("manifest", "diff", *arguments)[0] == status


def test_threshold_of_the_configuration_decides(run: Run, lamp: Path) -> None:
    (lamp / ".claimlint.yaml").write_text("fail-on: never\n", encoding="utf-8")
    assert run("manifest", "diff", "old.yaml", "new.yaml", "copy")[0] == 0


@pytest.mark.parametrize(
    ("old", "error"),
    [
        ("missing.yaml", "missing.yaml: there is no such manifest. Correct the path, or write one with `claimlint init`.\n"),
        ("C:\\missing.yaml", "there is no such manifest."),
        ("damaged.yaml", "damaged.yaml:2:1: is not valid YAML"),
        ("binary.yaml", "binary.yaml:1:1: this is not UTF-8."),
    ],
)
@pytest.mark.parametrize("swapped", [False, True], ids=["old", "new"])
def test_manifest_that_cannot_be_read_is_one_line(run: Run, lamp: Path, old: str, error: str, swapped: bool) -> None:
    (lamp / "damaged.yaml").write_text("version: [1\n", encoding="utf-8")
    (lamp / "binary.yaml").write_bytes(b"\xff\xfe\x00")
    sides = ("new.yaml", old) if swapped else (old, "new.yaml")
    status, out, told = run("manifest", "diff", *sides, "copy")
    assert (status, out, told.count("\n")) == (2, "", 1)
    assert error in told


def test_document_that_cannot_be_read_is_never_a_pass(run: Run, lamp: Path) -> None:
    (lamp / "copy" / "page.md").write_bytes(b"\x00\x01\x02\xff" * 40)
    status, out, _ = run("manifest", "diff", "old.yaml", "old.yaml", "copy")
    assert status == 2
    assert "Not read:\n  copy/page.md: " in out
    assert out.endswith("in 0 documents.\n")


def test_several_formats_at_once(run: Run, lamp: Path) -> None:
    status, out, _ = run("manifest", "diff", "old.yaml", "new.yaml", "copy", "--format", "markdown", "--format", "json:diff.json")
    found = json.loads((lamp / "diff.json").read_text(encoding="utf-8"))
    assert (status, out.splitlines()[0]) == (1, "## What this change of the manifest does to copy")
    assert [each["effect"] for each in found["consequences"]] == ["becomes-wrong", "may-be-said"]


def test_standard_input_is_a_document(run: Run, lamp: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode()), encoding="utf-8"))
    status, out, _ = run("manifest", "diff", "old.yaml", "new.yaml", "-")
    assert (status, "stdin.md:1:1 (public)" in out) == (1, True)


def test_copy_made_by_lock_serves_as_either_side(run: Run, lamp: Path) -> None:
    assert run("manifest", "lock", "old.yaml", "--output", "old.lock.yaml", *DAY)[0] == 0
    assert run("manifest", "lock", "new.yaml", "--output", "new.lock.yaml", *DAY)[0] == 0
    status, out, _ = run("manifest", "diff", "old.lock.yaml", "new.lock.yaml", "copy", *DAY)
    plain = run("manifest", "diff", "old.yaml", "new.yaml", "copy", *DAY)
    assert (status, out.splitlines()[1:]) == (plain[0], plain[1].splitlines()[1:])


def test_both_are_merged_with_a_further_manifest(run: Run, lamp: Path) -> None:
    products = "version: 1\nproducts: {lamp: {name: Glimmer Lamp, validated: PVT}}\n"
    (lamp / "products.yaml").write_text(products, encoding="utf-8")
    for name, text in (("old.yaml", OLD), ("new.yaml", NEW)):
        own = text.replace("products: {lamp: {name: Glimmer Lamp, validated: PVT}}\n", "").replace("{name: s", "{product: lamp, name: s")
        (lamp / name).write_text(own, encoding="utf-8")
    assert run("manifest", "diff", "old.yaml", "new.yaml", "copy")[0] == 2
    status, out, _ = run("manifest", "diff", "old.yaml", "new.yaml", "copy", "--with", "products.yaml", *DAY)
    assert (status, out.splitlines()[0]) == (1, "old.yaml, products.yaml → new.yaml, products.yaml, as of 2026-11-22")


def test_what_a_baseline_excuses_is_shown_and_does_not_count(run: Run, lamp: Path) -> None:
    baseline = ("--baseline", "base.json")
    assert run("check", "copy", "--manifest", "new.yaml", *baseline, "--update-baseline", *DAY)[0] == 0
    status, out, _ = run("manifest", "diff", "old.yaml", "new.yaml", "copy", *baseline, *DAY)
    assert (status, "Now:    error CL101 unvalidated [baseline]: " in out) == (0, True)


@pytest.fixture
def committed(lamp: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory as a git repository, the older manifest committed as capabilities.yaml and the newer one in its place."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    (lamp / "capabilities.yaml").write_text(OLD, encoding="utf-8")
    for command in (["init", "--initial-branch", "main"], ["add", "--all"], ["commit", "--message", "As it was"]):
        subprocess.run(["git", *identity, *command], check=True, capture_output=True)
    (lamp / "capabilities.yaml").write_text(NEW, encoding="utf-8")
    return lamp


def test_revision_is_compared_with_the_working_tree(run: Run, committed: Path) -> None:
    status, out, _ = run("manifest", "diff", "HEAD:capabilities.yaml", "capabilities.yaml", "copy", *DAY)
    assert (status, out.splitlines()[0]) == (1, "HEAD:capabilities.yaml → capabilities.yaml, as of 2026-11-22")
    assert run("manifest", "diff", "main:capabilities.yaml", "HEAD:capabilities.yaml", "copy")[0] == 0


def test_revision_that_is_not_there_is_one_line(run: Run, committed: Path) -> None:
    remedy = "Correct it, or fetch it first: a shallow checkout holds one revision only."
    assert run("manifest", "diff", "nowhere:capabilities.yaml", "capabilities.yaml", "copy") == (
        2,
        "",
        f'nowhere:capabilities.yaml: the git repository has no revision "nowhere". {remedy}\n',
    )
