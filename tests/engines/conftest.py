"""A small product, and what engines are tested with. Ray and fsspec come with the extra `ray`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

NEEDS = "install claimlint-copy[ray]"

MANIFEST = """\
version: 1
products: {x1: {name: X1, validated: DVT}}
capabilities:
  battery-life:
    name: battery life
    product: x1
    validated: DVT
    limits: {runtime: {max: 10 h}}
  waterproof:
    name: waterproof
    product: x1
    validated: EVT
"""
PAGES = {
    "site/index.md": "# The X1\n\nThe X1 is waterproof.\n",
    "site/battery.md": "# Battery\n\nThe battery of the X1 lasts up to 8 hours.\n",
    "site/faq.md": "# Questions\n\nThe battery of the X1 lasts up to 9 hours.\n",
    "site/de/über.md": "# About\n\nWe like long walks.\n",
    "site/logo.svgz": "no copy",
    "drafts/next.md": "The X1 is waterproof.\n",
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, with a manifest, a configuration and pages."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "capabilities.yaml").write_text(MANIFEST, encoding="utf-8")
    (tmp_path / ".claimlint.yaml").write_text(
        "manifest: capabilities.yaml\nchannels: {sales: [site/faq.md]}\nexclude: [drafts]\n", encoding="utf-8"
    )
    for name, text in PAGES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def bucket(site: Path) -> Iterator[str]:
    """The same pages in a storage that only fsspec knows; the URL of its top."""
    fsspec = pytest.importorskip("fsspec", reason=NEEDS)
    memory = fsspec.filesystem("memory")
    for name, text in PAGES.items():
        memory.pipe_file(f"/{name}", text.encode("utf-8"))
    yield "memory://"
    memory.rm("/", recursive=True)
