"""Gates are as the table says in words that are known; nothing is guessed up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from claimlint.importing import Imported
from claimlint.manifest.ladder import validated_on
from claimlint.manifest.model import Manifest

TODAY = date(2026, 11, 23)


def results(manifest: Manifest) -> dict[str, str]:
    """Results by gate, of all capabilities."""
    return {stage: gate.result for capability in manifest.capabilities.values() for stage, gate in capability.gates.items()}


@pytest.mark.parametrize(
    ("status", "result"),
    [
        ("Pass", "passed"),
        ("PASSED", "passed"),
        ("ok.", "passed"),
        ("✓", "passed"),
        ("bestanden", "passed"),
        ("not passed", "failed"),
        ("nicht bestanden", "failed"),
        ("FAIL", "failed"),
        ("To-Do", "planned"),
        ("tbd", "planned"),
        ("In Progress", "running"),
        ("waived", "waived"),
        ("DVT passed", "passed"),
        ("passed with remarks", None),
        ("mostly ok", None),
        ("100 %", None),
        ("passed?", None),
        ("approved", None),
        ("done", None),
        ("x", None),
        ("", None),
        ("n/a", None),
    ],
)
def test_statuses(manifest: Callable[..., Manifest], status: str, result: str | None) -> None:
    assert results(manifest("Feature,Phase,Status", f"a,DVT,{status}")).get("DVT") == result


def test_an_unknown_status_is_said(imported: Callable[..., Imported]) -> None:
    (note,) = imported("Feature,Phase,Status", "a,DVT,mostly ok", "b,DVT,passed", "c,DVT,mostly ok").notes[:1]
    assert note.startswith('rows 2, 4, column "Status": "mostly ok" is no status that is known here, so it validates nothing')


@pytest.mark.parametrize(
    ("lines", "validated"),
    [
        (["Feature,EVT,DVT,PVT", "a,pass,pass,open"], "DVT"),
        (["Feature,Phase,Status", "a,EVT,pass", "a,DVT,pass"], "DVT"),
        (["Feature,Phase,Status", "a,DVT,pass"], "none"),
        (["Feature,Phase,Status", "a,EVT,pass", "a,DVT-2,pass"], "DVT"),
        (["Feature,Status", "a,pass"], "none"),
        (["Feature,Phase,Status", "a,EVT,pass", "a,EVT,fail"], "none"),
        (["Feature,Phase,Status", "a,EVT,fail", "a,EVT,pass"], "none"),
        (["ID,Feature,Phase,Status", "R1,a,EVT,pass", "R2,a,EVT,open"], "none"),
        (["Feature,Phase,Status", "a,Rework,pass"], "none"),
        (["Feature,Highest gate", "a,dvt"], "DVT"),
        (["Feature,Highest gate", "a,nearly DVT"], "none"),
        (["Feature,Phase,Status", "a,EVT,"], "none"),
    ],
)
def test_what_is_validated(manifest: Callable[..., Manifest], lines: list[str], validated: str) -> None:
    found = manifest(*lines)
    assert [validated_on(found, capability, TODAY) for capability in found.capabilities.values()] == [validated]


def test_the_gate_of_a_whole_table_is_said_by_the_user(manifest: Callable[..., Manifest]) -> None:
    assert results(manifest("Feature,Status", "a,pass", gate="EVT")) == {"EVT": "passed"}


def test_a_cancelled_capability_is_withdrawn(manifest: Callable[..., Manifest]) -> None:
    (capability,) = manifest("Feature,EVT,DVT", "a,pass,dropped").capabilities.values()
    assert (capability.state, list(capability.gates)) == ("cancelled", ["EVT"])


@pytest.mark.parametrize(
    ("lines", "note"),
    [
        (["Feature,Status", "a,pass"], 'row 2, column "Status": "pass" does not say at which gate, so it validates nothing'),
        (["Feature,Phase,Status", "a,Rework,pass"], 'row 2, column "Phase": "Rework" is no gate that is known here'),
        (["Feature,Phase,Status", "a,DVT,pass"], "row 2: DVT is passed, and nothing is said of EVT: until"),
        (["Feature,Phase,Status", "a,EVT,pass", "a,EVT,fail"], "row 3: an earlier row says passed of EVT, this one failed; failed counts."),
        (["Feature,Highest gate", "a,nearly"], 'row 2, column "Highest gate": "nearly" is no gate that is known here'),
        (["Feature,Phase", "POWER,", "a,EVT"], None),
        (["ID,Feature,Phase", "POWER,,", "1,a,EVT"], "row 2: only one cell is filled, so it was taken for a heading and left out."),
        (["Feature,Phase,Status", ",EVT,pass", "a,EVT,pass"], 'row 2: nothing stands under "Feature", so the row was left out.'),
    ],
)
def test_what_is_left_out_is_said(imported: Callable[..., Imported], lines: list[str], note: str | None) -> None:
    notes = imported(*lines).notes
    assert notes == () if note is None else any(each.startswith(note) for each in notes), notes


def test_what_rows_bring_to_a_gate(manifest: Callable[..., Manifest]) -> None:
    (capability,) = manifest(
        "Feature,Phase,Status,Date,Due date,Test report",
        'a,EVT,pass,2026-03-02,2026-01-01,"TR-1; TR-2"',
        "a,DVT-2,open,2026-03-02,24 Dec 2026,",
    ).capabilities.values()
    evt, dvt = capability.gates["EVT"], capability.gates["DVT"]
    assert (evt.day, evt.due, evt.evidence) == (date(2026, 3, 2), None, ("TR-1", "TR-2"))
    assert (dvt.day, dvt.due, dvt.builds) == (None, date(2026, 12, 24), ("DVT-2",))


@pytest.mark.parametrize(
    ("status", "expected"),
    [("granted", "granted"), ("", "pending"), ("almost", "pending"), ("Applied for", "pending"), ("rejected", "refused")],
)
def test_a_certificate_is_granted_only_where_it_is_said(manifest: Callable[..., Manifest], status: str, expected: str) -> None:
    found = manifest("Feature,Status,Phase,Certificate,Certificate status", f"Radio,pass,MP,FCC,{status}")
    assert [(each.name, each.status) for each in found.certifications.values()] == [("FCC", expected)]


@pytest.mark.parametrize("cell", ["", "-", "n/a", "yes", "pending", "granted", "TBD"])
def test_what_names_no_certificate_makes_none(manifest: Callable[..., Manifest], cell: str) -> None:
    assert not manifest("Feature,Certificate", f"Radio,{cell}").certifications


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Feature,Phase,Status", "a,DVT,pass", "a,DVT,passed with deviation"], {}),
        (["Feature,Phase,Status", "a,DVT,passed with deviation", "a,DVT,pass"], {}),
        (["Feature,Phase,Status", "a,DVT,waived", "a,DVT,"], {}),
        (["Feature,EVT,DVT", "a,pass,pass", "a,pass,"], {"EVT": "passed"}),
        (["Feature,EVT,DVT", "a,pass,fail", "a,pass,?!"], {"EVT": "passed", "DVT": "failed"}),
        (["Feature,EVT,DVT", "a,pass,pass", "a,pass,n/a"], {"EVT": "passed", "DVT": "passed"}),
    ],
)
def test_a_gate_is_passed_where_every_row_of_a_feature_says_so(
    manifest: Callable[..., Manifest], lines: list[str], expected: dict[str, str]
) -> None:
    assert results(manifest(*lines)) == expected


@pytest.mark.parametrize("other", ["", "nearly DVT"])
def test_the_last_gate_counts_where_every_row_of_a_feature_names_it(manifest: Callable[..., Manifest], other: str) -> None:
    (capability,) = manifest("Feature,Highest gate", "a,DVT", f"a,{other}").capabilities.values()
    assert capability.validated == "none"


def test_a_row_that_leaves_a_gate_open_is_said(imported: Callable[..., Imported]) -> None:
    notes = imported("Feature,Phase,Status,Report", "a,EVT,pass,TR-1", "a,EVT,,TR-2").notes
    assert notes == ('row 3: this does not say that "a" has passed EVT, as another row does; EVT was left out.',)


def test_a_feature_of_which_one_row_is_withdrawn_counts_as_cancelled_and_that_is_said(imported: Callable[..., Imported]) -> None:
    made = imported("Feature,Phase,Status", "a,EVT,dropped", "a,EVT,pass")
    assert "state: cancelled" in made.text
    assert made.notes == ('row 3: not all rows of "a" are withdrawn; it counts as cancelled.',)
