"""What has changed between two manifests, in words; each row edits the manifest that uses every key, and names what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from claimlint.manifest.differences import WHOLE, differences, renamed_entries
from claimlint.manifest.loading import load_manifest
from claimlint.manifest.lock import write_lock
from claimlint.manifest.model import Manifest

Edited = Callable[..., tuple[Manifest, Manifest]]

ROWS = [
    # gates
    ("battery life", "PVT: {result: running, due: 2026-12-01,", "PVT: {result: passed,", ["PVT passed (was DVT)"], "validated: PVT"),
    (
        "battery life",
        "DVT: {result: waived, by: quality team, until: 2026-12-31,",
        "DVT: {result: failed,",
        ["DVT failed; the last gate passed is EVT (was DVT)"],
        "validated: EVT",
    ),
    (
        "battery life",
        "EVT: {result: passed,",
        "EVT: {result: failed,",
        ["EVT failed; no gate is passed any more (was DVT)"],
        "validated: none",
    ),
    ("battery life", "PVT: {result: running,", "PVT: {result: failed,", ["PVT failed (was running)"]),
    ("battery life", "due: 2026-12-01", "due: 2027-02-01", ["PVT due: 2026-12-01 → 2027-02-01"]),
    ("battery life", ", due: 2026-12-01", "", ["PVT due: 2026-12-01 → open"]),
    ("battery life", "until: 2026-12-31", "until: 2026-06-30", ["DVT waived until: 2026-12-31 → 2026-06-30"]),
    ("battery life", "evidence: [TR-101]}", "evidence: [TR-102]}", ["EVT: what is on record for it has changed"]),
    ("Wi-Fi", "wifi: {name: Wi-Fi, validated: EVT}", "wifi: {name: Wi-Fi, validated: DVT}", ["DVT passed (was EVT)"]),
    ("Wi-Fi", "wifi: {name: Wi-Fi, validated: EVT}", "wifi: {name: Wi-Fi}", ["no gate is passed any more (was EVT)"]),
    (
        "Wi-Fi",
        "wifi: {name: Wi-Fi, validated: EVT}",
        "wifi: {name: Wi-Fi, gates: {EVT: {result: passed}, DVT: {result: planned, due: 2027-01-08}}}",
        ["DVT planned, due 2027-01-08 (was not on record)"],
    ),
    ("Aurora X1", "    validated: DVT\n    availability", "    validated: PVT\n    availability", ["PVT passed (was DVT)"]),
    # state and dates
    ("battery life", "state: active", "state: failed", ["failed (was active)"]),
    ("solar lid", "state: cancelled", "state: active", ["active (was cancelled)"]),
    ("battery life", "expires: 2027-06-18", "expires: 2026-10-01", ["holds until: 2027-06-18 → 2026-10-01"]),
    ("battery life", "    expires: 2027-06-18\n", "", ["holds until: 2027-06-18 → no end"]),
    ("Aurora X1", "ships: 2027-02-15", "ships: 2027-04-01", ["ships: 2027-02-15 → 2027-04-01"]),
    ("Aurora X1", "preorder: 2026-11-01, ", "", ["pre-orders open: 2026-11-01 → no date"]),
    ("Aurora X1", "ships: 2027-02-15, regions: [US, EU]", "ships: 2027-02-15, regions: [US]", ["region EU removed"]),
    # limits
    ("battery life", "{max: 10 h,", "{max: 8 h,", ["runtime: max 10 h → 8 h"]),
    ("battery life", "{min: 90 min}", "{max: 90 min}", ["charge-time: min 90 min → max 90 min"]),
    ("battery life", "range: [-10 C, 45 C]", "range: [0 C, 45 C]", ["temperature: range -10 C to 45 C → 0 C to 45 C"]),
    ("battery life", "rating: IP67", "rating: IP65", ["ingress: rating IP67 → IP65"]),
    ("battery life", "version: 5.10", "version: 5.4", ["bluetooth: version 5.10 → 5.4"]),
    ("battery life", "      cores: {equals: 4}\n", "", ["limit removed: cores: equals 4"]),
    (
        "battery life",
        "      cores: {equals: 4}\n",
        "      cores: {equals: 4}\n      mass: {min: 2 kg, condition: no strap}\n",
        ["new limit: mass: min 2 kg (no strap)"],
    ),
    ("battery life", 'condition: "50 % volume, 25 C"', 'condition: "25 C"', ["condition of runtime: “50 % volume, 25 C” → “25 C”"]),
    ("battery life", "tolerance: 5 %", "tolerance: 2 %", ["tolerance of runtime: 5 % → 2 %"]),
    ("battery life", "disclose: true", "disclose: false", ["condition of runtime need not be disclosed now"]),
    # wording, scope
    (
        "battery life",
        'forbidden: ["all-day battery"]',
        'forbidden: ["endless battery"]',
        ["“all-day battery” no longer ruled out", "“endless battery” ruled out"],
    ),
    ("battery life", 'approved: ["up to 10 hours of playback"]', "approved: []", ["“up to 10 hours of playback” no longer approved"]),
    ("battery life", 'requires: ["at 25 °C"]', 'requires: ["at 25 °C", "at half volume"]', ["“at half volume” required beside it"]),
    ("battery life", "scope: {regions: [US]", "scope: {regions: [US, EU]", ["region EU added"]),
    ("battery life", "variants: [x1-lte]", "variants: []", ["variant x1-lte removed"]),
    ("battery life", 'variants: [x1-lte], firmware: ">=1.4"', 'variants: [x1-lte], firmware: ">=2"', ["firmware: >=1.4 → >=2"]),
    # names
    (
        "battery life",
        "aliases: [runtime, operating time]",
        "aliases: [runtime, endurance]",
        ["alias “operating time” removed", "alias “endurance” added"],
    ),
    ("stamina", "name: battery life", "name: stamina", ["name: “battery life” → “stamina”"]),
    ("battery life", "concept: battery-life", "concept: weight", ["concept: battery-life → weight"]),
    ("battery life", "    product: x1\n    name: battery life", "    name: battery life", ["holds for: x1 → all products"]),
    ("solar lid", "solar-lid: {", "lid-of-sun: {", ["id: solar-lid → lid-of-sun"]),
    # certificates
    ("FCC equipment authorization", "status: granted", "status: refused", ["refused (was granted)"]),
    ("FCC equipment authorization", "expires: 2028-01-01", "expires: 2026-01-01", ["holds until: 2028-01-01 → 2026-01-01"]),
    ("FCC equipment authorization", "covers: [wifi]", "covers: []", ["covers wifi removed"]),
    ("FCC equipment authorization", "id: 2ABCD-X1", "id: 2ABCD-X2", ["number: 2ABCD-X1 → 2ABCD-X2"]),
    # entries
    ("solar lid", "  solar-lid: {name: solar lid, state: cancelled}\n", "", ["removed from the manifest"]),
    ("dock", "  wifi: {", "  dock: {name: dock, validated: DVT}\n  wifi: {", ["new in the manifest, DVT passed"]),
    ("dock", "  wifi: {", "  dock: {name: dock}\n  wifi: {", ["new in the manifest, no gate passed yet"]),
    ("dock", "  wifi: {", "  dock: {name: dock, state: cancelled}\n  wifi: {", ["new in the manifest, cancelled"]),
    ("CE marking", "  fcc:\n", "  ce: {name: CE marking, status: pending}\n  fcc:\n", ["new in the manifest, pending"]),
    # what holds for all
    (
        WHOLE,
        'not-claimed: ["fast charging"]',
        'not-claimed: ["endless power"]',
        ["“fast charging” no longer ruled out", "“endless power” ruled out altogether"],
    ),
    (WHOLE, "until: 2027-03-31", "until: 2026-03-31", ["evidence for “lightest in its class” holds until: 2027-03-31 → 2026-03-31"]),
    (
        WHOLE,
        "evidence: [MKT-7]",
        "evidence: [MKT-8]",
        ["evidence for “lightest in its class”: MKT-7 removed", "evidence for “lightest in its class”: MKT-8 added"],
    ),
    (WHOLE, "  lightest: {", "  loudest: {wording: [loudest], evidence: [MKT-9]}\n  lightest: {", ["evidence for “loudest” added (MKT-9)"]),
    (
        WHOLE,
        "stages: [EVT, DVT, PVT, MP]",
        "stages: [{id: EVT, as: EVT}, {id: DVT, as: DVT}, {id: PVT, as: PVT}]",
        ["gates: EVT, DVT, PVT, MP → EVT, DVT, PVT"],
    ),
    # what is kept on file, and waivers
    ("battery life", "owner: power team", "owner: cell team", ["owner: power team → cell team"]),
    ("battery life", "evidence: [TR-118]", "evidence: [TR-119]", ["evidence TR-118 removed", "evidence TR-119 added"]),
    (
        "battery life",
        "by: quality team, until: 2027-01-31",
        "by: quality team, until: 2027-02-28",
        ["waiver of CL202 until 2027-01-31 ended", "waiver of CL202 until 2027-02-28 added"],
    ),
    (
        WHOLE,
        "  - {rule: CL602, why: the roadmap is published monthly}",
        "  - {rule: CL601, why: two texts}",
        ["waiver of CL602 ended", "waiver of CL601 added"],
    ),
]
"""The entry, what is replaced, by what, what is said of it, and `validated` of the first capability where its gates ask for another."""


@pytest.fixture
def edited(complete: Path, manifest_file: Callable[..., Path]) -> Edited:
    """Loads the manifest as it is and with texts replaced."""

    def load(*replacements: tuple[str, str]) -> tuple[Manifest, Manifest]:
        text = complete.read_text(encoding="utf-8")
        for old, new in replacements:
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the manifest"
            text = text.replace(old, new)
        return load_manifest([complete]), load_manifest([manifest_file(text, "newer.yaml")])

    return load


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]}: {row[3][0]}")
def test_change_is_told_in_words(edited: Edited, row: tuple[str, str, str, list[str], str]) -> None:
    name, old, new, words, *validated = row
    own = [("    concept: battery-life\n    validated: DVT", f"    concept: battery-life\n    {each}") for each in validated]
    before, after = edited((old, new), *own)
    assert [(each.name, each.words) for each in differences(before, after)] == [(name, said) for said in words]


def test_nothing_has_changed_in_the_same_manifest(edited: Edited) -> None:
    assert differences(*edited()) == ()


def test_copy_made_by_lock_says_the_same_as_its_source(complete: Path) -> None:
    lock = complete.with_name("capabilities.lock.yaml")
    write_lock([complete], lock, None, None, date(2026, 11, 23))
    assert differences(load_manifest([complete]), load_manifest([lock])) == ()


def test_long_form_of_the_same_gates_changes_nothing(edited: Edited) -> None:
    before, after = edited(("{name: Wi-Fi, validated: EVT}", "{name: Wi-Fi, gates: {EVT: {result: passed}}}"))
    assert differences(before, after) == ()


def test_changes_stand_in_the_order_of_the_newer_manifest_and_what_is_gone_stands_last(edited: Edited) -> None:
    before, after = edited(
        ("  battery-life:\n    product: x1\n", "  dock: {name: dock}\n  battery-life:\n    product: x1\n"),
        ("  wifi: {name: Wi-Fi, validated: EVT}\n", ""),
        ("covers: [wifi]", "covers: []"),
        ("state: cancelled", "state: failed"),
        ("ships: 2027-02-15", "ships: 2027-03-15"),
    )
    found = differences(before, after)
    assert [each.name for each in found] == ["Aurora X1", "dock", "solar lid", "Wi-Fi", "FCC equipment authorization"]


def test_entry_with_another_id_and_the_same_name_is_the_same_entry(edited: Edited) -> None:
    before, after = edited(("solar-lid: {", "lid-of-sun: {"))
    assert renamed_entries(before, after) == {"solar-lid": "lid-of-sun"}


def test_change_names_what_it_is_of(edited: Edited) -> None:
    (found,) = differences(*edited(("{max: 10 h,", "{max: 8 h,")))
    assert (found.section, found.subject, found.aspect) == ("capability", "battery-life", "limits")
