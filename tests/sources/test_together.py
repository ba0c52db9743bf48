"""Some documents are read at once: neighbours of one configuration, and no more of them than fit on some pages."""

from __future__ import annotations

from pathlib import Path

from claimlint.configuration import Configuration
from claimlint.sources.discovery import Discovered
from claimlint.sources.together import AT_ONCE, size_of, together

HERE = Configuration(Path("/here"), (Path("/here/capabilities.yaml"),))
THERE = Configuration(Path("/there"), (Path("/there/capabilities.yaml"),))


def document(size: int, configuration: Configuration = HERE) -> Discovered:
    return Discovered(Path("/here/a.md"), "a.md", configuration, "public", b" " * size)


def sizes_of(*documents: Discovered) -> list[list[int]]:
    return [[size_of(each) for each in portion] for portion in together(documents)]


def test_pages_are_read_together_until_they_are_many() -> None:
    page = AT_ONCE // 4
    assert sizes_of(*[document(page)] * 5) == [[page] * 4, [page]]


def test_what_follows_a_large_document_is_not_read_with_it() -> None:
    assert sizes_of(document(1), document(AT_ONCE), document(2)) == [[1, AT_ONCE], [2]]


def test_documents_of_another_configuration_are_read_for_themselves() -> None:
    assert sizes_of(document(1), document(2, THERE), document(3)) == [[1], [2], [3]]


def test_a_file_that_is_not_there_takes_no_room(tmp_path: Path) -> None:
    gone = Discovered(tmp_path / "gone.md", "gone.md", HERE, "public")
    assert size_of(gone) == 0


def test_nothing_is_nothing() -> None:
    assert sizes_of() == []
