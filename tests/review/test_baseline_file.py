"""A baseline file is read back as it was written, says where it is damaged, and merges in plain git."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.baseline_entry import BaselineEntry
from claimlint.errors import InputError
from claimlint.review.baseline_file import as_text, parse_baseline

Git = Callable[..., "subprocess.CompletedProcess[str]"]


def entry(number: int, path: str = "docs/a.md") -> BaselineEntry:
    return BaselineEntry(path, "CL201", "runtime", f"lasts {number} h", sha256(str(number).encode()).hexdigest())


def entries(*numbers: int) -> list[BaselineEntry]:
    return [entry(number) for number in numbers]


TEXTS = st.sampled_from(["", "CL201", "lasts “14” h", "\u2028\n\\", '"}'])
ENTRIES = st.builds(
    BaselineEntry,
    path=st.sampled_from(["a.md", "docs/a.md", "docs/é ü.md", "../b.md"]),
    code=TEXTS,
    subject=st.none() | TEXTS,
    words=TEXTS,
    promise=st.integers(0, 3).map(lambda number: f"{number:064x}"),
)


@given(written=st.lists(ENTRIES, max_size=5))
def test_what_is_read_is_what_was_written(written: list[BaselineEntry]) -> None:
    read = parse_baseline(as_text(written).encode(), "base.json")
    assert sorted(read, key=repr) == sorted(written, key=repr)


@given(written=st.lists(ENTRIES, max_size=5), data=st.data())
def test_the_order_of_entries_does_not_matter(written: list[BaselineEntry], data: st.DataObject) -> None:
    assert as_text(data.draw(st.permutations(written))) == as_text(written)


def test_an_entry_is_a_line_of_json_without_line_numbers_or_days() -> None:
    (line,) = (line for line in as_text(entries(14)).splitlines() if line.startswith("{") and line != "{")
    assert json.loads(line.rstrip(",")) == {
        "path": "docs/a.md",
        "code": "CL201",
        "subject": "runtime",
        "words": "lasts 14 h",
        "promise": sha256(b"14").hexdigest(),
    }


def test_a_formatter_may_have_set_it_anew() -> None:
    text = json.dumps(json.loads(as_text(entries(1, 2))), indent=4).replace("\n", "\r\n")
    assert sorted(parse_baseline(b"\xef\xbb\xbf" + text.encode(), "base.json"), key=repr) == sorted(entries(1, 2), key=repr)


GOOD = as_text(entries(14))
LINE = next(number for number, line in enumerate(GOOD.splitlines(), 1) if "CL201" in line)


def changed(old: str, new: str) -> bytes:
    assert old in GOOD
    return GOOD.replace(old, new, 1).encode()


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        (b"", 1, "is no JSON: Expecting value."),
        (b"[]", 1, "is no baseline: expected keys with values."),
        (b"\xff\n", 1, "is not UTF-8 text."),
        (b"{}", 1, "reads baselines of version 1 only."),
        (changed('"version": 1', '"version": 2'), 2, "reads baselines of version 1 only."),
        (changed('"version": 1', '"version": 1, "lines": 3'), 2, '"lines" is no key of a baseline.'),
        (changed('"about"', '"version"'), 3, "stands here a second time"),
        (b'{"version": 1,\n"entries": 3}', 2, 'has no list of "entries".'),
        (changed('"000",', '"000"'), 6, "is no JSON: Expecting ',' delimiter."),
        (changed('"000",', '"xyz",'), 5, "is no entry of a baseline"),
        (changed('"code"', '"cod"'), LINE, "is no entry of a baseline; one has path, code, subject, words, promise."),
        (changed('"code": "CL201"', '"code": 201'), LINE, '"code" has to be text.'),
        (changed("docs/a.md", "/docs/a.md"), LINE, '"path" has to be relative, with forward slashes.'),
        (changed("docs/a.md", "C:/docs/a.md"), LINE, '"path" has to be relative, with forward slashes.'),
        (changed("docs/a.md", "docs\\\\a.md"), LINE, '"path" has to be relative, with forward slashes.'),
        (changed('"promise": "', '"promise": "x'), LINE, '"promise" has to be 64 hexadecimal digits.'),
        (changed('"000",\n', '"000",\n<<<<<<< HEAD\n'), 6, "holds the marks of a merge that was not finished."),
        (changed('"000",\n', '"000",\n>>>>>>> other\n'), 6, "holds the marks of a merge that was not finished."),
        (b"[" * 100_000, 1, "deep"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(data: bytes, line: int | None, message: str) -> None:
    with pytest.raises(InputError) as raised:
        parse_baseline(data, "base.json")
    (problem,) = raised.value.problems
    assert (problem.path, problem.line) == ("base.json", line)
    assert message in problem.message
    assert problem.remedy


def test_all_that_is_wrong_is_said_at_once() -> None:
    text = as_text(entries(1, 2)).replace('"CL201"', "201")
    with pytest.raises(InputError) as raised:
        parse_baseline(text.encode(), "base.json")
    assert len(raised.value.problems) == 2


@pytest.fixture
def git(tmp_path: Path) -> Git:
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    identity = ("-c", "user.name=Tester", "-c", "user.email=tester@example.com", "-c", "init.defaultBranch=main")

    def git(*arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["git", *identity, *arguments], cwd=tmp_path, env=environment, capture_output=True, text=True, encoding="utf-8", check=check
        )

    git("init", "--quiet")
    return git


def commit(git: Git, file: Path, found: Sequence[BaselineEntry]) -> None:
    file.write_text(as_text(found), encoding="utf-8", newline="\n")
    git("add", ".")
    git("commit", "--quiet", "--allow-empty", "--message", "baseline")


FILLED = range(100)


@pytest.mark.parametrize(
    ("base", "ours", "theirs"),
    [
        pytest.param([], [1], [2], id="both add to an empty one"),
        pytest.param([], range(10), range(10, 20), id="both add many to an empty one"),
        pytest.param(FILLED, [*FILLED, 101], [*FILLED, 102], id="both add to a filled one"),
        pytest.param(FILLED, [*FILLED, 101], FILLED[10:], id="one adds, one removes"),
        pytest.param(FILLED, FILLED[10:], FILLED[:-10], id="both remove"),
        pytest.param(FILLED, [], FILLED, id="one removes everything"),
        pytest.param(FILLED, [*FILLED, 101], [*FILLED, 101], id="both add the same"),
        pytest.param(FILLED, [*FILLED[5:], *range(200, 210)], [*FILLED[:-5], *range(300, 310)], id="both add and remove"),
    ],
)
def test_branches_merge_in_plain_git(git: Git, tmp_path: Path, base: Sequence[int], ours: Sequence[int], theirs: Sequence[int]) -> None:
    file = tmp_path / "base.json"
    commit(git, file, entries(*base))
    git("checkout", "--quiet", "-b", "theirs")
    commit(git, file, entries(*theirs))
    git("checkout", "--quiet", "main")
    commit(git, file, entries(*ours))
    merged = git("merge", "--quiet", "--no-edit", "theirs", check=False)
    assert merged.returncode == 0, merged.stdout + merged.stderr
    wanted = (set(base) & set(ours) & set(theirs)) | (set(ours) - set(base)) | (set(theirs) - set(base))
    assert file.read_text(encoding="utf-8") == as_text(entries(*wanted))
