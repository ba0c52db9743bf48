"""What the pages of docs/reference list, taken from the tables and files that claimlint itself runs by: rules, vocabulary, policy, keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import yaml

from claimlint.claim import STRENGTHS as STRENGTHS
from claimlint.configuration.fields import FIELDS, Field
from claimlint.data import read_data, rules_folder
from claimlint.manifest.ladder import satisfies
from claimlint.manifest.model import NONE, Manifest
from claimlint.manifest.stages import BUILT_IN
from claimlint.readers.formats import FORMATS, Format
from claimlint.readers.limits import LIMITS, Limits
from claimlint.rules.facts import FACTS
from claimlint.rules.keys import RULE_KEYS, RuleKey
from claimlint.rules.messages import NAMES
from claimlint.rules.model import Rule
from claimlint.rules.packs import shipped_rules
from claimlint.rules.policy import load_policy
from claimlint.rules.showing import values_of
from claimlint.rules.writing import as_yaml
from claimlint.vocabulary import Concept, load_vocabulary


@dataclass(frozen=True)
class PackPage:
    """A pack with its rules, in the order of their codes."""

    name: str
    description: str
    rules: tuple[Rule, ...]

    @staticmethod
    def condition(rule: Rule) -> str:
        """Give what a rule asks for, as YAML."""
        node = rule.written.get("when") if rule.written else None
        return as_yaml(node) if node is not None else ""

    @staticmethod
    def wordings(rule: Rule) -> list[str]:
        """Give the words that a rule looks for itself, as they are written."""
        node = rule.written.get("wordings") if rule.written else None
        read = yaml.load(as_yaml(node), Loader=yaml.BaseLoader) if node is not None else []
        return [read] if isinstance(read, str) else list(read)


def packs() -> list[PackPage]:
    """Give the packs that ship: the default pack, then the others by name."""
    shipped = shipped_rules()
    found = [
        PackPage(pack.name, pack.description, tuple(rule for rule in shipped.rules if rule.pack == pack.name)) for pack in shipped.packs
    ]
    return sorted(found, key=lambda pack: (pack.name != "default", pack.name))


@dataclass(frozen=True)
class SubjectPage:
    """The concepts of one file of the vocabulary, in its order. title: what they have in common."""

    name: str
    title: str
    concepts: tuple[Concept, ...]


@cache
def subjects() -> tuple[SubjectPage, ...]:
    """Give the files of the vocabulary, by name, with what their first comment says."""
    vocabulary = load_vocabulary()
    found = []
    for path in sorted((rules_folder() / "vocabulary").glob("*.yaml")):
        title = path.read_text(encoding="utf-8").splitlines()[0].lstrip("# ").rstrip(".")
        ids = read_data(f"vocabulary/{path.name}", as_text=True)
        found.append(SubjectPage(path.stem, title, tuple(vocabulary[id_] for id_ in ids)))
    return tuple(found)


def page_of(concept: str) -> str:
    """Name the page that a concept stands on."""
    return next(subject.name for subject in subjects() if any(each.id == concept for each in subject.concepts))


@dataclass(frozen=True)
class LadderTable:
    """What the policy asks for in the stages of one ladder: a row for each channel, with a cell for each strength."""

    stages: tuple[str, ...]
    rows: tuple[tuple[str, str, tuple[str, ...]], ...]


def ladders() -> list[LadderTable]:
    """Give the policy for every ladder that is built in: channel, the channel in words, and the stage that each strength needs."""
    policy = load_policy()
    tables = []
    for ladder in BUILT_IN:
        manifest = Manifest((), ladder, {}, {}, {})
        rows = [
            (
                channel.name,
                channel.place,
                tuple(_lowest(manifest, channel.needs[strength]) if channel.checked else "not checked" for strength in STRENGTHS),
            )
            for channel in policy.channels.values()
        ]
        tables.append(LadderTable(tuple(stage.id for stage in ladder), tuple(rows)))
    return tables


def _lowest(manifest: Manifest, needed: str) -> str:
    """Give the first stage of a ladder with which a stage of the policy is satisfied."""
    return needed if needed == NONE else next(stage.id for stage in manifest.stages if satisfies(manifest, stage.id, needed))


def confidence() -> float:
    """Give how sure a link must be for an error to stay one."""
    return load_policy().confidence


def configuration_fields() -> Mapping[str, Field]:
    """Give the keys of a configuration, in their order."""
    return FIELDS


def formats_read() -> list[tuple[Format, list[str]]]:
    """Give the formats that are read, each with its suffixes, in the order of the table."""
    found: dict[Format, list[str]] = {}
    for suffix, format_ in FORMATS.items():
        if format_.module:
            found.setdefault(format_, []).append(suffix)
    return list(found.items())


def formats_refused() -> list[tuple[str, list[str]]]:
    """Give what to do with formats that are not read, each with the suffixes it holds for."""
    found: dict[str, list[str]] = {}
    for suffix, format_ in FORMATS.items():
        if not format_.module:
            found.setdefault(format_.save_as, []).append(suffix)
    return list(found.items())


def limits() -> Limits:
    """Give how much of a file is read at most."""
    return LIMITS


def rule_keys() -> Mapping[str, RuleKey]:
    """Give the keys of a rule file, in the order in which they are written."""
    return RULE_KEYS


def facts() -> list[tuple[str, str, str]]:
    """Give the facts that a condition may ask for: name, what each can be, what it tells."""
    return [(name, values_of(fact), fact.about) for name, fact in FACTS.items()]


def names() -> Mapping[str, str]:
    """Give the names that a message may use."""
    return NAMES
