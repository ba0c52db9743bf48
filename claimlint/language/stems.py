"""One folded form for the inflections and spellings of a word."""

from __future__ import annotations

import re
from functools import lru_cache

_MARKS = re.compile(r"[\W_]+")
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ised", "is"), ("ized", "iz"), ("ed", ""), ("es", ""), ("s", ""), ("e", ""))


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Give a word without case, hyphens and other marks: "Wi‑Fi" gives "wifi". Decimal points stay: "5.3"."""
    lowered = word.lower()
    if re.fullmatch(r"[\d.,]+", lowered):
        return lowered.replace(",", "").strip(".")
    return _MARKS.sub("", lowered)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Give the folded word without its inflection, as far as a short list of endings goes; words with digits are kept whole.

    It is coarser than a lemma on purpose ("charging", "charged", "charge" agree), so that manifest and copy need not
    use the same part of speech.
    """
    folded = fold(word)
    if any(character.isdigit() for character in folded) or len(folded) < 4:
        return folded.removesuffix("s") if folded.isalpha() and len(folded) == 4 and not folded.endswith("ss") else folded
    for ending, instead in _ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) >= 3 and not (ending == "s" and folded.endswith(("ss", "us", "is"))):
            folded = folded[: len(folded) - len(ending)] + instead
            break
    folded = folded.removesuffix("e") if len(folded) > 3 else folded
    if len(folded) > 3 and folded[-1] == folded[-2] and folded[-1] in "bdgmnprt":
        folded = folded[:-1]
    return folded[:-1] + "i" if folded.endswith("y") and len(folded) > 3 else folded
