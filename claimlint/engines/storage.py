"""Files wherever fsspec finds them: on disks, in buckets and archives, on other machines."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from claimlint.configuration.paths import normalised, reported
from claimlint.engines.urls import is_url
from claimlint.errors import InputError, Problem

EXTRAS: Mapping[str, str] = {
    **dict.fromkeys(("s3", "s3a"), "s3"),
    **dict.fromkeys(("gs", "gcs"), "gcs"),
    **dict.fromkeys(("abfs", "abfss", "az", "adl"), "azure"),
}
"""By the scheme of a URL, the extra of the package that brings what reads it. Their first name is that of a bucket."""

_HTTP = {"http", "https"}
_TELLING = (
    *("ETag", "etag", "md5Hash", "crc32c", "content_md5", "checksum", "CRC"),
    *("mtime", "LastModified", "last_modified", "updated", "modified", "created"),
)
"""What listings call hashes of a content, and the time of its last change, which tells less."""
_AHEAD = 4
"""Files that are fetched from another machine while one is being read."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A file as a listing has it. path: in its file system. inside: without bucket or host, as patterns see it. size, state: see `Listed`.

    named: it was asked for by its own name, not met in a folder or by a pattern.
    """

    path: str
    reported: str
    inside: Path
    size: int | None
    state: str
    named: bool = False


def list_files(url: str) -> tuple[Any, list[Stored]]:
    """Give the file system of a URL and the files there: below a folder, those that a pattern meets ("**" for any folders), or the one.

    Raises InputError where the scheme is unknown, its package is missing, or the place cannot be listed.
    """
    system, path = _opened(url)
    try:
        found, named = _entries(system, path)
    except Exception as error:  # every storage has errors of its own
        raise _wrong(url, f"cannot be listed: {told(error)}.") from error
    rest = url.partition("::")[2]
    stored = [
        Stored(name, _reported(system, name, rest), _inside(system, name), entry.get("size"), state_of(entry), named)
        for name, entry in sorted(found.items())
        if entry.get("type") == "file"
    ]
    return system, stored


def local_files() -> Any:
    """Give the file system of this machine, and of all those that share its disks."""
    from fsspec.implementations.local import LocalFileSystem

    return LocalFileSystem()


def state_of(entry: Mapping[str, Any]) -> str:
    """Give what tells the content that a listing speaks of from another one; empty where the listing says too little."""
    telling = next((key for key in _TELLING if entry.get(key)), None)
    return f"{entry.get('size')} {telling}={entry[telling]}" if telling else ""


def contents(system: Any, paths: Iterable[str]) -> Iterator[bytes | Exception]:
    """Give the bytes of files in their order, or why they cannot be had; of what comes over a network the next ones are fetched ahead."""
    if not getattr(system, "async_impl", False):
        yield from (_fetched(system, path) for path in paths)
        return
    waiting = iter(paths)
    with ThreadPoolExecutor(_AHEAD) as pool:
        coming: deque[Future[bytes | Exception]] = deque(pool.submit(_fetched, system, path) for path in islice(waiting, _AHEAD))
        while coming:
            yield coming.popleft().result()
            coming.extend(pool.submit(_fetched, system, path) for path in islice(waiting, 1))


def told(error: BaseException) -> str:
    """Say in one line what went wrong."""
    words = (getattr(error, "strerror", None) or str(error)).strip().splitlines()
    return words[0] if words else type(error).__name__


def require(modules: Iterable[str], extra: str, what: str) -> None:
    """Raise InputError, with the way to install it, where something that an extra of the package brings is not installed."""
    if any(find_spec(name) is None for name in modules):
        raise _wrong(what, "needs packages that are not installed.", f"Install them with: pip install 'claimlint-copy[{extra}]'.")


def _opened(url: str) -> tuple[Any, str]:
    from fsspec.core import url_to_fs

    scheme = _scheme(url)
    head, chained, rest = url.partition("::")
    if chained and not is_url(rest):  # an archive named by its path is the same file from every working directory
        url = f"{head}::{normalised(Path(rest)).as_uri()}"
    try:
        system, path = url_to_fs(url)
    except ImportError as error:
        extra = EXTRAS.get(scheme, "")
        remedy = f"Install it with: pip install 'claimlint-copy[{extra}]'." if extra else f"{told(error)}."
        raise _wrong(url, "needs a package that is not installed.", remedy) from error
    except Exception as error:  # an unknown scheme, an archive that is none, an account that is not named
        raise _wrong(url, f"cannot be opened: {told(error)}.") from error
    return system, str(path)


def _entries(system: Any, path: str) -> tuple[Mapping[str, Any], bool]:
    if "*" not in path and system.isfile(path):
        return {path: {**system.info(path), "type": "file"}}, True
    if any(sign in path for sign in "*?["):
        return system.glob(path, detail=True), False
    return system.find(path, detail=True), False


def _fetched(system: Any, path: str) -> bytes | Exception:
    try:
        return bytes(system.cat_file(path))
    except Exception as error:  # one file that cannot be had is told of, and ends nothing
        return error


def _reported(system: Any, path: str, archive: str) -> str:
    """Name a file: one in an archive as if that were a folder, so that its own suffix comes last."""
    from fsspec.archive import AbstractArchiveFileSystem

    if isinstance(system, AbstractArchiveFileSystem):
        outer = archive if is_url(archive) and not archive.startswith("file:") else _local_name(archive)
        return f"{outer}/{path}"
    if _is_local(system):
        return reported(Path(path))
    return str(system.unstrip_protocol(path))


def _local_name(archive: str) -> str:
    return reported(Path(re.sub(r"\Afile:(?://)?", "", archive)))


def _inside(system: Any, path: str) -> Path:
    schemes = _schemes(system)
    if schemes & _HTTP:
        return Path(urlsplit(path).path.lstrip("/"))
    if schemes & set(EXTRAS):
        return Path(path.partition("/")[2])
    return Path(path) if _is_local(system) else Path(path.lstrip("/"))


def _is_local(system: Any) -> bool:
    return "file" in _schemes(system)


def _schemes(system: Any) -> set[str]:
    return {system.protocol} if isinstance(system.protocol, str) else set(system.protocol)


def _scheme(url: str) -> str:
    return re.split(r"://|::", url, maxsplit=1)[0].lower()


def _wrong(url: str, message: str, remedy: str = "") -> InputError:
    return InputError(Problem(url, None, None, message, remedy))
