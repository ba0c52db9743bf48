"""On a real terminal (a pseudo-terminal of POSIX systems): the progress bar, Ctrl-C, colors, and characters that it cannot show."""

from __future__ import annotations

import os
import re
import signal
import struct
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals", allow_module_level=True)
else:
    import fcntl
    import pty
    import termios

ROOT = Path(__file__).resolve().parents[2]

SLOW_CHECK = """\
import sys, time
import claimlint.check
from claimlint.finding import CheckedDocument, Report

def check(documents, settings, progress=iter, before=None):
    checked = []
    for document in progress(documents):
        time.sleep(float(sys.argv[1]))
        checked.append(CheckedDocument(document.reported, document.channel, None, None))
    return Report("0.1.0", "2026-11-22", (), tuple(checked), ("a “note”",))

claimlint.check.check = check
from claimlint.cli import main
sys.exit(main(sys.argv[2:]))
"""
"""The command line with a check that takes as many seconds for each document as its first argument says."""

BAR = re.compile(rb"\d/3 ")
COLOR = b"\x1b["


@dataclass(frozen=True)
class Ran:
    """status: of the process. terminal: all that was written to it. out: what went to standard output, where that is no terminal."""

    status: int
    terminal: bytes
    out: bytes = b""

    @property
    def left(self) -> str:
        """What can be read at the end: of each line what was written last, without what only clears it."""
        lines = self.terminal.decode("utf-8").replace("\r\n", "\n").split("\n")
        return "\n".join(_overwritten(line) for line in lines)


def _overwritten(line: str) -> str:
    shown: list[str] = []
    for piece in line.split("\r"):
        shown[: len(piece)] = piece
    return "".join(shown).rstrip()


def _take_terminal() -> None:
    """Have Ctrl-C end the process, as a shell does, also where a shell has these tests in its background, which ignore it."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def on_terminal(*arguments: str, environment: Mapping[str, str] | None = None, piped: bool = False, interrupt: bool = False) -> Ran:
    """Run the command line on a pseudo-terminal of 80 columns. piped: with standard output elsewhere.

    interrupt: by Ctrl-C, as soon as there is a bar.
    """
    terminal, program_side = pty.openpty()
    fcntl.ioctl(program_side, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    inherited = {name: value for name, value in os.environ.items() if name not in ("CI", "NO_COLOR", "FORCE_COLOR", "PRE_COMMIT")}
    with subprocess.Popen(
        [sys.executable, "-c", SLOW_CHECK, *arguments],
        stdin=program_side,
        stdout=subprocess.PIPE if piped else program_side,
        stderr=program_side,
        env={**inherited, "TERM": "xterm", "PYTHONPATH": str(ROOT), **(environment or {})},
        start_new_session=True,
        preexec_fn=_take_terminal,
    ) as process:
        os.close(program_side)
        seen, waiting = b"", interrupt
        with suppress(OSError):  # as Linux says that nobody writes any more
            while piece := os.read(terminal, 4096):
                seen += piece
                if waiting and BAR.search(seen):
                    waiting = False
                    os.write(terminal, b"\x03")
        out = process.stdout.read() if process.stdout else b""
        status = process.wait(timeout=30)
    os.close(terminal)
    return Ran(status, seen, out)


@pytest.fixture(autouse=True)
def documents(repository: Path) -> None:
    for name in ("a.md", "b.md", "c.md"):
        (repository / name).write_text("fine", encoding="utf-8")


def test_a_long_run_shows_how_far_it_is_and_leaves_nothing_of_that() -> None:
    ran = on_terminal("0.7", "check", "--fail-on", "never")
    assert ran.status == 0
    assert re.search(rb"2/3 .* c\.md", ran.terminal)
    assert ran.left.startswith("No findings in 0 claims of 3 documents checked.\n")


def test_a_single_document_that_takes_long_is_shown_as_well() -> None:
    ran = on_terminal("1.6", "check", "a.md")
    assert re.search(rb"0/1 .* a\.md", ran.terminal)
    assert ran.left.startswith("No findings")


def test_the_report_in_a_pipe_is_the_report_and_nothing_else() -> None:
    ran = on_terminal("0.7", "check", piped=True)
    assert BAR.search(ran.terminal)
    assert ran.left == ""
    assert ran.out.decode("utf-8").startswith("No findings in 0 claims of 3 documents checked.\n")
    assert COLOR not in ran.out


@pytest.mark.parametrize(
    ("seconds", "options", "environment"),
    [
        ("0", [], {}),
        ("0.7", ["--quiet"], {}),
        ("0.7", [], {"CI": "true"}),
        ("0.7", [], {"PRE_COMMIT": "1"}),
        ("0.7", [], {"TERM": "dumb"}),
    ],
    ids=["short", "quiet", "CI", "pre-commit", "dumb terminal"],
)
def test_no_bar(seconds: str, options: list[str], environment: dict[str, str]) -> None:
    assert not BAR.search(on_terminal(seconds, "check", *options, environment=environment).terminal)


def test_no_bar_where_no_terminal_shows_it(repository: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "CI": ""}
    done = subprocess.run([sys.executable, "-c", SLOW_CHECK, "0.5", "check"], env=environment, capture_output=True, check=False)
    assert done.stderr == b""


def test_an_interrupted_run_leaves_the_terminal_as_it_was() -> None:
    ran = on_terminal("0.7", "check", interrupt=True)
    assert ran.status == 130
    assert ran.left.split() == ["^C", "Interrupted."]
    assert b"\x1b" not in ran.terminal.split(b"^C")[-1]


def test_control_characters_in_a_name_do_not_reach_the_terminal(repository: Path) -> None:
    Path("\x1b[2Jd.md").write_text("fine", encoding="utf-8")
    assert b"\x1b[2J" not in on_terminal("0.5", "check").terminal


@pytest.mark.parametrize("variables", [{}, {"NO_COLOR": "1"}], ids=["terminal", "NO_COLOR"])
@pytest.mark.parametrize(
    "arguments", [["check", "--help"], ["check", "--fail-on", "nonsense"], ["check", "--config", "none.yaml"], ["nonsense"]], ids=str
)
def test_help_and_errors_are_colored(arguments: list[str], variables: dict[str, str]) -> None:
    assert (COLOR in on_terminal("0", *arguments, environment=variables).terminal) is ("NO_COLOR" not in variables)


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("utf-8", "“note”"),
        ("cp1252", "“note”"),
        ("cp437", "?note?"),
        ("ascii:strict", "“note”"),
    ],
    ids=["UTF-8", "has the characters", "has not", "says ASCII and means UTF-8"],
)
def test_what_a_terminal_cannot_show_is_replaced(encoding: str, shown: str) -> None:
    ran = on_terminal("0", "check", environment={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})
    assert ran.status == 0
    written = "utf-8" if encoding.startswith("ascii") else encoding
    assert f"Note: a {shown}." in ran.terminal.decode(written)
