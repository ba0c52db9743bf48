"""What besides a document decides which promises are found in it: the program and its data, the language pipeline, the manifest."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b
from importlib import metadata
from pathlib import Path

from claimlint import __version__
from claimlint.data import rules_folder

_LENGTH = 20
_READ_WITH = ("spacy", "numpy", "pint", "ahocorasick-rs")
"""Packages whose release may change what is read."""
_DECIDING = {".py", ".yaml", ".npz"}


def digest(parts: Iterable[bytes]) -> bytes:
    """Give a hash of byte strings, told apart by their lengths."""
    hashed = blake2b(digest_size=_LENGTH)
    for part in parts:
        hashed.update(len(part).to_bytes(8, "big"))
        hashed.update(part)
    return hashed.digest()


@cache
def program(model: str) -> bytes:
    """Give a hash of everything installed that decides what is read: claimlint's own files by name, size and time, and releases.

    model: the name of the spaCy pipeline.
    """
    releases = (f"{name} {_release(name)}" for name in (*_READ_WITH, model.replace("_", "-")))
    own = (f"{path.as_posix()} {size} {time}" for path, size, time in sorted(_files()))
    return digest(text.encode("utf-8") for text in (__version__, sys.version, *releases, *own))


def _release(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "none"


def _files() -> Iterator[tuple[Path, int, int]]:
    """Give the files of the program: with them a changed checkout is another program, though its version is the same."""
    for folder in (Path(__file__).parent.parent, rules_folder()):
        for path in folder.rglob("*"):
            if path.suffix in _DECIDING:
                state = path.stat()
                yield path.relative_to(folder), state.st_size, state.st_mtime_ns
