"""What a repository starts with: a manifest, and a configuration that fits its folders."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claimlint.configuration.loading import CONFIGURATION_NAME, has_configuration
from claimlint.configuration.paths import reported
from claimlint.errors import InputError
from claimlint.manifest.loading import load_manifest
from claimlint.manifest.names import FILE_NAME
from claimlint.starting.configuration import checked, configuration_text, left_out, template
from claimlint.starting.manifest import FirstManifest, first_manifest
from claimlint.starting.survey import Survey, survey

__all__ = ["Plan", "StarterFile", "Survey", "plan_for"]

EXAMPLE = Path("copy") / "example.md"
_OWN_SENTENCE = "My product runs for 10 hours on one charge."
_SENTENCE = "The next model has {name}, and everybody can order it today."


@dataclass(frozen=True, slots=True)
class StarterFile:
    """A file to begin with. text: what to write, None where there is one already, which stays as it is. about: what it is."""

    path: Path
    text: str | None
    about: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be written. survey: what was found. documents: that a check will read. remarks: what the user should know."""

    survey: Survey
    files: tuple[StarterFile, ...]
    documents: tuple[Path, ...]
    remarks: tuple[str, ...] = ()

    @property
    def new(self) -> tuple[StarterFile, ...]:
        """The files that are not there yet."""
        return tuple(file for file in self.files if file.text is not None)


def plan_for(folder: Path) -> Plan:
    """Look at a folder and give what to write there, so that `claimlint check` works afterwards; nothing is written.

    A manifest that stands above or below is used, and none is begun; no file that is there is touched.
    """
    found = survey(folder)
    first = None if found.manifests else first_manifest(found, checked(found, left_out(found, ())))
    exclude = left_out(found, [first.table] if first and first.table else [])
    manifests = found.manifests or (found.folder / FILE_NAME,)
    documents = checked(found, exclude)
    files = [StarterFile(path, None) for path in found.manifests]
    if first:
        files.append(StarterFile(manifests[0], first.text, first.about))
    text = None if found.configured else configuration_text(found, manifests, exclude)
    files.append(StarterFile(found.folder / CONFIGURATION_NAME, text, "the configuration: what is checked, and who reads it."))
    if not documents and not found.configured and not (found.folder / EXAMPLE).exists():
        files.append(_example(found, first))
        documents = (found.folder / EXAMPLE,)
    return Plan(found, tuple(files), documents, (*(first.remarks if first else ()), *_overruled(found), *_clashing(found)))


def _overruled(found: Survey) -> Iterator[str]:
    """Say which configuration further up would no longer hold here."""
    above = next((folder for folder in found.folder.parents if has_configuration(folder)), None)
    if above is not None and not found.configured:
        yield f"{reported(above) or '.'} has a configuration that holds here so far; {CONFIGURATION_NAME} here takes its place."


def _clashing(found: Survey) -> Iterator[str]:
    """Say why manifests that were found cannot be used together, if so."""
    try:
        if len(found.manifests) > 1:
            load_manifest([Path(reported(path)) for path in found.manifests])
    except InputError as error:
        yield f"{error.problems[0]} Or run claimlint init in the folder of each manifest, and not here."


def _example(found: Survey, first: FirstManifest | None) -> StarterFile:
    sentence = _SENTENCE.replace("{name}", first.names[0]) if first and first.names else _OWN_SENTENCE
    text = template("example.md").replace("{sentence}", sentence)
    return StarterFile(
        found.folder / EXAMPLE, text, "an example of copy, so that there is something to check; delete it when you have your own."
    )
