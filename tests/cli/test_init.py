"""`claimlint init`: files that work as they are, and nothing that was there is touched."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from claimlint.configuration import ConfigurationSearch
from claimlint.manifest.loading import load_manifest
from claimlint.readers import SUFFIXES
from claimlint.rules.packs import load_rules
from claimlint.rules.policy import load_policy
from claimlint.starting.channels import channel_of

Run = Callable[..., tuple[int, str, str]]
TABLE = "Feature,EVT,DVT,PVT,Value\nBattery life,pass,pass,pass,10 h\nWater resistance,pass,open,,IP67\n"


@pytest.fixture(autouse=True)
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "repository"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def put(*files: str, text: str = "# A page\n\nIt runs for 20 hours on one charge.\n") -> None:
    """Write files of copy; skips where a name is not allowed."""
    for file in files:
        try:
            Path(file).parent.mkdir(parents=True, exist_ok=True)
            Path(file).write_text(text, encoding="utf-8")
        except OSError:
            pytest.skip("this name is not allowed here")


def git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True, capture_output=True)


def checked(run: Run) -> tuple[int, list[str]]:
    """The exit status of a check, and the documents that it has read."""
    import json

    status, out, _ = run("check", "--format", "json")
    return status, [document["path"] for document in json.loads(out)["documents"]]


def docusaurus() -> None:
    put(
        "docs/intro.md",
        "blog/launch.md",
        "src/pages/index.mdx",
        "README.md",
        "CHANGELOG.md",
        "build/index.html",
        "node_modules/x/README.md",
    )
    put("docusaurus.config.js", text="module.exports = {};\n")


def markdown() -> None:
    put("page.md", "notes/a.md", "LICENSE.txt")


def requirements() -> None:
    put("page.md")
    put("engineering/Requirements 2026.csv", text=TABLE)


def workbook() -> None:
    from openpyxl import Workbook

    put("page.md")
    book = Workbook()
    for line in TABLE.splitlines():
        book.active.append(line.split(","))
    book.save("requirements.xlsx")


def nothing() -> None:
    pass


@pytest.mark.parametrize(
    ("prepare", "documents", "status"),
    [
        (nothing, ["copy/example.md"], 1),
        (markdown, ["notes/a.md", "page.md"], 1),
        (docusaurus, ["blog/launch.md", "docs/intro.md", "src/pages/index.mdx"], 1),
        (requirements, ["page.md"], 1),
        (workbook, ["page.md"], 1),
        (lambda: put("README.md"), ["README.md"], 1),
        (lambda: put("LICENSE.txt"), ["copy/example.md"], 1),
    ],
    ids=["empty", "Markdown", "Docusaurus", "table", "workbook", "README alone", "no copy"],
)
def test_it_ends_with_a_check_that_works(run: Run, prepare: Callable[[], None], documents: list[str], status: int) -> None:
    prepare()
    done, out, error = run("init")
    assert (done, error) == (0, "")
    assert "\nNext:\n" in out
    assert f"  claimlint check   # {len(documents)} document" in out
    assert checked(run) == (status, documents)


def test_a_second_time_nothing_is_written(run: Run, empty: Path) -> None:
    run("init")
    before = {path: path.read_bytes() for path in empty.rglob("*") if path.is_file()}
    status, out, _ = run("init", "--yes")
    assert (status, out.count("there is one already; it stays as it is"), "written" in out) == (0, 2, False)
    assert {path: path.read_bytes() for path in empty.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(("answer", "written"), [("y", True), ("", True), ("n", False)])
def test_a_terminal_is_asked(run: Run, empty: Path, monkeypatch: pytest.MonkeyPatch, answer: str, written: bool) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: answer)
    status, out, _ = run("init")
    assert (status, bool(list(empty.iterdir()))) == (0, written)
    assert ("Nothing was written." in out) is not written


def test_yes_asks_nothing(run: Run, empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: pytest.fail("it asks"))
    run("init", "--yes")
    assert (empty / "capabilities.yaml").exists()


def test_a_dry_run_writes_nothing(run: Run, empty: Path) -> None:
    _, out, _ = run("init", "--dry-run")
    assert "--- capabilities.yaml (not written)\n# What engineering stands behind." in out
    assert list(empty.iterdir()) == []


def test_what_is_written_loads_and_validates_nothing(run: Run) -> None:
    run("init")
    manifest = load_manifest(ConfigurationSearch().for_file(Path("a.md")).manifests)
    assert list(manifest.capabilities) == ["battery-life"]
    assert {each.validated for each in (*manifest.products.values(), *manifest.capabilities.values())} == {"none"}


@pytest.mark.parametrize(
    ("name", "channel"),
    [
        ("sales", "sales"),
        ("Sales Decks", "sales"),
        ("01_sales-decks", "sales"),
        ("quotes", "sales"),
        ("Early-Access", "beta"),
        ("pilot", "beta"),
        ("market_research", "prospecting"),
        ("Interviews", "prospecting"),
        ("meeting notes", "internal"),
        ("Internal", "internal"),
        ("press", "public"),
        ("_posts", "public"),
        ("www", "public"),
        ("docs", None),
        ("release-notes", None),
        ("wholesale", None),
    ],
)
def test_names_of_folders_speak_of_channels(name: str, channel: str | None) -> None:
    assert channel_of(name) == channel


@pytest.mark.parametrize(
    ("folders", "document", "channel"),
    [
        (["docs/sales"], "docs/sales/a.md", "sales"),
        (["Decks"], "Decks/deep/a.md", "sales"),
        (["notes/beta"], "notes/beta/a.md", "internal"),
        (["notes/blog"], "notes/blog/a.md", "internal"),
        (["blog/internal"], "blog/internal/a.md", "internal"),
        (["blog/internal"], "blog/a.md", "public"),
        (["docs"], "docs/a.md", "public"),
        (["node_modules/sales"], "node_modules/sales/a.md", "public"),
        (['do"cs/sales'], 'do"cs/sales/a.md', "sales"),
        (["a[b]/sales"], "a[b]/sales/a.md", "sales"),
    ],
)
def test_channels_are_guessed_from_folders(run: Run, folders: list[str], document: str, channel: str) -> None:
    put(*(f"{folder}/a.md" for folder in folders))
    run("init")
    assert ConfigurationSearch().for_file(Path(document)).channel_for(Path(document)) == channel


@pytest.mark.parametrize(
    "manifest", ["capabilities.yaml", "engineering/capabilities.yaml", "../capabilities.yaml", "a/b/c/d/capabilities.yaml"]
)
def test_a_manifest_that_is_there_is_used(run: Run, manifest: str) -> None:
    put(manifest, text="version: 1\nproducts: {x1: {name: X1}}\n")
    assert "there is one already; it stays as it is" in run("init")[1]
    assert Path(manifest).read_text(encoding="utf-8") == "version: 1\nproducts: {x1: {name: X1}}\n"
    assert ConfigurationSearch().for_file(Path("a.md")).manifests == (Path(manifest).resolve(),)


def test_several_manifests_below_are_merged(run: Run) -> None:
    for name in "ab":
        put(f"{name}/capabilities.yaml", text=f"version: 1\nproducts: {{{name}: {{name: X}}}}\n")
    run("init")
    assert set(load_manifest(ConfigurationSearch().for_file(Path("a.md")).manifests).products) == {"a", "b"}


@pytest.mark.parametrize(("name", "text"), [(".claimlint.yaml", "fail-on: never\n"), ("pyproject.toml", "[tool.claimlint-copy]\n")])
def test_a_configuration_that_is_there_stays(run: Run, name: str, text: str) -> None:
    put(name, text=text)
    assert run("init")[0] == 0
    assert Path(name).read_text(encoding="utf-8") == text
    assert Path(".claimlint.yaml").exists() == (name == ".claimlint.yaml")


def test_a_table_of_requirements_becomes_the_manifest(run: Run) -> None:
    workbook()
    _, out, _ = run("init")
    assert "capabilities.yaml: a manifest with 2 capabilities from requirements.xlsx." in out
    gates = load_manifest([Path("capabilities.yaml")]).capabilities["battery-life"].gates
    assert {stage: gate.result for stage, gate in gates.items()} == dict.fromkeys(("EVT", "DVT", "PVT"), "passed")


@pytest.mark.parametrize(
    ("name", "text"), [("prices.csv", TABLE), ("requirements.csv", "some,thing\n1,2\n"), ("requirements.csv", "Name,Owner\nAda,Bob\n")]
)
def test_another_table_does_not(run: Run, name: str, text: str) -> None:
    put(name, text=text)
    assert "a manifest to fill in: nothing in it is validated yet." in run("init")[1]


def test_a_table_that_cannot_be_read_is_said(run: Run) -> None:
    put("requirements.xlsx", text="no workbook")
    status, _, error = run("init")
    assert status == 0
    assert "note: requirements.xlsx: cannot be imported: it is no .xlsx file, whatever its name says." in error


def test_names_in_front_matter_and_titles_are_proposed_and_not_validated(run: Run) -> None:
    put("a.md", text='---\nproduct: "Aurora X1"\n---\n# Lights for the night\n')
    run("init")
    text = Path("capabilities.yaml").read_text(encoding="utf-8")
    (product,) = load_manifest([Path("capabilities.yaml")]).products.values()
    assert (product.id, product.name, product.validated) == ("aurora-x1", "Aurora X1", "none")
    assert '  # "Lights for the night" (a.md)\n' in text


def test_what_git_ignores_is_left_out(run: Run) -> None:
    git("init", "-q")
    put("page.md", "dist/page.html", "draft.md", "sub/sales/a.md")
    put(".gitignore", text="dist/\ndraft.md\nsub\n")
    _, out, _ = run("init")
    assert "sales" not in Path(".claimlint.yaml").read_text(encoding="utf-8").split("channels:")[1].split("include")[0].replace(
        "#   sales", ""
    )
    assert checked(run)[1] == ["page.md"]
    assert "pre-commit checks every commit:" in out


def test_a_part_of_a_repository_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    git("init", "-q")
    put("site/page.md")
    put(".github/workflows/ci.yml", ".pre-commit-config.yaml", text="repos: []\n")
    assert "  GitHub Actions: install claimlint-copy with pip in a job" in run("init", "--dry-run")[1] + run("init")[1]
    monkeypatch.chdir("site")
    assert "only what is below here will be checked" in run("init")[1]


def test_a_configuration_above_that_would_hold_no_longer_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    put("site/page.md")
    run("init")
    monkeypatch.chdir("site")
    assert "has a configuration that holds here so far; .claimlint.yaml here takes its place." in run("init")[2]


def test_all_that_the_configuration_suggests_is_there(run: Run) -> None:
    run("init")
    path = Path(".claimlint.yaml")
    suggested = re.sub(r"^# ?(?=(?:[a-z-]+:|  [a-z]+:))", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    path.write_text(suggested, encoding="utf-8")
    configuration = ConfigurationSearch().for_file(Path("a.md"))
    packs = [rule for rule in configuration.rules if isinstance(rule, str)]
    assert load_rules(packs, Path(), configuration.severity).rules
    assert {Path(pattern).suffix for pattern in configuration.include} <= set(SUFFIXES)
    assert {name for name, _ in configuration.channels} <= set(load_policy().channels)
    assert (len(packs), bool(configuration.include), bool(configuration.severity), bool(configuration.channels)) == (1, True, True, True)


def test_folders_that_a_program_fills_have_no_channel(run: Run) -> None:
    put("hugo.toml", "content/posts/a.md", "public/index.html")
    run("init")
    configuration = ConfigurationSearch().for_folder(Path())
    assert dict(configuration.channels) == {"public": ("content/posts/**",)}


def test_manifests_that_cannot_be_used_together_are_told(run: Run) -> None:
    text = "version: 1\ncapabilities:\n  loudness: {name: loudness, validated: none}\n"
    put("one/capabilities.yaml", "two/capabilities.yaml", text=text)
    _, _, error = run("init")
    assert error.startswith('note: two/capabilities.yaml:3:3: the id "loudness" is taken already')
    assert error.endswith("Or run claimlint init in the folder of each manifest, and not here.\n")


def test_a_file_in_the_place_of_a_folder_is_told(run: Run) -> None:
    put("copy")
    status, _, error = run("init")
    assert status == 2
    assert error.startswith("copy: the folder cannot be made: ")
