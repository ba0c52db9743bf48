"""What manifest files are called where nobody has named them."""

from __future__ import annotations

FILE_NAME = "capabilities.yaml"
LOCK_NAME = "capabilities.lock.yaml"
"""A travelling copy."""

FILE_NAMES = (FILE_NAME, LOCK_NAME)
"""In this order they are looked for in a folder: where both stand, the source is nearer to the truth."""
