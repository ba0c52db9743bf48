"""`claimlint demand`: what it reads, what it prints, and how it ends. Nothing is replaced by a simpler thing here."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]

MANIFEST = """\
version: 1
products: {lamp: {name: Glimmer Lamp, validated: PVT}}
capabilities:
  handle: {name: steel handle, validated: PVT}
  wireless: {name: wireless charging, validated: EVT}
"""


@pytest.fixture
def copy(repository: Path) -> Path:
    """A page and a note beside the manifest, with a configuration that tells them apart."""
    (repository / "capabilities.yaml").write_text(MANIFEST, encoding="utf-8")
    (repository / ".claimlint.yaml").write_text("channels: {internal: [notes.md]}\n", encoding="utf-8")
    (repository / "page.md").write_text("The lamp has wireless charging.\n", encoding="utf-8")
    (repository / "notes.md").write_text("The lamp has wireless charging and a steel handle.\n", encoding="utf-8")
    return repository


def test_counts_what_copy_promises(run: Run, copy: Path) -> None:
    status, out, error = run("demand", "--as-of", "2026-11-22", ".")
    assert (status, error) == (0, "")
    assert out == (
        "Wanted, and not validated yet; the most urgent first:\n"
        "\n"
        "  wireless charging: 1 promise in 1 document, 1 too early; 1 more internally\n"
        "    1 stated as a fact (internal, public)\n"
        "    EVT passed; missing: DVT; PVT\n"
        "\n"
        "Validated, and nobody says it:\n"
        "\n"
        "  steel handle (may be stated on: public)\n"
        "\n"
        "3 promises of 2 documents, held against capabilities.yaml as of 2026-11-22.\n"
    )


def test_formats(run: Run, copy: Path) -> None:
    formats = ("--format", "json", "--format", "markdown:demand.md", "--format", "html:demand.html")
    status, out, _ = run("demand", *formats, "page.md")
    assert status == 0
    assert [each["subject"] for each in json.loads(out)["wanted"]] == ["wireless"]
    assert (copy / "demand.md").read_text(encoding="utf-8").startswith("# What the market side wants\n")
    assert (copy / "demand.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>\n")


def test_what_cannot_be_read_is_named_and_the_rest_is_counted(run: Run, copy: Path) -> None:
    (copy / "broken.md").write_bytes(b"\xff\xfe\x00")
    status, out, _ = run("demand", "page.md", "broken.md")
    assert status == 2
    assert "Not read: broken.md: " in out
    assert "wireless charging: 1 promise in 1 document, 1 too early\n" in out


def test_the_channel_of_the_command_line_decides(run: Run, copy: Path) -> None:
    _, out, _ = run("demand", "--channel", "prospecting", "page.md")
    assert "Nothing is wanted that is not validated yet." in out
    assert "wireless charging (may be stated on: prospecting): 1 promise in 1 document\n" in out


def test_a_copy_of_the_manifest_is_enough(run: Run, copy: Path) -> None:
    run("manifest", "lock", "--revision", "abc123")
    (copy / "capabilities.yaml").unlink()
    (copy / ".claimlint.yaml").write_text("manifest: capabilities.lock.yaml\n", encoding="utf-8")
    status, out, _ = run("demand", "page.md")
    assert status == 0
    assert "held against capabilities.lock.yaml as of " in out


def test_a_manifest_without_capabilities(run: Run, copy: Path) -> None:
    (copy / "capabilities.yaml").write_text("version: 1\nproducts: {lamp: {name: Glimmer Lamp, validated: PVT}}\n", encoding="utf-8")
    status, out, _ = run("demand", "page.md")
    assert status == 0
    assert "Nothing is wanted that is not validated yet." in out


def test_a_file_that_there_is_not_is_named(run: Run, copy: Path) -> None:
    status, out, _ = run("demand", "none.md")
    assert status == 2
    assert "Not read: none.md: " in out


def test_twice_the_same_bytes(run: Run, copy: Path) -> None:
    for name in ("text", "json", "markdown", "html"):
        assert run("demand", "--format", name, "--as-of", "2026-11-22") == run("demand", "--format", name, "--as-of", "2026-11-22")
