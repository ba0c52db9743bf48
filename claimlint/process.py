"""How Python is set up in a process that does nothing but read copy: that of the command line, and each that helps it."""

from __future__ import annotations

import atexit
import gc
import os

_MADE_BEFORE_COLLECTING = 50_000
"""Objects that may be made before Python looks for cycles; 700 to 2,000 by default."""


def set_up() -> None:
    """Set Python up; doing it again changes nothing. It has to come before numpy is loaded."""
    _read_in_one_thread()
    _collect_seldom()


def _read_in_one_thread() -> None:
    """Have numpy, which is loaded later, multiply the language model's small matrices in one thread, unless somebody has chosen otherwise.

    Several threads wait for each other longer than they work, and many times as long beside other busy programs.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def _collect_seldom() -> None:
    """Look for unreachable cycles less often than Python does by default: nearly all that a run makes lives as long as it is needed.

    When the process ends, all of its memory goes with it, and there is nothing to look for.
    """
    gc.set_threshold(_MADE_BEFORE_COLLECTING, 20, 20)
    atexit.unregister(gc.disable)
    atexit.register(gc.disable)
