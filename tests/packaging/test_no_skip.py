"""In continuous integration a skipped test is a failed one: what was not run is never shown as a pass."""

from __future__ import annotations

from pathlib import Path

import pytest

CONFTEST = (Path(__file__).parent.parent / "conftest.py").read_text(encoding="utf-8")

SKIPPED = {
    "in the body": "import pytest\ndef test_it(): pytest.skip('no network')\n",
    "by a mark": "import pytest\n@pytest.mark.skip(reason='no network')\ndef test_it(): pass\n",
    "by a fixture": "import pytest\n@pytest.fixture\ndef network(): pytest.skip('no network')\ndef test_it(network): pass\n",
    "as a module": "import pytest\npytest.skip('no network', allow_module_level=True)\n",
}


@pytest.mark.parametrize("module", SKIPPED.values(), ids=SKIPPED)
def test_skip_fails_where_skips_are_forbidden(pytester, monkeypatch, module):
    monkeypatch.setenv("CLAIMLINT_NO_SKIP", "1")
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile(module)
    result = pytester.runpytest_inprocess()
    assert result.ret != pytest.ExitCode.OK
    result.stdout.fnmatch_lines(["*CLAIMLINT_NO_SKIP=1 forbids*no network*"])


@pytest.mark.parametrize("module", SKIPPED.values(), ids=SKIPPED)
def test_skip_passes_elsewhere(pytester, monkeypatch, module):
    monkeypatch.delenv("CLAIMLINT_NO_SKIP", raising=False)
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile(module)
    pytester.runpytest_inprocess().assert_outcomes(skipped=1)


def test_expected_failure_is_no_skip(pytester, monkeypatch):
    monkeypatch.setenv("CLAIMLINT_NO_SKIP", "1")
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile("import pytest\n@pytest.mark.xfail\ndef test_it(): assert False\n")
    pytester.runpytest_inprocess().assert_outcomes(xfailed=1)


def test_schemas_that_are_no_part_of_the_checkout_may_be_missing(pytester, monkeypatch):
    monkeypatch.setenv("CLAIMLINT_NO_SKIP", "1")
    pytester.makeconftest(CONFTEST)  # beside which there is no such folder
    pytester.makepyfile("def test_it(schemas): assert schemas")
    pytester.runpytest_inprocess().assert_outcomes(skipped=1)


def test_schemas_that_are_named_must_be_there(pytester, monkeypatch, tmp_path):
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile("def test_it(schemas): assert schemas.is_dir()")
    pytester.runpytest_inprocess(f"--schemas={tmp_path / 'nowhere'}").assert_outcomes(failed=1)
