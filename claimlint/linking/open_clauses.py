"""Which clauses the words leave open, so that it is worth asking the language model what they mean.

Where words speak clearly for a subject, or nothing speaks for any and the clause is not even likely to be near one in meaning, the
model would hardly say anything else, and it takes longer than all the rest of linking.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from claimlint.linking.lexicon import Lexicon
from claimlint.linking.meaning import guessed_nearness
from claimlint.linking.score import score, weights
from claimlint.linking.views import ClauseView

_HARDLY, _SURELY = 0.05, 0.6
"""A subject for which the words speak less than that, or more, is left out or taken whatever the clause means."""

_ALIKE = 0.2
"""Where two subjects are both sure, for the same words, and no further apart, what the clause means decides between them."""

_MAY_BE_NEAR = 0.45
"""A clause is worth asking about whose meaning, roughly guessed, is that near to any name of the manifest (cosine)."""


def left_open(views: Sequence[ClauseView], lexicon: Lexicon) -> list[bool]:
    """Tell of each clause whether the model is to be asked. views: with the evidence that words give."""
    found = [_by_words(view) for view in views]
    rest = [place for place, is_open in enumerate(found) if not is_open]
    for place, near in zip(rest, guessed_nearness([views[place].text for place in rest], lexicon), strict=True):
        found[place] = near >= _MAY_BE_NEAR
    return found


def _by_words(view: ClauseView) -> bool:
    scored = [(evidence, score(evidence.signals, weights(False))) for evidence in view.worded or ()]
    if any(_HARDLY <= certainty <= _SURELY for _, certainty in scored):
        return True
    sure = [(evidence.words, certainty) for evidence, certainty in scored if certainty > _SURELY]
    return any(abs(first - second) < _ALIKE and _contested(own, other) for (own, first), (other, second) in combinations(sure, 2))


def _contested(own: frozenset[int], other: frozenset[int]) -> bool:
    """Whether two subjects ask for the same words, or one for none but for numbers."""
    return not own or not other or not own.isdisjoint(other)
