"""Files behind URLs: which there are, what they are called, what tells them apart, and what they hold."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from claimlint.engines.storage import Stored, contents, list_files, local_files, state_of
from claimlint.errors import InputError
from tests.engines.conftest import NEEDS, PAGES

pytest.importorskip("fsspec", reason=NEEDS)


def names(files: list[Stored]) -> list[str]:
    return [file.reported for file in files]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param("memory://site/*.md", ["site/battery.md", "site/faq.md", "site/index.md"], id="a pattern within a folder"),
        pytest.param("memory://site/**/*.md", ["site/battery.md", "site/de/über.md", "site/faq.md", "site/index.md"], id="and below it"),
        pytest.param("memory://site/de", ["site/de/über.md"], id="a folder"),
        pytest.param("memory://site/faq.md", ["site/faq.md"], id="a file"),
        pytest.param("memory://nowhere/**", [], id="nothing"),
    ],
)
def test_what_a_url_names(bucket: str, url: str, expected: list[str]) -> None:
    _, files = list_files(url)
    assert [file.inside.as_posix() for file in files] == expected


def test_files_on_this_machine_are_called_by_their_paths(site: Path) -> None:
    _, files = list_files(f"{site.as_uri()}/site/**/*.md")
    assert names(files) == ["site/battery.md", "site/de/über.md", "site/faq.md", "site/index.md"]
    assert [file.inside for file in files[:1]] == [site / "site" / "battery.md"]


@pytest.mark.parametrize("archive", ["press/site.zip", "file://{folder}/press/site.zip"])
def test_an_archive_is_called_like_a_folder(site: Path, archive: str) -> None:
    """Its members end with their own suffix then, which says how they are read."""
    (site / "press").mkdir()
    with ZipFile(site / "press" / "site.zip", "w") as packed:
        for name, text in PAGES.items():
            packed.writestr(name, text)
    system, files = list_files("zip://site/*.md::" + archive.format(folder=site.as_posix()))
    assert names(files) == ["press/site.zip/site/battery.md", "press/site.zip/site/faq.md", "press/site.zip/site/index.md"]
    assert list(contents(system, [files[2].path])) == [PAGES["site/index.md"].encode()]


def test_what_cannot_be_had_is_told_of_in_its_place(site: Path) -> None:
    before, gone, after = contents(local_files(), [str(site / name) for name in ("site/index.md", "site/gone.md", "site/faq.md")])
    assert before == PAGES["site/index.md"].encode()
    assert isinstance(gone, FileNotFoundError)
    assert after == PAGES["site/faq.md"].encode()


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("nothing://bucket/page.md", "cannot be opened: Protocol not known: nothing"),
        ("zip://*.md::missing.zip", "cannot be opened: No such file or directory."),
    ],
)
def test_what_cannot_be_listed_is_told(site: Path, url: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        list_files(url)


@pytest.mark.parametrize(("scheme", "extra"), [("s3", "s3"), ("gs", "gcs"), ("abfs", "azure")])
def test_a_missing_package_is_named_with_the_way_to_install_it(scheme: str, extra: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import fsspec.core

    def refuse(url: str) -> None:
        raise ImportError(f"Install something to access {url}")

    monkeypatch.setattr(fsspec.core, "url_to_fs", refuse)
    with pytest.raises(InputError, match=rf"{scheme}://bucket: needs a package .* pip install 'claimlint-copy\[{extra}\]'"):
        list_files(f"{scheme}://bucket")


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        pytest.param({"size": 7, "ETag": '"a1"', "LastModified": "today"}, '7 ETag="a1"', id="a hash rather than a time"),
        pytest.param({"size": 7, "CRC": 99, "date_time": "x"}, "7 CRC=99", id="a member of an archive"),
        pytest.param({"size": 7, "mtime": 1.5, "created": 3.0}, "7 mtime=1.5", id="a file on a disk"),
        pytest.param({"size": 7}, "", id="a size alone tells too little"),
    ],
)
def test_what_tells_a_content_from_another(entry: Mapping[str, Any], expected: str) -> None:
    assert state_of(entry) == expected
