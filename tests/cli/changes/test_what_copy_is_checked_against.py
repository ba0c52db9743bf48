"""A change of what copy is checked against, such as its manifest, is a change of all that copy."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.changes.copy_in_git import BOTH, CONFIGURATION, MANIFEST, SEAL, SOLAR, Asked, Files, Run, by_revision, commit, put


@BOTH
@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"capabilities.yaml": MANIFEST.replace("validated: DVT", "validated: none")}, id="manifest"),
        pytest.param({".claimlint.yaml": CONFIGURATION + "fail-on: warning\n"}, id="configuration"),
    ],
)
def test_a_change_of_what_copy_is_checked_against_reports_everything(run: Run, asked: Asked, changed: Files) -> None:
    commit({"a.md": SOLAR, "b.md": SEAL})
    put(changed)
    assert asked(run) == (["a.md:1 CL101", "b.md:1 CL101"], 0)


def test_the_report_says_why_it_reports_everything(run: Run) -> None:
    commit({"a.md": SOLAR})
    put({"capabilities.yaml": MANIFEST + "\n"})
    _, out, _ = run("check", "--changed-since", "main")
    assert "Note: capabilities.yaml is part of what copy is checked against: the only document is checked." in out
    assert "Note: what copy is checked against is part of the change since main: all findings in that copy are reported" in out


def test_only_copy_of_the_changed_manifest_is_reported_whole(run: Run) -> None:
    commit({"a.md": SOLAR, "other/capabilities.yaml": MANIFEST, "other/.claimlint.yaml": CONFIGURATION, "other/b.md": SOLAR})
    put({"other/capabilities.yaml": MANIFEST + "\n"})
    assert by_revision(run) == (["other/b.md:1 CL101"], 1)


def test_a_configuration_that_is_gone_reports_the_copy_that_it_held_for(run: Run) -> None:
    commit({"a.md": SOLAR, "other/.claimlint.yaml": "manifest: ../capabilities.yaml\n", "other/b.md": SOLAR})
    put({"other/.claimlint.yaml": None})
    assert by_revision(run) == (["other/b.md:1 CL101"], 1)


def test_a_changed_rule_file_reports_everything(run: Run) -> None:
    rules = {".claimlint.yaml": CONFIGURATION + "rules: [default, rules/policy.yaml]\n"}
    policy = "policy: own\nchannels:\n  beta: {needs: {assertion: EVT}}\n"
    commit({**rules, "rules/policy.yaml": policy, "a.md": SOLAR})
    put({"rules/policy.yaml": policy.replace("EVT", "DVT")})
    assert by_revision(run) == (["a.md:1 CL101"], 0)


PROJECT = '[project]\nversion = "{version}"\n\n[tool.claimlint-copy]\nmanifest = "capabilities.yaml"\nfail-on = "{fail_on}"\n'


@BOTH
@pytest.mark.parametrize(
    ("now", "expected"),
    [
        pytest.param(PROJECT.format(version="2", fail_on="error"), ([], 1), id="what others read"),
        pytest.param(PROJECT.format(version="1", fail_on="warning"), (["a.md:1 CL101"], 0), id="our table"),
        pytest.param('[project]\nversion = "1"\n', (["a.md:1 CL101"], 0), id="our table is gone"),
    ],
)
def test_of_a_shared_configuration_file_only_our_table_counts(run: Run, asked: Asked, now: str, expected: tuple[list[str], int]) -> None:
    Path(".claimlint.yaml").unlink()
    commit({"pyproject.toml": PROJECT.format(version="1", fail_on="error"), "a.md": SOLAR})
    put({"pyproject.toml": now})
    assert asked(run) == expected


@pytest.mark.parametrize(
    ("manifest", "files"),
    [
        pytest.param("../facts/capabilities.yaml", {}, id="another repository"),
        pytest.param("kept/capabilities.yaml", {".gitignore": "kept/\n", "kept/capabilities.yaml": MANIFEST}, id="ignored"),
    ],
)
def test_of_a_manifest_that_git_does_not_keep_here_the_report_says_so(run: Run, history: Path, manifest: str, files: Files) -> None:
    put({"capabilities.yaml": MANIFEST}, history.parent / "facts")
    commit({**files, ".claimlint.yaml": f"manifest: {manifest}\n", "a.md": SOLAR})
    _, out, _ = run("check", "--changed-since", "main")
    assert re.search(
        rf"this repository does not keep \S*{manifest.removeprefix('../')}: what a change of it makes wrong counts as older\.", out
    )


def test_of_a_manifest_that_git_keeps_nothing_is_said(run: Run) -> None:
    commit({"a.md": SOLAR})
    assert "does not keep" not in run("check", "--changed-since", "main")[1]
