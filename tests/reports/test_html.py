"""The page of a check: its answer, what to wait for, the gate board, and that nothing in copy can become part of it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest

from claimlint.baseline_entry import BaselineEntry, BaselineStanding
from claimlint.finding import CheckedDocument, Finding, PolicyCell, Report, RuleDescription
from claimlint.gate_board import BoardCapability, BoardCertificate, BoardGate, BoardProduct, GateBoard
from claimlint.reports import RenderOptions, render
from claimlint.reports.html import page_of
from claimlint.reports.html.page import Page

OPTIONS = RenderOptions()
HOSTILE = (
    "<script>window.taken = 1</script>",
    "</style><script>window.taken = 1</script>",
    "<img src=x onerror=window.taken=1>",
    '"><a href="https://elsewhere.example/">',
    "{{ 7 * 7 }} {% raw %} {# gone #}",
    "]]> --> &lt;b&gt;",
)


class Markup(HTMLParser):
    """The elements of a page with their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text += data

    def values(self, attribute: str) -> list[str]:
        return [attributes[attribute] for _, attributes in self.elements if attribute in attributes]


def page(report: Report, options: RenderOptions = OPTIONS) -> Page:
    return page_of(report, options)


def gate(stage: str, state: str, due: date | None = None) -> BoardGate:
    return BoardGate(stage, state, due=due)  # type: ignore[arg-type]


def board(*documents: str, product: str = "x1", state: str = "active") -> GateBoard:
    gates = (gate("EVT", "passed"), gate("DVT", "running", date(2027, 1, 29)), gate("PVT", "open"))
    battery = BoardCapability("battery-life", "battery life", "EVT", state, gates, ("runtime up to 10 h",), ("TR-118",), "power team")
    certificates = (BoardCertificate("fcc", "FCC", "pending"), BoardCertificate("mil", "MIL-STD", "refused"))
    products = (BoardProduct(product, "Aurora", "EVT", (battery,), certificates),)
    return GateBoard(("capabilities.yaml",), ("EVT", "DVT", "PVT"), products, documents)


@pytest.fixture
def one(make_claim: Callable, make_finding: Callable, make_document: Callable) -> Callable[..., CheckedDocument]:
    """A document with a claim for each finding; a finding is what is to be changed in one."""

    def make(path: str = "a.md", *findings: dict[str, object], **of: object) -> CheckedDocument:
        text = "It floats. " * max(1, len(findings))
        claims = tuple(replace(make_claim(path, text, "It floats"), start=11 * at, end=11 * at + 9) for at in range(max(1, len(findings))))
        return make_document(
            path, text, claims, tuple(make_finding(claim, **each) for claim, each in zip(claims, findings, strict=False)), **of
        )

    return make


UNREAD = CheckedDocument("b.png", "public", None, "claimlint does not read .png")


@pytest.mark.parametrize(
    ("findings", "fail_on", "outcome"),
    [
        pytest.param([], "error", "yes", id="nothing found"),
        pytest.param([{}], "error", "no", id="an error"),
        pytest.param([{"severity": "warning"}], "error", "yes", id="a warning"),
        pytest.param([{"severity": "warning"}], "warning", "no", id="a warning where warnings fail"),
        pytest.param([{}], "never", "yes", id="an error where nothing fails"),
        pytest.param([{"state": "baseline"}], "info", "yes", id="an error in the baseline"),
        pytest.param([{"state": "suppressed"}], "info", "yes", id="a suppressed error"),
    ],
)
def test_the_answer_is_that_of_the_exit_status(findings, fail_on, outcome, one):
    report = replace(Report("0", "2026-11-22", (), (one("a.md", *findings),)), fail_on={"a.md": fail_on})
    assert page(report).answer.outcome == outcome


@pytest.mark.parametrize(
    ("documents", "outcome"),
    [
        pytest.param([{}], "no", id="it does not hide what blocks"),
        pytest.param([], "unknown", id="it is no pass where nothing else was found"),
    ],
)
def test_what_could_not_be_read_is_never_a_pass(documents, outcome, one):
    answer = page(Report("0", "2026-11-22", (), (one("a.md", *documents), UNREAD))).answer
    assert (answer.outcome, [sheet.reason for sheet in answer.unread]) == (outcome, ["claimlint does not read .png"])
    assert "1 of 2 documents was not checked; what stands there, nobody has looked at." in answer.because


def test_older_findings_that_are_left_out_are_no_pass(one):
    answer = page(Report("0", "2026-11-22", (), (one("a.md", older=2), one("b.md")))).answer
    assert (answer.outcome, answer.headline, answer.promises, answer.holds) == ("unknown", "Nothing new stands in the way.", 1, 1)
    assert answer.hidden[0].startswith("Not listed: 2 older findings from before the change;")


def test_copy_that_is_all_for_channels_nobody_checks_is_no_pass(one):
    answer = page(Report("0", "2026-11-22", (), (one(judged=False, channel="internal"),))).answer
    assert (answer.outcome, answer.because) == ("unknown", ("Nothing was judged: it is for channels that the policy leaves unchecked.",))


def test_what_was_left_out_of_a_document_is_told_above_the_copy_as_a_sentence(one):
    written = render(
        "html", Report("0", "2026-11-22", (), (one(notes=("page 2 is a scan", "Attached files were not checked: a.pdf.")),)), OPTIONS
    )
    above, copy = written.split('id="copy"')
    assert "</a>: Page 2 is a scan. Attached files were not checked: a.pdf.</li>" in above
    assert '<p class="remark">Attached files were not checked: a.pdf.</p>' in copy


def test_no_document_at_all_is_no_pass():
    assert page(Report("0", "2026-11-22", (), ())).answer.outcome == "unknown"


def test_a_baseline_that_may_not_grow_blocks(one):
    grown = BaselineStanding("base.json", added=(BaselineEntry("a.md", "CL101", None, "It floats", "0"),), only_shrinks=True)
    assert page(replace(Report("0", "2026-11-22", (), (one(),)), baselines=(grown,))).answer.outcome == "no"


def test_promises_are_counted_by_their_gravest_verdict(one):
    report = Report("0", "2026-11-22", (), (one("a.md", {}, {"severity": "warning"}, {"state": "suppressed"}), one("b.md")))
    answer = page(report).answer
    assert (answer.promises, answer.holds, answer.tally) == (4, 1, (("error", 1), ("warning", 1), ("suppressed", 1), ("ok", 1)))


def test_promises_on_a_channel_that_nobody_checks_count_neither_way(one):
    answer = page(Report("0", "2026-11-22", (), (one(judged=False, channel="internal"),))).answer
    assert (answer.promises, answer.holds) == (0, 0)
    assert answer.unchecked == ("Not judged, because the policy leaves the channel internal unchecked: 1 promise in 1 document.",)


def test_what_is_not_listed_is_counted(one):
    report = Report("0", "2026-11-22", (), (one("a.md", {"severity": "info"}, {"state": "suppressed"}),))
    assert page(report, RenderOptions(min_severity="error")).answer.hidden == (
        "Counted and not listed: 1 finding below --min-severity error.",
        "Not listed: 0 in the baseline, 1 suppressed; --show-all lists them.",
    )


def waiting(needs: str, **of: object) -> dict[str, object]:
    return {"policy": PolicyCell("public", "assertion", needs, "EVT"), **of}


@pytest.mark.parametrize(
    ("findings", "state", "expected"),
    [
        pytest.param([waiting("DVT")], "active", [("DVT", "battery life", "2027-01-29", (), 1)], id="the next gate, with its day"),
        pytest.param([waiting("PVT")], "active", [("PVT", "battery life", "", ("DVT",), 1)], id="a gate behind another"),
        pytest.param(
            [waiting("DVT"), waiting("PVT"), waiting("PVT")],
            "active",
            [("PVT", "battery life", "", ("DVT",), 2), ("DVT", "battery life", "2027-01-29", (), 1)],
            id="those that settle most come first",
        ),
        pytest.param([waiting("DVT")], "failed", [], id="what has failed is waited for in vain"),
        pytest.param([waiting("DVT", category="overstated")], "active", [], id="no gate settles a number"),
        pytest.param([waiting("DVT", state="baseline")], "active", [], id="what is excused waits for nothing"),
        pytest.param(
            [{"category": "uncertified", "subject": "fcc"}], "active", [("", "FCC", "", (), 1)], id="a certificate that is pending"
        ),
        pytest.param([{"category": "uncertified", "subject": "mil"}], "active", [], id="a certificate that was refused"),
    ],
)
def test_which_gate_would_settle_how_much(findings, state, expected, one):
    report = replace(Report("0", "2026-11-22", (), (one("a.md", *findings),)), boards=(board("a.md", state=state),))
    assert [(each.gate, each.name, each.due, each.before, each.findings) for each in page(report).releases] == expected


def test_the_board_counts_what_leans_on_each_capability(one):
    report = replace(
        Report("0", "2026-11-22", (), (one("a.md", {}, {"state": "suppressed"}), one("b.md"))), boards=(board("a.md", "b.md"),)
    )
    (row,) = page(report).boards[0].rows
    assert (row.promises, row.findings) == (3, (("error", 1),))


def test_documents_of_other_manifests_do_not_count(one):
    report = replace(Report("0", "2026-11-22", (), (one("a.md", {}), one("b.md", {}))), boards=(board("a.md"), board("b.md")))
    boards = page(report).boards
    assert [each.rows[0].promises for each in boards] == [1, 1]
    assert [each.rows[0].anchor for each in boards] == ["g1-battery-life", "g2-battery-life"]


def test_a_finding_tells_what_stands_behind_it(one):
    rule = RuleDescription("unvalidated-capability", "CL101", "unvalidated", "error", "Too firm.", "It misleads.", "16 CFR 255")
    document = one("a.md", waiting("DVT", evidence=("TR-118",), message="Too early. You could say today: “designed for up to 10 hours”."))
    report = replace(Report("0", "2026-11-22", (), (document,)), boards=(board("a.md"),), rules=(rule,))
    card = page(report).sheets[0].passages[0].cards[0]
    assert [(term.name, term.text, term.anchor) for term in card.terms] == [
        ("You say", "“It floats”", ""),
        ("Engineering has", "battery life: EVT passed; DVT running, due 2027-01-29. Measured: runtime up to 10 h.", "g1-battery-life"),
        ("Policy", "public, assertion: needs DVT, has EVT", ""),
        ("Evidence", "TR-118", ""),
    ]
    assert (card.message, card.suggestion, card.behind) == ("Too early. You could say today: ", "designed for up to 10 hours", ".")
    assert (card.why, card.citation, card.fingerprint, card.place) == ("It misleads.", "16 CFR 255", "00000000", "line 1")


def test_wording_that_the_message_does_not_have_stands_below_it(one):
    (sheet,) = page(Report("0", "2026-11-22", (), (one("a.md", {"suggestion": "Add this notice."}),))).sheets
    card = sheet.passages[0].cards[0]
    assert (card.suggestion, card.instead) == ("", "Add this notice.")


def test_many_documents_are_folded(one):
    documents = tuple(one(f"{number}.md", {}) for number in range(200))
    text = render("html", Report("0", "2026-11-22", (), documents), OPTIONS)
    assert not [attributes for tag, attributes in Markup(text).elements if tag == "details" and "open" in attributes]


def test_a_page_is_the_same_bytes_each_time(report):
    assert render("html", report, OPTIONS) == render("html", report, OPTIONS)


def test_every_link_leads_to_a_place_on_the_page(report):
    markup = Markup(render("html", replace(report, boards=(board("docs/launch.md"),)), OPTIONS))
    ids = markup.values("id")
    assert [name for name, number in Counter(ids).items() if number > 1] == []
    assert [link for link in markup.values("href") if link.removeprefix("#") not in ids] == []


def test_marks_and_findings_lead_to_each_other(report):
    markup = Markup(render("html", report, OPTIONS))
    assert {"#f1", "#m1", "#f2", "#m2"} <= set(markup.values("href"))


def test_nothing_is_loaded_from_anywhere(report):
    markup = Markup(render("html", report, OPTIONS))
    assert markup.values("src") == []
    assert [tag for tag, _ in markup.elements if tag in ("link", "iframe", "object", "embed", "base", "img")] == []


def test_only_the_styles_and_the_script_of_the_page_are_allowed(report):
    text = render("html", report, OPTIONS)
    (policy,) = (attributes["content"] for tag, attributes in Markup(text).elements if attributes.get("http-equiv"))
    parts = re.findall(r"<(?:style|script)>(.*?)</(?:style|script)>", text, re.DOTALL)
    hashes = [f"'sha256-{base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()}'" for part in parts]
    style, script = " ".join(hashes[:-1]), hashes[-1]
    assert policy == f"default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'"


def everywhere(hostile: str, one: Callable, make_claim: Callable, make_finding: Callable, make_document: Callable) -> Report:
    """A report with this text in every place that is not claimlint's own."""
    claim = make_claim("a.md", f"x {hostile} y", hostile, where=hostile)
    texts = dict.fromkeys(("rule", "subject", "message", "suggestion", "excuse", "text", "category", "code"), hostile)
    finding: Finding = make_finding(claim, **texts, evidence=(hostile,), policy=PolicyCell(*[hostile] * 4))
    document = make_document("a.md", f"x {hostile} y", (claim,), (finding,), channel=hostile, notes=(hostile,))
    rules = (RuleDescription(hostile, "CL101", "x", "error", hostile, hostile, hostile),)
    (product,) = board(product=hostile).products
    row = replace(product.capabilities[0], name=hostile, limits=(hostile,), owner=hostile)
    boards = (GateBoard((hostile,), ("EVT", hostile, "PVT"), (replace(product, name=hostile, capabilities=(row,)),), ("a.md",)),)
    unread = CheckedDocument(hostile, "public", None, hostile)
    return Report("0", "2026-11-22", ((hostile, "0" * 64),), (document, unread), (hostile,), boards=boards, rules=rules)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_text_becomes_markup(hostile, one, make_claim, make_finding, make_document):
    makers = (one, make_claim, make_finding, make_document)
    tame, found = (Markup(render("html", everywhere(text, *makers), OPTIONS)) for text in ("harmless", hostile))
    assert [tag for tag, _ in found.elements] == [tag for tag, _ in tame.elements]
    assert [sorted(attributes) for _, attributes in found.elements] == [sorted(attributes) for _, attributes in tame.elements]
    assert " ".join(hostile.split()) in " ".join(found.text.split())


@pytest.mark.parametrize("character", ["\u202e", "\u2066", "\u2028", "\x00", "\x1b", "\ud800"])
def test_characters_that_would_turn_or_break_the_page_are_shown_as_signs(character, one, make_claim, make_finding, make_document):
    text = render("html", everywhere(f"IP{character}67", one, make_claim, make_finding, make_document), OPTIONS)
    assert character not in text
    assert "IP\ufffd67" in text
