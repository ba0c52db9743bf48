"""Archives that are the same whenever they are written."""

from __future__ import annotations

import io
import zipfile

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that an archive can name."""


def with_fixed_times(data: bytes) -> bytes:
    """Give an archive with the same parts, none of which says when it was written."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as after:
        for entry in before.infolist():
            after.writestr(zipfile.ZipInfo(entry.filename, _EARLIEST), before.read(entry), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
