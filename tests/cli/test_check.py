"""`claimlint check`: what it is told to read, where it writes, and how it ends."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from claimlint.cli.output import Destination, write
from claimlint.configuration import Settings
from claimlint.sources import Discovered

Run = Callable[..., tuple[int, str, str]]
Runs = list[tuple[Sequence[Discovered], Settings]]

pytestmark = pytest.mark.usefixtures("simple_check")


@pytest.mark.parametrize(
    ("text", "options", "status"),
    [
        ("It is nice.", [], 0),
        ("It is waterproof.", [], 1),
        ("It is waterproof." * 300, [], 1),
        ("It is maybe nice.", [], 0),
        ("It is maybe nice.", ["--fail-on", "warning"], 1),
        ("It comes soon.", ["--fail-on", "warning"], 0),
        ("It comes soon.", ["--fail-on", "info"], 1),
        ("It is waterproof.", ["--fail-on", "never"], 0),
        ("It is waterproof.", ["--fail-on", "never", "missing.md"], 2),
        ("It is maybe nice.", ["--min-severity", "error", "--fail-on", "warning"], 1),
        ("It is waterproof.", ["missing.md"], 2),
        ("It is nice.", ["picture.png"], 2),
        ("It is nice.", ["--fail-on", "sometimes"], 2),
        ("It is nice.", ["--no-such-option"], 2),
        ("It is nice.", ["--as-of", "tomorrow"], 2),
    ],
)
def test_exit_status(run: Run, text: str, options: list[str], status: int) -> None:
    Path("a.md").write_text(text, encoding="utf-8")
    Path("picture.png").write_bytes(b"")
    assert run("check", "a.md", *options)[0] == status


def test_each_file_fails_by_its_own_configuration(run: Run) -> None:
    for folder, threshold in (("strict", "warning"), ("lax", "never")):
        Path(folder).mkdir()
        Path(folder, ".claimlint.yaml").write_text(f"fail-on: {threshold}\n", encoding="utf-8")
    Path("lax/a.md").write_text("waterproof", encoding="utf-8")
    Path("strict/a.md").write_text("fine", encoding="utf-8")
    assert run("check", "lax", "strict")[0] == 0
    Path("strict/a.md").write_text("maybe", encoding="utf-8")
    assert run("check", "lax", "strict")[0] == 1


def test_the_rest_is_reported_beside_what_could_not_be_read(run: Run) -> None:
    Path("a.md").write_text("It is waterproof.", encoding="utf-8")
    status, out, _ = run("check", "a.md", "missing.md")
    assert status == 2
    assert "a.md:1:7: error CL101 unvalidated" in out
    assert "missing.md: there is no such file or folder" in out


def test_diagnostics_go_to_standard_error(run: Run) -> None:
    Path("a.md").write_text("fine", encoding="utf-8")
    _, out, error = run("check", "a.md", "--format", "json")
    assert json.loads(out)["summary"]["checked"] == 1
    assert error == "note: the manifest is old\n"


@pytest.mark.parametrize(
    ("options", "files"),
    [
        (["--format", "json", "--output", "report.json"], {"report.json"}),
        (["--format", "json:report.json"], {"report.json"}),
        (["--format", "text", "--format", "json:report.json"], {"report.json", "-"}),
        (["--format", "json:one.json", "--format", "text:two.txt"], {"one.json", "two.txt"}),
    ],
)
def test_reports_go_where_they_are_told(run: Run, options: list[str], files: set[str]) -> None:
    Path("a.md").write_text("It is waterproof, größer.", encoding="utf-8")
    before = {path.name for path in Path().iterdir()}
    _, out, _ = run("check", "a.md", *options)
    written = {path.name for path in Path().iterdir()} - before
    assert written | ({"-"} if out else set()) == files
    for name in written:
        assert "“Seal” has not passed" in Path(name).read_text(encoding="utf-8")


def test_a_name_that_is_no_text_is_written_all_the_same(tmp_path: Path) -> None:
    write("caf\udce9.md\n", Destination("text", tmp_path / "report.txt"))
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == "caf?.md\n"


def test_each_of_several_formats_gets_its_own_file(run: Run) -> None:
    Path("a.md").write_text("It is waterproof.", encoding="utf-8")
    status, out, _ = run("check", "a.md", "--format", "github", "--format", "sarif:a.sarif", "--format", "markdown:a.md.comment")
    assert status == 1
    assert out.startswith("::error file=a.md,line=1,col=7,endLine=1,endColumn=16,")
    assert json.loads(Path("a.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert Path("a.md.comment").read_text(encoding="utf-8").startswith("<!-- claimlint -->")


@pytest.mark.parametrize(
    ("folder", "path", "told"),
    [
        (".", "site/a.md", "site/a.md"),
        ("site", "a.md", "site/a.md"),
        ("site", "../b.md", "b.md"),
    ],
)
def test_code_hosts_are_told_paths_in_the_repository(
    repository: Path, run: Run, monkeypatch: pytest.MonkeyPatch, folder: str, path: str, told: str
) -> None:
    (repository / ".git").mkdir()
    (repository / "site").mkdir()
    for copy in ("site/a.md", "b.md"):
        (repository / copy).write_text("It is waterproof.", encoding="utf-8")
    monkeypatch.chdir(repository / folder)
    _, out, _ = run("check", path, "--format", "github")
    assert out.startswith(f"::error file={told},line=1,")


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--format", "yaml"], 'There is no format "yaml"'),
        (["--format", "json:"], "names no file after the colon"),
        (["--format", "json", "--format", "text"], "Two formats would go to the same place"),
        (["--output", "missing/report.txt"], "missing/report.txt: cannot be written"),
        (["--config", "ours.yaml"], "ours.yaml: there is no such configuration file"),
    ],
)
def test_wrong_usage_says_what_is_wrong(run: Run, options: list[str], says: str) -> None:
    Path("a.md").write_text("fine", encoding="utf-8")
    status, _, error = run("check", "a.md", *options)
    assert (status, says in error, "Traceback" in error) == (2, True, False)


def test_the_command_line_overrides_the_configuration(run: Run, runs: Runs, repository: Path) -> None:
    Path("a.md").write_text("fine", encoding="utf-8")
    arguments = ["--manifest", "one.yaml", "--manifest", "two.yaml", "--channel", "beta", "--rules", "eu", "--model", "en_core_web_md"]
    run("check", "a.md", *arguments, "--as-of", "2027-02-15", "--show-all")
    ((document,), settings) = runs[0]
    assert document.configuration.manifests == (repository / "one.yaml", repository / "two.yaml")
    assert document.channel == "beta"
    assert (document.configuration.rules, document.configuration.model) == (("eu",), "en_core_web_md")
    assert settings == Settings(date(2027, 2, 15), jobs=None)


def test_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Größe: waterproof".encode()), encoding="ascii"))
    status, out, _ = run("check", "-", "--stdin-filename", "docs/new.html")
    assert status == 1
    assert "docs/new.html:1:8: error" in out


@pytest.mark.parametrize("arguments", [["deck.fig"], ["-", "--stdin-filename", "deck.fig"]], ids=["file", "standard input"])
def test_what_cannot_be_read_says_what_to_save_it_as(run: Run, monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    Path("deck.fig").write_bytes(b"PK")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"PK"), encoding="ascii"))
    status, out, _ = run("check", *arguments)
    assert status == 2
    assert "deck.fig: claimlint does not read .fig; save it as one of these: .adoc, .asciidoc, .csv, " in out


@pytest.mark.parametrize(
    ("files", "configuration", "advice"),
    [
        ([], "", "Add copy in a format that is read (such as .md, .html, .docx, .pdf), or name files or folders that have some."),
        (["ads.csv"], "", "Lists and data such as ads.csv are read only where they are named, or where include names their suffix."),
        (["a.md"], "exclude: a.md", "a.md is left out: look at exclude in .claimlint.yaml."),
        (["a.md", "b.md"], "include: c.md", "a.md and 1 more are left out: look at include in .claimlint.yaml."),
    ],
)
def test_nothing_to_check_is_an_error_that_says_why(run: Run, files: list[str], configuration: str, advice: str) -> None:
    for file in files:
        Path(file).write_text("fine", encoding="utf-8")
    if configuration:
        Path(".claimlint.yaml").write_text(configuration + "\n", encoding="utf-8")
    status, out, error = run("check")
    assert (status, out) == (2, "")
    assert error == f".: there is nothing to check here. {advice}\n"


def test_a_hook_that_names_only_excluded_files_passes(run: Run) -> None:
    Path(".claimlint.yaml").write_text("exclude: old.md\n", encoding="utf-8")
    Path("old.md").write_text("waterproof", encoding="utf-8")
    assert run("check", "old.md")[0] == 1
    assert run("check", "old.md", "--force-exclude")[0] == 0


def test_no_manifest_names_init(run: Run, repository: Path) -> None:
    (repository / "capabilities.yaml").unlink()
    Path("a.md").write_text("fine", encoding="utf-8")
    status, _, error = run("check", "a.md")
    assert status == 2
    assert 'Run "claimlint init": it looks around and proposes both, and overwrites nothing.' in error


def test_a_manifest_that_stands_a_little_below_is_named(run: Run, repository: Path) -> None:
    (repository / "engineering").mkdir()
    (repository / "capabilities.yaml").rename(repository / "engineering" / "capabilities.yaml")
    Path("a.md").write_text("fine", encoding="utf-8")
    status, _, error = run("check")
    assert status == 2
    assert 'There is engineering/capabilities.yaml: name it with --manifest, or run "claimlint init"' in error


def account_in(error: str) -> list[str]:
    """The lines of standard error without the seconds."""
    return [line.rpartition(": ")[0] if line.endswith(" s") else line for line in error.splitlines()]


def test_verbose_says_what_was_used_and_where_the_time_went(run: Run) -> None:
    Path("a.md").write_text("It is maybe nice.", encoding="utf-8")
    status, out, error = run("check", "a.md", "--verbose")
    assert status == 0
    assert "  Fingerprint: 00000000\n" in out
    assert account_in(error) == [
        "configuration: none; the nearest manifest serves",
        "  manifest: capabilities.yaml",
        "  rules: default",
        "  language model: the one that comes with claimlint",
        "  a.md: public, as no pattern names it",
        "find",
        "reading",
        "report",
        "together",
    ]


@pytest.mark.parametrize(
    ("text", "options", "says"),
    [
        ("It is nice.", [], ""),
        ("It is nice.", ["--show-all"], ""),
        ("It is maybe nice.", [], "a.md:1:7: warning CL101"),
        ("It is waterproof.", ["missing.md"], "Not checked (1 document):\n  missing.md: there is no such file or folder\n"),
    ],
)
def test_quiet_leaves_findings_and_what_was_not_checked(run: Run, text: str, options: list[str], says: str) -> None:
    Path("a.md").write_text(text, encoding="utf-8")
    status, out, error = run("check", "--quiet", "a.md", *options)
    assert status == run("check", "a.md", *options)[0]
    assert says in out if says else out == ""
    assert "note" not in (out + error).lower()
    assert "hecked as of" not in out


def test_quiet_changes_nothing_in_formats_for_programs(run: Run) -> None:
    Path("a.md").write_text("It is waterproof.", encoding="utf-8")
    _, loud, notes = run("check", "a.md", "--format", "json")
    _, quiet, nothing = run("check", "a.md", "--format", "json", "--quiet")
    assert (quiet, notes, nothing) == (loud, "note: the manifest is old\n", "")


def test_quiet_and_verbose_exclude_each_other(run: Run) -> None:
    status, _, error = run("check", "a.md", "-q", "-v")
    assert (status, "--quiet and --verbose exclude each other" in error) == (2, True)
