"""`extends`: what a rule does not say itself is as in another rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimlint.configuration.paths import reported
from claimlint.errors import InputError
from claimlint.rules.packs import load_rules

OURS = "rule: ours\ncode: OWN101\nextends: {base}\n"
INHERITED = ("category", "severity", "summary", "why", "citation", "when", "at", "message", "suggestion", "once", "wordings")


def load(folder: Path, text: str, *more: str, severity: dict[str, str] | None = None):
    (folder / "ours.yaml").write_text(text, encoding="utf-8")
    return load_rules([*more, "ours.yaml"], folder, severity or {})


def problems_of(folder: Path, text: str) -> list[str]:
    with pytest.raises(InputError) as caught:
        load(folder, text)
    return [str(problem).replace(reported(folder) + "/", "") for problem in caught.value.problems]


@pytest.mark.parametrize("base", ["CL302", "missing-notice"])
@pytest.mark.parametrize("more", [(), ("default",)], ids=["its pack is not loaded", "its pack is loaded"])
def test_all_keys_are_taken_over(tmp_path, default_rules, base, more):
    (original,) = default_rules.find(base)
    (rule,) = load(tmp_path, OURS.format(base=base), *more).find("ours")
    same_mend = (rule.mend.how, rule.mend.template) == (original.mend.how, original.mend.template)
    assert ([key for key in INHERITED if getattr(rule, key) != getattr(original, key)], same_mend) == ([], True)


@pytest.mark.parametrize(
    ("own", "key", "value"),
    [
        ("severity: info", "severity", "info"),
        ("category: ours", "category", "ours"),
        ("message: Ask Kim.", "message", "Ask Kim."),
        ("citation: null", "citation", None),
        ("at: claim", "at", "claim"),
        ("once: true", "once", True),
        ("", "name", "ours"),
        ("", "code", "OWN101"),
        ("", "examples", ()),
    ],
)
def test_what_a_rule_says_itself_stays(tmp_path, own, key, value):
    (rule,) = load(tmp_path, OURS.format(base="CL201") + own).rules
    assert getattr(rule, key) == value


def test_a_rule_can_extend_one_of_the_same_load_over_several_steps(tmp_path):
    texts = [OURS.format(base="OWN102"), "rule: theirs\ncode: OWN102\nextends: CL101\nseverity: info\n"]
    rules = load(tmp_path, "".join("- " + text.replace("\n", "\n  ").rstrip() + "\n" for text in texts)).rules
    assert [(rule.name, rule.category, rule.severity) for rule in rules] == [
        ("ours", "unvalidated", "info"),
        ("theirs", "unvalidated", "info"),
    ]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (
            OURS.format(base="CL999"),
            ['ours.yaml:3:10: extends: "CL999" is no rule that is loaded or comes with claimlint.'],
        ),
        (OURS.format(base="overstated-valeu"), ['Did you mean "overstated-value"?']),
        (OURS.format(base="overstated"), ['"overstated" is no rule that is loaded']),
        (OURS.format(base=""), ["ours.yaml:3:9: extends must name a rule. Give its name or its code."]),
        (OURS.format(base="[CL101]"), ["ours.yaml:3:10: extends must name a rule. Give its name or its code."]),
        (OURS.format(base="ours"), ["ours.yaml:3:10: extends goes round in a circle: ours -> ours."]),
        (
            "- {rule: a, code: OWN101, extends: b}\n- {rule: b, code: OWN102, extends: a}\n",
            [
                "ours.yaml:1:36: extends goes round in a circle: b -> a -> b.",
                "ours.yaml:2:36: extends goes round in a circle: a -> b -> a.",
            ],
        ),
        ("code: OWN101\nextends: CL101\n", ["ours.yaml:1:1: rule is missing."]),
        ("rule: ours\nextends: CL101\n", ["ours.yaml:1:1: code is missing."]),
        (OURS.format(base="CL101") + "severity: loud\n", ['ours.yaml:4:11: severity cannot be "loud".']),
    ],
)
def test_what_cannot_be_extended_is_an_error_with_its_place(tmp_path, text, problems):
    found = problems_of(tmp_path, text)
    assert [problem in line for line, problem in zip(found, problems, strict=True)] == [True] * len(problems)


@pytest.mark.parametrize(("severity", "names"), [({}, {"overstated-value", "ours"}), ({"CL201": "off"}, {"ours"})])
def test_it_runs_beside_the_original_unless_that_is_off(tmp_path, severity, names):
    rules = load(tmp_path, OURS.format(base="CL201"), "default", severity=severity)
    assert {rule.name for rule in rules.rules} & {"overstated-value", "ours"} == names


def test_examples_are_tried_in_the_pack_of_the_rule_that_is_extended(tmp_path):
    (rule,) = load(tmp_path, OURS.format(base="CL201")).rules
    assert (rule.pack, rule.tried_in) == ("ours.yaml", "default")
