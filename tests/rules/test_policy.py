"""The policy: the table that ships, and what is wrong with a team's own."""

from __future__ import annotations

import pytest

from claimlint.claim import STRENGTHS
from claimlint.errors import InputError
from claimlint.rules.policy import POLICY_STAGES, load_policy


@pytest.mark.parametrize("channel", ["public", "sales", "beta", "prospecting"])
def test_a_firmer_promise_never_needs_a_lower_gate(channel):
    needed = [POLICY_STAGES.index(load_policy().needs(channel, strength)) for strength in STRENGTHS]
    assert needed == sorted(needed, reverse=True)


def test_internal_documents_are_not_checked():
    assert [channel.name for channel in load_policy().channels.values() if not channel.checked] == ["internal"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("channels: {public: {needs: {asertion: MP}}}", ':1:29: "asertion" is not known here. Did you mean "assertion"?'),
        ("channels: {public: {needs: {assertion: PTV}}}", ':1:40: assertion cannot be "PTV". Did you mean "PVT"?'),
        ("channels: {partners: {needs: {assertion: DVT}}}", 'channel "partners" does not say which gate these need: guarantee, commitment'),
        ("channels: {public: {checked: perhaps}}", ':1:30: checked is true or false, not "perhaps".'),
        ("channels: [public]", ":1:11: channels must be a mapping of channel names."),
        ("channel: {}", ':1:1: "channel" is not known here. Did you mean "channels"?'),
        ("confidence: 60 %", ":1:13: confidence must be a number from 0 to 1."),
        ("", "is empty."),
    ],
)
def test_a_policy_that_cannot_work(tmp_path, text, problem):
    path = tmp_path / "policy.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_policy(path)
    assert problem in str(caught.value)


def test_a_policy_may_speak_of_the_stages_of_a_ladder_of_its_own(tmp_path):
    path = tmp_path / "policy.yaml"
    path.write_text("stages: [lab, field]\nchannels: {public: {needs: {assertion: field}}}\n", encoding="utf-8")
    assert load_policy(path).needs("public", "assertion") == "field"
