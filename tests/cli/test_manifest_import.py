"""`claimlint manifest import`: a manifest on standard output or in a new file, and what was not understood on standard error."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from claimlint.manifest.ladder import validated_on
from claimlint.manifest.loading import load_manifest
from tests.conftest import ROOT

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "plan.csv"
    path.write_text("Feature;Who;Phase;Status\nWeight;Ada;EVT;pass\nSize;Bob;EVT;so-so\n", encoding="utf-8")
    return path


def test_it_goes_to_standard_output(run: Run) -> None:
    status, out, error = run("manifest", "import", "plan.csv")
    assert (status, out.count("\n  # plan.csv, row ")) == (0, 2)
    assert 'note: row 3, column "Status": "so-so" is no status that is known here' in error


def test_it_goes_to_a_new_file_that_loads(run: Run) -> None:
    status, out, _ = run("manifest", "import", "plan.csv", "--map", "owner=Who", "--product", "X1", "--output", "capabilities.yaml")
    assert (status, out) == (
        0,
        "capabilities.yaml: written, with 2 capabilities. Look through it, then: claimlint manifest show capabilities.yaml\n",
    )
    manifest = load_manifest([Path("capabilities.yaml")])
    assert [(each.name, each.owner) for each in manifest.capabilities.values()] == [("Weight", "Ada"), ("Size", "Bob")]
    assert [each.name for each in manifest.products.values()] == ["X1"]


def test_nothing_is_overwritten(run: Run) -> None:
    Path("capabilities.yaml").write_text("version: 1\n", encoding="utf-8")
    status, _, error = run("manifest", "import", "plan.csv", "-o", "capabilities.yaml")
    assert (status, "is there already, and stays as it is" in error) == (2, True)
    assert Path("capabilities.yaml").read_text(encoding="utf-8") == "version: 1\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing.csv"], "missing.csv: there is no such file."),
        (["."], ".: cannot be read: it is a folder."),
        (["plan.csv", "--map", "owner"], "--map takes FIELD=COLUMN"),
        (["plan.csv", "--map", "ownr=Who"], 'there is no field "ownr". Did you mean "owner"?'),
        (["plan.csv", "--delimiter", "ab"], "--delimiter takes one sign"),
        (["plan.csv", "--delimiter", "comma"], "no row looks like the headers"),
        (["plan.csv", "--header-row", "9"], "plan.csv:9: no column of this row names a requirement or a feature; it is empty."),
        (["plan.csv", "--gate", "XVT"], "'XVT' is not one of"),
    ],
)
def test_wrong_input_ends_in_a_message(run: Run, arguments: list[str], message: str) -> None:
    status, out, error = run("manifest", "import", *arguments)
    assert (status, out, "Traceback" in error) == (2, "", False)
    assert message in error


def test_the_table_of_the_example_says_what_its_manifest_says(run: Run) -> None:
    arguments = ("--product", "Ouzel Trail", "--date-format", "DD/MM/YYYY", "-o", "made.yaml")
    assert run("manifest", "import", str(ROOT / "examples" / "requirements.csv"), *arguments)[0] == 0
    made, own = load_manifest([Path("made.yaml")]), load_manifest([ROOT / "capabilities.yaml"])
    by_name = {each.name.lower(): each for each in own.capabilities.values()}
    for capability in made.capabilities.values():
        counterpart = by_name[capability.name.lower()]
        day = date(2026, 11, 23)
        assert (capability.state == "active") == (counterpart.state == "active")
        assert validated_on(made, capability, day) == validated_on(own, counterpart, day), capability.name
        assert {limit.text for limit in capability.limits.values()} <= {limit.text for limit in counterpart.limits.values()}
