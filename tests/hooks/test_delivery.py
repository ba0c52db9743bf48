"""The manifest travels: engineering's repository, a locked copy in the content repository, its hook, and a check as CI runs it."""

from __future__ import annotations

import sys

import pytest

pytestmark = pytest.mark.slow

MANIFEST = """\
version: 1
products:
  brook: {name: Brook Lantern, validated: PVT}
capabilities:
  battery-life:
    name: battery life
    validated: PVT
    limits:
      runtime: {max: 10 h}
"""
LOCK = "capabilities.lock.yaml"
CONFIGURATION = f"manifest: {LOCK}\nmax-age: 30 days\n"
PAGE = "# Brook Lantern\n\nThe battery life is up to 10 hours.\n"
LOCKED_ON, SOON, LATER = "2026-11-22", "2026-12-22", "2027-03-01"


@pytest.fixture
def engineering(start_repository):
    """Engineering's repository with its manifest committed."""
    return start_repository("engineering", capabilities_yaml=MANIFEST)


@pytest.fixture
def marketing(start_repository):
    """A content repository without any hook."""
    return start_repository("marketing")


def claimlint(repository, *arguments):
    return repository.run(sys.executable, "-m", "claimlint", *arguments)


def deliver(engineering, content, *options):
    """Lock engineering's manifest into the content repository."""
    copy = (content.folder / LOCK).as_posix()
    return claimlint(
        engineering, "manifest", "lock", "--as-of", LOCKED_ON, "--source", "engineering/capabilities.yaml", "-o", copy, *options
    )


def test_the_copy_names_source_revision_and_day(engineering, marketing):
    deliver(engineering, marketing)
    revision = engineering.run("git", "rev-parse", "HEAD").stdout.strip()
    copy = (marketing.folder / LOCK).read_text(encoding="utf-8")
    assert all(f'"{value}"' in copy for value in ("engineering/capabilities.yaml", revision, LOCKED_ON))


@pytest.mark.parametrize(
    ("configured", "page", "status"),
    [
        pytest.param(True, PAGE, 0, id="configured, within the limit"),
        pytest.param(True, PAGE.replace("10", "14"), 1, id="configured, beyond it"),
        pytest.param(False, PAGE, 0, id="found without a configuration, within the limit"),
        pytest.param(False, PAGE.replace("10", "14"), 1, id="found without a configuration, beyond it"),
    ],
)
def test_ci_checks_against_nothing_but_the_copy(engineering, marketing, configured, page, status):
    deliver(engineering, marketing)
    marketing.commit({"launch.md": page, **({".claimlint.yaml": CONFIGURATION} if configured else {})})
    assert claimlint(marketing, "check", "--as-of", LOCKED_ON).returncode == status


@pytest.mark.parametrize(("day", "told"), [(SOON, False), (LATER, True)])
def test_a_stale_copy_is_told_of_in_the_report(engineering, marketing, day, told):
    deliver(engineering, marketing)
    marketing.commit({"launch.md": PAGE, ".claimlint.yaml": CONFIGURATION})
    answer = claimlint(marketing, "check", "--as-of", day)
    assert ("days old" in answer.stdout) is told
    assert answer.returncode == 0


def test_lock_check_tells_when_the_source_has_changed(engineering, marketing):
    deliver(engineering, marketing)
    before = deliver(engineering, marketing, "--check").returncode
    engineering.commit({"capabilities.yaml": MANIFEST.replace("10 h", "8 h")})
    after = deliver(engineering, marketing, "--check")
    assert (before, after.returncode) == (0, 1)
    assert f"capabilities.yaml has changed since this copy was made on {LOCKED_ON}" in after.stdout


def test_a_copy_changed_by_hand_is_refused(engineering, marketing):
    deliver(engineering, marketing)
    copy = marketing.folder / LOCK
    copy.write_text(copy.read_text(encoding="utf-8").replace("10 h", "14 h"), encoding="utf-8")
    marketing.commit({"launch.md": PAGE, ".claimlint.yaml": CONFIGURATION})
    answer = claimlint(marketing, "check")
    assert answer.returncode == 2
    assert "this copy was changed after it was made" in answer.stderr


@pytest.fixture
def guarded(engineering, content):
    """A content repository with the hooks, whose manifest is only a copy, and with a page that it allows."""
    (content.folder / "capabilities.yaml").unlink()
    deliver(engineering, content)
    answer = content.commit({".claimlint.yaml": f"manifest: {LOCK}\n", "pages/launch.md": PAGE})
    assert answer.returncode == 0, answer.stderr
    return content


def test_a_commit_that_only_lowers_a_limit_fails_for_an_untouched_page(engineering, guarded):
    engineering.commit({"capabilities.yaml": MANIFEST.replace("10 h", "8 h")})
    deliver(engineering, guarded)
    answer = guarded.commit({})
    said = answer.stderr + answer.stdout
    assert answer.returncode == 1
    assert "pages/launch.md:3:21: error CL201" in said
    assert f"{LOCK} is part of what copy is checked against" in said


def test_a_commit_that_raises_a_limit_passes(engineering, guarded):
    engineering.commit({"capabilities.yaml": MANIFEST.replace("10 h", "12 h")})
    deliver(engineering, guarded)
    assert guarded.commit({}).returncode == 0
