"""The policy: which gate a promise needs, by channel and strength. It is data (`rules/policy.yaml`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from claimlint.claim import STRENGTHS
from claimlint.data import rules_folder
from claimlint.errors import InputError, Problem
from claimlint.manifest.ladder import satisfies
from claimlint.manifest.model import NONE, Manifest, Place, PolicyStage
from claimlint.positioned_yaml import Entries, Node, Text
from claimlint.rules.nodes import Problems, choice_at, place_of, read_yaml, refuse_unknown, texts, wrong

POLICY_STAGES: tuple[PolicyStage, ...] = get_args(PolicyStage)
"""The built-in stages in which the policy is written, lowest first."""


@dataclass(frozen=True)
class Channel:
    """Where copy is published. place: in words, for messages. needs: strength to stage; empty where not checked.

    written: where the policy says so.
    """

    name: str
    place: str
    checked: bool
    needs: Mapping[str, str]
    written: Place


@dataclass(frozen=True)
class Policy:
    """The gate that each promise needs. confidence: how sure a link must be for an error to stay one, 0 to 1.

    stages: those of a ladder of its own that the policy speaks of besides the built-in ones.
    """

    channels: Mapping[str, Channel]
    confidence: float
    stages: tuple[str, ...] = ()

    def needs(self, channel: str, strength: str) -> str:
        """Give the stage that a promise of this strength needs on this channel."""
        return self.channels[channel].needs[strength]


def load_policy(path: Path | None = None) -> Policy:
    """Read a policy; what the file leaves out is as in the policy that ships with claimlint.

    path: a team's policy file, None for the policy that ships. Raises InputError, with everything that is wrong.
    """
    problems: Problems = []
    policy = read_policy(rules_folder() / "policy.yaml", None, problems)
    if path is not None:
        policy = read_policy(path, policy, problems)
    if problems:
        raise InputError(problems)
    assert policy is not None
    return policy


def gates_that_are_missing(policy: Policy, manifest: Manifest) -> Iterator[Problem]:
    """Say which channels ask for gates that the ladder of a manifest does not have, so that no promise could ever meet them."""
    ladder = ", ".join(stage.id for stage in manifest.stages)
    for channel in policy.channels.values() if policy.stages else ():
        strange = dict.fromkeys(needed for needed in channel.needs.values() if channel.checked and not _is_known(manifest, needed))
        if strange:
            asked = " and ".join(f'"{needed}"' for needed in strange)
            message = f'channel "{channel.name}" asks for {asked}, but the ladder of {manifest.files[0][0]} is {ladder}.'
            remedy = f"Let policy.yaml say which of these gates each strength needs in {channel.name}, or set `checked: false` there."
            yield Problem(channel.written.path, channel.written.line, channel.written.column, message, remedy)


def _is_known(manifest: Manifest, needed: str) -> bool:
    if needed in POLICY_STAGES and any(stage.acts_as for stage in manifest.stages):
        return True
    return needed == NONE or any(satisfies(manifest, stage.id, needed) for stage in manifest.stages)


def read_policy(path: Path, base: Policy | None, problems: Problems) -> Policy | None:
    """Read a policy file on top of another; what is wrong with it is appended to problems, and base is given back."""
    root = read_yaml(path, problems)
    if not isinstance(root, Entries):
        return base
    refuse_unknown(root, ("policy", "channels", "confidence", "stages"), problems)
    channels = dict(base.channels) if base else {}
    stages = texts(root.get("stages"), "stages", problems)
    listed = root.get("channels")
    if isinstance(listed, Entries):
        for key, node in listed:
            channel = _channel(key, node, channels.get(key.text), stages, problems)
            if channel is not None:
                channels[key.text] = channel
    elif listed is not None:
        problems.append(wrong(listed, "channels must be a mapping of channel names."))
    confidence = _confidence(root.get("confidence"), base.confidence if base else 0.0, problems)
    return Policy(channels, confidence, stages)


def _channel(key: Text, node: Node, base: Channel | None, stages: tuple[str, ...], problems: Problems) -> Channel | None:
    if not isinstance(node, Entries):
        problems.append(wrong(node, f'channel "{key.text}" must be a mapping with `needs`.'))
        return base
    refuse_unknown(node, ("place", "needs", "checked"), problems)
    place, checked = node.get("place"), node.get("checked")
    if isinstance(checked, Text) and checked.text not in ("true", "false"):
        problems.append(wrong(checked, f'checked is true or false, not "{checked.text}".'))
    needs = dict(base.needs) if base else {}
    needs.update(_needs(node.get("needs"), (*POLICY_STAGES, *stages), problems))
    channel = Channel(
        name=key.text,
        place=place.text if isinstance(place, Text) else (base.place if base else key.text),
        checked=checked.text != "false" if isinstance(checked, Text) else (base.checked if base else True),
        needs=needs,
        written=place_of(key),
    )
    missing = [strength for strength in STRENGTHS if strength not in needs]
    if channel.checked and missing:
        problems.append(wrong(key, f'channel "{key.text}" does not say which gate these need: {", ".join(missing)}.'))
    return channel


def _needs(node: Node | None, stages: tuple[str, ...], problems: Problems) -> dict[str, str]:
    if node is None:
        return {}
    if not isinstance(node, Entries):
        problems.append(wrong(node, "needs must map each strength to a gate."))
        return {}
    refuse_unknown(node, STRENGTHS, problems)
    return {key.text: choice_at(node, key.text, stages, problems) for key, _ in node if key.text in STRENGTHS}


def _confidence(node: Node | None, base: float, problems: Problems) -> float:
    if node is None:
        return base
    try:
        confidence = float(node.text) if isinstance(node, Text) else -1.0
    except ValueError:
        confidence = -1.0
    if not 0 <= confidence <= 1:
        problems.append(wrong(node, "confidence must be a number from 0 to 1."))
        return base
    return confidence
