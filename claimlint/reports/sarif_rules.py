"""Rules as SARIF describes them: reporting descriptors (section 3.49), each once, and which of them a finding belongs to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from claimlint.finding import Finding, RuleDescription
from claimlint.reports.citations import first_link, links_in
from claimlint.reports.excerpt import on_one_line
from claimlint.reports.markdown import escaped

LONGEST = 1024
"""Characters of a description that code scanning takes."""

Json = dict[str, Any]
_LEVELS = {"error": ("error", "error"), "warning": ("warning", "warning"), "info": ("note", "recommendation")}
"""By severity: the level, and what code scanning sorts by."""


class RuleIndex:
    """The rules of a run. descriptors: all that were in force, and those of findings beside them; ids are codes.

    Where configurations give one code to several rules, those after the first have their name in the id.
    """

    def __init__(self, rules: Iterable[RuleDescription], findings: Iterable[Finding]) -> None:
        described = {(rule.code, rule.name): rule for rule in rules}
        for finding in findings:
            described.setdefault((finding.code, finding.rule), _undescribed(finding))
        self._index = {key: index for index, key in enumerate(described)}
        self._ids: list[str] = []
        for code, name in described:
            self._ids.append(code if code not in self._ids else f"{code}/{name}")
        self.descriptors = [_descriptor(rule, name) for rule, name in zip(described.values(), self._ids, strict=True)]

    def index_of(self, finding: Finding) -> int:
        """Give the place of the rule of a finding among the descriptors."""
        return self._index[finding.code, finding.rule]

    def id_of(self, finding: Finding) -> str:
        """Give the id of the rule of a finding."""
        return self._ids[self.index_of(finding)]


def _undescribed(finding: Finding) -> RuleDescription:
    return RuleDescription(finding.rule, finding.code, finding.category, finding.severity, finding.category, finding.category)


def _descriptor(rule: RuleDescription, identity: str) -> Json:
    level, problem = _LEVELS[rule.severity]
    link = first_link(rule.citation)
    return {
        "id": identity,
        "name": rule.name,
        "shortDescription": {"text": _cut(rule.summary)},
        "fullDescription": {"text": _cut(rule.why)},
        "help": {"text": _help(rule), "markdown": _help_in_markdown(rule)},
        **({"helpUri": link} if link else {}),
        "defaultConfiguration": {"level": level},
        "properties": {"tags": ["marketing-copy", rule.category], "problem.severity": problem},
    }


def _cut(text: str) -> str:
    text = on_one_line(text)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _help(rule: RuleDescription) -> str:
    parts = [rule.summary, rule.why]
    if rule.citation:
        parts.append(" ".join(filter(None, (f"Citation: {rule.citation}", first_link(rule.citation)))))
    return "\n\n".join(on_one_line(part) for part in (*parts, f"More: claimlint explain {rule.code}"))


def _help_in_markdown(rule: RuleDescription) -> str:
    parts = [f"**{escaped(rule.summary)}**", escaped(rule.why)]
    if rule.citation:
        pieces = (f"[{escaped(words)}]({link})" if link else _piece(words) for words, link in links_in(rule.citation))
        parts.append(f"Citation: {''.join(pieces)}")
    return "\n\n".join((*parts, f"More: `claimlint explain {rule.code}`"))


def _piece(text: str) -> str:
    """Escape a piece of a text, with the spaces at its ends."""
    return " " * text[:1].isspace() + escaped(text) + " " * text[-1:].isspace()
