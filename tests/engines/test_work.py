"""What a run keeps of what it has done."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from claimlint.engines import work
from claimlint.engines.outcome import Outcome
from claimlint.errors import InputError

PAGE = Outcome("site/\udcfcber.md", b"state", b"row", b"told", pictures=3)


def test_what_is_kept_is_there_for_the_next_run(tmp_path: Path) -> None:
    with work.opened(tmp_path / "w") as first:
        first.keep([PAGE])
    with work.opened(tmp_path / "w") as second:
        assert second.outcome(PAGE.path) == PAGE
        assert second.state(PAGE.path) == b"state"


def test_what_may_do_better_is_not_done(tmp_path: Path) -> None:
    with work.opened(tmp_path / "w") as run:
        run.keep([replace(PAGE, settled=False)])
        assert run.state(PAGE.path) is None


def test_documents_that_are_gone_are_let_go(tmp_path: Path) -> None:
    with work.opened(tmp_path / "w") as run:
        run.keep([PAGE, replace(PAGE, path="gone.md", statements=b"said")])
        run.keep_only([PAGE.path])
        assert list(run.speaking()) == []
        assert run.outcome(PAGE.path) == PAGE
        with pytest.raises(KeyError):
            run.outcome("gone.md")


def test_documents_that_speak_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    with work.opened(tmp_path / "w") as run:
        run.keep(replace(PAGE, path=path, statements=path.encode()) for path in ("b.md", "a.md", "c.md"))
        run.keep([PAGE])
        assert [path for path, _ in run.speaking()] == ["a.md", "b.md", "c.md"]


def test_two_runs_do_not_share_a_file(tmp_path: Path) -> None:
    with work.opened(tmp_path / "w") as run:
        run.keep([PAGE])
        with pytest.raises(InputError, match="another run works with it"), work.opened(tmp_path / "w"):
            pass


def test_a_file_that_holds_something_else_stays(tmp_path: Path) -> None:
    (tmp_path / "w").write_text("A letter to a friend, which is longer than a header.\n" * 20, encoding="utf-8")
    with pytest.raises(InputError, match="is damaged, or holds something else"), work.opened(tmp_path / "w"):
        pass
    assert (tmp_path / "w").read_text(encoding="utf-8").startswith("A letter")


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"), work.opened(tmp_path / "nowhere" / "w"):
        pass
