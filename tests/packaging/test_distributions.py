"""What is shipped: everything that the installed program reads, and everything that its tests need."""

from __future__ import annotations

import tarfile
import zipfile
from email import message_from_bytes
from pathlib import Path

import pytest

from claimlint import __version__

pytestmark = pytest.mark.slow


def members_of_wheel(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def members_of_source(source: Path) -> set[str]:
    with tarfile.open(source) as archive:
        return {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}


@pytest.mark.parametrize(
    "member", ["claimlint/check.py", "claimlint/py.typed", "claimlint/reports/templates/page.html.jinja", "claimlint/packs/policy.yaml"]
)
def test_wheel_contains(distributions, member):
    assert member in members_of_wheel(distributions.wheel)


def test_wheel_contains_every_file_of_the_rules(distributions, checkout):
    files = {path.relative_to(checkout / "rules").as_posix() for path in (checkout / "rules").rglob("*") if path.is_file()}
    assert {f"claimlint/packs/{file}" for file in files} <= members_of_wheel(distributions.wheel)


def test_wheel_contains_nothing_but_the_package(distributions):
    tops = {name.split("/")[0] for name in members_of_wheel(distributions.wheel)}
    assert tops == {"claimlint", f"claimlint_copy-{__version__}.dist-info"}


@pytest.mark.parametrize(
    "member",
    [
        "rules/policy.yaml",
        "capabilities.yaml",
        "examples/.claimlint.yaml",
        "examples/campaign/sales/sales-deck.pptx",
        "tests/conftest.py",
        "tests/packaging/weights.json",
        "scripts/ratchet.py",
        ".pre-commit-hooks.yaml",
        "LICENSE",
    ],
)
def test_source_distribution_contains(distributions, member):
    assert member in members_of_source(distributions.source)


def test_wheel_states_licence_and_python(distributions):
    with zipfile.ZipFile(distributions.wheel) as archive:
        metadata = message_from_bytes(archive.read(f"claimlint_copy-{__version__}.dist-info/METADATA"))
    assert (metadata["License-Expression"], metadata["Requires-Python"]) == ("Apache-2.0", ">=3.10")
