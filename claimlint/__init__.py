"""claimlint: a linter for marketing copy, which holds every promise against what engineering has validated."""

__version__ = "0.1.0"
