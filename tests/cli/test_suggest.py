"""`claimlint manifest suggest`: names that the manifest lacks, as a patch."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]

MANIFEST = """\
version: 1
products: {brook: {name: Brook Lantern, aliases: [Brook], validated: DVT}}
capabilities:
  beacon: {name: emergency beacon, validated: EVT}
"""
COPY = "# Brook Lantern\n\nThe Brook Lantern has a rescue beacon.\n\n- Rescue beacon\n"


@pytest.fixture
def lantern(repository: Path) -> Path:
    Path("capabilities.yaml").write_text(MANIFEST, encoding="utf-8")
    Path("copy").mkdir()
    Path("copy/page.md").write_text(COPY, encoding="utf-8")
    return repository


def test_patch_goes_to_standard_output_and_changes_nothing(run: Run, lantern: Path) -> None:
    status, out, _ = run("manifest", "suggest", "copy")
    assert (status, out.splitlines()[-1]) == (0, "+  beacon: {name: emergency beacon, aliases: [rescue beacon], validated: EVT}")
    assert Path("capabilities.yaml").read_text(encoding="utf-8") == MANIFEST


def test_formats_and_files(run: Run, lantern: Path) -> None:
    status, out, _ = run("manifest", "suggest", "copy", "--manifest", "capabilities.yaml", "--format", "json", "--format", "patch:p.patch")
    assert status == 0
    assert json.loads(out)["patch"] in Path("p.patch").read_text(encoding="utf-8")


def test_no_proposals_are_no_failure(run: Run, lantern: Path) -> None:
    Path("copy/page.md").write_text("Hello.", encoding="utf-8")
    assert run("manifest", "suggest", "copy")[:2] == (0, "# No proposals: no claim of 1 document is unlinked or linked weakly.\n")


def test_a_document_that_cannot_be_read_is_named_and_fails(run: Run, lantern: Path) -> None:
    status, out, _ = run("manifest", "suggest", "copy", "gone.md")
    assert (status, "# Not read: gone.md: there is no such file or folder" in out.splitlines()) == (2, True)


def test_a_manifest_that_is_wrong_is_named(run: Run, lantern: Path) -> None:
    Path("capabilities.yaml").write_text("version: 1\nproduct: {}\n", encoding="utf-8")
    status, out, error = run("manifest", "suggest", "copy")
    assert (status, out) == (2, "")
    assert error.startswith('capabilities.yaml:2:1: unknown key "product"')
