"""Asks git what the repository here knows; it is never made to ask a network."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess

_SECONDS = 60


def place_in_repository(folder: Path) -> tuple[Path, Path] | None:
    """Give the root of the repository that an absolute folder lies in, and the folder as seen from there; None where there is none.

    git is not asked, and need not be installed: the root is the nearest folder upwards with an entry `.git`.
    """
    for root in (folder, *folder.parents):
        if (root / ".git").exists():
            return root, folder.relative_to(root)
    return None


def ask_git(*arguments: str, folder: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run a command of git in a folder, the working directory by default; what a partial clone lacks is not fetched.

    Raises OSError where there is no git or no such folder, and subprocess.SubprocessError where it takes longer than a minute.
    """
    import subprocess  # most runs ask nothing

    environment = {**os.environ, "GIT_NO_LAZY_FETCH": "1"}
    return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, env=environment, timeout=_SECONDS, check=False)
