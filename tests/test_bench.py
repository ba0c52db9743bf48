"""What documents are checked with fits together: channels, rules, severities, and a ladder with its policy."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimlint.bench import load_bench
from claimlint.configuration import ConfigurationSearch, Overrides
from claimlint.errors import InputError

MAPPED = "version: 1\nproducts: {lamp: {name: Glimmer Lamp}}\n"
LADDER = "version: 1\nstages: [sketch, lab, field]\nproducts: {lamp: {name: Glimmer Lamp}}\n"
NEEDS = "{needs: {guarantee: field, assertion: field, commitment: lab, intent: sketch, possibility: none}}"
UNCHECKED = ", ".join(f"{name}: {{checked: false}}" for name in ("sales", "beta", "prospecting"))
POLICY = f"stages: [sketch, lab, field]\nchannels: {{public: {NEEDS}, {UNCHECKED}}}\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def bench(configuration: str, manifest: str = MAPPED, policy: str = "", overrides: Overrides | None = None):
    Path("capabilities.yaml").write_text(manifest, encoding="utf-8")
    Path("policy.yaml").write_text(policy, encoding="utf-8")
    Path(".claimlint.yaml").write_text(configuration, encoding="utf-8")
    return load_bench(ConfigurationSearch(overrides).for_folder(Path()))


OWN = "rules: [default, ./policy.yaml]\n"


@pytest.mark.parametrize(
    ("configuration", "manifest", "policy", "overrides", "problem"),
    [
        pytest.param(
            "channels:\n  publik: a/**\n",
            MAPPED,
            "",
            Overrides(),
            '.claimlint.yaml:2:3: "publik" is no channel. Did you mean "public"?',
            id="channel of the configuration",
        ),
        pytest.param(
            "",
            MAPPED,
            "",
            Overrides(channel="publik"),
            '--channel: "publik" is no channel. Did you mean "public"?',
            id="channel of the option",
        ),
        pytest.param(
            "rules:\n  - defualt\n",
            MAPPED,
            "",
            Overrides(),
            '.claimlint.yaml:2:5: "defualt" is neither a pack of rules nor a file. Did you mean "default"?',
            id="pack of the configuration",
        ),
        pytest.param(
            "",
            MAPPED,
            "",
            Overrides(rules=("defualt",)),
            '--rules: "defualt" is neither a pack of rules nor a file. Did you mean "default"?',
            id="pack of the option",
        ),
        pytest.param(
            "rules: [default, ./gone.yaml]\n",
            MAPPED,
            "",
            Overrides(),
            '.claimlint.yaml:1:18: "gone.yaml" is neither a pack of rules nor a file.',
            id="file of rules",
        ),
        pytest.param(
            "fail-on: error\nseverity: {CL999: off}\n",
            MAPPED,
            "",
            Overrides(),
            '.claimlint.yaml:2:12: severity: "CL999" is no rule, code or category in force.',
            id="severity",
        ),
        pytest.param(
            "",
            LADDER,
            "",
            Overrides(),
            'capabilities.yaml:2:10: the stage "sketch" belongs to no ladder that is built in',
            id="ladder without a policy",
        ),
        pytest.param(
            OWN,
            LADDER,
            POLICY.replace("sales: {checked: false}, ", ""),
            Overrides(),
            'channel "sales" asks for "MP" and "PVT" and "EVT", but the ladder of capabilities.yaml is sketch, lab, field.',
            id="channel that the policy forgot",
        ),
        pytest.param(
            OWN,
            LADDER.replace("lab", "lap"),
            POLICY,
            Overrides(),
            'policy.yaml:2:12: channel "public" asks for "lab", but the ladder of capabilities.yaml is sketch, lap, field.',
            id="ladder and policy differ",
        ),
        pytest.param(
            OWN,
            MAPPED,
            POLICY,
            Overrides(),
            'policy.yaml:2:12: channel "public" asks for "field" and "lab" and "sketch", but the ladder of capabilities.yaml is EVT,',
            id="policy for another ladder",
        ),
    ],
)
def test_what_does_not_fit_is_told_where_it_stands(configuration, manifest, policy, overrides, problem):
    with pytest.raises(InputError) as caught:
        bench(configuration, manifest, policy, overrides)
    assert any(problem in str(found) for found in caught.value.problems), caught.value


def test_everything_that_does_not_fit_is_told_in_one_run():
    with pytest.raises(InputError) as caught:
        bench("channels: {publik: a/**}\nseverity: {CL999: off}\n", "version: 2\n")
    assert {found.path for found in caught.value.problems} == {".claimlint.yaml", "capabilities.yaml"}


def test_rules_can_be_put_out_of_force():
    assert "CL110" not in [rule.code for rule in bench("severity: {CL110: off}\n").rules.rules]


def test_a_ladder_with_a_policy_of_its_own_and_a_channel_of_its_own():
    channel = f"partners: {NEEDS.replace('assertion: field', 'assertion: lab')}"
    loaded = bench(OWN + "channels: {partners: partners/**}\n", LADDER, POLICY.replace("public:", f"{channel}, public:"))
    assert [stage.id for stage in loaded.manifest.stages] == ["sketch", "lab", "field"]
    assert loaded.rules.policy.needs("partners", "assertion") == "lab"
