"""An invented kettle, and what changes of its manifest do to its copy, with the pipeline that comes with claimlint."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from claimlint.configuration import ConfigurationSearch, Overrides
from claimlint.consequence import Comparison
from claimlint.consequences import compare
from claimlint.readers import SUFFIXES
from claimlint.sources import discover

KETTLE = """\
version: 1
products:
  kettle: {name: Heron Kettle, aliases: [Heron], validated: PVT, availability: {ships: 2026-09-01}}
capabilities:
  capacity: {name: capacity, validated: PVT, limits: {volume: {max: 2 l}}}
  keep-warm:
    name: keep-warm function
    aliases: [keep-warm plate]
    validated: PVT
    limits: {duration: {max: 4 h}}
    wording: {forbidden: [hot forever]}
  night-light: {name: night light, aliases: [glow ring], validated: EVT}
  scale-guard: {name: limescale filter, validated: PVT, scope: {regions: [US, EU]}}
  bluetooth: {name: Bluetooth, validated: PVT, limits: {core: {version: 5.2}}}
  timer: {name: brewing timer, state: cancelled}
certifications:
  ce: {name: CE marking, aliases: [CE mark], status: granted, expires: 2028-01-31}
  fcc: {name: FCC equipment authorization, aliases: [FCC], status: granted, covers: [bluetooth]}
not-claimed: [whistles like a bird]
substantiation:
  quietest: {wording: [the quietest kettle], evidence: [MKT-3]}
"""

Compared = Callable[..., Comparison]


def replaced(text: str, replacements: Sequence[tuple[str, str]]) -> str:
    for old, new in replacements:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the manifest"
        text = text.replace(old, new)
    return text


@pytest.fixture
def compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Compared:
    """Compares the kettle's manifest with one in which texts are replaced, over pages given by name, or one page of copy.

    beforehand: what is replaced in both.
    """
    monkeypatch.chdir(tmp_path)

    def comparison(
        copy: str | dict[str, str],
        *replacements: tuple[str, str],
        beforehand: Sequence[tuple[str, str]] = (),
        day: date = date(2026, 11, 22),
    ) -> Comparison:
        old = replaced(KETTLE, beforehand)
        Path("old.yaml").write_text(old, encoding="utf-8")
        Path("new.yaml").write_text(replaced(old, replacements), encoding="utf-8")
        for name, words in ({"page.md": copy} if isinstance(copy, str) else copy).items():
            path = Path("copy", name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(words, encoding="utf-8")
        if not Path(".claimlint.yaml").exists():
            Path(".claimlint.yaml").write_text("manifest: new.yaml\nchannels: {internal: [copy/internal.md]}\n", encoding="utf-8")
        documents = discover([Path("copy")], ConfigurationSearch(Overrides(manifests=(Path("new.yaml"),))), SUFFIXES)
        return compare(["old.yaml"], ["new.yaml"], documents, day)

    return comparison
