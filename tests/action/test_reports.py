"""What the action says, where, and how the job ends: with a program in place of claimlint that finds whatever a test needs."""

from __future__ import annotations

import json

import pytest

FOUND = "## Copy promises too much\n\n| error | launch.md:3 |\n"
MARKER = "<!-- claimlint: claimlint -->\n"


def report(error=0, warning=0, documents=()):
    return json.dumps({"summary": {"error": error, "warning": warning, "info": 0}, "documents": list(documents)})


@pytest.fixture
def findings(stand_in):
    """The check finds two errors."""
    stand_in.prepare(
        1, files={"json": report(error=2), "markdown": FOUND, "github": "::error file=launch.md,line=3::too much", "sarif": "{}"}
    )


@pytest.fixture
def nothing(stand_in):
    """The check finds nothing."""
    stand_in.prepare(0, files={"json": report(), "markdown": "Nothing found.\n", "sarif": "{}"})


def test_findings_fail_the_job_after_everything_has_been_said(runner, github, findings, pull_request):
    pull_request()
    job = runner.use()
    assert [name for name, step in job.steps.items() if step.outcome == "failure"] == ["Verdict"]
    assert github.bodies == [MARKER + FOUND]
    assert job.summary == f"{FOUND}\n"
    assert "::error file=launch.md,line=3::too much\n" in job.log
    assert "::error title=claimlint::Copy promises what has not been validated: 2 errors." in job.steps["Verdict"].log


def test_job_without_findings_ends_well(runner, github, nothing, pull_request):
    pull_request()
    assert runner.use().outcome == "success"


def test_outputs(runner, findings):
    job = runner.use()
    folder = runner.temporary / "claimlint-reports-claimlint"
    assert job.outputs == {"status": "1", "errors": "2", "warnings": "0", "infos": "0", "reports": str(folder)}
    assert (folder / "report.md").read_text(encoding="utf-8") == FOUND


def test_warnings_are_told_though_they_do_not_fail_the_job(runner, github, stand_in, pull_request):
    pull_request()
    stand_in.prepare(0, files={"json": report(warning=1), "markdown": FOUND})
    assert runner.use().outcome == "success"
    assert github.bodies == [MARKER + FOUND]


def test_nothing_is_written_into_a_pull_request_without_findings(runner, github, nothing, pull_request):
    pull_request()
    runner.use()
    assert github.writing == []


def test_second_run_brings_the_comment_up_to_date(runner, github, findings, pull_request):
    pull_request()
    github.add(MARKER + "something else")
    runner.use()
    assert github.bodies == [MARKER + FOUND]
    assert github.writing == ["PATCH"]


def test_comment_says_so_once_nothing_is_found_any_more(runner, github, nothing, pull_request):
    pull_request()
    github.add(MARKER + FOUND)
    runner.use()
    assert github.bodies == [MARKER + "Nothing found.\n"]


def test_comment_is_found_behind_many_others(runner, github, findings, pull_request):
    pull_request()
    for number in range(230):
        github.add(f"Comment {number}", login="reviewer", type="User")
    github.add(MARKER + "something else")
    runner.use()
    assert github.bodies[-1] == MARKER + FOUND
    assert len(github.bodies) == 231


def test_comment_of_somebody_else_with_the_marker_is_left_alone(runner, github, findings, pull_request):
    """Whoever wrote it could put other words in its place once the report stands there."""
    pull_request()
    github.add(MARKER + "All is well!", login="mallory", type="User")
    runner.use()
    assert github.bodies == [MARKER + "All is well!", MARKER + FOUND]


def test_comment_written_with_the_token_of_a_person_is_found_again(runner, github, findings, pull_request):
    pull_request()
    github.author = "robot-account"
    github.add(MARKER + "mine", login="robot-account", type="User")
    runner.use()
    assert github.bodies == [MARKER + FOUND]


def test_two_uses_have_a_comment_each(runner, github, findings, pull_request):
    pull_request()
    runner.use(name="website")
    runner.use(name="decks --> <b>")
    assert github.bodies == [f"<!-- claimlint: website -->\n{FOUND}", f"<!-- claimlint: decks --%3E %3Cb%3E -->\n{FOUND}"]


def test_long_report_is_cut_for_the_comment_and_whole_in_the_summary(runner, github, stand_in, pull_request):
    pull_request()
    long = "".join(f"| error | launch.md:{number} |\n" for number in range(5000))
    stand_in.prepare(1, files={"json": report(error=5000), "markdown": long})
    job = runner.use()
    (body,) = github.bodies
    assert len(body) <= 65_536
    assert body.endswith(" |\n\n… The rest is in the summary of the run.")
    assert job.summary == f"{long}\n"


def test_outside_of_a_pull_request_nobody_is_asked(runner, github, findings):
    job = runner.use()
    assert github.requests == []
    assert job.outputs["status"] == "1"


@pytest.mark.parametrize(
    ("refusal", "head", "status", "told"),
    [
        (403, "stranger/lamps", 1, "::notice title=claimlint::No comment: a pull request from a fork may not have one written."),
        (
            403,
            "acme/lamps",
            2,
            "::warning title=claimlint::No comment: the token may not write one (403 Forbidden). Give the job the permission",
        ),
        (500, "acme/lamps", 0, "::warning title=claimlint::No comment: GitHub did not take it (500 Internal Server Error)."),
    ],
)
def test_refused_comment_changes_no_verdict(runner, github, stand_in, pull_request, refusal, head, status, told):
    pull_request(head=head)
    github.refuse = refusal
    stand_in.prepare(status, files={"json": report(error=1), "markdown": FOUND}, error="something")
    job = runner.use()
    assert told in job.steps["Tell the pull request"].log
    assert job.outputs["status"] == str(status)
    assert job.outcome == ("failure" if status else "success")


def test_github_out_of_reach_changes_no_verdict(runner, github, findings, pull_request):
    pull_request()
    github.address = "http://127.0.0.1:9"
    job = runner.use()
    assert "No comment: GitHub did not take it" in job.log
    assert [name for name, step in job.steps.items() if step.outcome == "failure"] == ["Verdict"]


def test_check_that_cannot_run_fails_with_its_message(runner, github, stand_in, pull_request):
    pull_request()
    stand_in.prepare(2, error='note: something\n.claimlint.yaml:1:1: unknown key "manifets".\nDid you mean "manifest"?')
    job = runner.use()
    assert job.steps["Verdict"].outcome == "failure"
    told = '::error title=claimlint::.claimlint.yaml:1:1: unknown key "manifets".%0ADid you mean "manifest"?\n'
    assert job.steps["Verdict"].log == told
    assert github.bodies == [f"{MARKER}**claimlint did not finish: this copy has not been checked.** The log of the run says why."]
    assert job.summary.startswith("**claimlint did not finish.**\n\n    .claimlint.yaml:1:1: unknown key")


def test_document_that_could_not_be_read_is_named_in_the_verdict(runner, stand_in):
    unread = [{"path": "deck.pptx", "status": "not-checked", "reason": "it is damaged"}]
    stand_in.prepare(2, files={"json": report(documents=unread), "markdown": FOUND})
    assert "::error title=claimlint::deck.pptx: not checked: it is damaged\n" in runner.use().steps["Verdict"].log


def test_comment_of_an_earlier_run_does_not_stand_where_claimlint_was_not_even_installed(runner, github, nothing, pull_request):
    pull_request()
    github.add(MARKER + "nothing stands in the way")
    (runner.workspace / "report.md").write_text("Approved by everybody.\n", encoding="utf-8")
    runner.given.pop("install")
    job = runner.use(extras="--index-url=https://example.org")
    assert job.steps["install"].outcome == "failure"
    assert job.steps["check"].outcome == "skipped"
    assert github.bodies == [f"{MARKER}**claimlint did not finish: this copy has not been checked.** The log of the run says why."]
    assert "Nothing has been checked." in job.steps["Verdict"].log


@pytest.mark.parametrize(("switch", "status"), [("true", "success"), ("false", "skipped")])
def test_comment_can_be_switched_off(runner, github, findings, pull_request, switch, status):
    pull_request()
    job = runner.use(comment=switch)
    assert job.steps["Tell the pull request"].outcome == status
    assert len(github.bodies) == (switch == "true")


@pytest.mark.parametrize(("switch", "shown"), [("true", True), ("false", False)])
def test_annotations_can_be_switched_off(runner, findings, switch, shown):
    assert ("::error file=launch.md" in runner.use(annotations=switch).log) is shown


def test_switch_that_is_neither_on_nor_off_is_an_error(runner, findings):
    job = runner.use(sarif="yes")
    assert job.outputs["status"] == "2"
    assert "::error title=claimlint::sarif: write true or false.\n" in job.steps["Verdict"].log


def test_code_scanning_is_given_the_findings_under_the_name_of_the_use(runner, findings):
    given = runner.use(sarif="true", name="website").steps["Tell code scanning"].given
    folder = runner.temporary / "claimlint-reports-website"
    assert given == {"sarif_file": str(folder / "report.sarif"), "category": "website"}


@pytest.mark.parametrize(
    ("switch", "status", "outcome"), [("true", 0, "success"), ("true", 1, "success"), ("true", 2, "skipped"), ("false", 1, "skipped")]
)
def test_code_scanning_is_told_nothing_where_not_everything_could_be_checked(runner, stand_in, switch, status, outcome):
    """What is missing there counts as mended."""
    stand_in.prepare(status, files={"json": report(error=1), "markdown": FOUND, "sarif": "{}"})
    assert runner.use(sarif=switch).steps["Tell code scanning"].outcome == outcome


def test_report_of_an_earlier_use_is_never_taken_for_this_one(runner, github, findings, stand_in, pull_request):
    pull_request()
    runner.use()
    stand_in.prepare(2, error="the manifest is gone")
    job = runner.use()
    assert job.outputs["errors"] == "0"
    assert "did not finish" in github.bodies[0]


def test_token_goes_to_github_alone(runner, github, findings, pull_request):
    pull_request()
    job = runner.use(token="s3cret")
    assert github.tokens == {"Bearer s3cret"}
    assert "s3cret" not in job.log + job.summary
