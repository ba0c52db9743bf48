"""What documents are checked with: manifest, rules and lexicon, loaded once for each configuration and held against each other."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from claimlint.caching.identity import digest
from claimlint.caching.records import encoded
from claimlint.configuration.model import Configuration
from claimlint.configuration.paths import reported
from claimlint.errors import InputError, Problem
from claimlint.language.pipeline import DEFAULT_MODEL
from claimlint.linking.lexicon import Lexicon, build_lexicon
from claimlint.manifest.board import board_of
from claimlint.manifest.loading import load_manifest, manifest_of
from claimlint.manifest.lock import describe_age
from claimlint.manifest.model import Manifest
from claimlint.manifest.source import ManifestSource
from claimlint.outline import Outline
from claimlint.positioned_yaml import nearest
from claimlint.review.excusing import waiver_notes
from claimlint.rules.describing import rules_described
from claimlint.rules.model import RuleSet
from claimlint.rules.packs import load_rules
from claimlint.rules.policy import Policy, gates_that_are_missing
from claimlint.sieve.sieve import Sieve
from claimlint.timing import Stopwatch
from claimlint.vocabulary import Concept, load_vocabulary


@dataclass(frozen=True)
class Bench:
    """Everything that documents are checked with. model: the name of a spaCy pipeline."""

    manifest: Manifest
    rules: RuleSet
    model: str = DEFAULT_MODEL

    @cached_property
    def lexicon(self) -> Lexicon:
        """What the manifest's subjects are called, made when the first document is linked."""
        return lexicon_of(self.manifest)

    @cached_property
    def identity(self) -> bytes:
        """A hash of everything here that decides which promises are found in a document."""
        worded = ((rule.name, rule.wordings) for rule in self.rules.rules if rule.wordings)
        return digest((repr(self.manifest.files).encode("utf-8"), self.model.encode("utf-8"), encoded(tuple(worded))))

    @cached_property
    def sieve(self) -> Sieve:
        """What tells which stretches of copy may hold a claim; made when it is first asked for."""
        return Sieve(self.lexicon, self.rules.wordings)


def load_bench(configuration: Configuration, sources: Sequence[ManifestSource] = ()) -> Bench:
    """Load what a configuration names; sources and what is raised: as for `load_manifest_and_rules`."""
    manifest, rules = load_manifest_and_rules(configuration, sources)
    return Bench(manifest, rules, configuration.model or DEFAULT_MODEL)


def outline_of(bench: Bench, configuration: Configuration, day: date) -> Outline:
    """Give what reports tell of a bench on a day."""
    return Outline(
        files=bench.manifest.files,
        rules=rules_described(bench.rules),
        board=board_of(bench.manifest, day),
        once=tuple(rule.name for rule in bench.rules.rules if rule.once),
        notes=(*filter(None, [describe_age(bench.manifest, configuration.max_age, day)]), *waiver_notes(bench.manifest, bench.rules, day)),
    )


def load_benches(configurations: Mapping[int, Configuration], watch: Stopwatch | None = None) -> dict[int, Bench]:
    """Load a bench for each configuration. Raises InputError with everything that is wrong with any of them."""
    benches: dict[int, Bench] = {}
    problems: list[Problem] = []
    with (watch or Stopwatch()).stage("load"):
        for key, configuration in configurations.items():
            try:
                benches[key] = load_bench(configuration)
            except InputError as error:
                problems.extend(error.problems)
    if problems:
        raise InputError(dict.fromkeys(problems))
    return benches


def load_manifest_and_rules(configuration: Configuration, sources: Sequence[ManifestSource] = ()) -> tuple[Manifest, RuleSet]:
    """Load what a configuration judges by, without what it takes to read copy.

    sources: manifest files that have been read already, in place of those that the configuration names.
    Raises InputError with everything that is wrong with its rules, its channels and its manifest, and where the policy asks for
    gates that the manifest's ladder does not have.
    """
    problems: list[Problem] = []
    rules, manifest = _rules(configuration, problems), None
    try:
        # Where the rules are broken, nobody knows yet whether their policy has stages of its own.
        own_policy = rules is None or bool(rules.policy.stages)
        manifest = _manifest(configuration, sources, own_policy)
    except InputError as error:
        problems.extend(error.problems)
    if rules is not None:
        problems.extend(_unknown_channels(configuration, rules.policy))
        problems.extend(gates_that_are_missing(rules.policy, manifest) if manifest is not None else ())
    if problems or rules is None or manifest is None:
        raise InputError(problems)
    return manifest, rules


def lexicon_of(manifest: Manifest, before: Lexicon | None = None, changed: Collection[str] = ()) -> Lexicon:
    """Make the lexicon of a manifest with the vocabulary that ships with claimlint; before, changed: as for `build_lexicon`."""
    return build_lexicon(manifest, vocabulary(), before, changed)


def _manifest(configuration: Configuration, sources: Sequence[ManifestSource], own_policy: bool) -> Manifest:
    if sources:
        return manifest_of(sources, own_policy=own_policy)
    return load_manifest([Path(reported(path)) for path in configuration.manifests], own_policy=own_policy)


def _rules(configuration: Configuration, problems: list[Problem]) -> RuleSet | None:
    try:
        rules = load_rules(tuple(map(str, configuration.rules)), configuration.folder, configuration.severity, configuration.origin)
    except InputError as error:
        problems.extend(error.problems)
        return None
    if configuration.confidence is None:
        return rules
    return replace(rules, policy=replace(rules.policy, confidence=configuration.confidence))


def _unknown_channels(configuration: Configuration, policy: Policy) -> Iterator[Problem]:
    """Say which channels the policy does not have: of the patterns, or the one that the command line names."""
    named = [name for name, _ in configuration.channels] + ([configuration.channel] if configuration.channel else [])
    for name in named:
        if name not in policy.channels:
            yield configuration.origin.problem("channels", name, f'"{name}" is no channel.', nearest(name, policy.channels))


@cache
def vocabulary() -> Mapping[str, Concept]:
    """Read the vocabulary that ships with claimlint, once."""
    return load_vocabulary()
