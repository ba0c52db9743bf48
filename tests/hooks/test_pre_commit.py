"""A commit with copy that engineering does not stand behind is refused, with the reason; all others pass."""

from __future__ import annotations

import re
import sys

import pytest
import yaml

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

from claimlint.readers import ON_REQUEST, SUFFIXES

pytestmark = pytest.mark.slow

GOOD = "# Brook Lantern\n\nThe battery life is up to 10 hours.\n"
BAD = "# Brook Lantern\n\nThe battery life is up to 14 hours.\n"
MANIFEST_WITH_A_TYPO = "version: 1\nproducts:\n  brook: {name: Brook Lantern, validatd: PVT}\n"


def limited_to(most, content):
    """The manifest of a repository with another limit."""
    return (content.folder / "capabilities.yaml").read_text(encoding="utf-8").replace("10 h", most)


def hook(checkout, name):
    hooks = yaml.safe_load((checkout / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    return next(entry for entry in hooks if entry["id"] == name)


def test_bad_copy_is_refused_with_the_finding(content):
    answer = content.commit({"launch.md": BAD})
    assert answer.returncode == 1
    assert "CL201" in answer.stderr + answer.stdout


def test_good_copy_is_committed(content):
    answer = content.commit({"launch.md": GOOD})
    assert answer.returncode == 0, answer.stderr


def test_excluded_copy_is_not_checked(content):
    """pre-commit names the file on the command line; `--force-exclude` makes the configuration hold all the same."""
    answer = content.commit({"archive/launch.md": BAD})
    assert answer.returncode == 0, answer.stderr


def test_broken_manifest_is_refused(content):
    answer = content.commit({"capabilities.yaml": MANIFEST_WITH_A_TYPO})
    assert answer.returncode == 1
    assert "validatd" in answer.stderr + answer.stdout


def test_whoever_changes_the_manifest_sees_what_may_now_be_said(content):
    (content.folder / "launch.md").write_text(BAD, encoding="utf-8")
    content.run("git", "add", "launch.md")
    content.run("git", "commit", "--no-verify", "--message", "Copy before its time")
    answer = content.commit({"capabilities.yaml": limited_to("15 h", content)})
    assert answer.returncode == 0, answer.stderr
    assert "May now be said (1)\n\nlaunch.md:3:" in answer.stderr + answer.stdout


def test_whoever_changes_the_manifest_sees_what_becomes_wrong(content):
    """It is information: `claimlint` is the hook that refuses the commit."""
    content.commit({"launch.md": GOOD})
    answer = content.commit({"capabilities.yaml": limited_to("8 h", content)})
    told, _, refused = (answer.stderr + answer.stdout).rpartition("hook id: claimlint-manifest")
    assert "CL201" in told
    assert "Becomes wrong (1)\n\nlaunch.md:3:" in refused
    assert "exit code" not in refused


def test_hook_fails_for_copy_that_becomes_wrong_where_it_is_told_to(content):
    content.commit({"launch.md": GOOD})
    configuration = content.folder / ".pre-commit-config.yaml"
    hooks = configuration.read_text(encoding="utf-8").replace(
        "{id: claimlint-manifest}", "{id: claimlint-manifest, args: [--fail-on, error]}"
    )
    assert content.commit({".pre-commit-config.yaml": hooks}).returncode == 0
    answer = content.commit({"capabilities.yaml": limited_to("8 h", content)})
    assert "exit code: 1" in (answer.stderr + answer.stdout).rpartition("hook id: claimlint-manifest")[2]


def test_two_hooks_at_once_do_not_disturb_each_other(content):
    """Someone commits in an editor while a terminal does the same: nothing is written but what the tool itself reports."""
    content.commit({"launch.md": GOOD})
    before = sorted(content.folder.rglob("[!.]*"))
    command = [sys.executable, "-m", "pre_commit", "run", "claimlint", "--all-files"]
    running = [content.start(*command) for _ in range(2)]
    assert [process.wait(timeout=300) for process in running] == [0, 0]
    assert sorted(content.folder.rglob("[!.]*")) == before


@pytest.mark.parametrize("name", ["claimlint", "claimlint-manifest"])
def test_hook_reads_all_files_in_one_process(checkout, name):
    assert hook(checkout, name)["require_serial"] is True


@pytest.mark.parametrize("suffix", [suffix for suffix in SUFFIXES if suffix not in ON_REQUEST])
def test_hook_is_given_every_format_that_folders_give(checkout, suffix):
    assert re.search(hook(checkout, "claimlint")["files"], f"pages/launch{suffix}")


@pytest.mark.parametrize(
    ("name", "file", "wanted"),
    [
        ("claimlint", "launch.md", True),
        ("claimlint", "pages/launch.mdx", True),
        ("claimlint", "landing.html", True),
        ("claimlint", "landing.htm", True),
        ("claimlint", "press.txt", True),
        ("claimlint", "launch.docx", True),
        ("claimlint", "deck.pptx", True),
        ("claimlint", "ads.xlsx", True),
        ("claimlint", "flyer.pdf", True),
        ("claimlint", "mailing.eml", True),
        ("claimlint", "photo.png", False),
        ("claimlint", "capabilities.yaml", True),
        ("claimlint", "content/capabilities.lock.yaml", True),
        ("claimlint", ".claimlint.yaml", True),
        ("claimlint", "site/.claimlint.yaml", True),
        ("claimlint", ".claimlint-baseline.json", True),
        ("claimlint", "old-capabilities.yaml", False),
        ("claimlint", "mkdocs.yaml", False),
        ("claimlint-manifest", "capabilities.yaml", True),
        ("claimlint-manifest", "engineering/capabilities.yml", True),
        ("claimlint-manifest", "capabilities.lock.yaml", True),
        ("claimlint-manifest", "old-capabilities.yaml", False),
    ],
)
def test_hook_is_given(checkout, name, file, wanted):
    assert bool(re.search(hook(checkout, name)["files"], file)) is wanted


@pytest.mark.parametrize("name", ["claimlint", "claimlint-manifest"])
def test_hook_installs_what_it_needs_for_office_files_and_pdf(checkout, name):
    """pre-commit installs no extras, so the hook names their packages; `annotate` is no business of a hook."""
    extras = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    needed = [each for each in extras["office"] if each.startswith(("lxml", "openpyxl"))] + extras["pdf"]
    assert hook(checkout, name)["additional_dependencies"] == needed
