"""Which clauses the words leave open, so that it is worth asking the language model what they mean.

Where words speak clearly for a subject, or nothing speaks for any and the clause is not even likely to be near one in meaning, the
model would hardly say anything else, and it takes longer than all the rest of linking.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimlint.linking.lexicon import Lexicon
from claimlint.linking.meaning import guessed_nearness
from claimlint.linking.score import score, weights
from claimlint.linking.views import ClauseView

_HARDLY, _SURELY = 0.03, 0.75
"""A subject for which the words speak less than that, or more, is left out or taken whatever the clause means."""

_MAY_BE_NEAR = 0.4
"""A clause for which no words speak is worth asking about where its meaning, roughly guessed, is that near to any name (cosine)."""


def left_open(views: Sequence[ClauseView], lexicon: Lexicon) -> list[bool]:
    """Tell of each clause whether the model is to be asked. views: with the evidence that words give.

    It is, where words speak for a subject and are not sure of it, and where they are sure of several, which may ask for the same words.
    """
    sure = [_sure(view) for view in views]
    found = [many is None or many > 1 for many in sure]
    rest = [place for place, many in enumerate(sure) if many == 0]
    for place, near in zip(rest, guessed_nearness([views[place].text for place in rest], lexicon), strict=True):
        found[place] = near >= _MAY_BE_NEAR
    return found


def _sure(view: ClauseView) -> int | None:
    """Give of how many subjects the words are sure; None where they are in doubt about any."""
    scores = [score(evidence.signals, weights(False)) for evidence in view.worded or ()]
    if any(_HARDLY <= certainty <= _SURELY for certainty in scores):
        return None
    return sum(certainty > _SURELY for certainty in scores)
