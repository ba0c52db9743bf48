"""Travelling copies: one self-contained file that says what it was copied from, for repositories that cannot reach the source."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimlint.errors import InputError, Problem
from claimlint.manifest.loading import load_manifest, read_sources
from claimlint.manifest.model import Manifest
from claimlint.positioned_yaml import Entries, Items, Node, Text

if TYPE_CHECKING:
    import yaml

_HEADER = (
    "# A copy made by `claimlint manifest lock`. Change the source and lock again; changes made here are lost.\n"
    "# Comments stay with the source, aliases are written out.\n"
)


def write_lock(manifest_paths: Sequence[Path], out: Path, source: str | None, revision: str | None, day: date) -> None:
    """Write a self-contained copy of one manifest, or of several merged, with every value as it was written.

    source: what to call the origin, the paths as given where None. revision: of the source, asked of git where None and left
    out where git does not know. day: the date of the copy. Raises InputError where the manifest has problems or is itself
    such a copy, and where `out` cannot be written or is one of the sources.
    """
    manifest = load_manifest(manifest_paths, own_policy=True)
    if manifest.locks:
        copied = manifest.locks[0].source
        raise InputError(Problem(manifest.files[0][0], None, None, f"this is itself a copy, of {copied}.", "Lock the source instead."))
    if out.resolve() in {path.resolve() for path in manifest_paths}:
        raise InputError(Problem(out.as_posix(), None, None, "the copy would replace its source.", "Name another file with --output."))
    sources = read_sources(manifest_paths, [])
    lock = {
        "source": source or ", ".join(each.path for each in sources),
        "revision": revision or revision_of(manifest_paths[0].parent),
        "date": day.isoformat(),
        "sha256": hashlib.sha256(b"".join(each.content for each in sources)).hexdigest(),
    }
    header = {key: value for key, value in lock.items() if value is not None}
    text = _HEADER + _document(header, [each.root for each in sources if isinstance(each.root, Entries)])
    try:
        out.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        message = f"the copy cannot be written: {error.strerror or error}."
        raise InputError(Problem(out.as_posix(), None, None, message, "Name another file with --output.")) from None


def lock_age(manifest: Manifest, day: date) -> int | None:
    """Give the age in days of the oldest copy that a manifest was loaded from; None where no file of it is a copy."""
    return max(((day - lock.day).days for lock in manifest.locks), default=None)


def revision_of(folder: Path) -> str | None:
    """Ask git for the revision that a folder is at; None outside a repository, and where there is no git."""
    try:
        asked = subprocess.run(
            ["git", "rev-parse", "--verify", "HEAD"], cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=10, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return asked.stdout.strip() if asked.returncode == 0 else None


def _document(header: dict[str, str], roots: Sequence[Entries]) -> str:
    import yaml

    entries: dict[str, yaml.Node] = {}
    for root in roots:
        for key, value in root:
            _add(entries, key.text, _to_yaml(value))
    fields = [(_text(key), _text(value, quoted=True)) for key, value in header.items()]
    lock = yaml.MappingNode("tag:yaml.org,2002:map", fields, flow_style=False)
    body = [(_text("version"), entries.pop("version")), (_text("lock"), lock), *((_text(key), node) for key, node in entries.items())]
    document = yaml.MappingNode("tag:yaml.org,2002:map", body, flow_style=False)
    return str(yaml.serialize(document, Dumper=yaml.SafeDumper, allow_unicode=True, width=140))


def _add(entries: dict[str, Any], key: str, node: yaml.Node) -> None:
    """Add a top-level section: mappings and lists of several files are joined; a repeated version or ladder says the same."""
    if key in entries and key not in ("version", "stages"):
        entries[key].value.extend(node.value)
    else:
        entries.setdefault(key, node)


def _to_yaml(node: Node) -> yaml.Node:
    import yaml

    if isinstance(node, Text):
        return _text(node.text, quoted=node.quoted)
    if isinstance(node, Items):
        items = [_to_yaml(item) for item in node.items]
        return yaml.SequenceNode("tag:yaml.org,2002:seq", items, flow_style=all(isinstance(item, Text) for item in node.items))
    fields = [(_text(key.text, quoted=key.quoted), _to_yaml(value)) for key, value in node]
    return yaml.MappingNode("tag:yaml.org,2002:map", fields, flow_style=False)


def _text(text: str, *, quoted: bool = False) -> yaml.ScalarNode:
    """Give a scalar under the tag that YAML itself would guess for it: so the writer adds neither tag nor quotes."""
    import yaml

    tag = yaml.resolver.Resolver().resolve(yaml.ScalarNode, text, (not quoted, quoted))
    return yaml.ScalarNode(tag, text, style='"' if quoted else None)
