"""Reads one configuration file: `.claimlint.yaml`, or its table in pyproject.toml."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from claimlint.configuration.fields import Reading, as_rule, read_fields
from claimlint.configuration.model import Configuration, Overrides
from claimlint.configuration.paths import is_file, normalised, reported
from claimlint.errors import InputError, Origin, Problem
from claimlint.manifest.names import FILE_NAME, FILE_NAMES
from claimlint.positioned_yaml import Entries, Node, parse

CONFIGURATION_NAME = ".claimlint.yaml"
PYPROJECT_NAME = "pyproject.toml"
TABLE = ("tool", "claimlint-copy")


def load(path: Path, overrides: Overrides) -> Configuration | None:
    """Read a configuration file and lay the command line over it.

    Gives None for a pyproject.toml without the table. Without `manifest` the nearest capabilities.yaml, or copy of it, upwards from the
    file serves. Raises InputError with everything that is wrong, at its place.
    """
    problems: list[Problem] = []
    entries = _entries(path, problems)
    if entries is None and not problems:
        return None
    folder = normalised(path).parent
    reading = Reading(folder, problems)
    values = read_fields(entries, reading) if entries is not None else {}
    if entries is not None and not overrides.manifests:
        if entries.get("manifest") is None:
            values["manifests"] = nearest_manifest(folder)
        problems.extend(_missing(values.get("manifests"), entries))
    if problems:
        raise InputError(problems)
    origin = Origin(reported(path), reading.places)
    return _overridden(folder, {**values, "path": normalised(path), "origin": origin}, overrides)


def manifest_alone(folder: Path, manifests: tuple[Path, ...], overrides: Overrides) -> Configuration:
    """Give the configuration that holds where there is no configuration file: everything is public."""
    return _overridden(folder, {"manifests": manifests}, overrides)


def has_configuration(folder: Path) -> bool:
    """Tell whether a folder has a configuration of its own, right or wrong."""
    if (folder / CONFIGURATION_NAME).exists():
        return True
    return is_file(folder / PYPROJECT_NAME) and _entries(folder / PYPROJECT_NAME, []) is not None


def nearest_manifest(folder: Path) -> tuple[Path, ...]:
    """Find the nearest capabilities.yaml, or a copy of it, in a folder or above it; an empty tuple where there is none."""
    candidates = (above / name for above in (folder, *folder.parents) for name in FILE_NAMES)
    return next(((candidate,) for candidate in candidates if is_file(candidate)), ())


def _overridden(folder: Path, values: dict[str, Any], overrides: Overrides) -> Configuration:
    here = normalised(Path())
    configuration = Configuration(folder=folder, **{"manifests": (), **values})
    changes: dict[str, Any] = {
        "manifests": tuple(normalised(path) for path in overrides.manifests),
        "rules": tuple(as_rule(name, here) for name in overrides.rules),
        "fail_on": overrides.fail_on,
        "model": overrides.model,
        "channel": overrides.channel,
        "baseline": normalised(overrides.baseline) if overrides.baseline else None,
    }
    changed = replace(configuration, **{name: value for name, value in changes.items() if value})
    return replace(changed, origin=_origin(changed, overrides))


def _origin(configuration: Configuration, overrides: Overrides) -> Origin:
    """Say of which names the command line is the origin."""
    places = dict(configuration.origin.places)
    if overrides.rules:
        places.update({("rules", str(rule)): ("--rules", None, None) for rule in configuration.rules})
    if overrides.baseline:
        places["baseline", str(configuration.baseline)] = "--baseline", None, None
    if overrides.channel:
        places["channels", overrides.channel] = "--channel", None, None
    return replace(configuration.origin, places=places)


def _missing(manifests: tuple[Path, ...] | None, entries: Entries) -> list[Problem]:
    """Say which manifests are not there; None stands for an entry that is wrong, which has been said already."""
    if manifests is None:
        return []
    if not manifests:
        message = f"names no manifest, and there is no {FILE_NAME} in its folder or above it."
        return [Problem(entries.path, None, None, message, 'Add "manifest: PATH", or run "claimlint init" to start one.')]
    place = entries.get("manifest") or entries
    return [
        Problem(
            entries.path, place.line, place.column, f"there is no manifest at {reported(manifest)}.", "Paths are relative to this file."
        )
        for manifest in manifests
        if not is_file(manifest)
    ]


def _entries(path: Path, problems: list[Problem]) -> Entries | None:
    name = reported(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        problems.append(Problem(name, None, None, f"cannot be read: {error.strerror or error}."))
        return None
    except UnicodeDecodeError as error:
        problems.append(Problem(name, None, None, f"is not UTF-8 text (byte {error.start + 1}).", "Save it as UTF-8."))
        return None
    if path.suffix.lower() == ".toml":
        from claimlint.configuration.positioned_toml import parse_table

        # A pyproject.toml that does not speak of claimlint is none of its business, broken or not.
        return parse_table(text, name, TABLE, problems) if TABLE[-1] in text else None
    return _yaml_entries(parse(text, name, problems), name, problems)


def _yaml_entries(root: Node | None, name: str, problems: list[Problem]) -> Entries | None:
    if root is None and not problems:
        return Entries(name, 1, 1, {})
    if root is not None and not isinstance(root, Entries):
        problems.append(
            Problem(root.path, root.line, root.column, "expected keys with values.", 'Start with "manifest: capabilities.yaml".')
        )
        return None
    return root
