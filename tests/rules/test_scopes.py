"""Promises for regions, variants and firmware that nobody has validated."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimlint.manifest.loading import load_manifest
from claimlint.rules.scopes import outside_scope

SCOPED = """\
version: 1
products:
  dot: {name: Dot}
  dot-pro: {name: Dot Pro}
  lumo: {name: Lumo Lantern, validated: MP, availability: {ships: 2026-01-01, regions: [US, EU]}}
capabilities:
  thread: {name: Thread, validated: MP, scope: {regions: [US], variants: [Lumo Pro], firmware: ">=1.4"}}
  light: {name: night light, validated: MP, scope: {variants: [Lumo Mini]}}
  free: {name: Bluetooth, validated: MP}
  zoom: {product: dot, name: optical zoom, validated: MP, scope: {variants: [dot]}}
"""


@pytest.fixture(scope="module")
def scoped(tmp_path_factory):
    path = Path(tmp_path_factory.mktemp("scoped"), "capabilities.yaml")
    path.write_text(SCOPED, encoding="utf-8")
    return load_manifest([path])


def outside(scoped, make_claim, subject, words):
    found = outside_scope(make_claim(subject, words), {**scoped.capabilities, **scoped.products}[subject], scoped)
    return (found.what, found.named) if found else None


@pytest.mark.parametrize(
    ("subject", "words", "expected"),
    [
        ("thread", "Thread works in the EU.", ("region", "European Union")),
        ("thread", "Thread works worldwide.", ("region", "worldwide")),
        ("thread", "Thread on the Lumo Mini.", ("variant", "Lumo Mini")),
        ("thread", "Thread comes with firmware v1.2.", ("firmware", "1.2")),
        ("lumo", "On sale in Japan.", ("region", "Japan")),
        ("zoom", "The Dot Pro has an optical zoom.", ("variant", "Dot Pro")),
        ("zoom", "The Dot has an optical zoom.", None),
        ("zoom", "The Dot and the Dot Pro have an optical zoom.", None),
        ("thread", "The Lumo Lantern has Thread.", None),
        ("thread", "Thread works in the US.", None),
        ("thread", "Thread on Lumo Pro and Lumo Mini alike.", None),
        ("thread", "Thread needs firmware 1.10.", None),
        ("thread", "Thread, made in Germany.", None),
        ("lumo", "On sale in France.", None),
        ("free", "Bluetooth works worldwide with firmware 0.1.", None),
    ],
)
def test_what_a_scope_leaves_out(scoped, make_claim, subject, words, expected):
    assert outside(scoped, make_claim, subject, words) == expected
