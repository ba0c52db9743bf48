"""Loading rules: packs that ship with claimlint, and a team's own files and folders."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from claimlint.configuration.paths import reported
from claimlint.data import rules_folder
from claimlint.errors import InputError, Origin, Problem
from claimlint.finding import OFF, SEVERITIES
from claimlint.positioned_yaml import Entries, Items, nearest
from claimlint.rules.extending import WrittenRule, extends_another, with_inherited
from claimlint.rules.files import PACK_FILE, POLICY_FILE, rule_files
from claimlint.rules.model import Pack, Rule, RuleSet
from claimlint.rules.nodes import Problems, place_of, read_yaml, refuse_unknown, text_at
from claimlint.rules.phrases import load_phrases
from claimlint.rules.policy import Policy, load_policy, read_policy
from claimlint.rules.rule_reading import day_at, read_rule

_CONFIGURATION = Origin(".claimlint.yaml")


def pack_names() -> tuple[str, ...]:
    """Name the packs that ship with claimlint."""
    return tuple(sorted(folder.parent.name for folder in rules_folder().glob(f"*/{PACK_FILE}")))


def load_rules(names: Sequence[str], folder: Path, severity: Mapping[str, str], origin: Origin = _CONFIGURATION) -> RuleSet:
    """Load the rules that a configuration names.

    names: packs, and paths of YAML files or of folders of them, relative to folder; a policy.yaml among them overrides cells
    of the policy. severity: error, warning, info or off, by code, rule name or category; the more exact key wins.
    origin: where the names and severities stand, for problems with them.
    Raises InputError with everything that is wrong.
    """
    problems: Problems = []
    written: list[WrittenRule] = []
    packs: list[Pack] = []
    policy = load_policy()
    for path in _files(names, folder, origin, problems):
        if path.name == PACK_FILE:
            packs.extend(_pack(path, problems))
        elif path.name == POLICY_FILE:
            policy = _overridden(path, policy, problems)
        else:
            written.extend(_written(path, problems))
    rules = _read(written, problems)
    _check_unique(rules, problems)
    _check_severities(severity, rules, origin, problems)
    in_force = [rule for rule in rules if _severity(rule, severity) != OFF]
    if not in_force and not problems:
        remedy = f'Name a pack, such as "default"{", or leave severities on" if rules else ""}.'
        problems.append(Problem(origin.path, None, None, "no rules are in force, so nothing would be checked.", remedy))
    if problems:
        raise InputError(dict.fromkeys(problems))
    ordered = sorted((_with_severity(rule, severity) for rule in in_force), key=lambda rule: rule.code)
    return RuleSet(tuple(ordered), tuple(packs), policy, load_phrases())


@cache
def shipped_rules() -> RuleSet:
    """Load the rules of all packs that come with claimlint, once."""
    return load_rules(pack_names(), Path(), {})


def _files(names: Sequence[str], folder: Path, origin: Origin, problems: Problems) -> Iterable[Path]:
    """Give every file that the names stand for, once, in their order; a rule of a pack brings the pack's own file along."""
    found: dict[Path, None] = {}
    for name in names:
        place = rules_folder() / name if name in pack_names() else folder / name
        files = rule_files(place)
        found.update(dict.fromkeys(files))
        if not files and place.is_dir():
            remedy = "Rules are files that end in .yaml or .yml."
            problems.append(origin.problem("rules", name, f'the folder "{_shown(name)}" holds no rules.', remedy))
        elif not files:
            remedy = nearest(name, list(pack_names()))
            problems.append(origin.problem("rules", name, f'"{_shown(name)}" is neither a pack of rules nor a file.', remedy))
    return found


def _shown(name: str) -> str:
    return reported(Path(name)) if Path(name).is_absolute() else name


def _pack(path: Path, problems: Problems) -> Iterable[Pack]:
    root = read_yaml(path, problems)
    if not isinstance(root, Entries):
        return
    refuse_unknown(root, ("pack", "description", "day", "manifest"), problems)
    yield Pack(
        name=text_at(root, "pack", problems),
        description=text_at(root, "description", problems),
        manifest=path.parent / text_at(root, "manifest", problems),
        day=day_at(root, "day", problems) or date(2026, 1, 1),
        place=place_of(root.get("manifest") or root),
    )


def _overridden(path: Path, policy: Policy, problems: Problems) -> Policy:
    return read_policy(path, policy, problems) or policy


def _written(path: Path, problems: Problems) -> Iterable[WrittenRule]:
    """Give the rules of a file, which holds one rule or a list of rules."""
    root = read_yaml(path, problems)
    if root is None:
        return
    in_pack = (path.parent / PACK_FILE).is_file()
    pack = path.parent.name if in_pack else path.name
    for node in root.items if isinstance(root, Items) else (root,):
        yield WrittenRule(node, pack, pack if in_pack else "")


def _read(written: Sequence[WrittenRule], problems: Problems) -> list[Rule]:
    rules = []
    shipped = _shipped() if any(map(extends_another, written)) else ()
    for whole in with_inherited(written, shipped, problems):
        rule = read_rule(whole.node, whole.pack, problems)
        if rule is not None and isinstance(whole.node, Entries):
            rules.append(replace(rule, tried_in=whole.tried_in, written=whole.node))
    return rules


@cache
def _shipped() -> tuple[WrittenRule, ...]:
    """Give every rule that ships with claimlint, whether its pack is loaded or not."""
    files = _files(pack_names(), Path(), _CONFIGURATION, [])
    return tuple(rule for path in files if path.name not in (PACK_FILE, POLICY_FILE) for rule in _written(path, []))


def _check_unique(rules: Sequence[Rule], problems: Problems) -> None:
    """Names and codes must each stand for one rule: severities, suppressions and baselines go by them."""
    first: dict[str, Rule] = {}
    for rule in rules:
        for identity in filter(None, (rule.name, rule.code)):
            known = first.setdefault(identity, rule)
            if known is not rule:
                message = f'"{identity}" is already the name of the rule at {known.place.path}:{known.place.line}.'
                problems.append(Problem(rule.place.path, rule.place.line, rule.place.column, message, "Choose another."))


def _check_severities(severity: Mapping[str, str], rules: Sequence[Rule], origin: Origin, problems: Problems) -> None:
    known = {key: rule for rule in rules for key in (rule.name, rule.code, rule.category)}
    for key, value in severity.items():
        if key not in known:
            message = f'severity: "{key}" is no rule, code or category in force.'
            problems.append(origin.problem("severity", key, message, nearest(key, known)))
        if value not in (*SEVERITIES, OFF):
            message = f'severity: "{key}" cannot be "{value}".'
            problems.append(origin.problem("severity", key, message, nearest(value, (*SEVERITIES, OFF))))


def _severity(rule: Rule, severity: Mapping[str, str]) -> str:
    return next((severity[key] for key in (rule.name, rule.code, rule.category) if key in severity), rule.severity)


def _with_severity(rule: Rule, severity: Mapping[str, str]) -> Rule:
    chosen = _severity(rule, severity)
    return replace(rule, severity=next(known for known in SEVERITIES if known == chosen))
