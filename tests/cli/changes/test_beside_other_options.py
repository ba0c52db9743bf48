"""`--changed-since` and `--diff` beside baselines, standard input and each other."""

from __future__ import annotations

import io
import sys

import pytest

from tests.cli.changes.copy_in_git import BOTH, PLAIN, SEAL, SOLAR, Asked, Run, commit, found, git, put


@BOTH
def test_the_exit_status_counts_findings_of_the_change_alone(run: Run, asked: Asked) -> None:
    commit({"a.md": SOLAR})
    assert asked(run) == ([], 1)
    assert run("check", "--changed-since", "main")[0] == 0
    assert run("check")[0] == 1


def test_the_report_says_how_many_older_findings_stand(run: Run) -> None:
    commit({"a.md": SOLAR + "\n" + SEAL})
    assert "Note: only findings of the change since main are reported; 2 older ones stand.\n" in run("check", "--changed-since", "main")[1]


def test_what_a_baseline_excuses_is_not_counted_as_older(run: Run) -> None:
    put({"a.md": SOLAR})
    run("check", "--baseline", "base.json", "--update-baseline")
    commit({"b.md": SEAL})
    put({"b.md": SEAL + "\n" + SOLAR})
    assert found(run, "--changed-since", "main", "--baseline", "base.json") == (["b.md:3 CL101"], 1)


def test_a_ratchet_holds_for_all_copy(run: Run) -> None:
    put({"a.md": SOLAR})
    run("check", "--baseline", "base.json", "--update-baseline")
    commit({"a.md": PLAIN})
    assert run("check", "--changed-since", "main", "--baseline", "base.json", "--ratchet")[0] == 1


def test_copy_on_standard_input_is_compared_with_the_file_of_its_name(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    commit({"a.md": SOLAR})
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO((SOLAR + "\n" + SEAL).encode())))
    assert found(run, "-", "--stdin-filename", "a.md", "--changed-since", "main") == (["a.md:3 CL101"], 1)


def test_a_diff_may_come_on_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    commit({"a.md": SOLAR})
    put({"a.md": SOLAR + "\n" + SEAL})
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(git("diff").encode())))
    assert found(run, "--diff", "-") == (["a.md:3 CL101"], 1)


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("--changed-since", "main", "--update-baseline"), id="update of a baseline"),
        pytest.param(("--diff", "x.patch", "--update-baseline"), id="update of a baseline, diff"),
        pytest.param(("--changed-since", "main", "--diff", "x.patch"), id="two changes"),
        pytest.param(("--diff", "-", "-"), id="standard input twice"),
    ],
)
def test_what_does_not_go_together_is_refused(run: Run, arguments: tuple[str, ...]) -> None:
    status, _, error = run("check", *arguments)
    assert (status, error.count("Error")) == (2, 1)
