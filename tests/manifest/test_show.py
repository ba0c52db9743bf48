"""The tables that people read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from claimlint.manifest.loading import load_manifest
from claimlint.manifest.show import show, summary

EXPECTED = """\
As of 2026-11-22.   x passed   . not passed   other gates say how they stand

Aurora X1 (x1): DVT passed, pre-order from 2026-11-01, ships from 2027-02-15, in US, EU
=======================================================================================

Capability             EVT  DVT     PVT      MP  Limits                               Owner
---------------------  ---  ------  -------  --  -----------------------------------  ----------
battery life           x    waived  running  .   runtime up to 10 h (50 % volume, 25  power team
                                                   C)
                                                 charge-time at least 90 min
                                                 temperature from -10 C to 45 C
                                                 ingress IP67
                                                 bluetooth version 5.10
                                                 cores exactly 4
Wi-Fi                  x    .       .        .
solar lid (cancelled)  -    -       -        -

Certification                Status   Number    Until
---------------------------  -------  --------  ----------
FCC equipment authorization  granted  2ABCD-X1  2028-01-01

Not claimed at all: fast charging
"""


def test_one_table_for_a_product(complete: Path) -> None:
    assert show(load_manifest([complete]), date(2026, 11, 22)) == EXPECTED


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2027, 1, 1), "battery life           x    lapsed  running"),
        (date(2027, 6, 19), "battery life (expired"),
        (date(2028, 1, 2), "FCC equipment authorization  expired"),
    ],
    ids=["waiver", "capability", "certificate"],
)
def test_what_has_expired_is_marked(day: date, words: str, complete: Path) -> None:
    assert words in show(load_manifest([complete]), day)


def test_no_line_is_too_wide_for_a_page(manifest_file: Callable[..., Path]) -> None:
    long = "a very long wording that goes on and on " * 4
    text = f"""\
version: 1
capabilities:
  battery: {{name: {long}, owner: {long}, limits: {{runtime: {{max: 10 h, condition: {long}}}}}}}
"""
    assert max(map(len, show(load_manifest([manifest_file(text)]), date(2026, 11, 22)).splitlines())) <= 120


def test_what_holds_for_all_products_stands_in_each_table(manifest_file: Callable[..., Path]) -> None:
    text = "version: 1\nproducts: {x1: {name: X1}, x2: {name: X2}}\ncapabilities: {wifi: {}, gps: {product: x2}}\n"
    shown = show(load_manifest([manifest_file(text)]), date(2026, 11, 22))
    assert (shown.count("wifi"), shown.count("gps")) == (2, 1)


def test_the_summary_counts(complete: Path) -> None:
    assert summary(load_manifest([complete])) == "capabilities.yaml: 1 product, 3 capabilities, 1 certification; no problems."


def test_a_limit_that_is_named_for_its_kind_says_so_once(manifest_file: Callable[..., Path]) -> None:
    text = 'version: 1\nproducts: {x1: {name: X1}}\ncapabilities:\n  bluetooth: {name: Bluetooth, limits: {version: {version: "5.3"}}}\n'
    shown = show(load_manifest([manifest_file(text)]), date(2026, 11, 22))
    assert "  version 5.3\n" in shown
    assert "version version" not in shown


@pytest.mark.parametrize("gates", ["validated: DVT", "gates: {EVT: {result: passed}, DVT: {result: passed}}"], ids=["shorthand", "in full"])
def test_gates_that_were_passed_stay_so_when_the_capability_has_expired(gates: str, manifest_file: Callable[..., Path]) -> None:
    text = f"version: 1\ncapabilities: {{wifi: {{name: Wi-Fi, {gates}, expires: 2026-06-30}}}}\n"
    assert "Wi-Fi (expired 2026-06-30)  x    x    .    .\n" in show(load_manifest([manifest_file(text)]), date(2026, 11, 22))
