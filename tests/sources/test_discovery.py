"""Which files are checked: all that should be, in a stable order, and nothing is dropped in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimlint.configuration import ConfigurationSearch, Overrides
from claimlint.errors import InputError
from claimlint.sources import Discovered, StandardInput, discover, read

SUFFIXES = frozenset({".md", ".html", ".yaml"})


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write("capabilities.yaml")
    return tmp_path


def write(*names: str, text: str = "Copy.") -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")


def found(*paths: str, force_exclude: bool = False, standard_input: StandardInput | None = None) -> tuple[Discovered, ...]:
    given = [Path(path) for path in paths]
    return discover(given, ConfigurationSearch(), SUFFIXES, force_exclude=force_exclude, standard_input=standard_input)


def names(*paths: str, force_exclude: bool = False) -> list[str]:
    return [document.reported for document in found(*paths, force_exclude=force_exclude)]


@pytest.mark.parametrize(
    ("files", "paths", "expected"),
    [
        pytest.param(["docs/b.md", "docs/a.md", "docs/a/c.md"], ["docs"], ["docs/a.md", "docs/a/c.md", "docs/b.md"], id="sorted"),
        pytest.param(["b/x.md", "a/x.md"], ["b", "a"], ["a/x.md", "b/x.md"], id="whatever the order of the arguments"),
        pytest.param(["docs/a.md"], ["docs", "docs/a.md", "./docs"], ["docs/a.md"], id="each file once"),
        pytest.param(["docs/a.md", "docs/a.png"], ["docs"], ["docs/a.md"], id="known suffixes"),
        pytest.param(["docs/A.MD"], ["docs"], ["docs/A.MD"], id="suffixes in any case"),
        pytest.param(["a.md", ".git/b.md", ".hidden/c.md", "node_modules/d.md", "venv/e.md"], ["."], ["a.md"], id="skipped folders"),
        pytest.param(["a.md", "env/pyvenv.cfg", "env/lib/b.md"], ["."], ["a.md"], id="virtual environments"),
        pytest.param([".hidden/c.md"], [".hidden"], [".hidden/c.md"], id="a hidden folder that was named"),
        pytest.param(["a.md"], [], ["a.md"], id="without arguments, and never the manifest itself"),
    ],
)
def test_what_is_found(files: list[str], paths: list[str], expected: list[str]) -> None:
    write(*files)
    assert names(*paths) == expected


CONFIGURED = 'include: ["**/*.md"]\nexclude: ["archive/**"]\nchannels: {sales: "decks/**"}\n'


@pytest.mark.parametrize(
    ("paths", "force_exclude", "expected"),
    [
        ([], False, ["a.md", "decks/b.md"]),
        (["."], False, ["a.md", "decks/b.md"]),
        (["archive/old.md"], False, ["archive/old.md"]),
        (["page.html"], False, ["page.html"]),
        (["archive/old.md", "a.md"], True, ["a.md"]),
        (["archive/old.md"], True, []),
        (["page.html"], True, ["page.html"]),
    ],
)
def test_include_and_exclude(paths: list[str], force_exclude: bool, expected: list[str]) -> None:
    write("a.md", "page.html", "decks/b.md", "archive/old.md")
    write(".claimlint.yaml", text=CONFIGURED)
    assert names(*paths, force_exclude=force_exclude) == expected


@pytest.mark.parametrize(
    ("include", "expected"),
    [
        ("[]", ["a.md"]),
        ('["**/*.md"]', ["a.md"]),
        ('["ads/**", "*.md"]', ["a.md"]),
        ('["ads/*.csv"]', ["ads/b.csv"]),
        ('["*.csv", "*.md"]', ["a.md", "ads/b.csv", "c.csv"]),
    ],
)
def test_files_of_data_are_found_where_include_names_their_suffix(include: str, expected: list[str]) -> None:
    write("a.md", "ads/b.csv", "c.csv")
    write(".claimlint.yaml", text=f"include: {include}\nmanifest: capabilities.yaml\n")
    found = discover([Path()], ConfigurationSearch(), (".md", ".csv"), on_request={".csv"})
    assert [document.reported for document in found] == expected


def test_documents_that_are_not_read_are_given_all_the_same() -> None:
    write("a.md", "old.doc", "c.png")
    found = discover([Path()], ConfigurationSearch(), (".md",), not_read={".doc"})
    assert [(document.reported, document.reason) for document in found] == [("a.md", None), ("old.doc", None)]


def test_a_file_of_data_that_is_named_is_taken() -> None:
    write("c.csv")
    (document,) = discover([Path("c.csv")], ConfigurationSearch(), (".md", ".csv"), on_request={".csv"})
    assert document.reason is None


def test_without_arguments_the_folder_of_the_configuration_is_checked(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.md", "docs/b.md")
    write(".claimlint.yaml", text=CONFIGURED)
    monkeypatch.chdir(repository / "docs")
    assert sorted(document.path for document in found()) == [repository / "a.md", repository / "docs/b.md"]


def test_each_file_has_the_configuration_and_channel_nearest_to_it(repository: Path) -> None:
    write("decks/a.md", "other/decks/b.md")
    write(".claimlint.yaml", text=CONFIGURED)
    write("other/.claimlint.yaml", text="channels: {beta: 'decks/**'}\n")
    assert [(document.channel, document.configuration.folder) for document in found(".")] == [
        ("sales", repository),
        ("beta", repository / "other"),
    ]


@pytest.mark.parametrize(
    ("path", "reason"),
    [("gone.md", "no such file or folder"), ("picture.png", "does not read .png"), ("LICENSE", "does not read files without a suffix")],
)
def test_what_cannot_be_checked_is_said_and_the_rest_goes_on(path: str, reason: str) -> None:
    write("a.md", "picture.png", "LICENSE")
    by_name = {document.reported: document.reason for document in found(path, "a.md")}
    assert by_name["a.md"] is None
    assert reason in (by_name[path] or "")


@pytest.mark.parametrize("paths", [["empty"], []])
def test_nothing_to_check_is_an_error(paths: list[str]) -> None:
    Path("empty").mkdir()
    with pytest.raises(InputError, match="nothing to check"):
        found(*paths)


def test_every_broken_configuration_is_reported_once() -> None:
    write("one/a.md", "one/b.md", "two/c.md")
    write("one/.claimlint.yaml", "two/.claimlint.yaml", text="fail_on: error\n")
    with pytest.raises(InputError) as caught:
        found(".")
    assert [problem.path for problem in caught.value.problems] == ["one/.claimlint.yaml", "two/.claimlint.yaml"]


def test_no_manifest_is_said_once(repository: Path) -> None:
    (repository / "capabilities.yaml").unlink()
    write("one/a.md", "two/b.md")
    with pytest.raises(InputError, match="claimlint init") as caught:
        found(".")
    assert len(caught.value.problems) == 1


def test_an_unreadable_folder_is_not_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    write("docs/a.md", "docs/locked/b.md")
    listing = Path.iterdir

    def refuse(folder: Path) -> object:
        if folder.name == "locked":
            raise PermissionError(13, "Permission denied")
        return listing(folder)

    monkeypatch.setattr(Path, "iterdir", refuse)
    documents = found("docs")
    assert [(document.reported, document.reason) for document in documents] == [
        ("docs/a.md", None),
        ("docs/locked", "the folder cannot be opened: Permission denied"),
    ]


def test_a_path_that_must_not_be_looked_at_is_not_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.md")
    looking = Path.stat

    def refuse(path: Path, **options: bool) -> object:
        if "locked" in path.parts:
            raise PermissionError(13, "Permission denied")
        return looking(path, **options)

    monkeypatch.setattr(Path, "stat", refuse)
    assert {document.reported: document.reason for document in found("locked/b.md", "a.md")} == {
        "a.md": None,
        "locked/b.md": "cannot be opened: Permission denied",
    }


def link(name: str, target: str) -> None:
    try:
        Path(name).symlink_to(target, target_is_directory=True)
    except OSError:
        pytest.skip("links cannot be made here")


def test_a_link_that_leads_back_is_not_followed() -> None:
    write("docs/a.md", "docs/deep/b.md")
    link("docs/deep/again", str(Path("docs").resolve()))
    link("docs/up", str(Path().resolve()))
    assert names("docs") == ["docs/a.md", "docs/deep/b.md"]


def test_a_link_that_leads_out_is_followed_once() -> None:
    write("docs/a.md", "shared/b.md")
    link("docs/one", str(Path("shared").resolve()))
    link("docs/two", str(Path("shared").resolve()))
    assert names("docs") == ["docs/a.md", "docs/one/b.md"]


def test_a_link_to_nothing_is_not_checked() -> None:
    write("docs/a.md")
    link("docs/gone.md", "nowhere.md")
    assert [read(document).reason is None for document in found("docs")] == [True, False]


def test_standard_input_is_checked_under_its_name() -> None:
    write(".claimlint.yaml", text=CONFIGURED)
    (document,) = found(standard_input=StandardInput("decks/new.md", b"Copy."))
    assert (document.reported, document.channel, document.data) == ("decks/new.md", "sales", b"Copy.")


def test_reading_fills_in_the_bytes() -> None:
    write("a.md", text="Größe")
    (document,) = found("a.md")
    assert document.data is None
    assert read(document).data == "Größe".encode()


def test_a_file_that_vanishes_is_not_checked(repository: Path) -> None:
    write("a.md")
    (document,) = found("a.md")
    (repository / "a.md").unlink()
    assert "cannot be read" in (read(document).reason or "")


def test_an_explicit_configuration_is_seen_from_its_own_folder(repository: Path) -> None:
    write("content/decks/a.md")
    write("content/ours.yaml", text=CONFIGURED)
    search = ConfigurationSearch(Overrides(config=Path("content/ours.yaml")))
    assert [document.channel for document in discover([], search, SUFFIXES)] == ["sales"]


@pytest.mark.parametrize("absolute", [True, False])
def test_paths_are_reported_from_the_working_directory(repository: Path, absolute: bool) -> None:
    write("docs/a.md")
    assert names(str(repository / "docs") if absolute else "./docs/../docs") == ["docs/a.md"]


def test_paths_elsewhere_are_reported_as_named(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("docs/a.md", "work/x")
    monkeypatch.chdir(repository / "work")
    assert names("../docs") == ["../docs/a.md"]


@pytest.mark.parametrize("name", ["capabilities.yaml", "capabilities.lock.yaml", ".claimlint.yaml"])
def test_what_is_no_copy_is_never_read_as_copy(repository: Path, name: str) -> None:
    """Examples and test data may hold manifests and configurations with which nothing is checked here."""
    write(".claimlint.yaml", text='include: ["**/*.yaml"]\n')
    write("examples/copy.yaml", f"examples/data/{name}", text="{}\n")
    search = ConfigurationSearch(Overrides(config=Path(".claimlint.yaml")))
    (named,) = discover([Path("examples/data") / name], search, [".yaml"], on_request=[".yaml"])
    assert "this is no copy" in (named.reason or "")
    met = discover([Path("examples")], search, [".yaml"], on_request=[".yaml"])
    assert [document.reported for document in met] == ["examples/copy.yaml"]
