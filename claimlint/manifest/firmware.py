"""Firmware versions as a manifest writes them: ">=1.4", ">=1.4,<2", or one version alone."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from packaging.specifiers import SpecifierSet


def admits(written: str, version: str) -> bool:
    """Tell whether what a manifest writes holds for a version ("1.2"). Raises ValueError where it cannot be read."""
    return specifiers(written).contains(version, prereleases=True)


@cache
def specifiers(written: str) -> SpecifierSet:
    """Read what a manifest writes of firmware (version specifiers of PEP 440). Raises ValueError where it cannot be read."""
    from packaging.specifiers import SpecifierSet

    bare = written.strip()
    if not bare:
        raise ValueError("no version")
    return SpecifierSet(f"=={bare}" if bare[:1].isdigit() else bare)
