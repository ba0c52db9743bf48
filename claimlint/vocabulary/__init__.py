"""The vocabulary: concepts that products promise, the wordings of copy for them, and how both are found."""

from claimlint.vocabulary.concept import QUANTITIES, Better, Concept, Examples
from claimlint.vocabulary.loading import load_vocabulary
from claimlint.vocabulary.names import concepts_by_name, matching_concept
from claimlint.vocabulary.patterns import Amount, Pattern, PatternError, Words
from claimlint.vocabulary.search import Match, Token, Wordings, compile_wordings, find

__all__ = [
    "QUANTITIES",
    "Amount",
    "Better",
    "Concept",
    "Examples",
    "Match",
    "Pattern",
    "PatternError",
    "Token",
    "Wordings",
    "Words",
    "compile_wordings",
    "concepts_by_name",
    "find",
    "load_vocabulary",
    "matching_concept",
]
