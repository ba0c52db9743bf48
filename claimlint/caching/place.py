"""Where the cache is: in the user's folder for such things, or where CLAIMLINT_CACHE_DIR says."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from claimlint.caching.store import Store

VARIABLE = "CLAIMLINT_CACHE_DIR"
LIMIT = 256 * 1024 * 1024
"""Bytes of what is kept; some hundred thousand pages."""


def cache_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Give the folder of the cache; nothing is made there before something is kept."""
    import platformdirs

    named = environment.get(VARIABLE, "")
    return Path(named).expanduser() if named else Path(platformdirs.user_cache_dir("claimlint", appauthor=False))


def open_store() -> Store:
    """Give the store in that folder. Which entries were used last is noted by the day of the machine, and decides no finding."""
    return Store(cache_folder(), LIMIT, date.today().toordinal())
