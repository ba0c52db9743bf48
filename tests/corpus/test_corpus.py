"""Copy of every channel and format, each file with exactly the findings that the YAML beside it lists, in their order.

Each entry names the code, the subject (null where the manifest has none) and words of the source that the finding covers. Copy in
`packs/NAME` is public, has a manifest of its own, and is checked by the default pack and the pack of that name.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from claimlint.check import check
from claimlint.configuration.model import CHANNELS, Configuration, Settings
from claimlint.rules.packs import pack_names
from claimlint.sources import Discovered

CORPUS = Path(__file__).resolve().parent
MANIFEST = "capabilities.yaml"
PACKS = sorted(path for path in (CORPUS / "packs").iterdir() if path.is_dir())
FOLDERS = [*(CORPUS / channel for channel in CHANNELS if (CORPUS / channel).is_dir()), *PACKS]
EXPECTED = sorted(path for folder in FOLDERS for path in folder.glob("*.yaml") if path.name != MANIFEST)


def copy_beside(expected):
    """The file of copy that has the same name."""
    (found,) = (path for path in expected.parent.glob(f"{expected.stem}.*") if path != expected)
    return found


def name_of(path):
    return path.relative_to(CORPUS).as_posix()


def channel_of(path):
    return "public" if path.parent in PACKS else path.parent.name


@pytest.fixture(scope="module")
def checked():
    channels = tuple((channel, (f"{channel}/**",)) for channel in CHANNELS)
    # What is unknown to a manifest is nothing that a pack asks about.
    off = {"unknown": "off"}
    configurations = {folder: Configuration(folder, (folder / MANIFEST,), rules=("default", folder.name), severity=off) for folder in PACKS}
    general = Configuration(CORPUS, (CORPUS / MANIFEST,), channels=channels)
    documents = []
    for path in map(copy_beside, EXPECTED):
        configuration = configurations.get(path.parent, general)
        documents.append(Discovered(path, name_of(path), configuration, configuration.channel_for(path)))
    return {document.path: document for document in check(documents, Settings(date(2026, 11, 22))).documents}


def test_every_file_of_copy_has_its_findings_beside_it():
    copy = {path for folder in FOLDERS for path in folder.iterdir() if path.suffix != ".yaml"}
    assert copy == set(map(copy_beside, EXPECTED))


@pytest.mark.parametrize("pack", [name for name in pack_names() if name != "default"])
def test_every_pack_by_law_has_copy_with_findings_and_copy_without(pack):
    listed = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in EXPECTED if path.parent.name == pack]
    assert {bool(entries) for entries in listed} == {True, False}


@pytest.mark.parametrize("expected", EXPECTED, ids=name_of)
def test_exactly_these_findings(checked, expected):
    listed = [(entry["code"], entry["subject"], entry["words"]) for entry in yaml.safe_load(expected.read_text(encoding="utf-8"))]
    findings = checked[name_of(copy_beside(expected))].findings
    # A finding is shown with the listed words where it covers them, and with its own text where it does not.
    words = [entry[2] for entry in listed] + [""] * len(findings)
    told = [
        (finding.code, finding.subject, word if word and word in finding.text else finding.text)
        for finding, word in zip(findings, words, strict=False)
    ]
    assert told == listed


@pytest.mark.parametrize("expected", EXPECTED, ids=name_of)
def test_document_is_checked_on_its_channel(checked, expected):
    document = checked[name_of(copy_beside(expected))]
    assert (document.status, document.channel) == ("checked", channel_of(expected))
