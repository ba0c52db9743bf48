"""What must agree across a manifest, and across files that are merged: ids, references, and `validated` with `gates`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from claimlint.manifest.entries import gates
from claimlint.manifest.ladder import derived_stage
from claimlint.manifest.model import NONE, Stage
from claimlint.manifest.reading import Fields, Name, Reading
from claimlint.positioned_yaml import nearest

_SHARED = frozenset({"products", "capabilities", "certifications"})
"""Sections whose ids are told apart by nothing but the id itself, for reports name the id alone."""

_ONE: Mapping[str, str] = {
    "products": "product",
    "capabilities": "capability",
    "certifications": "certification",
    "substantiation": "substantiation",
    "stages": "stage",
}


def check_ids(reading: Reading) -> None:
    """Note every id that stands twice, in one file or in two, with the place where it stood first."""
    first: dict[tuple[str, str], Name] = {}
    for name in reading.declared:
        space = "shared" if name.section in _SHARED else name.section
        earlier = first.setdefault((space, name.text), name)
        if earlier is name:
            continue
        where = f"{earlier.place.path}:{earlier.place.line}:{earlier.place.column}"
        message = f'the id "{name.text}" is taken already, by the {_ONE[earlier.section]} in {where}.'
        reading.problem(name.place, message, "Rename one of them, or remove it.")


def check_references(reading: Reading, stages: Sequence[Stage], malformed: frozenset[str]) -> None:
    """Note every reference to an id that no file declares.

    malformed: sections that could not be read as a whole; what refers to them is left alone, since it is probably right.
    """
    known: dict[str, set[str]] = {"stages": {stage.id for stage in stages}}
    for name in reading.declared:
        known.setdefault(name.section, set()).add(name.text)
    for name in reading.referred:
        names = known.get(name.section, set()) | set(name.among)
        if name.text in names or name.section in malformed:
            continue
        remedy = _stages_remedy(name, stages) if name.section == "stages" else nearest(name.text, sorted(names))
        fallback = f"Add it under `{name.section}`, or correct the id."
        reading.problem(name.place, f'there is no {_ONE[name.section]} "{name.text}".', remedy or fallback)


def _stages_remedy(name: Name, stages: Sequence[Stage]) -> str:
    """Name the nearest stage, or else the ladder in its order."""
    ladder = [*name.among, *(stage.id for stage in stages)]
    remedy = nearest(name.text, ladder)
    return remedy if remedy.startswith("Did") else f"The ladder is {', '.join(ladder)}."


def check_gates(capabilities: Iterable[tuple[str, Fields]], stages: Sequence[Stage], reading: Reading) -> None:
    """Note every capability whose `validated` is not what its `gates` come to, waivers counted as holding."""
    known = {NONE, *(stage.id for stage in stages)}
    for identifier, fields in capabilities:
        stated, listed = fields.get("validated"), gates(fields)
        if stated not in known or "gates" not in fields.values or not known.issuperset(listed):
            continue
        derived = derived_stage(stages, listed, None)
        if stated != derived:
            message = f'"{identifier}" says `validated: {stated}`, but its gates come to {derived}{_obstacle(derived, listed, stages)}.'
            reading.problem(fields.places["validated"], message, "Correct one of the two, or leave `validated` out.")


def _obstacle(derived: str, listed: Mapping[str, object], stages: Sequence[Stage]) -> str:
    """Say which gate stands in the way of the next stage."""
    ids = [stage.id for stage in stages]
    position = ids.index(derived) + 1 if derived in ids else 0
    if position == len(ids):
        return ""
    return f" ({ids[position]} is not passed)" if ids[position] in listed else f" ({ids[position]} is not listed)"
