"""The rules by which spaCy's attribute ruler gives words their parts of speech, remembered by what they look at.

Nearly all of them look at one token's tag, form and dependency, of which few combinations are frequent. Matching all rules at every
token takes a fifth of the time of a parse; looking up what matched where the same stood before takes hardly any.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from spacy.matcher import Matcher

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc

_LOOKED_AT = {"TAG", "LOWER", "DEP", "IS_SPACE"}
"""What a rule of one token may look at to be remembered; a form in lower case tells whether it is a space."""

_REMEMBERED = 100_000
"""So many combinations are remembered."""

Found: TypeAlias = "tuple[int, int, int, int]"
"""A rule's number and its name in the vocabulary, the first token that it matched and the one behind the last."""


class RememberedRules:
    """Gives the matches that `AttributeRuler.match` gives."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self._strings = ruler.vocab.strings
        self._single, self._others = Matcher(ruler.vocab), Matcher(ruler.vocab)
        self._remembered: dict[tuple[int, ...], list[tuple[int, int]]] = {}
        rules: list[Any] = list(ruler.patterns)
        for number, rule in enumerate(rules):
            alone = all(len(pattern) == 1 and _LOOKED_AT.issuperset(pattern[0]) for pattern in rule["patterns"])
            (self._single if alone else self._others).add(str(number), rule["patterns"])

    def match(self, document: Doc) -> list[Found]:
        """Give where rules match, in the order in which they are to be applied."""
        found = list(self._matches(self._others, document)) if len(self._others) else []
        if len(self._remembered) > _REMEMBERED:
            self._remembered.clear()
        for at, looked_at in enumerate(map(tuple, document.to_array(["TAG", "LOWER", "DEP"]).tolist())):
            rules = self._remembered.get(looked_at)
            if rules is None:
                rules = [rule[:2] for rule in self._matches(self._single, document[at : at + 1])]
                self._remembered[looked_at] = rules
            found += [(number, name, at, at + 1) for number, name in rules]
        found.sort()
        return found

    def _matches(self, matcher: Matcher, text: Any) -> Iterator[Found]:
        for name, first, last in matcher(text, allow_missing=True):
            yield int(self._strings[name]), name, first, last
