"""What each kind of change does to a sentence: effect, what is found before and after, and the change that is named as the cause."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from claimlint.consequence import Comparison, Consequence
from claimlint.errors import InputError

LIGHT_IN_DVT = ("glow ring], validated: EVT", "glow ring], validated: DVT")
LIGHT_IN_PVT = ("glow ring], validated: EVT", "glow ring], validated: PVT")
NO_FILTER = ("  scale-guard: {name: limescale filter, validated: PVT, scope: {regions: [US, EU]}}\n", "")
NO_LIGHT = ("  night-light: {name: night light, aliases: [glow ring], validated: EVT}\n", "")
PLATE_IN_DVT = ("keep-warm plate]\n    validated: PVT", "keep-warm plate]\n    validated: DVT")

ROWS = [
    # becomes wrong
    ("The keep-warm function is built in.", PLATE_IN_DVT, "becomes-wrong", "", "CL101", "the last gate passed is DVT (was PVT)"),
    ("The keep-warm function holds for 4 hours.", ("max: 4 h", "max: 3 h"), "becomes-wrong", "", "CL201", "duration: max 4 h → 3 h"),
    (
        "It carries the CE mark.",
        ("status: granted, expires: 2028-01-31", "status: refused"),
        "becomes-wrong",
        "",
        "CL301",
        "refused (was granted)",
    ),
    (
        "It carries the CE mark.",
        ("expires: 2028-01-31", "expires: 2026-01-31"),
        "becomes-wrong",
        "",
        "CL301 CL701",
        "holds until: 2028-01-31 → 2026-01-31",
    ),
    (
        "The Heron Kettle has a limescale filter.",
        ("limescale filter, validated: PVT", "limescale filter, state: failed"),
        "becomes-wrong",
        "",
        "CL102",
        "failed (was active)",
    ),
    (
        "The keep-warm function leaves tea warm until noon.",
        ("forbidden: [hot forever]", "forbidden: [until noon]"),
        "becomes-wrong",
        "",
        "CL111",
        "“until noon” ruled out",
    ),
    (
        "The Heron Kettle is in stock.",
        ("ships: 2026-09-01", "ships: 2027-03-01"),
        "becomes-wrong",
        "",
        "CL103",
        "ships: 2026-09-01 → 2027-03-01",
    ),
    (
        "It is the quietest kettle.",
        ("  quietest: {wording: [the quietest kettle]", "  quietest: {wording: [a quiet kettle]"),
        "becomes-wrong",
        "",
        "CL401",
        "quietest: “the quietest kettle” → “a quiet kettle”",
    ),
    ("It has a limescale filter.", NO_FILTER, "becomes-wrong", "", "CL110", "removed from the manifest"),
    # may now be said
    ("It has a night light.", LIGHT_IN_PVT, "may-be-said", "CL101", "", "PVT passed (was EVT)"),
    ("Its capacity is 3 litres.", ("max: 2 l", "max: 3 l"), "may-be-said", "CL201", "", "volume: max 2 l → 3 l"),
    (
        "The kettle whistles like a bird.",
        ("not-claimed: [whistles like a bird]", "not-claimed: []"),
        "read-otherwise",
        "CL111",
        "",
        "“whistles like a bird” no longer ruled out",
    ),
    (
        "It has a pressure sensor.",
        ("  timer:", "  sensor: {name: pressure sensor, validated: PVT}\n  timer:"),
        "may-be-said",
        "CL110",
        "",
        "new in the manifest, PVT passed",
    ),
    # says less than it could
    ("The night light is in development.", LIGHT_IN_PVT, "says-less", "", "CL602", "PVT passed (was EVT)"),
    # stays wrong for other reasons
    ("It has a night light.", LIGHT_IN_DVT, "stays-wrong", "CL101", "CL101", "DVT passed (was EVT)"),
    (
        "The brewing timer is built in.",
        ("timer, state: cancelled", "timer, validated: DVT"),
        "stays-wrong",
        "CL102",
        "CL101",
        "DVT passed (was no gate)",
    ),
    ("It has a glow ring.", ("aliases: [glow ring], ", ""), "stays-wrong", "CL101", "CL110", "alias “glow ring” removed"),
    ("Its capacity is 3 litres.", ("max: 2 l", "max: 1 l"), "stays-wrong", "CL201", "CL201", "volume: max 2 l → 1 l"),
    # read as something else
    ("The Heron Kettle has a limescale filter.", NO_FILTER, "read-otherwise", "", "", "removed from the manifest"),
]
"""The copy, the text of the manifest that is replaced and by what, then what is expected."""


def codes(consequence: Consequence) -> tuple[str, str]:
    return tuple(" ".join(finding.code for finding in judged.findings) for judged in (consequence.before, consequence.after))


@pytest.mark.parametrize(
    ("copy", "change", "effect", "before", "after", "cause"), ROWS, ids=lambda value: value if isinstance(value, str) else ""
)
def test_change_has_its_consequence(compared, copy: str, change: tuple[str, str], effect: str, before: str, after: str, cause: str) -> None:
    (found,) = compared(copy, change).consequences
    assert (found.effect, *codes(found)) == (effect, before, after)
    assert cause in [each.words for each in found.causes]


def effects(comparison: Comparison) -> list[tuple[str, str]]:
    return [(each.effect, each.text) for each in comparison.consequences]


@pytest.mark.parametrize(
    ("copy", "changes"),
    [
        ("The keep-warm function is built in.", [LIGHT_IN_PVT]),
        ("It has a night light.", [("max: 4 h", "max: 3 h")]),
        ("The keep-warm function holds for 3 hours.", [("max: 4 h", "max: 5 h")]),
        ("Its capacity is 3 litres.", [("ships: 2026-09-01", "ships: 2026-08-01")]),
        ("The keep-warm function is built in.", [("  keep-warm:\n", "  warm-plate:\n")]),
        ("It has a night light.", [("  night-light: {", "  glow: {")]),
        ("The keep-warm plate holds for 4 hours.", [("name: keep-warm function", "name: warming plate")]),
    ],
)
def test_what_is_judged_as_before_is_not_reported(compared, copy: str, changes: list[tuple[str, str]]) -> None:
    comparison = compared(copy, *changes)
    assert comparison.differences
    assert effects(comparison) == []


def test_removed_capability_frees_no_promise(compared) -> None:
    (found,) = compared("The Heron Kettle has a night light.", NO_LIGHT).consequences
    assert (found.effect, codes(found)[0], found.relinked, found.after.subject) == ("read-otherwise", "CL101", True, None)


def test_link_that_is_lost_is_told_where_nothing_was_found(compared) -> None:
    (found,) = compared("The glow ring is in development.", ("aliases: [glow ring], ", "")).consequences
    assert (found.effect, found.before.name, codes(found)) == ("read-otherwise", "night light", ("", ""))


def test_name_that_moves_takes_its_promises_along(compared) -> None:
    moved = [("aliases: [glow ring], ", ""), ("limescale filter, validated: PVT", "limescale filter, aliases: [glow ring], validated: PVT")]
    (found,) = compared("It has a glow ring.", *moved).consequences
    assert (found.effect, found.before.name, found.after.name, found.relinked) == ("may-be-said", "night light", "limescale filter", True)
    assert [each.words for each in found.causes] == ["alias “glow ring” removed", "alias “glow ring” added"]


EXCUSED = "<!-- claimlint-disable-next-line CL101: the launch is far -->\nThe kettle has a night light.\n"


def test_promise_that_was_excused_may_be_said_and_the_excuse_is_left_over(compared) -> None:
    comment, promise = compared(EXCUSED, LIGHT_IN_PVT).consequences
    assert (comment.effect, *codes(comment)) == ("becomes-wrong", "", "CL802")
    assert (promise.effect, *codes(promise), promise.before.findings[0].state) == ("may-be-said", "CL101", "", "suppressed")


def test_excuse_that_is_needed_again_is_no_news_of_its_own(compared) -> None:
    back = (LIGHT_IN_PVT[1], LIGHT_IN_PVT[0])
    (promise,) = compared(EXCUSED, back, beforehand=[LIGHT_IN_PVT]).consequences
    assert (promise.effect, promise.after.findings[0].state) == ("becomes-wrong", "suppressed")


WAIVED = ("glow ring], validated: EVT", "glow ring], validated: EVT, waivers: [{rule: CL101, why: it is shown at a fair}]")


@pytest.mark.parametrize(
    ("beforehand", "change", "effect", "states", "cause"),
    [
        ([], WAIVED, "stays-wrong", ("new", "suppressed"), "waiver of CL101 added"),
        ([WAIVED], WAIVED[::-1], "becomes-wrong", ("suppressed", "new"), "waiver of CL101 ended"),
    ],
    ids=["added", "ended"],
)
def test_waiver_excuses_and_no_longer_excuses(compared, beforehand, change, effect: str, states: tuple[str, str], cause: str) -> None:
    (found,) = compared("The kettle has a night light.", change, beforehand=beforehand).consequences
    assert (found.effect, found.before.findings[0].state, found.after.findings[0].state) == (effect, *states)
    assert [each.words for each in found.causes] == [cause]


def test_contradicting_gate_day_that_is_no_promise_is_paired_with_itself(compared) -> None:
    page = "DVT ends in May 2027, and PVT in July 2027.\n\nFor the night light, DVT ends in June 2027.\n"
    assert effects(compared(page, ("max: 2 l", "max: 3 l"))) == []


def test_notice_of_a_page_that_only_moves_is_no_change(compared) -> None:
    pending = ("FCC], status: granted, covers: [bluetooth]", "FCC], status: pending, covers: [bluetooth, scale-guard]")
    page = "The kettle has Bluetooth 5.2.\n\nThe kettle has a limescale filter.\n"
    (before,) = [each for each in compared(page, pending).consequences if "CL302" in codes(each)[1]]
    assert (before.text, before.effect, before.causes[0].name) == (
        "The kettle has Bluetooth 5.2",
        "becomes-wrong",
        "FCC equipment authorization",
    )
    moving = ("covers: [bluetooth, scale-guard]", "covers: [scale-guard]")
    assert effects(compared(page, moving, beforehand=[pending])) == []


def test_places_and_channel(compared) -> None:
    (found,) = compared("# Heron Kettle\n\nWith tea in mind, it has a night light.\n", LIGHT_IN_PVT).consequences
    assert (found.path, found.channel, found.start.line, found.end.line) == ("copy/page.md", "public", 3, 3)


def test_documents_are_compared_with_each_other_under_each_manifest(compared) -> None:
    pages = {"a.md": "Its capacity is 2 litres.\n", "b.md": "Its capacity is 1.5 litres.\n"}
    comparison = compared(pages, ("max: 2 l", "max: 1.5 l"))
    assert [(each.path, each.effect, *codes(each)) for each in comparison.consequences] == [
        ("copy/a.md", "becomes-wrong", "", "CL201"),
        ("copy/b.md", "may-be-said", "CL601", ""),
    ]


def test_copy_that_is_not_judged_has_no_consequences(compared) -> None:
    comparison = compared({"internal.md": "It has a night light.\n"}, NO_LIGHT)
    assert (effects(comparison), comparison.documents) == ([], 1)


def test_page_is_judged_as_of_the_day_on_which_it_will_be_published(compared) -> None:
    page = "---\npublish: 2027-02-01\n---\nIt carries the CE mark.\n"
    expiring = ("expires: 2028-01-31", "expires: 2027-01-31")
    assert effects(compared(page, expiring)) == [("becomes-wrong", "It carries the CE mark")]


def test_day_decides(compared) -> None:
    expiring = ("expires: 2028-01-31", "expires: 2027-01-31")
    assert effects(compared("It carries the CE mark.", expiring)) == []
    assert effects(compared("It carries the CE mark.", expiring, day=date(2027, 2, 1))) == [("becomes-wrong", "It carries the CE mark")]


def test_document_that_cannot_be_read_is_named(compared) -> None:
    Path("copy").mkdir()
    Path("copy", "broken.md").write_bytes(b"\x00\x01\x02\xff" * 40)
    comparison = compared("It has a night light.", LIGHT_IN_PVT)
    assert ([path for path, _ in comparison.unread], comparison.documents) == (["copy/broken.md"], 1)


def test_problems_of_both_manifests_come_together(compared) -> None:
    with pytest.raises(InputError) as error:
        compared("Tea.", ("max: 2 l", "max: two"), beforehand=[("validated: EVT", "validated: EVD")])
    assert [(problem.path, problem.line) for problem in error.value.problems] == [("new.yaml", 5), ("new.yaml", 12), ("old.yaml", 12)]


def test_stages_that_the_policy_does_not_know_are_a_problem_of_that_side(compared) -> None:
    with pytest.raises(InputError) as error:
        compared("Tea.", ("version: 1", "version: 1\nstages: [EVT, DVT, PVT, lab]"))
    assert {problem.path for problem in error.value.problems} == {"new.yaml"}


def test_same_input_gives_the_same_outcome(compared) -> None:
    page = "It has a night light. It carries the CE mark. Its capacity is 3 litres."
    assert compared(page, LIGHT_IN_PVT, ("max: 2 l", "max: 3 l")) == compared(page, LIGHT_IN_PVT, ("max: 2 l", "max: 3 l"))
