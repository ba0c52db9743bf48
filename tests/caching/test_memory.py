"""A document that has not changed is neither parsed nor linked again, and what is found in it is the same."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from claimlint.bench import Bench
from claimlint.caching.memory import Memory
from claimlint.caching.records import Remembered, decoded, encoded
from claimlint.caching.store import Store
from claimlint.check import check
from claimlint.configuration import ConfigurationSearch, Overrides, Settings
from claimlint.document import Document
from claimlint.extraction import ParsedDocument
from claimlint.finding import Report
from claimlint.readers import SUFFIXES
from claimlint.sources import Discovered, discover, together

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 11, 23)
PAGES = ("public/launch-post.md", "public/landing.html", "sales/deck-notes.md", "beta/test-guide.rst")


RULE = """\
rule: nights
code: OWN101
category: unqualified
severity: warning
summary: The copy counts in nights.
why: Nights differ.
wordings: [nights, night]
when: {claim.polarity: affirmed}
message: "“{{ claim.text }}” counts in nights."
examples:
  match: [It lasts for three nights.]
  no-match: [It is blue.]
"""


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    folder = tmp_path / "campaign"
    folder.mkdir()
    (folder / "capabilities.yaml").write_bytes((ROOT / "capabilities.yaml").read_bytes())
    for page in PAGES:
        (folder / Path(page).name).write_bytes((ROOT / "examples/campaign" / page).read_bytes())
    return folder


@pytest.fixture
def parses(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the documents that go through the parser."""
    import claimlint.opening

    seen: list[str] = []
    parse_together = claimlint.opening.parse_together

    def noted(documents: Sequence[Document], bench: Bench, **others: bool) -> list[ParsedDocument]:
        seen.extend(document.path for document in documents)
        return parse_together(documents, bench, **others)

    monkeypatch.setattr(claimlint.opening, "parse_together", noted)
    return seen


def checked(folder: Path, store: Store | None, day: date = DAY, **changes: object) -> Report:
    documents = discover([folder], ConfigurationSearch(Overrides()), SUFFIXES)
    return check(documents, Settings(day, memory=Memory(store), **changes))


def store_in(tmp_path: Path) -> Store:
    return Store(tmp_path / "cache", 10**7, 1)


def test_same_findings_with_a_cache_as_without(campaign: Path, tmp_path: Path) -> None:
    reports = [checked(campaign, store) for store in (None, store_in(tmp_path), store_in(tmp_path))]
    assert reports[0].findings
    assert [report.documents for report in reports[1:]] == [reports[0].documents] * 2


def test_unchanged_documents_are_not_parsed_again(campaign: Path, tmp_path: Path, parses: list[str]) -> None:
    checked(campaign, store_in(tmp_path))
    assert len(parses) == len(PAGES)
    parses.clear()
    checked(campaign, store_in(tmp_path))
    assert parses == []


def test_another_day_needs_no_parser_and_judges_anew(campaign: Path, tmp_path: Path, parses: list[str]) -> None:
    checked(campaign, store_in(tmp_path))
    parses.clear()
    later = checked(campaign, store_in(tmp_path), date(2031, 1, 1))
    assert parses == []
    assert later.findings == checked(campaign, None, date(2031, 1, 1)).findings


@pytest.mark.parametrize(
    ("name", "old", "new", "read_again"),
    [
        ("launch-post.md", "\n\n", "\n\nIt floats.\n\n", 1),
        ("capabilities.yaml", "max: 60 h", "max: 61 h", len(PAGES)),
    ],
)
def test_what_changed_is_read_again(
    campaign: Path, tmp_path: Path, parses: list[str], name: str, old: str, new: str, read_again: int
) -> None:
    checked(campaign, store_in(tmp_path))
    parses.clear()
    text = (campaign / name).read_text(encoding="utf-8")
    assert old in text
    (campaign / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    assert checked(campaign, store_in(tmp_path)).documents == checked(campaign, None).documents
    assert len(parses) == read_again + len(PAGES)  # those without a cache


def test_moved_document_keeps_its_own_path(campaign: Path, tmp_path: Path) -> None:
    checked(campaign, store_in(tmp_path))
    (campaign / "launch-post.md").rename(campaign / "post.md")
    assert checked(campaign, store_in(tmp_path)).findings == checked(campaign, None).findings


def test_rules_with_wordings_of_their_own_are_part_of_what_is_known(campaign: Path, tmp_path: Path) -> None:
    checked(campaign, store_in(tmp_path))
    (campaign / ".claimlint.yaml").write_text("manifest: capabilities.yaml\nrules: [default, ./ours.yaml]\n", encoding="utf-8")
    (campaign / "ours.yaml").write_text(RULE, encoding="utf-8")
    with_cache, without = checked(campaign, store_in(tmp_path)), checked(campaign, None)
    assert "OWN101" in {finding.code for finding in without.findings}
    assert with_cache.documents == without.documents


def test_nothing_is_loaded_for_documents_that_were_judged_before(campaign: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = checked(campaign, store_in(tmp_path))

    def refuse(*_: object) -> None:
        raise AssertionError("a manifest and rules were loaded")

    monkeypatch.setattr("claimlint.bench.load_bench", refuse)
    second = checked(campaign, store_in(tmp_path))
    assert replace(second, timings={}) == replace(first, timings={})


@pytest.mark.parametrize(
    ("launch", "contradicted"),
    [
        pytest.param("The Lumo Lantern ships in May 2027.", ["ships in July 2027"], id="as it was when it was kept"),
        pytest.param("The Lumo Lantern ships in July 2027.", [], id="the other document changed"),
        pytest.param("The Lumo Lantern is a lantern.", [], id="the other document says nothing of it any more"),
    ],
)
def test_what_another_document_says_is_looked_at_anew(campaign: Path, tmp_path: Path, launch: str, contradicted: list[str]) -> None:
    for page in PAGES:
        (campaign / Path(page).name).unlink()
    (campaign / "a.md").write_text("The Lumo Lantern ships in May 2027.\n", encoding="utf-8")
    (campaign / "b.md").write_text("The Lumo Lantern ships in July 2027.\n", encoding="utf-8")
    checked(campaign, store_in(tmp_path))
    (campaign / "a.md").write_text(launch + "\n", encoding="utf-8")
    found = [checked(campaign, store) for store in (store_in(tmp_path), store_in(tmp_path), None)]
    assert [report.documents for report in found] == [found[2].documents] * 3
    told = [finding.text for finding in found[0].findings if finding.code == "CL601" and "b.md" in finding.path]
    assert [words[-len(end) :] for words, end in zip(told, contradicted, strict=True)] == contradicted


def test_what_was_found_until_an_interruption_is_kept(
    campaign: Path, tmp_path: Path, parses: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(together, "AT_ONCE", 1)  # what is read together is lost together
    documents = discover([campaign], ConfigurationSearch(Overrides()), SUFFIXES)

    def interrupted(given: Sequence[Discovered]) -> Iterator[Discovered]:
        yield from given[:2]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        check(documents, Settings(DAY, memory=Memory(store_in(tmp_path))), interrupted)
    parses.clear()
    checked(campaign, store_in(tmp_path))
    assert [Path(path).name for path in parses] == [document.path.name for document in documents[2:]]


def test_damaged_entry_is_read_anew(campaign: Path, tmp_path: Path) -> None:
    checked(campaign, store_in(tmp_path))
    (tmp_path / "cache" / "cache.sqlite").write_bytes(b"nothing of the kind")
    assert checked(campaign, store_in(tmp_path)).documents == checked(campaign, None).documents


@pytest.mark.parametrize("data", [b"", b"\x00", b"\x93\x01\x02\x03", encoded(["something else"])])
def test_bytes_that_are_no_record(data: bytes) -> None:
    assert decoded(data, Remembered) is None


def test_record_comes_back_as_it_was(campaign: Path) -> None:
    (document, *_) = checked(campaign, None).documents
    assert document.document is not None
    record = Remembered(document.claims, {"rule": document.claims[:1]}, document.document.blocks[:2])
    assert decoded(encoded(record), Remembered) == record


def run(folder: Path, cache: Path, *arguments: str) -> tuple[int, str, str]:
    environment = {**os.environ, "CLAIMLINT_CACHE_DIR": str(cache), "PYTHONPATH": str(ROOT)}
    program = (
        "import sys; from claimlint.cli.entry import main\ntry: sys.exit(main())\n"
        "finally: print('spacy' if 'spacy' in sys.modules else 'no parser', file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def test_command_line_keeps_and_forgets(campaign: Path, tmp_path: Path) -> None:
    """The second check never imports spaCy; --no-cache keeps nothing. Kept are the program, the manifest, the claims and the verdict."""
    cache, page = tmp_path / "user-cache", "launch-post.md"
    arguments = ("check", "--as-of", DAY.isoformat(), "--format", "json", page)
    status, first, error = run(campaign, cache, *arguments, "--no-cache")
    assert (status, "no parser" in error, cache.exists()) == (1, False, False)
    run(campaign, cache, *arguments)
    status, second, error = run(campaign, cache, *arguments)
    assert (status, "no parser" in error) == (1, True)
    assert json.loads(second) == json.loads(first)
    assert "4 entries" in run(campaign, cache, "cache", "info")[1]
    assert "4 entries are forgotten" in run(campaign, cache, "cache", "clear")[1]
    assert "0 entries" in run(campaign, cache, "cache", "info")[1]


@pytest.mark.skipif(os.name != "posix", reason="permissions of folders are those of POSIX")
def test_nobody_else_may_look(tmp_path: Path) -> None:
    store_in(tmp_path).write({b"a": b"b"})
    assert (tmp_path / "cache").stat().st_mode & 0o077 == 0


@pytest.mark.skipif(os.name != "posix", reason="permissions of files are those of POSIX")
def test_nobody_else_may_read_the_file_in_a_folder_that_was_there(tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir(mode=0o755)
    store_in(tmp_path).write({b"a": b"b"})
    assert (tmp_path / "cache" / "cache.sqlite").stat().st_mode & 0o077 == 0
