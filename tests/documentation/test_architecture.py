"""The page on how claimlint is built names every module that has a place in the layers, and draws the stages in their order."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from importlinter import api

from tests.documentation.pages import PAGES, ROOT, prose

PAGE = PAGES["docs/architecture.md"]
STAGES = ("sources", "readers", "language", "linking", "rules", "review", "reports")


def layers() -> list[list[str]]:
    """Give the layers of modules, the highest first."""
    contracts = api.read_configuration(str(ROOT / "pyproject.toml"))["contracts_options"]
    (written,) = [contract["layers"] for contract in contracts if contract["type"] == "layers"]
    return [layer.split(" | ") for layer in written]


@pytest.mark.parametrize("module", [module for layer in layers() for module in layer])
def test_every_module_is_told_of(module: str) -> None:
    assert module in re.findall(r"`([^`\n]+)`", prose(PAGE))


def test_stages_are_drawn_as_they_may_import_each_other() -> None:
    drawn = dict(re.findall(r"^    (\w+) -- \w+ --> (\w+)$", PAGE, re.MULTILINE))
    assert list(drawn.items()) == list(pairwise(STAGES))
    order = [module for layer in reversed(layers()) for module in layer]
    assert sorted(STAGES, key=order.index) == list(STAGES)


def test_stages_are_told_of_in_their_order() -> None:
    assert tuple(name for name in re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE) if name in STAGES) == STAGES
