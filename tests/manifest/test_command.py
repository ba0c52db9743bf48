"""`claimlint manifest` finds the manifest, does what it is told, and leaves problems to whoever prints them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimlint.cli.manifest import manifest
from claimlint.errors import InputError
from claimlint.manifest.loading import load_manifest
from claimlint.manifest.schema import json_schema


def run(*arguments: str) -> Result:
    """Run the command as a user does."""
    return CliRunner().invoke(manifest, arguments)


@pytest.mark.parametrize(
    "arguments",
    [("check",), ("check", "capabilities.yaml"), ("check", "--manifest", "capabilities.yaml")],
    ids=["nearest", "path", "option"],
)
def test_check_says_what_it_read(arguments: tuple[str, ...], complete: Path) -> None:
    result = run(*arguments, "--as-of", "2026-11-22")
    assert (result.exit_code, result.output) == (0, "capabilities.yaml: 1 product, 3 capabilities, 1 certification; no problems.\n")


def test_check_says_what_has_expired(complete: Path) -> None:
    assert 'capabilities.yaml:41: the certificate "fcc" expired on 2028-01-01.' in run("check", "--as-of", "2028-01-02").output


def test_check_raises_the_problems(manifest_file: Callable[..., Path]) -> None:
    manifest_file("version: 1\nproducts: {x1: {nam: X1}}\n")
    assert isinstance(run("check").exception, InputError)


def test_check_lets_a_ladder_with_a_policy_of_its_own_pass(manifest_file: Callable[..., Path]) -> None:
    manifest_file("version: 1\nstages: [lab, field]\nproducts: {x1: {name: X1}}\n")
    assert run("check", "--own-policy").exit_code == 0


def test_show_prints_the_tables(complete: Path) -> None:
    assert run("show", "--as-of", "2026-11-22").output.startswith("As of 2026-11-22.")


def test_schema_prints_the_schema() -> None:
    assert json.loads(run("schema").output) == json_schema()


def test_lock_writes_the_copy(complete: Path) -> None:
    result = run("lock", "-o", "copy.yaml", "--source", "engineering", "--revision", "3f2a", "--as-of", "2026-11-22")
    assert (result.output, load_manifest([Path("copy.yaml")]).locks[0].revision) == ("copy.yaml: written.\n", "3f2a")


def test_a_day_that_is_none_is_a_usage_error(complete: Path) -> None:
    assert run("show", "--as-of", "soon").exit_code == 2
