"""A progress bar on standard error, for a person who watches: while documents are read, and gone before anything is reported."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from threading import Timer
from typing import TYPE_CHECKING

from claimlint.sources import Discovered

if TYPE_CHECKING:
    from claimlint.opening import Progress

DELAY = 1.0
"""Seconds of a run without a bar: most runs need none."""

INTERVAL = 0.1
"""The fewest seconds between two pictures of the bar."""

UNATTENDED = ("CI", "PRE_COMMIT")
"""Variables that say that nobody watches, even where there is a terminal: pre-commit gives its hooks one, to get their colors."""

_LINE = "{n_fmt}/{total_fmt} {bar:20} {desc}"


def is_watched(terminal: bool, environment: Mapping[str, str]) -> bool:
    """Tell whether somebody may see a bar. terminal: whether standard error is one; one that cannot go back in a line does not do."""
    unattended = any(environment.get(name, "") not in ("", "0", "false") for name in UNATTENDED)
    return terminal and environment.get("TERM") != "dumb" and not unattended


@contextmanager
def progress_bar(quiet: bool = False) -> Iterator[Progress]:
    """Give what tells of the documents that are read; whatever it shows is gone when the block ends, however that ends."""
    if quiet or not is_watched(sys.stderr.isatty(), os.environ):
        yield iter
        return
    with ExitStack() as shown:
        yield partial(_told, shown=shown)


def _told(documents: Sequence[Discovered], shown: ExitStack) -> Iterator[Discovered]:
    """Give documents, and show how many are done and which is next. shown: closes the bar, in place of one shown before."""
    from tqdm import tqdm

    from claimlint.reports.excerpt import on_one_line

    shown.close()
    bar = tqdm(
        total=len(documents),
        file=sys.stderr,
        leave=False,
        delay=DELAY,
        mininterval=INTERVAL,
        miniters=0,
        dynamic_ncols=True,
        bar_format=_LINE,
    )
    shown.callback(bar.close)
    # A first document that takes long is shown as well, not only what comes after it.
    first = Timer(DELAY + INTERVAL, bar.update, [0])
    first.daemon = True
    shown.callback(first.join)
    shown.callback(first.cancel)
    first.start()
    for document in documents:
        bar.set_description_str(on_one_line(document.reported), refresh=False)
        bar.update(0)
        yield document
        bar.update(1)
