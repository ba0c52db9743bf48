"""The manifest of a lamp, and a check of a text about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimlint.judging import check_text
from claimlint.manifest.loading import load_manifest
from claimlint.rules.packs import load_rules
from tests.check.lamp_copy import LAMP, TODAY


@pytest.fixture(scope="module")
def lamp(tmp_path_factory):
    path = tmp_path_factory.mktemp("lamp") / "capabilities.yaml"
    path.write_text(LAMP, encoding="utf-8")
    return load_manifest([path])


@pytest.fixture(scope="module")
def rules():
    return load_rules(["default"], Path(), {})


@pytest.fixture(scope="module")
def checked(lamp, rules):
    """Checks a text on the public channel; Markdown unless the suffix says otherwise."""

    def check_copy(text, suffix=".md", channel="public", day=TODAY):
        return check_text(text, lamp, channel, rules, day, suffix)

    return check_copy


@pytest.fixture
def folder(tmp_path):
    """A content repository with the lamp's manifest."""
    (tmp_path / "capabilities.yaml").write_text(LAMP, encoding="utf-8")
    return tmp_path
