"""What besides a document decides what is found in it: the program and its data, by their contents wherever they are installed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

from claimlint import __version__
from claimlint.data import rules_folder

_LENGTH = 20
_READ_WITH = {"spacy": "spacy", "numpy": "numpy", "pint": "pint", "ahocorasick_rs": "ahocorasick-rs"}
"""Packages whose release may change what is read: how they are imported, and under which name they are installed."""
_DECIDING = (".py", ".yaml")
"""Suffixes of files; the tables of numbers beside them (.npz) are told by their hashes, which stand in these."""


def digest(parts: Iterable[bytes]) -> bytes:
    """Give a hash of byte strings, told apart by their lengths."""
    hashed = blake2b(digest_size=_LENGTH)
    for part in parts:
        hashed.update(len(part).to_bytes(8, "big"))
        hashed.update(part)
    return hashed.digest()


def appearance(model: str) -> bytes:
    """Give a hash of how the program lies on this disk: it is quick to take, and another one as soon as anything is installed or edited.

    model: the name of the spaCy pipeline.
    """
    own = (f"{file.path} {state.st_size} {state.st_mtime_ns}" for file in _files() for state in [file.stat()])
    return digest(text.encode("utf-8", "surrogateescape") for text in (__version__, sys.version, *own, *_installed((*_READ_WITH, model))))


def contents(model: str) -> bytes:
    """Give a hash of what decides what is read: claimlint's own files, and the releases of what they read with.

    It is the same wherever the same is installed.
    """
    releases = (f"{name} {_release(name)}" for name in (*_READ_WITH.values(), model.replace("_", "-")))
    told = (text.encode("utf-8") for text in (__version__, sys.version, *releases))
    return digest((*told, *(part for file in _files() for part in (file.name.encode("utf-8"), Path(file.path).read_bytes()))))


def _installed(modules: Iterable[str]) -> Iterator[str]:
    """Tell where packages lie and when their folder last changed: it does whenever something is installed there, or taken away."""
    for module in modules:
        found = find_spec(module)
        folder = Path(found.origin).parent.parent if found is not None and found.origin else None
        yield f"{module} {folder} {folder.stat().st_mtime_ns if folder else 0}"


def _release(name: str) -> str:
    from importlib import metadata

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "none"


def _files() -> Iterator[os.DirEntry[str]]:
    """Give the files of the program in order: with them a changed checkout is another program, though its version is the same."""
    for folder in (Path(__file__).parent.parent, rules_folder()):
        yield from _within(str(folder))


def _within(folder: str) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.name.endswith(_DECIDING):
            yield entry
        elif entry.is_dir():
            yield from _within(entry.path)
