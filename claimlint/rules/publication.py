"""The day on which a document says that it will be published."""

from __future__ import annotations

from datetime import date

from claimlint.document import Document

KEY = "publish"
"""The key of the front matter."""


def published_on(document: Document) -> date | None:
    """Give the day on which a document says that it will be published, None where it does not say, or names no day."""
    try:
        return date.fromisoformat(document.metadata.get(KEY, "").strip())
    except ValueError:
        return None
