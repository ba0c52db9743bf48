"""Paths as the readers of reports need them: a code host knows files by their paths in the repository, whatever folder the check ran in."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import quote

from claimlint.reports.excerpt import printable
from claimlint.reports.options import RenderOptions

_ABSOLUTE = re.compile(r"/|[A-Za-z]:/")


def in_repository(path: str, options: RenderOptions) -> str | None:
    """Give the path of a reported file as seen from the root of the repository; None for a file outside of it.

    Where no repository is known, the working directory counts as its root.
    """
    if _ABSOLUTE.match(path):
        root = options.root.rstrip("/")
        inside = posixpath.normpath(path)
        return inside[len(root) + 1 :] if root and inside.startswith(f"{root}/") else None
    inside = posixpath.normpath(posixpath.join(options.folder, path))
    return None if inside == ".." or inside.startswith("../") else inside


def path_in_repository(path: str, options: RenderOptions) -> str:
    """Give the path as seen from the root of the repository, as it was reported where the file is outside; without control characters."""
    inside = in_repository(path, options)
    return printable(path if inside is None else inside)


def as_uri(path: str) -> str:
    """Give a path as a URI reference: percent-encoded by RFC 3986, a file URI where it is absolute."""
    scheme = "file://" if path.startswith("/") else "file:///" if _ABSOLUTE.match(path) else ""
    encoded = quote(path.encode("utf-8", "surrogatepass"))
    return scheme + (encoded.replace("%3A", ":", 1) if scheme == "file:///" else encoded)
