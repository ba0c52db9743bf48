"""Where documents come from: files, folders, standard input."""

from claimlint.sources.discovery import Discovered, StandardInput, discover, read

__all__ = ["Discovered", "StandardInput", "discover", "read"]
