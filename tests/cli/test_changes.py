"""`claimlint check --changed-since` and `--diff`: what is of the change, in real git repositories. Nothing is replaced here."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import docx
import pytest

Run = Callable[..., tuple[int, str, str]]
Files = Mapping[str, "str | bytes | None"]

MANIFEST = """\
version: 1
products:
  lamp: {name: Glimmer Lamp, validated: PVT}
  kite: {name: Pale Kite, validated: PVT}
capabilities:
  runtime:
    name: battery life
    aliases: [battery]
    validated: PVT
    limits: {runtime: {max: 10 h, condition: "at 20 °C", disclose: true}}
  solar: {name: solar charging, validated: none}
  seal: {name: rain cover, validated: DVT}
  badge: {name: repair promise, validated: PVT, expires: 2036-06-30}
  radio: {name: radio, validated: PVT, product: kite}
certifications:
  fcc: {name: FCC equipment authorization, status: pending, covers: [radio]}
"""
CONFIGURATION = "manifest: capabilities.yaml\nchannels:\n  beta: [beta/**]\n"
SOLAR = "The lamp has solar charging.\n"
SEAL = "The lamp comes with a rain cover.\n"
HOURS = "Battery life is up to 10 hours.\n"
BADGE = "The lamp comes with a repair promise.\n"
NINE = "Battery life is 9 hours at 20 °C.\n"
PLAIN = "It is a lamp for the evening.\n"
EXCUSED = "<!-- claimlint-disable-next-line CL101: approved for the trade fair -->\n"
TABLE = "| Lamp | {column} |\n| --- | --- |\n| Solar charging | {mark} |\n| Shape | {shape} |\n"


def git(*arguments: str, folder: Path | None = None) -> str:
    return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=True).stdout


def put(files: Files, folder: Path | None = None) -> None:
    """Write files below a folder; None takes one out."""
    for name, text in files.items():
        path = (folder or Path()) / name
        if text is None:
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())


def commit(files: Files, folder: Path | None = None) -> None:
    put(files, folder)
    git("add", "--all", folder=folder)
    git("commit", "--quiet", "--allow-empty", "--message", "Copy", folder=folder)


@pytest.fixture(autouse=True)
def history(repository: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, a repository with a manifest in its first commit, tagged `start`."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Test")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "test@example.org")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(repository.parent / "no-settings"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    git("init", "--quiet", "--initial-branch=main")
    commit({"capabilities.yaml": MANIFEST, ".claimlint.yaml": CONFIGURATION})
    git("tag", "start")
    return repository


def found(run: Run, *arguments: str) -> tuple[list[str], int]:
    """The findings that a check reports, as path:line code, and how many older ones stand."""
    status, out, error = run("check", "--format", "json", *arguments)
    assert status < 2, error
    report = json.loads(out)
    return [f"{each['path']}:{each['start']['line']} {each['code']}" for each in report["findings"]], report["summary"]["older"]


def by_revision(run: Run) -> tuple[list[str], int]:
    return found(run, "--changed-since", "main~0")


def by_diff(run: Run) -> tuple[list[str], int]:
    git("add", "--all")
    Path("change.patch").write_bytes(subprocess.run(["git", "diff", "--cached", "HEAD"], capture_output=True, check=True).stdout)
    return found(run, "--diff", "change.patch")


BOTH = pytest.mark.parametrize("asked", [by_revision, by_diff], ids=["revision", "diff"])

CASES = [
    pytest.param({"a.md": SOLAR}, {}, [], 1, id="nothing changed"),
    pytest.param({}, {"a.md": SOLAR}, ["a.md:1 CL101"], 0, id="a new document"),
    pytest.param({"a.md": SOLAR}, {"a.md": SOLAR + "\n" + SEAL}, ["a.md:3 CL101"], 1, id="a paragraph added"),
    pytest.param({"a.md": SOLAR + "\n" + SEAL}, {"a.md": PLAIN + "\n" + SEAL}, [], 1, id="a paragraph changed elsewhere"),
    pytest.param({"a.md": SOLAR}, {"a.md": "The old lamp has solar charging.\n"}, ["a.md:1 CL101"], 0, id="the line of a finding changed"),
    pytest.param({"a.md": SOLAR}, {"a.md": SOLAR.strip() + " " + PLAIN}, ["a.md:1 CL101"], 0, id="words added on its line"),
    pytest.param({"a.md": SOLAR}, {"a.md": "The  lamp has solar charging. \r\n"}, [], 1, id="white space and line ends changed"),
    pytest.param({"a.md": SOLAR}, {"a.md": "The lamp has\nsolar charging.\n"}, [], 1, id="wrapped anew"),
    pytest.param({"a.md": SOLAR + PLAIN}, {"a.md": SOLAR + "It is big.\n"}, [], 1, id="another line of its paragraph changed"),
    pytest.param({"a.md": SOLAR}, {"a.md": SOLAR + "\n" + SOLAR}, ["a.md:3 CL101"], 1, id="said again below"),
    # Renamed and moved
    pytest.param({"a.md": SOLAR + PLAIN}, {"a.md": None, "b/ü 'x'.md": SOLAR + PLAIN}, [], 1, id="renamed"),
    pytest.param(
        {"a.md": SOLAR + PLAIN * 9}, {"a.md": None, "b.md": SOLAR + PLAIN * 9 + "\n" + SEAL}, ["b.md:12 CL101"], 1, id="renamed, changed"
    ),
    pytest.param({"a.md": SOLAR + "\n" + PLAIN}, {"a.md": PLAIN + "\n" + SOLAR}, [], 1, id="moved within a document"),
    pytest.param(
        {"a.md": SOLAR + "\n" + PLAIN, "b.md": PLAIN}, {"a.md": PLAIN, "b.md": PLAIN + "\n" + SOLAR}, [], 1, id="moved to another document"
    ),
    pytest.param({"a.md": SOLAR, "b.md": PLAIN}, {"b.md": PLAIN + "\n" + SOLAR}, ["b.md:3 CL101"], 1, id="copied to another document"),
    pytest.param({"a.md": SEAL}, {"a.md": None, "beta/a.md": SEAL}, [], 0, id="moved to a channel that asks for less"),
    pytest.param({"beta/a.md": SEAL}, {"beta/a.md": None, "a.md": SEAL}, ["a.md:1 CL101"], 0, id="moved to a channel that asks for more"),
    pytest.param({"beta/a.md": SOLAR}, {"beta/a.md": None, "a.md": SOLAR}, ["a.md:1 CL101"], 0, id="wrong before, judged harder now"),
    pytest.param({"a.md": SOLAR, "b.md": PLAIN}, {"a.md": None}, [], 0, id="a document deleted"),
    # Context that decides
    pytest.param(
        {"a.md": "## Ideas for later\n\n- Solar charging\n"},
        {"a.md": "## Features\n\n- Solar charging\n"},
        ["a.md:3 CL101"],
        0,
        id="heading over a list",
    ),
    pytest.param(
        {"a.md": "We may one day build:\n\n- Solar charging\n"},
        {"a.md": "The lamp has:\n\n- Solar charging\n"},
        ["a.md:3 CL101"],
        0,
        id="introduction of a list",
    ),
    pytest.param(
        {"a.md": "## Does the lamp have solar charging?\n\nNo.\n"},
        {"a.md": "## Does the lamp have solar charging?\n\nYes.\n"},
        ["a.md:3 CL101"],
        0,
        id="answer to a question",
    ),
    pytest.param(
        {"a.md": "## Is the lamp for the evening?\n\nYes.\n"},
        {"a.md": "## Does the lamp have solar charging?\n\nYes.\n"},
        ["a.md:3 CL101"],
        0,
        id="question of an answer",
    ),
    pytest.param(
        {"a.md": TABLE.format(column="Planned", mark="✓", shape="round")},
        {"a.md": TABLE.format(column="Included", mark="✓", shape="round")},
        ["a.md:3 CL101"],
        0,
        id="header of a column",
    ),
    pytest.param(
        {"a.md": TABLE.format(column="Included", mark="✓", shape="round")},
        {"a.md": TABLE.format(column="Included", mark="✓", shape="flat")},
        [],
        1,
        id="another row",
    ),
    pytest.param(
        {"a.md": HOURS.replace(".", "[^1].") + "\n[^1]: Measured at 20 °C.\n"},
        {"a.md": HOURS.replace(".", "[^1].") + "\n[^1]: Measured in May.\n"},
        ["a.md:1 CL202"],
        0,
        id="condition in a footnote taken out",
    ),
    pytest.param({"a.md": EXCUSED + SOLAR}, {"a.md": SOLAR}, ["a.md:1 CL101"], 0, id="suppression taken out"),
    pytest.param({"a.md": EXCUSED + SOLAR}, {"a.md": EXCUSED + PLAIN}, ["a.md:1 CL802"], 0, id="suppression left over"),
    pytest.param({"a.md": SOLAR}, {"a.md": EXCUSED + SOLAR}, [], 0, id="suppressed by the change"),
    pytest.param({"a.md": EXCUSED + SOLAR}, {"a.md": EXCUSED + SOLAR + "\n" + SEAL}, ["a.md:4 CL101"], 0, id="suppressed before"),
    pytest.param(
        {"a.md": f"---\npublish: 2035-01-01\n---\n\n{SOLAR}"},
        {"a.md": f"---\npublish: 2036-01-01\n---\n\n{SOLAR}"},
        [],
        1,
        id="front matter of no consequence",
    ),
    pytest.param(
        {"a.md": f"---\npublish: 2035-01-01\n---\n\n{BADGE}"},
        {"a.md": f"---\npublish: 2037-01-01\n---\n\n{BADGE}"},
        ["a.md:5 CL101", "a.md:5 CL701"],
        0,
        id="front matter that decides",
    ),
    pytest.param(
        {"a.md": TABLE.format(column="Included | Colour", mark="✓ | ", shape="round | -").replace("--- |\n", "--- | --- |\n")},
        {"a.md": TABLE.format(column="Included | Colour", mark="✓ | –", shape="round | -").replace("--- |\n", "--- | --- |\n")},
        ["a.md:3 CL101"],
        0,
        id="another cell of the row",
    ),
    pytest.param(
        {"a.md": f"Pre-order the Pale Kite today.\n\n{PLAIN}\nPre-order the Pale Kite soon.\n"},
        {"a.md": f"{PLAIN}\nPre-order the Pale Kite soon.\n"},
        [],
        1,
        id="first of the places for one notice taken out",
    ),
    # Other documents
    pytest.param(
        {"a.md": NINE, "b.md": NINE},
        {"a.md": NINE.replace("9", "8")},
        ["b.md:1 CL601"],
        0,
        id="another document contradicted",
    ),
    pytest.param({"a.md": NINE, "b.md": NINE.replace("9", "8")}, {"a.md": None, "z.md": NINE}, [], 1, id="contradicting place renamed"),
    pytest.param({"a.md": NINE, "b.md": NINE.replace("9", "8")}, {"a.md": PLAIN + "\n" + NINE}, [], 1, id="contradicting place moved down"),
    # Documents that are not text lines
    pytest.param(
        {"a.html": f"<p>{PLAIN}</p><p>{SOLAR}</p>"},
        {"a.html": f"<p>{SEAL}</p><p>{SOLAR}</p>"},
        ["a.html:1 CL101"],
        1,
        id="one line of HTML",
    ),
]


@BOTH
@pytest.mark.parametrize(("before", "after", "expected", "older"), CASES)
def test_what_is_of_the_change(
    run: Run, asked: Callable[[Run], tuple[list[str], int]], before: Files, after: Files, expected: list[str], older: int
) -> None:
    commit(before)
    put(after)
    assert asked(run) == (expected, older)


# ---- what copy is checked against


@BOTH
@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"capabilities.yaml": MANIFEST.replace("validated: DVT", "validated: none")}, id="manifest"),
        pytest.param({".claimlint.yaml": CONFIGURATION + "fail-on: warning\n"}, id="configuration"),
    ],
)
def test_a_change_of_what_copy_is_checked_against_reports_everything(
    run: Run, asked: Callable[[Run], tuple[list[str], int]], changed: Files
) -> None:
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
def test_of_a_shared_configuration_file_only_our_table_counts(
    run: Run, asked: Callable[[Run], tuple[list[str], int]], now: str, expected: tuple[list[str], int]
) -> None:
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


# ---- documents that git keeps in other ways


def word(*paragraphs: str) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph.strip())
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_a_word_document_is_compared_by_its_paragraphs(run: Run) -> None:
    commit({"a.docx": word(SOLAR)})
    put({"a.docx": word(PLAIN, SOLAR, SEAL)})
    reported, older = found(run, "--changed-since", "main")
    assert ([each.split()[1] for each in reported], older) == (["CL101"], 1)


def test_a_diff_knows_no_older_version_of_a_word_document(run: Run) -> None:
    commit({"a.docx": word(SOLAR)})
    put({"a.docx": word(PLAIN, SOLAR)})
    reported, older = by_diff(run)
    assert (len(reported), older) == (1, 0)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_document_that_is_reached_through_a_link(run: Run) -> None:
    Path("link").symlink_to("docs")
    commit({"docs/a.md": SOLAR})
    put({"docs/a.md": SOLAR + "\n" + SEAL})
    assert found(run, "link", "--changed-since", "main") == (["link/a.md:3 CL101"], 1)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize("before", ["../docs", None], ids=["to another folder", "new"])
def test_what_a_link_leads_to_now_was_not_there(run: Run, before: str | None) -> None:
    commit({"docs/a.md": SOLAR, "plans/a.md": SOLAR, "site/b.md": PLAIN})
    link = Path("site/link")
    if before is not None:
        link.symlink_to(before)
        commit({})
        link.unlink()
    link.symlink_to("../plans")
    assert found(run, "site", "--changed-since", "main") == (["site/link/a.md:1 CL101"], 0)


# ---- files that were no copy where they stood


@BOTH
@pytest.mark.parametrize(
    "before",
    [
        pytest.param({".claimlint.yaml": CONFIGURATION + "exclude: [drafts/**]\n"}, id="excluded"),
        pytest.param({".claimlint.yaml": CONFIGURATION + "include: ['/*.md']\n"}, id="not included"),
        pytest.param({"drafts/.claimlint.yaml": "manifest: ../capabilities.yaml\nchannels:\n  internal: ['**']\n"}, id="another channel"),
    ],
)
def test_what_is_found_in_a_file_is_new_where_it_was_not_checked_so_before_it_was_moved(
    run: Run, asked: Callable[[Run], tuple[list[str], int]], before: Files
) -> None:
    commit({**before, "drafts/a.md": SEAL})
    put({"drafts/a.md": None, "a.md": SEAL})
    assert asked(run) == (["a.md:1 CL101"], 0)


def test_the_configuration_of_the_folder_that_a_file_stood_in_may_be_gone(run: Run) -> None:
    commit({"drafts/.claimlint.yaml": "manifest: ../capabilities.yaml\nchannels:\n  internal: ['**']\n", "drafts/a.md": SEAL})
    put({"drafts/.claimlint.yaml": None, "drafts/a.md": None, "a.md": SEAL})
    assert by_revision(run) == (["a.md:1 CL101"], 0)


def test_a_hidden_folder_held_no_copy(run: Run) -> None:
    commit({".drafts/a.md": SEAL})
    put({".drafts/a.md": None, "a.md": SEAL})
    assert by_revision(run) == (["a.md:1 CL101"], 0)


def test_what_stood_outside_of_the_folders_that_are_checked_is_new(run: Run) -> None:
    commit({"drafts/a.md": SOLAR, "site/b.md": SOLAR})
    put({"drafts/a.md": None, "site/a.md": SOLAR})
    assert found(run, "site", "--changed-since", "main") == (["site/a.md:1 CL101"], 1)
    assert found(run, ".", "--changed-since", "main") == ([], 2)


# ---- repositories within


@pytest.fixture
def facts(history: Path) -> Path:
    """A repository within, with a manifest and a page, that is at another commit than the last one here names."""
    source = history.parent / "facts"
    git("init", "--quiet", "--initial-branch=main", str(source))
    commit({"capabilities.yaml": MANIFEST, "page.md": SEAL}, source)
    git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(source), "facts")
    commit({".claimlint.yaml": "manifest: facts/capabilities.yaml\n", "a.md": SOLAR})
    commit({"capabilities.yaml": MANIFEST + "\n"}, Path("facts"))
    return history / "facts"


@BOTH
def test_a_manifest_in_a_repository_within_reports_everything(run: Run, facts: Path, asked: Callable[[Run], tuple[list[str], int]]) -> None:
    assert asked(run) == (["a.md:1 CL101", "facts/page.md:1 CL101"], 0)


@BOTH
def test_copy_in_a_repository_within_is_new(run: Run, facts: Path, asked: Callable[[Run], tuple[list[str], int]]) -> None:
    commit({".claimlint.yaml": CONFIGURATION})
    commit({}, facts)
    assert asked(run) == (["facts/page.md:1 CL101"], 1)


def test_a_subfolder_as_working_folder(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    commit({"docs/a.md": SOLAR, "b.md": SOLAR})
    put({"docs/a.md": SOLAR + "\n" + SEAL})
    monkeypatch.chdir("docs")
    assert found(run, ".", "--changed-since", "main") == (["a.md:3 CL101"], 1)


# ---- beside other options


@BOTH
def test_the_exit_status_counts_findings_of_the_change_alone(run: Run, asked: Callable[[Run], tuple[list[str], int]]) -> None:
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
