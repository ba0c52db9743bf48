"""`claimlint sayable`: what it reads, where it writes, and how it ends."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]

MANIFEST = """\
version: 1
products: {lamp: {name: Glimmer Lamp, validated: PVT}, kite: {name: Kite, validated: EVT}}
capabilities:
  runtime: {name: battery life, product: lamp, validated: PVT, limits: {runtime: {max: 10 h}}}
  sail: {name: solar sail, product: kite, validated: EVT}
"""


@pytest.fixture
def manifest(repository: Path) -> Path:
    path = repository / "capabilities.yaml"
    path.write_text(MANIFEST, encoding="utf-8")
    return path


def test_says_what_may_be_said(run: Run, manifest: Path) -> None:
    status, out, error = run("sayable", "--product", "lamp", "--as-of", "2026-11-22")
    assert (status, error) == (0, "")
    assert out == (
        "What may be said on a public page, as of 2026-11-22\n"
        "\n"
        "Glimmer Lamp\n"
        "  PVT passed.\n"
        "  Offer it: “Glimmer Lamp is available now”\n"
        "  Offer it: “Glimmer Lamp is available for pre-order”\n"
        "\n"
        "May be stated as a fact:\n"
        "\n"
        "  battery life\n"
        "    Say: “battery life: up to 10 hours”\n"
        "    Number: runtime up to 10 hours\n"
        "    Next: guaranteed once MP has been passed\n"
        "\n"
        "From capabilities.yaml, as of 2026-11-22.\n"
        "For other readers: --channel sales, beta, prospecting.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "headings"),
    [
        ((), ["on a public page"]),
        (("--channel", "beta"), ["in beta material"]),
        (("--channel", "sales", "--channel", "public"), ["in sales material", "on a public page"]),
    ],
)
def test_channels(run: Run, manifest: Path, arguments: tuple[str, ...], headings: list[str]) -> None:
    _, out, _ = run("sayable", *arguments, "--as-of", "2026-11-22")
    lines = [line for line in out.splitlines() if line.startswith("What may be said")]
    assert lines == [f"What may be said {heading}, as of 2026-11-22" for heading in headings]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--channel", "pubic"), 'the command line: "pubic" is no channel. Did you mean "public"?'),
        (("--product", "Kit"), 'the command line: "Kit" is no product of the manifest. Did you mean "Kite"?'),
        (("--format", "pdf"), 'There is no format "pdf". There are: text, markdown, html.'),
        (("--manifest", "none.yaml"), "none.yaml"),
    ],
)
def test_what_is_wrong_is_named(run: Run, manifest: Path, arguments: tuple[str, ...], message: str) -> None:
    status, out, error = run("sayable", *arguments)
    assert (status, out) == (2, "")
    assert message in error


def test_formats_go_to_files(run: Run, manifest: Path) -> None:
    status, out, _ = run("sayable", "--format", "html:today.html", "--format", "markdown", "--output", "today.md")
    assert (status, out) == (0, "")
    assert (manifest.parent / "today.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert (manifest.parent / "today.md").read_text(encoding="utf-8").startswith("# What may be said")


def test_a_copy_of_the_manifest_is_enough(run: Run, manifest: Path) -> None:
    run("manifest", "lock", "--as-of", "2026-11-20", "--revision", "abc123", "--source", "engineering")
    manifest.unlink()
    (manifest.parent / ".claimlint.yaml").write_text("manifest: capabilities.lock.yaml\n", encoding="utf-8")
    status, out, _ = run("sayable", "--as-of", "2026-11-22")
    assert status == 0
    assert "“battery life: up to 10 hours”" in out
    assert "From capabilities.lock.yaml, as of 2026-11-22; a copy of engineering at abc123, made on 2026-11-20.\n" in out


def test_the_policy_of_a_team_holds(run: Run, manifest: Path) -> None:
    policy = "policy: ours\nchannels: {public: {needs: {assertion: EVT}}}\n"
    (manifest.parent / "policy.yaml").write_text(policy, encoding="utf-8")
    _, out, _ = run("sayable", "--product", "Kite", "--rules", "default", "--rules", "policy.yaml")
    assert "“offers solar sail”" in out


def test_a_manifest_without_capabilities(run: Run, repository: Path) -> None:
    status, out, _ = run("sayable")
    assert status == 0
    assert "Nothing may be said of its capabilities yet." in out


def test_twice_the_same_bytes(run: Run, manifest: Path) -> None:
    arguments = ("sayable", "--channel", "sales", "--channel", "public", "--as-of", "2026-11-22", "--format")
    for name in ("text", "markdown", "html"):
        assert run(*arguments, name) == run(*arguments, name)


PROBE = """
import sys
from claimlint.cli import main
status = main(["sayable", "--format", "html"])
print(status, sorted({"spacy", "thinc", "numpy"} & set(sys.modules)), file=sys.stderr)
"""


def test_copy_is_not_read_and_neither_is_the_language_model(manifest: Path) -> None:
    done = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.stderr == "0 []\n"
