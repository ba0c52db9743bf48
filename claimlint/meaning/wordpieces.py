"""Text as the numbers of word pieces, as models of the BERT family read it.

The scheme is that of Devlin et al., "BERT" (2019), section 3, in its uncased form: text is folded to lower case without accents, parted
at white space and around every punctuation mark, and each part is covered from left to right by the longest pieces of a fixed list.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_LONGEST = 100
"""A longer part is no word: it is read as unknown."""


@dataclass(frozen=True)
class Wordpieces:
    """The pieces and their numbers. A piece that continues a word begins with "##"."""

    numbers: Mapping[str, int]

    def read(self, text: str, most: int) -> list[int]:
        """Give the numbers of the pieces of a text, at most so many of them, without marks for start and end."""
        found: list[int] = []
        for part in _parts(text):
            found.extend(self._pieces(part))
            if len(found) >= most:
                return found[:most]
        return found

    def _pieces(self, part: str) -> list[int]:
        if len(part) > _LONGEST:
            return [self.numbers["[UNK]"]]
        found = []
        start = 0
        while start < len(part):
            for stop in range(len(part), start, -1):
                number = self.numbers.get(("##" if start else "") + part[start:stop])
                if number is not None:
                    break
            else:
                return [self.numbers["[UNK]"]]
            found.append(number)
            start = stop
        return found


def _parts(text: str) -> Iterator[str]:
    folded = "".join(letter for letter in unicodedata.normalize("NFD", text.lower()) if unicodedata.category(letter) != "Mn")
    part = ""
    for letter in folded:
        category = unicodedata.category(letter)
        if letter.isspace() or category in ("Cc", "Cf") or letter == "\ufffd":
            if part and letter.isspace():
                yield part
                part = ""
        elif _is_mark(letter, category) or _is_ideograph(letter):
            if part:
                yield part
            yield letter
            part = ""
        else:
            part += letter
    if part:
        yield part


def _is_mark(letter: str, category: str) -> bool:
    """Every sign of ASCII that is neither letter nor digit counts as punctuation, "$" and "+" too."""
    return category.startswith("P") or (letter.isascii() and not letter.isalnum())


def _is_ideograph(letter: str) -> bool:
    return "\u4e00" <= letter <= "\u9fff" or "\u3400" <= letter <= "\u4dbf" or "\uf900" <= letter <= "\ufaff"
