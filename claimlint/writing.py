"""Writing a file so that it is the old one or the new one at any moment, and nothing in between."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path


class NotWritten(OSError):
    """A file stays as it was; the message says why, in words for the user."""


def write_atomically(path: Path, before: bytes | None, after: bytes) -> None:
    """Put new bytes in place of a file's, with its permissions; a link stays one, and what it leads to changes.

    before: what the file held when it was read, None where there was none. Raises NotWritten where it holds something else by
    now, or cannot be written.
    """
    target = Path(os.path.realpath(path))
    temporary: Path | None = None
    try:
        _refuse_unless_as_before(target, before)
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp", delete=False) as stream:
            temporary = Path(stream.name)
            stream.write(after)
        if before is None:
            temporary.chmod(_usual_permissions())
        else:
            shutil.copymode(target, temporary)
        temporary.replace(target)
    except NotWritten:
        raise
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        raise NotWritten(f"the file cannot be written: {error.strerror or error}") from error


def _refuse_unless_as_before(target: Path, before: bytes | None) -> None:
    if (target.read_bytes() if before is not None or target.exists() else None) != before:
        raise NotWritten("the file has changed meanwhile; run claimlint again")
    if before is not None and not os.access(target, os.W_OK):
        raise NotWritten("the file may not be written to")


def _usual_permissions() -> int:
    """Give the permissions of a new file; a temporary one is for its owner alone."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
