"""Where documents come from: files, folders, standard input."""

from claimlint.sources.discovery import Discovered, read

__all__ = ["Discovered", "read"]
