"""Entries of what is written: ids, names, products, and where each comes from."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimlint.importing import Imported
from claimlint.importing.identifiers import kebab
from claimlint.manifest.model import Manifest

SENTENCE = "The speaker shall play for at least twenty four hours on one charge"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Battery life", "battery-life"),
        ("Wi-Fi 6E", "wi-fi-6e"),
        ("IP67 (dust)", "ip67-dust"),
        ("BatteryLife", "battery-life"),
        ("Größe", "grosse"),
        ("电池", ""),
    ],
)
def test_kebab_case(text: str, expected: str) -> None:
    assert kebab(text) == expected


@pytest.mark.parametrize(
    ("lines", "ids"),
    [
        (["Feature,Owner", "Battery life,a"], ["battery-life"]),
        (["Feature,Owner", "Wi-Fi,a", "Wi Fi!,b", "WiFi,c"], ["wi-fi", "wi-fi-2"]),
        (["ID,Requirement", f"R-7,{SENTENCE}"], ["r-7"]),
        (["Requirement,Owner", f"{SENTENCE},a"], ["the-speaker-shall-play-for-at-least"]),
        (["Feature,Owner", "电池,a"], ["row-2"]),
        (["Feature,Owner", "null,a"], ["null-2"]),
        (["Product,Feature", "X1,X1", "X1,Y"], ["x1-2", "y"]),
    ],
)
def test_ids(manifest: Callable[..., Manifest], lines: list[str], ids: list[str]) -> None:
    assert list(manifest(*lines).capabilities) == ids


def test_rows_of_one_feature_are_one_capability(imported: Callable[..., Imported], manifest: Callable[..., Manifest]) -> None:
    lines = ("ID,Feature,Also called,Test report", "R-1,Weight,mass,TR-1", "R-2, weight ,heft,TR-2")
    (capability,) = manifest(*lines).capabilities.values()
    assert (capability.name, capability.aliases, capability.evidence) == ("Weight", ("mass", "heft"), ("TR-1", "TR-2"))
    assert "  # table.csv, rows 2, 3 (R-1, R-2)\n  weight:\n" in imported(*lines).text


@pytest.mark.parametrize(
    ("lines", "settings", "products", "of_the_first"),
    [
        (["Feature,Owner", "a,b"], {}, [], ()),
        (["Feature,Owner", "a,b"], {"product": "Aurora X1"}, ["Aurora X1"], ()),
        (["Product,Feature", "Aurora X1,a"], {}, ["Aurora X1"], ()),
        (["Product,Feature", "Aurora X1,a", "Aurora X2,a"], {}, ["Aurora X1", "Aurora X2"], ("aurora-x1",)),
    ],
)
def test_products(
    manifest: Callable[..., Manifest], lines: list[str], settings: dict[str, str], products: list[str], of_the_first: tuple[str, ...]
) -> None:
    found = manifest(*lines, **settings)
    assert [product.name for product in found.products.values()] == products
    assert next(iter(found.capabilities.values())).products == of_the_first
    assert {product.validated for product in found.products.values()} <= {"none"}
