"""The words in which findings speak, as data: `rules/wording.yaml` and `rules/sentences.jinja`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from claimlint.data import read_data, rules_folder
from claimlint.manifest.model import Limit, Measure
from claimlint.units import unit_of


@dataclass(frozen=True)
class PhraseBook:
    """Phrases by what they say.

    strengths, limits: words for a strength and for a kind of limit. suggestions: of each shape (feature, value, named-value,
    product, certification), strength to template. with_conditions, doubt: templates. units: singular and plural by the unit's
    name. sentences: the macros that rule messages share.
    """

    strengths: Mapping[str, Mapping[str, str]]
    limits: Mapping[str, Mapping[str, str]]
    suggestions: Mapping[str, Mapping[str, str]]
    with_conditions: str
    doubt: str
    units: Mapping[str, tuple[str, str]]
    sentences: str

    def measure(self, measure: Measure) -> str:
        """Spell a measure for readers: "10 h" gives "10 hours", "-10 C" gives "-10 °C"; an unknown unit stays as written."""
        unit = unit_of(measure.unit) if measure.unit else None
        words = self.units.get(unit.name) if unit else None
        if words is None:
            return measure.text
        number = f"{measure.amount:.15g}"
        word = words[0] if measure.amount == 1 else words[1]
        return f"{number}{word}" if word == "°" else f"{number} {word}"

    def limit(self, limit: Limit) -> str:
        """Spell a limit for readers: "10 hours", "-10 °C to 45 °C", "IP67"."""
        if limit.low and limit.high:
            return f"{self.measure(limit.low)} to {self.measure(limit.high)}"
        return self.measure(limit.measure) if limit.measure else limit.code or ""


@cache
def load_phrases() -> PhraseBook:
    """Read the phrases that ship with claimlint."""
    data = read_data("wording.yaml")
    return PhraseBook(
        strengths=data["strengths"],
        limits=data["limits"],
        suggestions=data["suggestions"],
        with_conditions=data["with-conditions"],
        doubt=data["doubt"],
        units={name: (singular, plural) for name, (singular, plural) in data["units"].items()},
        sentences=(rules_folder() / "sentences.jinja").read_text(encoding="utf-8"),
    )
