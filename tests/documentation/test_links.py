"""Links between pages, and from pages into the repository, lead somewhere."""

from __future__ import annotations

import pytest

from tests.documentation.pages import ROOT, anchors, links


@pytest.mark.parametrize(("page", "file"), sorted({(page, file) for page, file, _ in links() if file}))
def test_linked_file_exists(page: str, file: str) -> None:
    assert (ROOT / page).parent.joinpath(file).exists()


@pytest.mark.parametrize(("page", "file", "heading"), [link for link in links() if link[2]])
def test_linked_heading_exists(page: str, file: str, heading: str) -> None:
    target = ((ROOT / page).parent / file if file else ROOT / page).resolve()
    assert heading in anchors(target.read_text(encoding="utf-8"))
