"""Rules to start from: a commented one that works, or one that extends another."""

from __future__ import annotations

from claimlint.data import rules_folder
from claimlint.errors import COMMAND_LINE, InputError
from claimlint.positioned_yaml import Entries, nearest
from claimlint.rules.keys import NAME
from claimlint.rules.model import Rule, RuleSet
from claimlint.rules.writing import as_yaml

CODE = "OUR101"


def starter_rule(name: str, file: str, extends: str | None, shipped: RuleSet) -> str:
    """Give the text of a rule file whose examples come out as it says.

    file: the name under which it will be written. extends: name or code of one of the rules that ship, None for a rule that
    stands alone. Raises InputError for a name that no rule can have, and for a rule that is not there.
    """
    if not NAME.fullmatch(name):
        message = f'a rule cannot be called "{name}".'
        raise InputError(COMMAND_LINE.problem("rules", name, message, "Join words with hyphens, such as no-guarantees."))
    names = {"name": name, "file": file, "code": CODE}
    if extends is None:
        return _filled("rule", names)
    base = _base(extends, shipped)
    return _filled("extension", {**names, "base": base.code, "severity": base.severity, "examples": _examples(base)})


def _base(name: str, shipped: RuleSet) -> Rule:
    found = [rule for rule in shipped.rules if name in (rule.code, rule.name)]
    if not found:
        known = [identity for rule in shipped.rules for identity in (rule.code, rule.name)]
        raise InputError(COMMAND_LINE.problem("rules", name, f'--extends: "{name}" is no rule that ships.', nearest(name, known)))
    return found[0]


def _examples(base: Rule) -> str:
    written = base.written
    entry = written.entries.get("examples") if written else None
    return as_yaml(Entries("", 0, 0, {"examples": entry})).rstrip("\n") if entry else ""


def _filled(template: str, names: dict[str, str]) -> str:
    from jinja2 import Environment, StrictUndefined

    source = (rules_folder() / "starter" / f"{template}.yaml.jinja").read_text(encoding="utf-8")
    return Environment(undefined=StrictUndefined, keep_trailing_newline=True).from_string(source).render(names)
