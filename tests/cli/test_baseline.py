"""`claimlint check --baseline`: what it excuses, what an update writes, and how the ratchet holds. Nothing is replaced here."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from claimlint.review.baseline_file import as_text, parse_baseline

Run = Callable[..., tuple[int, str, str]]

MANIFEST = """\
version: 1
products: {lamp: {name: Glimmer Lamp, validated: PVT}}
capabilities:
  runtime: {name: battery life, aliases: [battery], validated: PVT, limits: {runtime: {max: 10 h}}}
  solar: {name: solar charging, validated: none}
"""
WRONG = "Battery life is up to 14 hours.\n"
SOLAR = "The lamp has solar charging.\n"
RIGHT = "Battery life is up to 10 hours.\n"
BASE = Path("base.json")
WITH_BASE = ("--baseline", "base.json")


@pytest.fixture(autouse=True)
def folder(repository: Path) -> Path:
    """The working directory, with a manifest and a page of old copy."""
    (repository / "capabilities.yaml").write_text(MANIFEST, encoding="utf-8")
    write("old.md", WRONG)
    return repository


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def excused(path: Path = BASE) -> list[tuple[str, str]]:
    """The paths and words of a baseline's entries, sorted."""
    return sorted((entry.path, entry.words) for entry in parse_baseline(path.read_bytes(), path.name))


@pytest.fixture
def updated(run: Run) -> Callable[..., str]:
    """Updates the baseline, which must go well; gives what it says of it."""

    def update(*arguments: str) -> str:
        status, out, error = run("check", *WITH_BASE, "--update-baseline", *arguments)
        assert (status, error) == (0, "")
        return next(line for line in out.splitlines(keepends=True) if line.startswith("Note: "))

    return update


# ---- what is excused


def test_what_is_in_the_baseline_does_not_fail_and_is_counted(run: Run, updated: Callable[..., str]) -> None:
    assert run("check", "old.md")[0] == 1
    assert updated() == "Note: baseline: base.json is up to date: 1 added, 0 removed, 0 moved to renamed files; it holds 1.\n"
    status, out, error = run("check", *WITH_BASE, "--as-of", "2026-11-22")
    assert (status, error) == (0, "")
    assert out == (
        "No findings in 1 claim of 1 document checked.\n"
        "Not shown: 1 in the baseline, 0 suppressed; --show-all shows them.\n"
        "Checked against capabilities.yaml as of 2026-11-22.\n"
    )


def test_show_all_shows_it(run: Run, updated: Callable[..., str]) -> None:
    updated()
    assert "old.md:1:17: error CL201 overstated [baseline]" in run("check", *WITH_BASE, "--show-all")[1]


@pytest.mark.parametrize(
    ("files", "status"),
    [
        pytest.param({"old.md": "# Lamp\n\nHello.\n\n" + WRONG}, 0, id="lines moved"),
        pytest.param({"old.md": "Battery life\nis up to **14\nhours**.\n"}, 0, id="paragraph reflowed"),
        pytest.param({"old.md": None, "new/name.md": WRONG}, 0, id="file renamed"),
        pytest.param({"copy.md": WRONG}, 1, id="file copied"),
        pytest.param({"old.md": "Battery life is up to 16 hours.\n"}, 1, id="number changed"),
        pytest.param({"old.md": "Battery life is always up to 14 hours.\n"}, 1, id="word added"),
        pytest.param({"old.md": WRONG + "\n" + WRONG}, 1, id="promise repeated"),
        pytest.param({"old.md": WRONG + "\n" + SOLAR}, 1, id="promise added"),
    ],
)
def test_how_long_it_holds(run: Run, updated: Callable[..., str], files: dict[str, str | None], status: int) -> None:
    updated()
    for path, text in files.items():
        if text is None:
            Path(path).unlink()
        else:
            write(path, text)
    assert run("check", *WITH_BASE)[0] == status


def test_it_is_the_same_from_every_working_directory(run: Run, updated: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    write("docs/old.md", SOLAR)
    updated()
    monkeypatch.chdir("docs")
    assert run("check", "--baseline", "../base.json", "..")[0] == 0


def test_standard_input_is_held_against_the_entries_of_its_name(
    run: Run, updated: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    updated()
    for name, status in (("old.md", 0), ("other.md", 1)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WRONG.encode())))
        assert run("check", *WITH_BASE, "-", "--stdin-filename", name)[0] == status


def test_the_baseline_is_no_copy(run: Run, updated: Callable[..., str]) -> None:
    Path("base.txt").write_text(as_text([]), encoding="utf-8")
    _, out, _ = run("check", "--baseline", "base.txt", "--format", "json")
    assert [document["path"] for document in json.loads(out)["documents"]] == ["old.md"]


def test_a_finding_of_the_baseline_can_still_be_explained(run: Run) -> None:
    write(".claimlint.yaml", "baseline: base.json\n")
    run("check", "--update-baseline")
    (found,) = json.loads(run("check", "--show-all", "--format", "json")[1])["findings"]
    assert run("explain", "--finding", found["fingerprint"][:8], "old.md")[0] == 0


def test_fix_leaves_alone_what_the_baseline_holds(run: Run, updated: Callable[..., str]) -> None:
    updated()
    write("old.md", WRONG + "\nThe battery runs for 20 hours.\n")
    status, out, _ = run("fix", *WITH_BASE, "old.md")
    assert (status, "Left for a person" in out) == (0, False)
    assert Path("old.md").read_text(encoding="utf-8") == WRONG + "\nThe battery runs for 10 hours.\n"


# ---- configurations


def test_each_configuration_has_its_own(run: Run) -> None:
    for name in ("lamps", "torches"):
        write(f"{name}/.claimlint.yaml", "baseline: .claimlint-baseline.json\n")
        write(f"{name}/page.md", WRONG if name == "lamps" else SOLAR)
    assert run("check", "lamps", "torches", "--update-baseline")[0] == 0
    assert excused(Path("lamps/.claimlint-baseline.json")) == [("page.md", "battery life is up to 14 hours")]
    assert excused(Path("torches/.claimlint-baseline.json")) == [("page.md", "the lamp has solar charging")]


def test_one_that_is_named_serves_all_configurations(run: Run, updated: Callable[..., str]) -> None:
    for name in ("lamps", "torches"):
        write(f"{name}/.claimlint.yaml", "baseline: missing.json\n")
        write(f"{name}/page.md", WRONG)
    updated("lamps", "torches")
    assert [path for path, _ in excused()] == ["lamps/page.md", "torches/page.md"]


# ---- what an update writes


@pytest.mark.parametrize(
    ("files", "paths", "expected", "said"),
    [
        pytest.param({"old.md": RIGHT}, [], [], "0 added, 1 removed, 0 moved", id="mended"),
        pytest.param({"old.md": SOLAR}, [], [("old.md", "the lamp has solar charging")], "1 added, 1 removed, 0 moved", id="another"),
        pytest.param(
            {"new.md": SOLAR},
            ["new.md"],
            [("new.md", "the lamp has solar charging"), ("old.md", "battery life is up to 14 hours")],
            "1 added, 0 removed, 0 moved",
            id="a document that was not looked at keeps its own",
        ),
        pytest.param({"old.md": None, "new.md": RIGHT}, ["new.md"], [], "0 added, 1 removed, 0 moved", id="file gone"),
        pytest.param(
            {"old.md": None, "new.md": WRONG},
            ["new.md"],
            [("new.md", "battery life is up to 14 hours")],
            "0 added, 0 removed, 1 moved",
            id="file renamed",
        ),
    ],
)
def test_an_update_keeps_what_is_needed(
    updated: Callable[..., str], files: dict[str, str | None], paths: list[str], expected: list[tuple[str, str]], said: str
) -> None:
    updated()
    for path, text in files.items():
        if text is None:
            Path(path).unlink()
        else:
            write(path, text)
    assert said in updated(*paths)
    assert excused() == expected


def test_a_document_that_cannot_be_read_keeps_its_entries(run: Run, updated: Callable[..., str]) -> None:
    updated()
    Path("old.md").write_bytes(b"\xff\xfe\x00")
    write("new.md", SOLAR)
    run("check", *WITH_BASE, "--update-baseline")
    assert ("old.md", "battery life is up to 14 hours") in excused()


def test_a_second_update_changes_nothing(updated: Callable[..., str]) -> None:
    updated()
    before = BASE.read_bytes()
    updated()
    assert BASE.read_bytes() == before
    assert sorted(path.name for path in Path().iterdir()) == ["base.json", "capabilities.yaml", "old.md"]


def test_findings_below_the_threshold_are_taken_up_as_well(updated: Callable[..., str]) -> None:
    write("old.md", "It is the lightest lamp of all.\n")
    assert "1 added" in updated()


def test_what_a_comment_excuses_needs_no_entry(updated: Callable[..., str]) -> None:
    write("old.md", "<!-- claimlint-disable-next-line CL201: measured again in spring -->\n" + WRONG)
    assert "it holds 0" in updated()


# ---- what is wrong with it


@pytest.mark.parametrize(
    ("configuration", "options", "message"),
    [
        pytest.param("", WITH_BASE, "--baseline: there is no baseline at base.json.", id="option"),
        pytest.param("fail-on: error\nbaseline: b.json\n", (), ".claimlint.yaml:2:11: there is no baseline at b.json.", id="configuration"),
    ],
)
def test_a_missing_one_is_an_error_that_says_how_to_write_it(run: Run, configuration: str, options: tuple[str, ...], message: str) -> None:
    write(".claimlint.yaml", configuration)
    assert run("check", *options) == (2, "", f"{message} `claimlint check` writes it with --update-baseline.\n")


@pytest.mark.parametrize("options", [("--update-baseline",), ("--ratchet",), ("--update-baseline", "--ratchet")])
def test_there_must_be_one_that_is_named(run: Run, options: tuple[str, ...]) -> None:
    status, _, error = run("check", *options)
    assert (status, error.count("\n")) == (2, 1)
    assert f"{options[0]}: no baseline is named." in error


@pytest.mark.parametrize("options", [(), ("--update-baseline",)])
def test_a_damaged_one_is_an_error_and_is_never_written_over(run: Run, options: tuple[str, ...]) -> None:
    damaged = as_text([]).replace('"fff",\n', '"fff",\n<<<<<<< HEAD\n')
    BASE.write_text(damaged, encoding="utf-8", newline="\n")
    status, _, error = run("check", *WITH_BASE, *options)
    assert (status, error.count("\n")) == (2, 1)
    assert error.startswith("base.json:4101: holds the marks of a merge that was not finished.")
    assert BASE.read_text(encoding="utf-8") == damaged


def test_one_that_cannot_be_written_is_an_error(run: Run) -> None:
    status, _, error = run("check", "--baseline", "nowhere/base.json", "--update-baseline")
    assert (status, error) == (2, "nowhere/base.json: the file cannot be written: No such file or directory.\n")


def test_standard_input_is_no_file_to_keep_entries_of(run: Run) -> None:
    status, _, error = run("check", *WITH_BASE, "--update-baseline", "-")
    assert status == 2
    assert "--update-baseline takes files, not standard input" in error


# ---- the ratchet


def test_an_entry_that_matches_nothing_is_told_and_fails_only_under_the_ratchet(run: Run, updated: Callable[..., str]) -> None:
    updated()
    write("old.md", RIGHT)
    status, out, _ = run("check", *WITH_BASE)
    assert (status, "base.json has 1 entry that matches nothing any more.\n" in out) == (0, True)
    assert "`claimlint check --update-baseline` removes what is left over" in out
    status, out, _ = run("check", *WITH_BASE, "--ratchet", "--fail-on", "never")
    assert (status, "  old.md: CL201 “battery life is up to 14 hours”\n" in out) == (1, True)
    updated()
    assert run("check", *WITH_BASE, "--ratchet")[0] == 0


def test_the_report_for_programs_counts_what_is_left_over(run: Run, updated: Callable[..., str]) -> None:
    updated()
    write("old.md", RIGHT)
    summary = json.loads(run("check", *WITH_BASE, "--format", "json")[1])["summary"]
    assert (summary["baseline_left_over"], summary["baseline_added"]) == (1, 0)


def test_an_update_under_the_ratchet_adds_nothing(run: Run, updated: Callable[..., str]) -> None:
    write("gone.md", SOLAR)
    updated()
    Path("gone.md").unlink()
    write("new.md", "It charges by solar charging.\n")
    status, out, _ = run("check", *WITH_BASE, "--update-baseline", "--ratchet")
    assert (status, excused()) == (1, [("old.md", "battery life is up to 14 hours")])
    assert "new.md:1:1: error CL101" in out
    assert "0 added, 1 removed" in out


def test_the_ratchet_needs_a_baseline_to_hold(run: Run) -> None:
    assert run("check", *WITH_BASE, "--update-baseline", "--ratchet")[0] == 2
    assert not BASE.exists()


@pytest.fixture
def git(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, os.devnull)
    identity = ("-c", "user.name=Tester", "-c", "user.email=tester@example.com", "-c", "init.defaultBranch=main")

    def git(*arguments: str) -> None:
        subprocess.run(["git", *identity, *arguments], cwd=folder, capture_output=True, check=True)

    git("init", "--quiet")
    return git


def branch_off(git: Callable[..., None]) -> None:
    git("add", ".")
    git("commit", "--quiet", "--message", "base")
    git("checkout", "--quiet", "-b", "branch")


@pytest.mark.parametrize(
    ("files", "status", "told"),
    [
        pytest.param({}, 0, "", id="nothing changed"),
        pytest.param({"old.md": RIGHT}, 0, "", id="shrunk"),
        pytest.param({"old.md": None, "new.md": WRONG}, 0, "", id="renamed"),
        pytest.param({"new.md": SOLAR}, 1, "  new.md: CL101 “the lamp has solar charging”\n", id="grown"),
        pytest.param({"old.md": SOLAR}, 1, "  old.md: CL101 “the lamp has solar charging”\n", id="one for another"),
        pytest.param({"copy.md": WRONG}, 1, "  copy.md: CL201 “battery life is up to 14 hours”\n", id="copied"),
    ],
)
def test_a_branch_may_not_add_entries(
    run: Run, updated: Callable[..., str], git: Callable[..., None], files: dict[str, str | None], status: int, told: str
) -> None:
    updated()
    branch_off(git)
    for path, text in files.items():
        if text is None:
            Path(path).unlink()
        else:
            write(path, text)
    updated()
    outcome, out, _ = run("check", *WITH_BASE, "--ratchet-from", "main")
    assert outcome == status
    assert told in out
    assert ("base.json has 1 entry more than where this branch left main; it may only shrink:\n" in out) is bool(told)


def test_what_main_has_removed_meanwhile_is_not_added_by_the_branch(
    run: Run, updated: Callable[..., str], git: Callable[..., None]
) -> None:
    updated()
    branch_off(git)
    git("checkout", "--quiet", "main")
    write("old.md", RIGHT)
    updated()
    git("commit", "--quiet", "--all", "--message", "mended")
    git("checkout", "--quiet", "branch")
    assert run("check", *WITH_BASE, "--ratchet-from", "main")[0] == 0


def test_the_first_baseline_of_a_repository_passes(run: Run, updated: Callable[..., str], git: Callable[..., None]) -> None:
    branch_off(git)
    updated()
    status, out, _ = run("check", *WITH_BASE, "--ratchet-from", "main")
    assert status == 0
    assert "Note: baseline: main has no base.json yet; there is nothing to compare it with.\n" in out


@pytest.mark.parametrize("revision", ["no-such-branch", "--all"])
def test_a_revision_that_git_does_not_know_is_an_error(
    run: Run, updated: Callable[..., str], git: Callable[..., None], revision: str
) -> None:
    updated()
    branch_off(git)
    status, out, error = run("check", *WITH_BASE, f"--ratchet-from={revision}")
    assert (status, out, error.count("\n")) == (2, "", 1)
    assert error.startswith(f"--ratchet-from {revision}: ")
