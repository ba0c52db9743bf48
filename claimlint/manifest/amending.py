"""A manifest with an alias or a concept more: as a value, and in the text of its files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from claimlint.errors import InputError
from claimlint.manifest.editing import edited
from claimlint.manifest.loading import load_manifest
from claimlint.manifest.model import Manifest
from claimlint.proposal import Amendment, FileChange


def amended(manifest: Manifest, amendment: Amendment) -> Manifest:
    """Give the manifest with one amendment. Raises KeyError for an entry that it does not have."""
    if amendment.entry in manifest.certifications:
        certification = manifest.certifications[amendment.entry]
        changed = replace(certification, aliases=(*certification.aliases, amendment.text))
        return replace(manifest, certifications={**manifest.certifications, amendment.entry: changed})
    capability = manifest.capabilities[amendment.entry]
    if amendment.key == "concept":
        capability = replace(capability, concept=amendment.text)
    else:
        capability = replace(capability, aliases=(*capability.aliases, amendment.text))
    return replace(manifest, capabilities={**manifest.capabilities, amendment.entry: capability})


def file_changes(
    manifest: Manifest, texts: Mapping[str, str], amendments: Sequence[Amendment]
) -> tuple[tuple[FileChange, ...], tuple[Amendment, ...]]:
    """Write amendments into the files of a manifest.

    texts: the decoded files by their paths, in the order in which they are merged. Gives the files that change, and the amendments
    for which there is no safe place: what is written is read again, and must give just the manifest that was meant.
    """
    current, wanted = dict(texts), manifest
    unplaced: list[Amendment] = []
    for amendment in amendments:
        next_wanted = amended(wanted, amendment)
        path = _path_of(manifest, amendment.entry)
        text = edited(current[path], path, amendment)
        if text is None or not _reads_as({**current, path: text}, next_wanted):
            unplaced.append(amendment)
        else:
            current[path], wanted = text, next_wanted
    changes = tuple(FileChange(path, before, current[path]) for path, before in texts.items() if current[path] != before)
    return changes, tuple(unplaced)


def _path_of(manifest: Manifest, identifier: str) -> str:
    entry = manifest.capabilities.get(identifier) or manifest.certifications[identifier]
    return entry.place.path


def _reads_as(texts: Mapping[str, str], wanted: Manifest) -> bool:
    try:
        with TemporaryDirectory() as folder:
            read = load_manifest(list(_written(texts.values(), Path(folder))), own_policy=True)
    except InputError:
        return False
    return _spoken_of(read) == _spoken_of(wanted)


def _written(texts: Iterable[str], folder: Path) -> Iterable[Path]:
    for number, text in enumerate(texts):
        path = folder / f"{number}.yaml"
        path.write_bytes(text.encode("utf-8"))
        yield path


def _spoken_of(manifest: Manifest) -> list[tuple[str, str, tuple[str, ...], str | None]]:
    """Give what linking knows of each entry: the rest of a manifest no edit touches."""
    capabilities = [(entry.id, entry.name, entry.aliases, entry.concept) for entry in manifest.capabilities.values()]
    return [*capabilities, *((entry.id, entry.name, entry.aliases, None) for entry in manifest.certifications.values())]
