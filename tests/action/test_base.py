"""From where on changes count in a pull request, in checkouts as actions/checkout makes them: real clones, deep and shallow."""

from __future__ import annotations

import pytest


@pytest.fixture
def origin(runner, tmp_path):
    """A repository on the server, with a branch, a pull request merged by way of trial, and what the branch began with."""
    folder = tmp_path / "origin"
    runner.git("init", str(folder))
    # As GitHub does: any commit that can be reached may be fetched by its name.
    runner.git("config", "uploadpack.allowAnySHA1InWant", "true", folder=folder)
    return folder


@pytest.fixture
def commits(runner, origin):
    """start: what the branch began with; main: the tip of main by now; head: of the branch; merge: of both."""
    found = {}
    for name, command in (("start", ()), ("head", ("-b", "feature")), ("main", ("main",))):
        if command:
            runner.git("checkout", *command, folder=origin)
        (origin / f"{name}.md").write_text(f"{name}\n", encoding="utf-8")
        runner.git("add", "--all", folder=origin)
        runner.git("commit", "--message", name, folder=origin)
        found[name] = runner.git("rev-parse", "HEAD", folder=origin)
    runner.git("checkout", "--detach", folder=origin)
    runner.git("merge", "--no-ff", "feature", folder=origin)
    found["merge"] = runner.git("rev-parse", "HEAD", folder=origin)
    runner.git("update-ref", "refs/pull/7/merge", found["merge"], folder=origin)
    runner.git("checkout", "main", folder=origin)
    return found


@pytest.fixture
def check_out(runner, origin, commits, stand_in):
    """Checks out a commit into the workspace, with so many commits behind it; 0 stands for all."""
    stand_in.prepare(0)

    def check_out(name, depth):
        runner.git("remote", "add", "origin", origin.as_uri())
        everything = ["+refs/heads/*:refs/remotes/origin/*", "+refs/pull/*:refs/remotes/pull/*"]
        runner.git("fetch", *([f"--depth={depth}"] if depth else []), "origin", *([commits[name]] if depth else everything))
        runner.git("checkout", "--detach", commits[name])
        runner.variables["GITHUB_SHA"] = commits["merge"]

    return check_out


def changed_since(stand_in):
    arguments = stand_in.calls[0]
    return arguments[arguments.index("--changed-since") + 1] if "--changed-since" in arguments else None


@pytest.mark.parametrize(
    ("checked_out", "depth", "base"),
    [
        pytest.param("merge", 1, "main", id="what actions/checkout does by itself"),
        pytest.param("merge", 0, "main", id="with all that came before"),
        pytest.param("head", 0, "start", id="the branch itself"),
        pytest.param("head", 1, "start", id="the branch itself, shallow"),
    ],
)
def test_base_of_a_pull_request(runner, stand_in, commits, check_out, pull_request, checked_out, depth, base):
    """In the merge that GitHub makes, the tip of main counts: the event still names what main was when the branch began."""
    pull_request(base=commits["start"])
    check_out(checked_out, depth)
    runner.use()
    assert changed_since(stand_in) == commits[base]


def test_full_checkout_is_not_made_shallow(runner, stand_in, commits, check_out, pull_request):
    pull_request(base="0" * 40)
    check_out("head", 0)
    runner.use()
    assert runner.git("rev-parse", "--is-shallow-repository") == "false"


def test_base_of_a_merge_queue(runner, stand_in, commits, check_out):
    runner.event = {"merge_group": {"base_sha": commits["start"]}}
    check_out("main", 0)
    runner.use()
    assert changed_since(stand_in) == commits["start"]


def test_everything_is_checked_on_a_push(runner, stand_in, commits, check_out):
    runner.event = {"before": commits["start"], "after": commits["main"]}
    check_out("main", 0)
    runner.use()
    assert changed_since(stand_in) is None


def test_everything_is_checked_where_the_base_cannot_be_had_and_that_is_said(runner, stand_in, commits, check_out, pull_request):
    pull_request(base="1" * 40)
    check_out("head", 1)
    log = runner.use().log
    assert changed_since(stand_in) is None
    assert f"::warning title=claimlint::The base of this pull request, {'1' * 40}, is not part of the checkout" in log


def test_everything_is_checked_where_that_is_asked_for(runner, stand_in, commits, check_out, pull_request):
    pull_request(base=commits["start"])
    check_out("merge", 0)
    runner.use(changed_since="")
    assert changed_since(stand_in) is None


@pytest.mark.parametrize("asked", ["base", ""])
def test_a_pull_request_of_which_nothing_is_checked_out_does_not_pass(runner, stand_in, commits, check_out, pull_request, asked):
    """With pull_request_target the target branch is checked out: all copy of the pull request would be missing, and every one pass."""
    pull_request(base=commits["main"])
    check_out("main", 1)
    runner.variables |= {"GITHUB_SHA": commits["main"], "GITHUB_EVENT_NAME": "pull_request_target"}
    job = runner.use(changed_since=asked)
    assert (job.outcome, job.outputs["status"], stand_in.calls) == ("failure", "2", [])
    assert "::error title=claimlint::What is checked out is the target of this pull request" in job.steps["Verdict"].log


def test_pull_request_target_may_check_out_the_pull_request(runner, stand_in, commits, check_out, pull_request):
    pull_request(base=commits["start"])
    check_out("head", 0)
    runner.variables |= {"GITHUB_SHA": commits["main"], "GITHUB_EVENT_NAME": "pull_request_target"}
    runner.use()
    assert changed_since(stand_in) == commits["start"]
