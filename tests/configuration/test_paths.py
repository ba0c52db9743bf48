"""How reports and messages name files: the same wherever a repository lies."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimlint.configuration.paths import normalised, relative_to, reported

ABSOLUTE = Path(Path.cwd().anchor)


@pytest.mark.parametrize(
    ("path", "named"),
    [
        pytest.param("a.md", "a.md", id="here"),
        pytest.param("./b/../a.md", "a.md", id="here, said with detours"),
        pytest.param("../a.md", "../a.md", id="further up, as it was named"),
        pytest.param("/home/ann/site/copy/b/a.md", "b/a.md", id="absolute, below here"),
        pytest.param("/home/ann/site/capabilities.yaml", "../capabilities.yaml", id="absolute, further up"),
        pytest.param("/home/ann/site/decks/a.md", "../decks/a.md", id="absolute, beside here"),
        pytest.param("/srv/a.md", "/srv/a.md", id="absolute, in no folder that is shared"),
    ],
)
def test_names(path: str, named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pathlib.Path.cwd", lambda: Path("/home/ann/site/copy"))
    assert reported(Path(path)) == named


def test_a_path_is_seen_from_where_one_is_now(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        monkeypatch.chdir(tmp_path / name)
        assert normalised(Path("a.md")) == tmp_path / name / "a.md"
        assert relative_to(Path("a.md"), Path("..")) == f"{name}/a.md"
