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

_HARDLY, _SURELY = 0.05, 0.6
"""A subject for which the words speak less than that, or more, is left out or taken whatever the clause means."""

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
    return any(_HARDLY <= score(evidence.signals, weights(False)) <= _SURELY for evidence in view.worded or ())
