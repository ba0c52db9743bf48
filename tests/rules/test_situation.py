"""Which of a claim's numbers are held against a limit."""

from __future__ import annotations

from datetime import date

import pytest

from claimlint.claim import Value
from claimlint.manifest.loading import load_manifest
from claimlint.rules.situation import Situation

LAMP = """\
version: 1
capabilities:
  light:
    name: camp light
    validated: PVT
    limits:
      brightness: {max: 400 lm, condition: "25 C, full battery"}
      warmth: {range: [2200 K, 4000 K]}
"""


@pytest.mark.parametrize(
    ("words", "limits"),
    [
        pytest.param("Camp light: 400 lm (25 °C, full battery)", ["brightness"], id="the condition of another limit"),
        pytest.param("Camp light: 400 lm (full battery, 25 °C)", ["brightness"], id="in other order"),
        pytest.param("Camp light: 400 lm at 25 °C", ["brightness", "warmth"], id="not the whole condition"),
    ],
)
def test_a_number_of_a_stated_condition_is_no_claim(tmp_path, default_rules, make_claim, words, limits):
    path = tmp_path / "capabilities.yaml"
    path.write_text(LAMP, encoding="utf-8")
    values = (Value("400 lm", 12, 18, limit="brightness", amount=400.0), Value("25 °C", 0, 0, limit="warmth", amount=298.15))
    claim = make_claim("light", words, values=values)
    case = Situation(claim, load_manifest([path]), "public", default_rules.policy, date(2026, 11, 22))
    assert [limit.name for _, limit in case.measured] == limits
