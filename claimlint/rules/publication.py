"""The day on which a document says that it will be published."""

from __future__ import annotations

import re
from datetime import date

from claimlint.document import Document

KEY = "publish"
"""The key of the front matter."""
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T\s].*)?")


def published_on(document: Document) -> date | None:
    """Give the day on which a document says that it will be published, None where it does not say, or names no day.

    A time of day may stand behind it, as many tools write it.
    """
    written = _DAY.fullmatch(document.metadata.get(KEY, "").strip())
    try:
        return date.fromisoformat(written[1]) if written else None
    except ValueError:
        return None
