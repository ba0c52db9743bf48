"""Proposals have been tried: applied, they link what they say they link, and change no other link."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from claimlint.manifest.loading import load_manifest
from claimlint.proposal import Amendment, Suggestions
from claimlint.reports.proposals import render_patch

FAQ = "# Questions about the Brook Lantern\n\nThe lantern has a rescue beacon.\n"


def amendments(suggestions: Suggestions) -> list[Amendment]:
    return [proposal.amendment for proposal in suggestions.proposals]


@pytest.fixture
def lantern(suggested, launch: str) -> Suggestions:
    return suggested(launch=launch)


def test_the_phrase_that_recurs_is_proposed_first(lantern: Suggestions) -> None:
    assert amendments(lantern)[0] == Amendment("beacon", "aliases", "rescue beacon")


def test_a_proposal_says_on_which_lines_it_stands(lantern: Suggestions) -> None:
    gains = lantern.proposals[0].gains
    assert [(gain.path, gain.position.line) for gain in gains] == [("launch.md", 3)]
    assert all(gain.score < gain.after for gain in gains)


def test_a_promise_that_no_name_would_link_is_named(lantern: Suggestions) -> None:
    assert [(claim.position.line, claim.subject) for claim in lantern.remaining] == [(10, None)]


def test_several_documents_count_together(suggested, launch: str) -> None:
    first = suggested(launch=launch, faq=FAQ).proposals[0]
    assert {gain.path for gain in first.gains} == {"launch.md", "faq.md"}


@pytest.mark.parametrize(("at_least", "proposed"), [(1, True), (2, False)])
def test_at_least_so_many_claims(suggested, launch: str, at_least: int, proposed: bool) -> None:
    found = suggested(at_least, launch=launch).proposals
    assert bool(found) is proposed
    assert all(len(proposal.gains) >= at_least for proposal in found)


@pytest.mark.parametrize(
    "page",
    [
        "# Brook Lantern\n\nThe battery life of the Brook Lantern is 10 hours.\n",
        "# Brook Lantern\n\nThank you for coming.\n",
        "# Brook Lantern\n\nIt also has a hand-crank generator.\n",
        "",
    ],
    ids=["all linked surely", "no claims", "nothing comes near", "empty"],
)
def test_nothing_is_proposed_where_nothing_would_help(suggested, page: str) -> None:
    assert (suggested(page=page).proposals, suggested(page=page).changes) == ((), ())


@pytest.mark.parametrize("tool", [("git", "apply"), ("patch", "--strip=1", "--input")], ids=["git apply", "patch"])
def test_applying_the_patch_links_the_claims_and_leaves_all_other_links(
    suggested, linked, launch: str, manifest_path: Path, tool: tuple[str, ...]
) -> None:
    if shutil.which(tool[0]) is None:
        pytest.skip(f"{tool[0]} is not installed")
    before = linked(launch=launch)
    found = suggested(launch=launch)
    Path("names.patch").write_text(render_patch(found), encoding="utf-8", newline="\n")
    subprocess.run([*tool, "names.patch"], check=True, capture_output=True)
    after = linked(launch=launch)

    assert "# power team" in manifest_path.read_text(encoding="utf-8")
    assert load_manifest([manifest_path]).capabilities["beacon"].aliases == ("rescue beacon",)
    gains = {gain.position.offset: gain for proposal in found.proposals for gain in proposal.gains}
    assert gains.keys() <= {claim.start for claim in after if claim.subject}
    for claim in after:
        if claim.start in gains:
            assert claim.score > gains[claim.start].score, "a later proposal may make it surer still"
    kept = {(claim.start, claim.subject) for claim in before if claim.subject}
    assert kept <= {(claim.start, claim.subject) for claim in after}


def test_the_patch_is_the_same_every_time(suggested, launch: str) -> None:
    assert render_patch(suggested(launch=launch, faq=FAQ)) == render_patch(suggested(launch=launch, faq=FAQ))


def test_a_name_that_would_take_over_another_link_is_not_proposed(suggested) -> None:
    page = "# Brook Lantern\n\nThe rescue beacon blinks. The rescue beacon has a charging dock. The charging dock weighs nothing.\n"
    assert all("dock" not in amendment.text for amendment in amendments(suggested(page=page)) if amendment.entry == "beacon")
