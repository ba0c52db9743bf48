"""The configuration nearest to a file holds, and a manifest alone serves where there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimlint.configuration import ConfigurationSearch, NothingToCheckAgainst, Overrides
from claimlint.errors import InputError

YAML = "manifest: capabilities.yaml\n"
TOML = '[tool.claimlint-copy]\nmanifest = "capabilities.yaml"\n'


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(files: dict[str, str]) -> None:
    for name, text in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("files", "document", "expected"),
    [
        ({".claimlint.yaml": YAML, "capabilities.yaml": ""}, "docs/deep/a.md", ".claimlint.yaml"),
        ({"pyproject.toml": TOML, "capabilities.yaml": ""}, "docs/a.md", "pyproject.toml"),
        ({"pyproject.toml": TOML, ".claimlint.yaml": YAML, "capabilities.yaml": ""}, "a.md", ".claimlint.yaml"),
        ({".claimlint.yaml": YAML, "capabilities.yaml": "", "docs/pyproject.toml": "[project]\n"}, "docs/a.md", ".claimlint.yaml"),
        ({".claimlint.yaml": YAML, "docs/.claimlint.yaml": "", "capabilities.yaml": ""}, "docs/a.md", "docs/.claimlint.yaml"),
        ({".claimlint.yaml": YAML, "docs/.claimlint.yaml": "", "capabilities.yaml": ""}, "docs2/a.md", ".claimlint.yaml"),
        ({"capabilities.yaml": ""}, "docs/a.md", None),
    ],
)
def test_the_nearest_upwards_holds(repository: Path, files: dict[str, str], document: str, expected: str | None) -> None:
    write(files)
    configuration = ConfigurationSearch().for_file(Path(document))
    assert configuration.path == (repository / expected if expected else None)
    assert configuration.manifests == (repository / "capabilities.yaml",)


def test_a_manifest_alone_makes_everything_public(repository: Path) -> None:
    write({"capabilities.yaml": ""})
    configuration = ConfigurationSearch().for_file(Path("docs/sales/a.md"))
    assert configuration.folder == repository
    assert configuration.channel_for(Path("docs/sales/a.md")) == "public"


def test_a_manifest_on_the_command_line_needs_no_file(repository: Path) -> None:
    configuration = ConfigurationSearch(Overrides(manifests=(Path("m.yaml"),))).for_file(Path("docs/a.md"))
    assert configuration.manifests == (repository / "m.yaml",)


def test_without_anything_init_is_named() -> None:
    with pytest.raises(NothingToCheckAgainst, match="claimlint init"):
        ConfigurationSearch().for_file(Path("a.md"))


def test_a_named_configuration_holds_for_all(repository: Path) -> None:
    write({"other/ours.yaml": "manifest: ../capabilities.yaml\n", "capabilities.yaml": "", ".claimlint.yaml": "fail-on: nonsense\n"})
    configuration = ConfigurationSearch(Overrides(config=Path("other/ours.yaml"))).for_file(Path("a.md"))
    assert configuration.folder == repository / "other"


@pytest.mark.parametrize(
    ("files", "says"),
    [({}, "there is no such configuration file"), ({"named.toml": "[project]\n"}, "has no table")],
)
def test_a_named_configuration_must_serve(files: dict[str, str], says: str) -> None:
    write(files)
    with pytest.raises(InputError, match=says):
        ConfigurationSearch(Overrides(config=Path("named.toml"))).for_file(Path("a.md"))


def test_a_file_is_read_once(repository: Path) -> None:
    write({".claimlint.yaml": YAML, "capabilities.yaml": ""})
    search = ConfigurationSearch()
    first = search.for_file(Path("a/b.md"))
    (repository / ".claimlint.yaml").write_text("broken: [", encoding="utf-8")
    assert search.for_file(Path("c/d.md")) is first


@pytest.mark.parametrize("overrides", [Overrides(), Overrides(manifests=(Path("m.yaml"),))])
def test_all_folders_that_a_manifest_serves_share_one_configuration(overrides: Overrides) -> None:
    write({"capabilities.yaml": ""})
    search = ConfigurationSearch(overrides)
    assert search.for_file(Path("a/b.md")) is search.for_file(Path("c/d/e.md"))
