"""`claimlint explain --finding`: the whole way of one finding, from the copy to the rule."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]

MANIFEST = """\
version: 1
products:
  lumo: {name: Lumo Lantern, validated: DVT, availability: {preorder: 2026-12-01, ships: 2027-03-15, regions: [US]}}
capabilities:
  battery-life:
    name: battery life
    owner: power team
    evidence: [TR-9]
    gates:
      EVT: {result: passed, date: 2026-03-02, evidence: [TR-101]}
      DVT: {result: passed, date: 2026-06-18, evidence: [TR-118], builds: [DVT-2], firmware: ">=1.4"}
      PVT: {result: running, due: 2026-12-01}
    limits: {runtime: {max: 10 h, condition: "20 C", tolerance: 5 %, disclose: true}}
    wording: {approved: [up to ten hours of light]}
  standby: {name: standby time, validated: MP}
certifications:
  fcc: {name: FCC equipment authorization, aliases: [FCC], status: pending, id: 2ABCD, covers: [battery-life]}
"""

COPY = """\
# Light for days

Battery life is up to 14 hours.

It is FCC certified. Lumo Lantern is available now.

Built-in GPS tracks every hike.
"""

AS_OF = ("--as-of", "2026-11-22")


@pytest.fixture
def page(repository: Path) -> Path:
    Path("capabilities.yaml").write_text(MANIFEST, encoding="utf-8")
    Path("page.md").write_text(COPY, encoding="utf-8")
    return Path("page.md")


@pytest.fixture
def fingerprints(page: Path, run: Run) -> dict[str, str]:
    """The fingerprints of the page's findings, by code."""
    _, out, _ = run("check", "--format", "json", *AS_OF, str(page))
    return {finding["code"]: finding["fingerprint"] for finding in json.loads(out)["findings"]}


@pytest.fixture
def explained(page: Path, run: Run, fingerprints: dict[str, str]) -> Callable[[str], str]:
    def explain(code: str) -> str:
        status, out, error = run("explain", "--finding", fingerprints[code][:8], *AS_OF, str(page))
        assert (status, error) == (0, "")
        return out

    return explain


SECTIONS = ["The claim", "The link", "What engineering stands behind", "The policy", "The rule", "The fingerprint"]


def test_each_step_has_its_section(explained: Callable[[str], str]) -> None:
    lines = explained("CL201").splitlines()
    assert lines[0] == "page.md:3:17: error CL201 overstated"
    assert [line for line in lines[1:] if line and not line.startswith(" ")] == SECTIONS


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        (
            "CL201",
            [
                "page.md:3:1 (paragraph, below the heading “Light for days”)",
                "“Battery life is up to 14 hours”",
                "value, assertion (presented as a fact), affirmed, own",
                "“up to 14 hours” is read as at most 14 h, of the limit runtime",
                "battery-life (“battery life”, capability, product lumo), capabilities.yaml:5",
                "score ",
                "second: standby, ",
                "The last gate passed on 2026-11-22: DVT.",
                "EVT: passed on 2026-03-02, evidence TR-101",
                "DVT: passed on 2026-06-18, evidence TR-118, builds DVT-2, firmware >=1.4",
                "PVT: running, due 2026-12-01",
                "Limit: runtime up to 10 h (20 C), tolerance 5 %, its condition must be disclosed",
                "Approved: “up to ten hours of light”",
                "Owner: power team",
                "channel public, strength assertion: needs PVT, has DVT: not enough.",
                "This cell did not decide",
                "Citation: FTC",
            ],
        ),
        ("CL101", ["channel public, strength assertion: needs PVT, has DVT: not enough.", "CL101 unvalidated-capability (error)"]),
        ("CL301", ["On 2026-11-22 the certification is pending, number 2ABCD.", "Not to be offered without it: battery-life"]),
        ("CL103", ["the words offer the product itself", "Pre-orders open on 2026-12-01.", "Offered in US."]),
        ("CL110", ["Linked to nothing in the manifest.", "Nothing: the manifest has no entry for it.", "needs PVT"]),
    ],
)
def test_what_each_step_says(explained: Callable[[str], str], code: str, parts: list[str]) -> None:
    out = explained(code)
    assert [part for part in parts if part not in out] == []


@pytest.mark.parametrize("length", [6, 64])
def test_the_beginning_of_a_fingerprint_is_enough(page: Path, run: Run, fingerprints: dict[str, str], length: int) -> None:
    status, out, _ = run("explain", "--finding", fingerprints["CL201"][:length].upper(), *AS_OF, str(page))
    assert (status, out.splitlines()[-1].strip()) == (0, fingerprints["CL201"])


def test_an_unknown_fingerprint_names_those_that_there_are(page: Path, run: Run, fingerprints: dict[str, str]) -> None:
    status, out, error = run("explain", "--finding", "zzzzzz", *AS_OF, str(page))
    first, *others = error.splitlines()
    assert (status, out) == (2, "")
    assert first == 'page.md: no finding has a fingerprint that begins with "zzzzzz". There are:'
    assert {line.split()[1]: line.split()[0] for line in others} == {code: text[:8] for code, text in fingerprints.items()}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--finding", "abc", "page.md"), '"abc" is too short: give at least 6 characters'),
        (("--finding", "abcdef", "empty.md"), "There are no findings here at all."),
        (("--finding", "abcdef", "gone.md"), "gone.md: not checked: there is no such file or folder."),
        (("--finding", "abcdef", "page.md", "--channel", "pubic"), '"pubic" is no channel.'),
    ],
)
def test_what_cannot_be_explained(page: Path, run: Run, arguments: tuple[str, ...], says: str) -> None:
    Path("empty.md").write_text("", encoding="utf-8")
    status, _, error = run("explain", *arguments)
    assert (status, says in error) == (2, True)


def test_fingerprints_that_begin_alike_are_told_apart(page: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    from claimlint.review import fingerprint

    def alike(findings, path):  # type: ignore[no-untyped-def]
        marked = fingerprint.with_fingerprints(findings, path)
        return tuple(replace(finding, fingerprint="aaaaaa" + finding.fingerprint[6:]) for finding in marked)

    monkeypatch.setattr("claimlint.judging.with_fingerprints", alike)
    _, _, error = run("explain", "--finding", "aaaaaa", *AS_OF, str(page))
    assert error.startswith('page.md: more than one finding has a fingerprint that begins with "aaaaaa". There are:\n')


@pytest.mark.parametrize("option", ["--verbose", "-v"])
def test_a_check_shows_the_fingerprint_where_it_is_asked_to(page: Path, run: Run, fingerprints: dict[str, str], option: str) -> None:
    _, out, _ = run("check", option, *AS_OF, str(page))
    shown = [line.split()[1] for line in out.splitlines() if line.startswith("  Fingerprint: ")]
    assert sorted(shown) == sorted(text[:8] for text in fingerprints.values())


def test_a_check_keeps_fingerprints_to_itself_otherwise(page: Path, run: Run) -> None:
    assert "Fingerprint" not in run("check", *AS_OF, str(page))[1]
