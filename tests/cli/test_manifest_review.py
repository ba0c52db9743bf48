"""`claimlint manifest review`: manifests that are about to be committed, in real git repositories and with the real parser."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
Commit = Callable[..., None]

LAMP = """\
version: 1
products: {lamp: {name: Glimmer Lamp, validated: PVT}}
capabilities:
  dimming: {name: stepless dimming, validated: PVT}
"""
EARLIER = LAMP.replace("dimming, validated: PVT", "dimming, validated: DVT")
PAGE = "The lamp has stepless dimming.\n"
CLOCK = "version: 1\nproducts: {clock: {name: Tern Clock, validated: PVT}}\n"
ALARM = "version: 1\ncapabilities: {alarm: {name: alarm, product: clock, validated: PVT}}\n"
RIGHT = "1 product, 1 capability, 0 certifications; no problems."


@pytest.fixture
def commit(repository: Path) -> Commit:
    """Commits files (path to text) to a git repository, the working directory; without any, it is only started."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    (repository / "capabilities.yaml").unlink()

    def git(*arguments: str) -> None:
        identity = ("-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "init.defaultBranch=main")
        subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)

    def commit(files: Mapping[str, str]) -> None:
        write(files)
        git("add", "--all")
        git("commit", "--message", "Copy", "--allow-empty")

    git("init")
    return commit


def write(files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_tells_what_becomes_wrong_and_ends_well_because_the_manifest_is_right(run: Run, commit: Commit) -> None:
    commit({"capabilities.yaml": LAMP, "page.md": PAGE})
    write({"capabilities.yaml": EARLIER})
    status, out, err = run("manifest", "review", "capabilities.yaml", "--as-of", "2026-11-22")
    assert (status, err) == (0, "")
    assert out.startswith(
        f"capabilities.yaml: {RIGHT}\n\nHEAD:capabilities.yaml → capabilities.yaml, as of 2026-11-22\n\nstepless dimming\n"
    )
    assert "\nBecomes wrong (1)\n\npage.md:1:1 (public)\n" in out


@pytest.mark.parametrize(
    ("before", "after", "threshold", "status"),
    [
        pytest.param(LAMP, EARLIER, "error", 1, id="copy becomes wrong"),
        pytest.param(EARLIER, LAMP, "error", 0, id="copy becomes right"),
        pytest.param(EARLIER, EARLIER + "# still\n", "error", 0, id="copy stays wrong"),
        pytest.param("version: [", LAMP, "error", 2, id="nobody knows what becomes of copy"),
        pytest.param("version: [", LAMP, "never", 0, id="a commit that repairs the manifest"),
        pytest.param(LAMP, "version: [", "never", 2, id="a commit that breaks the manifest"),
    ],
)
def test_exit_status(run: Run, commit: Commit, before: str, after: str, threshold: str, status: int) -> None:
    commit({"capabilities.yaml": before, "page.md": PAGE})
    write({"capabilities.yaml": after})
    assert run("manifest", "review", "--fail-on", threshold)[0] == status


def test_repaired_manifest_says_why_nothing_is_told(run: Run, commit: Commit) -> None:
    commit({"capabilities.yaml": "version: [", "page.md": PAGE})
    write({"capabilities.yaml": LAMP})
    out = run("manifest", "review")[1]
    assert (
        "What has changed since HEAD:capabilities.yaml, and what that does to copy, could not be told:\n  HEAD:capabilities.yaml:2:1:"
        in out
    )


def test_before_the_first_commit_the_manifest_is_only_checked(run: Run, commit: Commit) -> None:
    write({"capabilities.yaml": LAMP})
    told = "capabilities.yaml is not in HEAD yet: there is nothing to compare with.\n"
    assert run("manifest", "review", "capabilities.yaml") == (0, f"capabilities.yaml: {RIGHT}\n{told}", "")


def test_new_manifest_is_only_checked(run: Run, commit: Commit) -> None:
    commit({"page.md": PAGE})
    write({"capabilities.yaml": LAMP})
    assert "capabilities.yaml is not in HEAD yet" in run("manifest", "review", "capabilities.yaml")[1]


def test_renamed_manifest_is_compared_with_what_it_was(run: Run, commit: Commit) -> None:
    commit({"capabilities.yaml": LAMP, ".claimlint.yaml": "manifest: capabilities.yaml\n", "page.md": PAGE})
    subprocess.run(["git", "mv", "capabilities.yaml", "facts.yaml"], check=True, capture_output=True)
    write({"facts.yaml": EARLIER, ".claimlint.yaml": "manifest: facts.yaml\n"})
    out = run("manifest", "review", "facts.yaml")[1]
    assert "HEAD:capabilities.yaml → facts.yaml" in out
    assert "1 promise becomes wrong (1 error), in 1 document." in out


def test_manifest_in_a_subfolder_is_asked_for_from_there(run: Run, commit: Commit, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(
        {
            "engineering/capabilities.yaml": LAMP,
            "copy/.claimlint.yaml": "manifest: ../engineering/capabilities.yaml\n",
            "copy/page.md": PAGE,
        }
    )
    write({"engineering/capabilities.yaml": EARLIER})
    monkeypatch.chdir("copy")
    assert "1 promise becomes wrong (1 error), in 1 document." in run("manifest", "review", "../engineering/capabilities.yaml")[1]


def test_one_of_several_manifests_is_taken_with_the_others(run: Run, commit: Commit) -> None:
    """By itself a manifest that speaks of another one's product would be broken."""
    files = {
        "clock.yaml": CLOCK,
        "alarm.yaml": ALARM,
        ".claimlint.yaml": "manifest: [clock.yaml, alarm.yaml]\n",
        "page.md": "The clock has an alarm.\n",
    }
    commit(files)
    write({"alarm.yaml": ALARM.replace("PVT", "EVT")})
    status, out, _ = run("manifest", "review", "alarm.yaml")
    assert status == 0
    assert "HEAD:clock.yaml, HEAD:alarm.yaml → clock.yaml, alarm.yaml" in out
    assert "\nBecomes wrong (1)\n\npage.md:1:" in out


def test_manifest_and_its_copy_are_two_manifests(run: Run, commit: Commit) -> None:
    commit({"capabilities.yaml": LAMP, "site/page.md": PAGE, "site/.claimlint.yaml": "manifest: capabilities.lock.yaml\n"})
    run("manifest", "lock", "--output", "site/capabilities.lock.yaml")
    commit({})
    write({"capabilities.yaml": EARLIER})
    run("manifest", "lock", "--output", "site/capabilities.lock.yaml")
    status, out, _ = run("manifest", "review", "capabilities.yaml", "site/capabilities.lock.yaml")
    assert status == 0
    assert out.count(RIGHT) == 2
    assert "1 promise becomes wrong (1 error), in 1 document." in out


def test_manifests_of_two_products_are_told_apart_though_ids_are_the_same(run: Run, commit: Commit) -> None:
    commit({f"{name}/capabilities.yaml": LAMP for name in ("desk", "floor")} | {"desk/page.md": PAGE})
    write({f"{name}/capabilities.yaml": EARLIER for name in ("desk", "floor")})
    out = run("manifest", "review", "desk/capabilities.yaml", "floor/capabilities.yaml")[1]
    assert out.index("desk/page.md:1:1") < out.index("HEAD:floor/capabilities.yaml")


def test_manifest_of_several_configurations_is_told_once_with_the_copy_of_all(run: Run, commit: Commit) -> None:
    sites = {f"{name}/.claimlint.yaml": "manifest: ../capabilities.yaml\n" for name in ("blog", "shop")}
    commit(
        {"capabilities.yaml": LAMP, "blog/page.md": PAGE, "shop/page.md": PAGE, **sites, ".claimlint.yaml": "manifest: capabilities.yaml\n"}
    )
    write({"capabilities.yaml": EARLIER})
    out = run("manifest", "review")[1]
    assert out.count("HEAD:capabilities.yaml → capabilities.yaml") == 1
    assert "2 promises become wrong (2 errors), in 2 documents." in out


def test_without_paths_the_configured_manifests_are_reviewed(run: Run, commit: Commit) -> None:
    commit({"facts.yaml": LAMP, ".claimlint.yaml": "manifest: facts.yaml\n", "page.md": PAGE})
    write({"facts.yaml": EARLIER})
    assert "HEAD:facts.yaml → facts.yaml" in run("manifest", "review")[1]


def test_everything_that_is_wrong_is_said_in_one_run(run: Run, commit: Commit) -> None:
    write({"desk/capabilities.yaml": "version: [", "floor/capabilities.yaml": "versoin: 1\n"})
    status, _, err = run("manifest", "review", "desk/capabilities.yaml", "floor/capabilities.yaml")
    assert status == 2
    assert "desk/capabilities.yaml:2:1: " in err
    assert "floor/capabilities.yaml:1:1: " in err


def test_manifest_that_no_configuration_uses_is_compared_without_copy(run: Run, commit: Commit) -> None:
    commit({"capabilities.yaml": LAMP, ".claimlint.yaml": "manifest: capabilities.yaml\n", "data/capabilities.yaml": LAMP, "page.md": PAGE})
    write({"data/capabilities.yaml": EARLIER})
    out = run("manifest", "review", "data/capabilities.yaml")[1]
    assert "the last gate passed is DVT (was PVT)\n\nNo copy was read: no configuration here uses it." in out


def test_document_that_cannot_be_read_is_told_and_fails_where_copy_counts(run: Run, commit: Commit) -> None:
    commit({"capabilities.yaml": LAMP, "page.md": PAGE})
    Path("broken.docx").write_bytes(b"no archive")
    write({"capabilities.yaml": EARLIER})
    assert "\nNot read:\n  broken.docx: " in run("manifest", "review")[1]
    assert [run("manifest", "review", "--fail-on", threshold)[0] for threshold in ("never", "error")] == [0, 2]


@pytest.mark.parametrize(
    ("revision", "message"),
    [
        ("nowhere", 'nowhere: the git repository has no revision "nowhere".'),
        ("--output=stolen", '--output=stolen: the git repository has no revision "--output=stolen".'),
    ],
)
def test_revision_that_is_not_there_is_one_line(run: Run, commit: Commit, revision: str, message: str) -> None:
    commit({"capabilities.yaml": LAMP})
    status, out, err = run("manifest", "review", "--since", revision)
    assert (status, out) == (2, "")
    assert err.startswith(message)


def test_outside_of_a_repository_is_one_line(run: Run, repository: Path) -> None:
    status, _, err = run("manifest", "review")
    assert status == 2
    assert err.count("\n") == 1
    assert "no git repository here" in err
