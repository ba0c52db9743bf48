"""Copy of every channel and format, each file with exactly the findings that the YAML beside it lists, in their order.

Each entry names the code, the subject (null where the manifest has none) and words of the source that the finding covers.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from claimlint.check import check
from claimlint.configuration.model import CHANNELS, Configuration, Settings
from claimlint.sources import Discovered

CORPUS = Path(__file__).resolve().parent
EXPECTED = sorted(path for channel in CHANNELS for path in (CORPUS / channel).glob("*.yaml"))


def copy_beside(expected):
    """The file of copy that has the same name."""
    (found,) = (path for path in expected.parent.glob(f"{expected.stem}.*") if path != expected)
    return found


def name_of(path):
    return path.relative_to(CORPUS).as_posix()


@pytest.fixture(scope="module")
def checked():
    configuration = Configuration(
        CORPUS, (CORPUS / "capabilities.yaml",), channels=tuple((channel, (f"{channel}/**",)) for channel in CHANNELS)
    )
    copy = map(copy_beside, EXPECTED)
    documents = [Discovered(path, name_of(path), configuration, configuration.channel_for(path)) for path in copy]
    return {document.path: document for document in check(documents, Settings(date(2026, 11, 22))).documents}


def test_every_file_of_copy_has_its_findings_beside_it():
    copy = {path for channel in CHANNELS for path in (CORPUS / channel).iterdir() if path.suffix != ".yaml"}
    assert copy == set(map(copy_beside, EXPECTED))


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
def test_document_is_checked_on_the_channel_of_its_folder(checked, expected):
    document = checked[name_of(copy_beside(expected))]
    assert (document.status, document.channel) == ("checked", expected.parent.name)
