"""The ladder of gates: the one that is built in, alpha to ga, or one that maps its stages to the built-in policy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from claimlint.manifest.model import NONE, Place, PolicyStage, Stage
from claimlint.manifest.reading import Fields, Reading

POLICY_STAGES: tuple[PolicyStage, ...] = get_args(PolicyStage)
"""The stages of the built-in policy, lowest first, "none" included."""

BUILT_IN: tuple[tuple[Stage, ...], ...] = (
    tuple(Stage(stage, (stage,)) for stage in POLICY_STAGES if stage != NONE),
    (Stage("alpha", ("EVT",)), Stage("beta", ("DVT",)), Stage("ga", ("PVT", "MP"))),
)
"""The ladders that need no mapping, each lowest stage first; the first is taken where a manifest has none."""
DEFAULT_LADDER = BUILT_IN[0]


def read_ladder(declared: Sequence[tuple[Place, tuple[Fields, ...]]], own_policy: bool, reading: Reading) -> tuple[Stage, ...]:
    """Give the ladder of a manifest, lowest stage first.

    declared: the `stages` of each file that has them, with their places. own_policy: the caller brings a policy for the
    stages of this ladder, so they need not map to the built-in one. What is wrong with it is noted in reading.
    """
    if not declared:
        return DEFAULT_LADDER
    place, items = declared[0]
    ladder = tuple(_stage(item) for item in items if item.get("id"))
    for other, others in declared[1:]:
        if tuple(_stage(item) for item in others if item.get("id")) != ladder:
            reading.problem(other, f"these stages differ from those in {place.path}:{place.line}.", "Keep one ladder for all files.")
    if not items:
        reading.problem(place, "the ladder has no stages.", "List them, or leave the key out for EVT, DVT, PVT, MP.")
        return DEFAULT_LADDER
    _check_names(items, reading)
    for built_in in BUILT_IN:
        if all("as" not in item.places for item in items) and [stage.id for stage in ladder] == [stage.id for stage in built_in]:
            return built_in
    _check_mapping(items, own_policy, reading)
    return ladder


def _stage(item: Fields) -> Stage:
    acts_as = item.get("as", ())
    return Stage(item.get("id"), tuple(sorted(acts_as, key=POLICY_STAGES.index)))


def _check_names(items: Sequence[Fields], reading: Reading) -> None:
    seen: set[str] = set()
    for item in items:
        name = item.get("id")
        if name == NONE:
            reading.problem(item.place, '"none" lies below every ladder.', "Leave it out of the stages.")
        elif name in seen:
            reading.problem(item.place, f'the stage "{name}" stands twice in the ladder.', "Keep one of them.")
        seen.add(name)


def _check_mapping(items: Sequence[Fields], own_policy: bool, reading: Reading) -> None:
    highest = 0
    for item in items:
        name, acts_as = item.get("id"), item.get("as", ())
        if "as" not in item.places and not own_policy and name not in (None, NONE):
            remedy = f"Map it, such as {{id: {name}, as: EVT}}, or bring a policy.yaml that lists it under `stages`."
            reading.problem(item.place, f'the stage "{name}" belongs to no ladder that is built in and maps to none of its stages.', remedy)
        if acts_as and POLICY_STAGES.index(acts_as[-1]) < highest:
            reading.problem(item.place, f'"{name}" acts as a lower stage than the one before it.', "List the stages lowest first.")
        highest = max([highest, *(POLICY_STAGES.index(stage) for stage in acts_as)])
