"""`claimlint fix`: what it writes, what it prints, and how it ends. Nothing is replaced by a simpler thing here."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]

MANIFEST = """\
version: 1
products: {lamp: {name: Glimmer Lamp, validated: PVT}}
capabilities:
  runtime: {name: battery life, aliases: [battery], validated: PVT, limits: {runtime: {max: 10 h}}}
  solar: {name: solar charging, validated: EVT}
"""
WRONG = "# Lamp\r\n\r\nBattery life is up to 14 hours.\r\n"
RIGHT = "# Lamp\r\n\r\nBattery life is up to 10 hours.\r\n"


@pytest.fixture
def page(repository: Path) -> Path:
    """A page with one wrong number, beside the manifest, in the working directory."""
    (repository / "capabilities.yaml").write_text(MANIFEST, encoding="utf-8")
    path = repository / "page.md"
    path.write_bytes(b"\xef\xbb\xbf" + WRONG.encode())
    return path


def test_corrects_files_in_place(run: Run, page: Path) -> None:
    status, out, _ = run("fix", "page.md", "--as-of", "2026-11-22")
    assert (status, page.read_bytes()) == (0, b"\xef\xbb\xbf" + RIGHT.encode())
    assert out == (
        "page.md:3:17: CL201 “up to 14 hours” is now “up to 10 hours”\n"
        "\n"
        "1 correction made in 1 document.\n"
        "No findings in 1 claim of 1 document checked.\n"
        "Checked against capabilities.yaml as of 2026-11-22.\n"
    )


def test_diff_shows_and_writes_nothing(run: Run, page: Path) -> None:
    before = page.read_bytes()
    status, out, error = run("fix", "--diff", "page.md")
    assert (status, page.read_bytes()) == (1, before)
    assert out.splitlines()[-2:] == ["-Battery life is up to 14 hours.", "+Battery life is up to 10 hours."]
    assert error == "1 correction would be made in 1 document.\n"


def test_diff_of_nothing(run: Run, page: Path) -> None:
    page.write_text(RIGHT, encoding="utf-8", newline="")
    assert run("fix", "--diff", "page.md") == (0, "", "Nothing to correct.\n")


@pytest.mark.parametrize(
    ("options", "status"), [([], 1), (["--fail-on", "never"], 0), (["--fail-on", "warning"], 1), (["missing.md"], 2), (["--diff"], 1)]
)
def test_exit_status_says_whether_something_is_left(run: Run, page: Path, options: list[str], status: int) -> None:
    page.write_text("Battery life is 14 hours. The lamp has solar charging.\n", encoding="utf-8")
    assert run("fix", "page.md", *options)[0] == status


def test_what_is_left_is_listed(run: Run, page: Path) -> None:
    page.write_text("It has an 18-hour battery. The lamp has solar charging.\n", encoding="utf-8")
    _, out, _ = run("fix", "page.md", "--as-of", "2026-11-22")
    assert out.startswith(
        "Left for a person:\n"
        "page.md:1:11: error CL201 overstated “18-hour”\n"
        "  not corrected: the words around it would have to change, too\n"
        "page.md:1:28: error CL101 unvalidated “The lamp has solar charging”\n"
        "\n"
        "Nothing to correct.\n"
    )


@pytest.mark.usefixtures("page")
def test_standard_input_goes_corrected_to_standard_output(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WRONG.encode()), encoding="ascii"))
    status, out, error = run("fix", "-", "--stdin-filename", "page.md")
    assert (status, out) == (0, RIGHT)
    assert "is now “up to 10 hours”" in error


def test_file_of_the_name_of_standard_input_stays(run: Run, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = page.read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WRONG.encode()), encoding="ascii"))
    run("fix", "-", "--stdin-filename", "page.md")
    assert page.read_bytes() == before


def test_what_cannot_be_read_does_not_keep_the_rest_from_being_corrected(run: Run, page: Path) -> None:
    status, out, _ = run("fix", "page.md", "missing.md")
    assert (status, page.read_bytes().endswith(RIGHT.encode())) == (2, True)
    assert "missing.md: there is no such file or folder" in out


def test_what_cannot_be_written_is_an_error_and_is_not_said_to_be_corrected(run: Run, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    status, out, error = run("fix", "page.md")
    assert (status, error) == (2, "page.md: the file cannot be written: No space left on device.\n")
    assert "error CL201 overstated “up to 14 hours”" in out


@pytest.mark.usefixtures("page")
def test_excluded_files_stay(run: Run) -> None:
    Path(".claimlint.yaml").write_text("exclude: old.md\n", encoding="utf-8")
    old = Path("old.md")
    old.write_text(WRONG, encoding="utf-8")
    assert run("fix", "old.md", "--force-exclude")[0] == 0
    assert "14 hours" in old.read_text(encoding="utf-8")
