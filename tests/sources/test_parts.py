"""A file that copy is checked against stands for all copy of its configuration; only paths that a configuration names are such files."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimlint.configuration import ConfigurationSearch, Overrides
from claimlint.errors import InputError
from claimlint.sources import discover

SUFFIXES = frozenset({".md"})
CONFIGURATION = "manifest: product/facts.yaml\nbaseline: known.json\nrules: [default, ours/rules]\nexclude: [archive/**]\n"
FILES = {
    ".claimlint.yaml": CONFIGURATION,
    "product/facts.yaml": "",
    "known.json": "",
    "ours/rules/one.yaml": "",
    "other.yaml": "",
    "archive/old.md": "",
    "a.md": "",
    "pages/b.md": "",
    "site/.claimlint.yaml": "manifest: ../shared/capabilities.yaml\n",
    "site/c.md": "",
    "shared/capabilities.yaml": "",
}
OWN, SITE = ["a.md", "pages/b.md"], ["site/c.md"]


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in FILES.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")


def found(*names: str, parts: bool = True, overrides: Overrides | None = None):
    return discover([Path(name) for name in names], ConfigurationSearch(overrides), SUFFIXES, parts=parts)


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        pytest.param(["product/facts.yaml"], OWN, id="the manifest, whatever it is called"),
        pytest.param([".claimlint.yaml"], OWN, id="the configuration"),
        pytest.param(["known.json"], OWN, id="the baseline"),
        pytest.param(["ours/rules/one.yaml"], OWN, id="a rule file"),
        pytest.param(["a.md", "product/facts.yaml"], OWN, id="beside copy"),
        pytest.param(["shared/capabilities.yaml"], SITE, id="a manifest beside the folder that it serves"),
        pytest.param(["site/.claimlint.yaml"], SITE, id="the configuration of a folder"),
    ],
)
def test_all_copy_is_found_for_a_part(named: list[str], expected: list[str]) -> None:
    assert [document.reported for document in found(*named)] == expected


@pytest.mark.parametrize(
    ("named", "parts", "reason"),
    [
        pytest.param("other.yaml", True, "claimlint does not read .yaml", id="what nobody names"),
        pytest.param("product/facts.yaml", False, "documents are checked against this file", id="a part, where only copy is asked for"),
    ],
)
def test_any_other_file_is_a_document_that_cannot_be_read(named: str, parts: bool, reason: str) -> None:
    (document,) = found(named, parts=parts)
    assert (document.reason or "").startswith(reason)


def test_documents_say_for_the_sake_of_what_they_are_checked() -> None:
    because = {document.reported: document.because for document in found("known.json", "product/facts.yaml", "site/c.md")}
    named = ("known.json", "product/facts.yaml")
    assert because == {"a.md": named, "pages/b.md": named, "site/c.md": ()}


def test_a_part_without_any_copy_is_nothing_to_complain_about(tmp_path: Path) -> None:
    for name in OWN:
        Path(name).unlink()
    assert found("product/facts.yaml") == ()


def test_a_configuration_that_is_wrong_is_told_of() -> None:
    Path(".claimlint.yaml").write_text("manifst: product/facts.yaml\n", encoding="utf-8")
    with pytest.raises(InputError, match="manifst"):
        found(".claimlint.yaml")


def test_the_manifest_of_the_command_line_is_a_part() -> None:
    overrides = Overrides(manifests=(Path("other.yaml"),))
    assert [document.reported for document in found("other.yaml", overrides=overrides)] == [*OWN, *SITE]
