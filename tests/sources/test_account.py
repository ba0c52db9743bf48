"""What a verbose run says of configurations and of the channels of documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimlint.configuration import ConfigurationSearch, Overrides
from claimlint.sources import discover
from claimlint.sources.account import account


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("capabilities.yaml", "a.md", "decks/b.md", "decks/old/c.md", "other/d.md", "rule.yaml"):
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", encoding="utf-8")
    Path("other/.claimlint.yaml").write_text("manifest: ../capabilities.yaml\nmodel: en_core_web_md\n", encoding="utf-8")
    Path(".claimlint.yaml").write_text(
        """\
manifest: capabilities.yaml
rules: [default, ./rule.yaml]
baseline: old.json
channels:
  internal: ["/drafts", "decks/old/"]
  sales: ["quotes/**", "decks/**"]
""",
        encoding="utf-8",
    )


def told(*paths: str, channel: str | None = None) -> list[str]:
    found = discover([Path(path) for path in paths], ConfigurationSearch(Overrides(channel=channel)), {".md"})
    return list(account(found))


def test_of_each_configuration_and_each_document_under_it() -> None:
    assert told(".") == [
        "configuration: .claimlint.yaml",
        "  manifest: capabilities.yaml",
        "  rules: default, rule.yaml",
        "  language model: the one that comes with claimlint",
        "  baseline: old.json",
        "  a.md: public, as no pattern names it",
        '  decks/b.md: sales, by "decks/**"',
        '  decks/old/c.md: internal, by "decks/old/"',
        "configuration: other/.claimlint.yaml",
        "  manifest: capabilities.yaml",
        "  rules: default",
        "  language model: en_core_web_md",
        "  other/d.md: public, as no pattern names it",
    ]


def test_a_channel_of_the_command_line() -> None:
    assert told("decks/b.md", channel="beta")[-1] == "  decks/b.md: beta, as the command line says"


def test_what_is_not_there() -> None:
    assert told("missing.md")[-1] == "  missing.md: not read"
