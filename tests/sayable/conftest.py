"""Small invented manifests, and what may be said by them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from claimlint.briefing import Briefing
from claimlint.manifest.loading import load_manifest
from claimlint.manifest.model import Manifest
from claimlint.rules.policy import load_policy
from claimlint.sayable import briefing

TODAY = date(2026, 11, 22)

MakeManifest = Callable[..., Manifest]
Brief = Callable[..., Briefing]


@pytest.fixture
def make_manifest(tmp_path: Path) -> MakeManifest:
    def make(text: str, *, own_policy: bool = False) -> Manifest:
        path = tmp_path / "capabilities.yaml"
        path.write_text("version: 1\n" + text, encoding="utf-8")
        return load_manifest([path], own_policy=own_policy)

    return make


@pytest.fixture
def brief(make_manifest: MakeManifest, tmp_path: Path) -> Brief:
    """Says what may be said by the text of a manifest; policy: the text of a team's own."""

    def make(text: str, *channels: str, product: str | None = None, day: date = TODAY, policy: str | None = None) -> Briefing:
        path = None
        if policy is not None:
            path = tmp_path / "policy.yaml"
            path.write_text(policy, encoding="utf-8")
        return briefing(make_manifest(text, own_policy=policy is not None), load_policy(path), channels, product, day)

    return make
