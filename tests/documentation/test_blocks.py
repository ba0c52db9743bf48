"""Blocks of code are what the text around them says: manifests, configurations, rules and policies are read, Python runs."""

from __future__ import annotations

import warnings
from datetime import date
from pathlib import Path

import pytest

from claimlint.configuration import ConfigurationSearch, Overrides
from claimlint.judging import check_text
from claimlint.manifest.loading import load_manifest
from claimlint.rules.packs import load_rules
from claimlint.rules.policy import load_policy
from tests.documentation.pages import ROOT, Block, blocks


def of(*marks: str) -> pytest.MarkDecorator:
    found = blocks(*marks)
    assert found
    return pytest.mark.parametrize("block", found, ids=[f"{block.page}, {block.mark}" for block in found])


@of("python")
def test_python_runs(block: Block, monkeypatch, capfd) -> None:
    monkeypatch.chdir(ROOT)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        exec(compile(block.text, block.page, "exec"), {"__name__": "__main__"})
    output = capfd.readouterr().out
    assert "CL102 | " in output or "water-resistance assertion affirmed\n" in output


@of("manifest")
def test_manifest_is_right(block: Block, tmp_path) -> None:
    path = tmp_path / "capabilities.yaml"
    path.write_text(block.text, encoding="utf-8")
    assert load_manifest([path]).capabilities


@of("configuration")
def test_configuration_is_right(block: Block, tmp_path) -> None:
    (tmp_path / "capabilities.yaml").write_text("version: 1\n", encoding="utf-8")
    path = tmp_path / ".claimlint.yaml"
    path.write_text(block.text, encoding="utf-8")
    configuration = ConfigurationSearch(Overrides(config=path)).for_folder(tmp_path)
    assert load_rules(tuple(map(str, configuration.rules)), tmp_path, configuration.severity).rules


@of("suppression")
def test_suppressions_excuse_all_that_is_found(block: Block) -> None:
    manifest, rules = load_manifest([ROOT / "capabilities.yaml"]), load_rules(["default"], Path(), {})
    found = check_text(block.text, manifest, "public", rules, date(2026, 11, 23)).findings
    assert found
    assert {(finding.code, finding.state) for finding in found if finding.state != "suppressed"} == set()


@of("policy")
def test_policy_is_right(block: Block, tmp_path) -> None:
    path = tmp_path / "policy.yaml"
    path.write_text(block.text, encoding="utf-8")
    assert load_policy(path) != load_policy()


@of("rule")
def test_rule_is_right(block: Block, run, tmp_path) -> None:
    (tmp_path / "rule.yaml").write_text(block.text, encoding="utf-8")
    output = run("claimlint rules test rule.yaml", tmp_path)
    assert " 0 not as expected." in output, output


@of("file:")
def test_file_is_shown_as_it_is(block: Block) -> None:
    assert block.text == (ROOT / block.mark.removeprefix("file: ")).read_text(encoding="utf-8")
