"""What is a URL, and what is a path on this machine."""

from __future__ import annotations

import re

_SCHEME = r"[a-z][a-z0-9+.-]*"
_URL = re.compile(rf"(?:{_SCHEME}::)*{_SCHEME}://", re.IGNORECASE)


def is_url(text: str) -> bool:
    """Tell a URL as fsspec has them ("s3://bucket/site", "zip://*.md::site.zip") from the path of a file."""
    return _URL.match(text) is not None
