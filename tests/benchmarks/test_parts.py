"""What is made of what programs print, and the text that they are given."""

from __future__ import annotations

from pathlib import Path

from benchmarks.rates import told
from benchmarks.starts import imported
from benchmarks.texts import Text, as_markdown, texts

IMPORTS = """\
import time: self [us] | cumulative | imported package
import time:       210 |        210 |   spacy.errors
import time:       873 |       1083 | spacy
import time:        12 |         12 | spacy_legacy
import time:        40 |         40 |   claimlint.spacy
Note: spacy is mentioned here
"""


def test_modules_of_a_package_are_counted() -> None:
    assert (imported("spacy", IMPORTS), imported("click", IMPORTS)) == (2, 0)


def test_throughput_is_told_of_what_the_process_prints() -> None:
    measured = {"runs": [{"plain": 6.0, "check": 2.0}, {"plain": 8.0, "check": 2.0}], "sentences": 40, "parsed": 3}
    assert [figure.values for figure in told(Text("prose", Path()), measured)] == [(3.0, 4.0), (7.5,)]


def test_a_text_without_sentences_has_no_share() -> None:
    *_, share = told(Text("prose", Path()), {"runs": [], "sentences": 0, "parsed": 0})
    assert share.cells()[2] == "there are none"


def test_made_text_is_prose_of_the_size_and_a_fifth_of_dense_copy(tmp_path: Path) -> None:
    made = texts(tmp_path, None, 0.1)
    sizes = [sum(path.stat().st_size for path in text.folder.rglob("*.md")) for text in made]
    assert [text.title for text in made] == ["ordinary prose", "dense copy"]
    assert [round(size, -4) for size in sizes] == [100_000, 20_000]


def test_a_corpus_takes_the_place_of_made_text(tmp_path: Path) -> None:
    assert [text.folder for text in texts(tmp_path / "none", tmp_path, 1)] == [tmp_path]
    assert not (tmp_path / "none").exists()


def test_copy_of_any_format_becomes_markdown_for_linters_that_read_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "a.html").write_text("<h1>Lamp</h1><p>It <b>glows</b>.</p><script>glow()</script>", encoding="utf-8")
    (tmp_path / "site" / "b.bin").write_bytes(b"\x00")
    (page,) = as_markdown(tmp_path / "site", tmp_path / "markdown").rglob("*.md")
    assert page.read_text(encoding="utf-8") == "Lamp\n\nIt glows.\n"
