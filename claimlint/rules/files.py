"""Which files a team's own rules are made of."""

from __future__ import annotations

from pathlib import Path

PACK_FILE = "pack.yaml"
POLICY_FILE = "policy.yaml"


def rule_files(place: Path) -> list[Path]:
    """Give the files that a folder of rules stands for, or one of its rules: that brings the pack's own file along; none for nothing."""
    if place.is_dir():
        return sorted(file for file in place.iterdir() if file.suffix in (".yaml", ".yml"))
    return [file for file in (place.parent / PACK_FILE, place) if file.is_file()] if place.is_file() else []
