"""Which rules a command on rules speaks of: those it is told, else those in force here, else all that ship."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from claimlint.configuration import ConfigurationSearch, Overrides
from claimlint.configuration.search import NothingToCheckAgainst
from claimlint.errors import COMMAND_LINE, InputError
from claimlint.positioned_yaml import nearest
from claimlint.rules.model import Rule, RuleSet
from claimlint.rules.packs import load_rules, pack_names


@dataclass(frozen=True)
class KnownRules:
    """Rules that can be asked for. in_force: those that a check would use here, severities as configured; every: all, as they are written.

    configured: where that was said, None where nothing was.
    """

    in_force: RuleSet
    every: RuleSet
    configured: Path | None = None

    def find(self, name: str) -> tuple[Rule, ...]:
        """Give the rules of a code, name or category, those in force before all others. Raises InputError for a name that no rule has."""
        for ruleset in (self.in_force, self.every):
            found = ruleset.find(name) or ruleset.find(name.upper())
            if found:
                return found
        known = [identity for rule in self.every.rules for identity in (rule.code, rule.name, rule.category)]
        raise InputError(COMMAND_LINE.problem("rules", name, f'"{name}" is no rule, code or category.', nearest(name, known)))


def known_rules(names: Sequence[str], config: Path | None = None) -> KnownRules:
    """Load rules to speak of.

    names: packs and files; where none is given, those of the configuration (the nearest to the working directory, or config)
    and all packs. Raises InputError for what cannot be loaded.
    """
    if names:
        every = load_rules(names, Path(), {}, COMMAND_LINE)
        return KnownRules(every, every)
    try:
        configuration = ConfigurationSearch(Overrides(config=config)).for_folder(Path())
    except NothingToCheckAgainst:
        every = load_rules(pack_names(), Path(), {}, COMMAND_LINE)
        return KnownRules(every, every)
    chosen = tuple(map(str, configuration.rules))
    in_force = load_rules(chosen, configuration.folder, configuration.severity, configuration.origin)
    every = load_rules(tuple(dict.fromkeys((*chosen, *pack_names()))), configuration.folder, {}, configuration.origin)
    return KnownRules(in_force, every, configuration.path)
