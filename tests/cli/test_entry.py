"""However a command ends, the user gets a line and a status, and no traceback unless asked for."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from claimlint import __version__
from claimlint.cli.commands import COMMANDS
from claimlint.errors import InputError, Problem

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def failing(repository: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], None]:
    """Makes the check raise."""
    Path("a.md").write_text("fine", encoding="utf-8")

    def fail_with(error: BaseException) -> None:
        def check(*_: object) -> None:
            raise error

        monkeypatch.setattr("claimlint.check.check", check)

    return fail_with


@pytest.mark.parametrize(
    ("error", "status", "says"),
    [
        (
            InputError([Problem("b", 1, 2, "is wrong."), Problem("a", 3, None, "is missing.", "Add it.")]),
            2,
            "a:3: is missing. Add it.\nb:1:2: is wrong.\n",
        ),
        (KeyboardInterrupt(), 130, "Interrupted.\n"),
        (BrokenPipeError(32, "Broken pipe"), 141, ""),
    ],
)
def test_known_ends(run: Run, failing: Callable[[BaseException], None], error: BaseException, status: int, says: str) -> None:
    failing(error)
    found, out, diagnostics = run("check", "a.md")
    assert (found, out, diagnostics.lstrip("\n")) == (status, "", says)


def test_an_unexpected_error_is_one_line(run: Run, failing: Callable[[BaseException], None]) -> None:
    failing(ZeroDivisionError("a\nb"))
    status, _, error = run("check", "a.md")
    assert status == 2
    assert error.startswith("claimlint failed, and this is its own fault (ZeroDivisionError: a b).")
    assert error.count("\n") == 1


@pytest.mark.parametrize(("arguments", "variable"), [(["--debug"], ""), ([], "1")])
def test_debugging_shows_the_traceback(
    run: Run, failing: Callable[[BaseException], None], monkeypatch: pytest.MonkeyPatch, arguments: list[str], variable: str
) -> None:
    monkeypatch.setenv("CLAIMLINT_DEBUG", variable)
    failing(ZeroDivisionError("unexpected"))
    assert "Traceback" in run(*arguments, "check", "a.md")[2]


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [(["--version"], 0, __version__), (["--help"], 0, "check"), (["chek"], 2, "chek"), (["--nonsense"], 2, "--nonsense"), ([], 2, "Usage")],
)
def test_usage(run: Run, arguments: list[str], status: int, says: str) -> None:
    found, out, error = run(*arguments)
    assert found == status
    assert says in out + error


def test_help_names_every_command(run: Run) -> None:
    _, out, _ = run("--help")
    listed = out.split("Commands:\n")[1].split("\n\n")[0]
    assert [line.split()[0] for line in listed.splitlines() if line[2] != " "] == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(run: Run, name: str) -> None:
    status, out, _ = run(name, "--help")
    assert status == 0
    assert "Usage: claimlint" in out


def loaded_by(*arguments: str) -> set[str]:
    code = "import sys; from claimlint.cli import main; main(sys.argv[1:]); print(*sys.modules, sep='\\n', file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, encoding="utf-8", check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"]])
def test_help_loads_no_parser(arguments: list[str]) -> None:
    assert not loaded_by(*arguments) & {"spacy", "pint", "jinja2", "numpy", "claimlint.check", "claimlint.cli.manifest"}


def test_help_of_the_program_loads_nothing_that_reads_files() -> None:
    assert not {name for name in loaded_by("--help") if name.split(".")[0] in ("yaml", "pathspec", "tqdm")}


def test_output_is_utf8_whatever_the_console(repository: Path) -> None:
    Path("größe-電池.md").write_text("fine", encoding="utf-8")
    Path(".claimlint.yaml").write_text("fail-on: 電\n", encoding="utf-8")
    environment_of_an_old_console = {"PYTHONIOENCODING": "cp1252", "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(
        [sys.executable, "-m", "claimlint", "check", "größe-電池.md"],
        capture_output=True,
        env={**os.environ, **environment_of_an_old_console},
        check=False,
    )
    assert done.returncode == 2
    assert "電" in done.stderr.decode("utf-8")


@pytest.mark.parametrize(("chosen", "used"), [(None, "1"), ("4", "4")], ids=["nobody chose", "somebody chose"])
def test_small_matrices_take_one_thread_unless_somebody_chose(
    run: Run, monkeypatch: pytest.MonkeyPatch, chosen: str | None, used: str
) -> None:
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", chosen or "")
    if chosen is None:
        monkeypatch.delenv("OPENBLAS_NUM_THREADS")
    run("--version")
    assert os.environ["OPENBLAS_NUM_THREADS"] == used
