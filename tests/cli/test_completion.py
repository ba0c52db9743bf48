"""Completion, as real shells ask for it: they run the script that `claimlint completion` prints, and claimlint for what it offers."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import click
import pytest
from click.shell_completion import BashComplete

from claimlint.cli.commands import commands
from claimlint.cli.completion import SHELLS, VARIABLE
from claimlint.reports import FORMATS
from claimlint.reports.claims import CLAIM_FORMATS
from claimlint.reports.consequences import COMPARISON_FORMATS
from claimlint.reports.demand import DEMAND_FORMATS
from claimlint.reports.proposals import PROPOSAL_FORMATS
from claimlint.reports.sayable import SAYABLE_FORMATS
from claimlint.reports.trend import TREND_FORMATS

ROOT = Path(__file__).resolve().parents[2]

BASH = """\
source {script}
COMP_WORDS=({words}) COMP_CWORD={at}
compopt() {{ echo files; }}
_claimlint_completion claimlint 2>&1
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
ZSH = """\
compdef() {{ :; }}
compadd() {{ print -rl -- $completions; }}
_describe() {{ print -rl -- ${{completions_with_descriptions%%:*}}; }}
_path_files() {{ print -r -- files; }}
source {script}
words=({words}) CURRENT={next}
_claimlint_completion 2>&1
"""
FISH = """\
source {script}
complete --do-complete {line} 2>&1 | string replace --regex '\\t.*' ''
"""
"""What each shell does when somebody presses Tab, with stand-ins for what there is only in its line editor."""


@pytest.fixture
def environment(repository: Path, tmp_path: Path) -> Mapping[str, str]:
    """In which `claimlint` is the one under test, and a repository has a channel of its own and a file."""
    (repository / ".claimlint.yaml").write_text("manifest: capabilities.yaml\nchannels: {partners: [p]}\n", encoding="utf-8")
    Path("zebra.md").write_text("", encoding="utf-8")
    program = tmp_path / "bin" / "claimlint"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m claimlint "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return {**os.environ, "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT), "HOME": str(tmp_path)}


@pytest.fixture
def complete(environment: Mapping[str, str], tmp_path: Path) -> Callable[[str, str], list[str]]:
    """What a shell offers for a line."""

    def complete(shell: str, line: str) -> list[str]:
        if shutil.which(shell) is None:
            pytest.skip(f"there is no {shell} here")
        script = tmp_path / f"completion.{shell}"
        printed = subprocess.run(["claimlint", "completion", shell], env=environment, capture_output=True, check=True).stdout
        script.write_bytes(printed)
        words = [*line.split(), ""] if line.endswith(" ") else line.split()
        text = {"bash": BASH, "zsh": ZSH, "fish": FISH}[shell].format(
            script=script,
            words=" ".join(shlex.quote(word) for word in words),
            at=len(words) - 1,
            next=len(words),
            line=shlex.quote(line),
        )
        plain = {"bash": ["--norc", "--noprofile"], "zsh": ["-f"], "fish": ["--no-config"]}[shell]
        done = subprocess.run([shell, *plain, "-c", text], env=environment, capture_output=True, encoding="utf-8", check=False)
        return done.stdout.split("\n")[:-1]

    return complete


FILES = "files"
FILES_IN = {"bash": FILES, "zsh": FILES, "fish": "zebra.md"}
"""How each shell shows here that files are offered: bash and zsh find them elsewhere."""


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="these shells are those of POSIX systems")
@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("claimlint expl", ["explain"]),
        ("claimlint manifest sh", ["show"]),
        ("claimlint explain CL20", ["CL201", "CL202"]),
        ("claimlint check zeb", None),
    ],
)
def test_a_shell_offers(complete: Callable[[str, str], list[str]], shell: str, line: str, offered: list[str] | None) -> None:
    """None: files."""
    assert sorted(filter(None, complete(shell, line))) == sorted([FILES_IN[shell]] if offered is None else offered)


@pytest.mark.usefixtures("environment")
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("claimlint expl", ["explain"]),
        ("claimlint manifest sh", ["show"]),
        ("claimlint rules sc", ["schema"]),
        ("claimlint check --ratchet-", ["--ratchet-from"]),
        ("claimlint check --fail-on ", ["error", "warning", "info", "never"]),
        ("claimlint check --format ", list(FORMATS)),
        ("claimlint check --channel p", ["partners", "public", "prospecting"]),
        ("claimlint check --color a", ["auto", "always"]),
        ("claimlint explain CL20", ["CL201", "CL202"]),
        ("claimlint explain overst", ["overstated-value", "overstated"]),
        ("claimlint rules show CL601", ["CL601"]),
        ("claimlint rules list us-f", ["us-fcc", "us-ftc"]),
        ("claimlint check zeb", [FILES]),
        ("claimlint explain zeb", [FILES]),
        ("claimlint check --config zeb", [FILES]),
        ("claimlint check --rules zeb", [FILES]),
    ],
)
def test_offers(line: str, offered: list[str]) -> None:
    *words, incomplete = line.split(" ")
    found = BashComplete(commands, {}, "claimlint", VARIABLE).get_completions(words[1:], incomplete)
    assert sorted(FILES if item.type == "file" else item.value for item in found) == sorted(offered)


@pytest.mark.skipif(os.name != "posix", reason="bash is a shell of POSIX systems")
def test_a_wrong_configuration_does_not_disturb_the_prompt(complete: Callable[[str, str], list[str]]) -> None:
    Path(".claimlint.yaml").write_text("channels: 7\n", encoding="utf-8")
    assert complete("bash", "claimlint check --channel s") == ["sales"]


@pytest.mark.parametrize("line", ["claimlint ", "claimlint check --format ", "claimlint check --channel ", "claimlint explain C"])
def test_completing_loads_no_parser(repository: Path, line: str) -> None:
    code = (
        "import atexit, sys; from claimlint.cli import main; "
        "atexit.register(lambda: print(*sys.modules, sep='\\n', file=sys.stderr)); main([])"
    )
    asked = {
        "_CLAIMLINT_COMPLETE": "zsh_complete",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(line.split(" ")) - 1),
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run([sys.executable, "-c", code], env={**os.environ, **asked}, capture_output=True, encoding="utf-8", check=False)
    assert done.stdout
    assert not set(done.stderr.split()) & {"spacy", "pint", "numpy", "claimlint.check"}


@pytest.mark.parametrize(
    ("command", "formats"),
    [
        ("check", FORMATS),
        ("extract", CLAIM_FORMATS),
        ("demand", DEMAND_FORMATS),
        ("sayable", SAYABLE_FORMATS),
        ("trend", TREND_FORMATS),
        ("manifest diff", COMPARISON_FORMATS),
        ("manifest suggest", PROPOSAL_FORMATS),
    ],
)
def test_all_formats_are_offered(command: str, formats: Mapping[str, object]) -> None:
    found: click.Command | None = commands
    for name in command.split():
        assert isinstance(found, click.Group)
        found = found.get_command(click.Context(found), name)
    assert found is not None
    (option,) = (parameter for parameter in found.params if parameter.name == "formats")
    assert {item.value for item in option.shell_complete(click.Context(found), "")} == set(formats)
