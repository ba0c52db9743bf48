"""Rules that look for wordings of their own: which uses they judge, and what they may ask of the product and its certificates."""

from __future__ import annotations

from datetime import date

import pytest

from claimlint.judging import check_text
from claimlint.manifest.loading import load_manifest
from claimlint.rules.packs import load_rules

TODAY = date(2026, 11, 22)

MANIFEST = """\
version: 1
products:
  tern: {name: Tern Tracker, aliases: [Tern], validated: MP, availability: {ships: 2027-03-02}}
  wren: {name: Wren Tracker, aliases: [Wren], validated: MP, availability: {ships: 2024-03-01}}
capabilities:
  bluetooth: {name: Bluetooth, validated: MP}
certifications:
  seal: {product: tern, name: Harbour Seal, aliases: [seal of the harbour], status: pending}
  badge: {product: tern, name: Dock Badge, status: granted, expires: 2026-11-30}
"""

RULE = """\
rule: salt-proof
code: OWN101
category: own
severity: error
summary: Salt.
why: Because.
wordings: [salt proof, proof against salt, salt]
when:
  claim.polarity: affirmed
  {condition}
message: "{{{{ words }}}}"
"""

GENERAL = """\
rule: general
code: OWN102
category: own
severity: {severity}
summary: All that is said of it.
why: Because.
when: {{claim.kind: [feature, value, certification]}}
message: "{{{{ words }}}}"
"""


@pytest.fixture(scope="module")
def manifest(tmp_path_factory):
    path = tmp_path_factory.mktemp("tern") / "capabilities.yaml"
    path.write_text(MANIFEST, encoding="utf-8")
    return load_manifest([path])


@pytest.fixture
def found(manifest, tmp_path):
    def find(copy, condition="channel: public", *more, day=TODAY):
        for number, rule in enumerate((RULE.format(condition=condition), *more)):
            (tmp_path / f"rule-{number}.yaml").write_text(rule, encoding="utf-8")
        rules = load_rules([path.name for path in sorted(tmp_path.glob("*.yaml"))], tmp_path, {})
        return [(finding.code, finding.text) for finding in check_text(copy, manifest, "public", rules, day, suffix=".txt").findings]

    return find


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        pytest.param("Tern is salt-proof.", ["salt-proof"], id="said of the product"),
        pytest.param("Tern is not salt-proof.", [], id="denied"),
        pytest.param("The Tern Tracker is not proof against salt.", [], id="denied at a distance"),
        pytest.param("Is Tern salt-proof?", [], id="asked"),
        pytest.param("Salt-proof against salt.", ["Salt-proof"], id="wordings that share a word are one use"),
        pytest.param("Salt-proof, and proof against salt.", ["Salt-proof", "proof against salt"], id="two uses"),
    ],
)
def test_which_uses_are_judged(found, copy, expected):
    assert [text for _, text in found(copy)] == expected


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("certificates.missing: {contains: [seal of the harbour]}", True),
        ("certificates.missing: {contains: [Dock Badge]}", False),
        ("certificates.granted: {contains: [Dock Badge]}", True),
        ("certificates.granted: {contains: [Harbour Seal]}", False),
        ("product.ships-in: {above: 99}", True),
        ("product.ships-in: {above: 100}", False),
        ("notes.text: {contains: [fresh water]}", True),
        ("notes.text: {contains: [salt proof]}", False),
    ],
)
def test_what_a_condition_learns_of_the_product_around_it(found, condition, expected):
    assert bool(found("Tern is salt-proof.*\n\n* In fresh water.", condition)) is expected


@pytest.mark.parametrize(
    ("copy", "condition"),
    [
        ("Wren is salt-proof.", "certificates.missing: {contains: [Harbour Seal]}"),
        ("Wren is salt-proof.", "certificates.granted: {contains: [Dock Badge]}"),
        ("Wren is salt-proof.", "product.ships-in: {above: 0}"),
    ],
)
def test_another_product_has_certificates_and_dates_of_its_own(found, copy, condition):
    assert found(copy, condition) == []


def test_a_certificate_that_has_expired_is_missing(found):
    assert found("Tern is salt-proof.", "certificates.missing: {contains: [Dock Badge]}", day=date(2026, 12, 1)) != []


@pytest.mark.parametrize(
    ("condition", "severity", "expected"),
    [
        pytest.param("channel: public\ninstead-of: general", "error", ["OWN101"], id="in its place"),
        pytest.param("channel: public\ninstead-of: [general]", "warning", ["OWN101"], id="in place of what is less severe"),
        pytest.param("channel: sales\ninstead-of: general", "error", ["OWN102"], id="only where it is reported itself"),
        pytest.param("channel: public", "error", ["OWN102", "OWN101"], id="beside it where the rule does not say so"),
    ],
)
def test_a_rule_that_says_more_takes_the_place_of_a_general_one(found, condition, severity, expected):
    assert [code for code, _ in found("Tern has salt-proof Bluetooth.", condition, GENERAL.format(severity=severity))] == expected


def test_a_rule_does_not_hide_what_is_more_severe(found):
    mild = RULE.replace("severity: error", "severity: info").replace("salt-proof\n", "mild\n").replace("OWN101", "OWN103")
    mild = mild.format(condition="channel: public\ninstead-of: general")
    codes = [code for code, _ in found("Tern has salt-proof Bluetooth.", "channel: sales", GENERAL.format(severity="error"), mild)]
    assert codes == ["OWN102", "OWN103"]
