"""What the action asks claimlint to do; and that nothing which comes from outside becomes a command."""

from __future__ import annotations

from itertools import pairwise

import pytest


@pytest.fixture(autouse=True)
def nothing(stand_in):
    stand_in.prepare(0)


def asked(stand_in):
    """The arguments of the first call, without the reports that it is to write."""
    arguments = stand_in.calls[0]
    reports = {place for place, option in enumerate(arguments) if option == "--format" and arguments[place + 1] != "text"}
    return [argument for place, argument in enumerate(arguments) if not {place, place - 1} & reports]


def formats(arguments):
    return [argument.partition(":")[0] for option, argument in pairwise(arguments) if option == "--format"]


@pytest.mark.parametrize(
    ("inputs", "arguments"),
    [
        ({}, ["check", "--format", "text", "--"]),
        ({"paths": "pages\n  a deck.pptx \n\n"}, ["check", "--format", "text", "--", "pages", "a deck.pptx"]),
        ({"config": "site/.claimlint.yaml"}, ["check", "--config", "site/.claimlint.yaml", "--format", "text", "--"]),
        ({"manifest": "x1.yaml\nx2.yaml"}, ["check", "--manifest", "x1.yaml", "--manifest", "x2.yaml", "--format", "text", "--"]),
        ({"fail_on": "warning"}, ["check", "--fail-on", "warning", "--format", "text", "--"]),
        ({"changed_since": "v1.2"}, ["check", "--format", "text", "--changed-since", "v1.2", "--"]),
        ({"paths": "--update-baseline"}, ["check", "--format", "text", "--", "--update-baseline"]),
        (
            {"paths": "$(touch gone)\n`touch gone`\n'; touch gone; '"},
            ["check", "--format", "text", "--", "$(touch gone)", "`touch gone`", "'; touch gone; '"],
        ),
        ({"config": '"; touch gone; "'}, ["check", "--config", '"; touch gone; "', "--format", "text", "--"]),
    ],
)
def test_inputs_are_arguments(runner, stand_in, inputs, arguments):
    runner.use(**inputs)
    assert asked(stand_in) == arguments
    assert not (runner.workspace / "gone").exists()


def test_module_of_the_repository_is_not_taken_for_one_of_python(runner, stand_in):
    for name in ("json", "runner", "base", "urllib", "check", "subprocess"):
        (runner.workspace / f"{name}.py").write_text("raise SystemExit('taken over')\n", encoding="utf-8")
    runner.variables["PYTHONPATH"] = "."
    assert runner.use().outcome == "success"


def test_copy_cannot_give_commands_to_the_runner(runner, stand_in):
    """What claimlint quotes stands between a word that stops commands, which nobody can guess, and the same word again."""
    stand_in.prepare(1, text="::set-output name=status::0\n##[error]boo", error="::add-mask::a")
    lines = runner.use().steps["check"].log.splitlines()
    (stop,) = [line for line in lines if line.startswith("::stop-commands::")]
    token = stop.removeprefix("::stop-commands::")
    quoted = lines[lines.index(stop) + 1 : lines.index(f"::{token}::")]
    assert {"::set-output name=status::0", "##[error]boo", "::add-mask::a"} <= set(quoted)
    assert len(token) == 32


def test_message_cannot_end_an_output_early(runner, stand_in):
    stand_in.prepare(2, error="first\nEOF\nend-0\nstatus=0\nstatus<<EOF\n0\nEOF")
    assert runner.use().outputs["status"] == "2"


def test_code_scanning_gets_everything_and_the_verdict_is_about_the_change(runner, stand_in):
    """It compares with the branch itself; an alert that is left out would count as mended."""
    runner.use(sarif="true", changed_since="v1.2", fail_on="warning")
    change, everything = stand_in.calls
    assert "--changed-since" in change
    assert "sarif" not in formats(change)
    assert "--changed-since" not in everything
    assert formats(everything) == ["sarif"]


def test_without_a_change_one_run_writes_all_reports(runner, stand_in):
    runner.use(sarif="true")
    (arguments,) = stand_in.calls
    assert formats(arguments) == ["text", "json", "markdown", "html", "github", "sarif"]
