from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

COMPLETE = """\
version: 1
stages: [EVT, DVT, PVT, MP]
products:
  x1:
    name: Aurora X1
    aliases: [X1]
    validated: DVT
    availability: {preorder: 2026-11-01, ships: 2027-02-15, regions: [US, EU]}
capabilities:
  battery-life:
    product: x1
    name: battery life
    aliases: [runtime, operating time]
    concept: battery-life
    validated: DVT
    gates:
      EVT: {result: passed, date: 2026-03-02, evidence: [TR-101]}
      DVT: {result: waived, by: quality team, until: 2026-12-31, why: "two of three chambers were down"}
      PVT: {result: running, due: 2026-12-01, builds: [PVT-1], firmware: ">=1.4"}
    state: active
    owner: power team
    evidence: [TR-118]
    expires: 2027-06-18
    limits:
      runtime: {max: 10 h, condition: "50 % volume, 25 C", tolerance: 5 %, disclose: true}
      charge-time: {min: 90 min}
      temperature: {range: [-10 C, 45 C]}
      ingress: {rating: IP67}
      bluetooth: {version: 5.10}
      cores: {equals: 4}
    wording:
      approved: ["up to 10 hours of playback"]
      forbidden: ["all-day battery"]
      requires: ["at 25 °C"]
    scope: {regions: [US], variants: [x1-lte], firmware: ">=1.4"}
    waivers:
      - {rule: CL202, by: quality team, until: 2027-01-31, why: the condition is on the box}
  wifi: {name: Wi-Fi, validated: EVT}
  solar-lid: {name: solar lid, state: cancelled}
certifications:
  fcc:
    product: x1
    name: FCC equipment authorization
    aliases: [FCC]
    status: granted
    id: 2ABCD-X1
    expires: 2028-01-01
    covers: [wifi]
not-claimed: ["fast charging"]
substantiation:
  lightest: {wording: ["lightest in its class"], evidence: [MKT-7], until: 2027-03-31}
waivers:
  - {rule: CL602, why: the roadmap is published monthly}
"""


@pytest.fixture
def manifest_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Give a function that writes a manifest into an empty working directory and names it relative to that."""
    monkeypatch.chdir(tmp_path)

    def write(content: str | bytes, name: str = "capabilities.yaml") -> Path:
        Path(name).write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return Path(name)

    return write


@pytest.fixture
def complete(manifest_file: Callable[..., Path]) -> Path:
    """A manifest that uses every key."""
    return manifest_file(COMPLETE)
