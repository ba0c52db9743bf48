"""The demand report in its forms."""

from __future__ import annotations

import json
from datetime import date
from html.parser import HTMLParser

import pytest

from claimlint.reports.demand import DEMAND_FORMATS
from claimlint.reports.options import RenderOptions
from claimlint.wanted import Counts, Demand, MissingGate, Unheard, Validated, Wanted

STRENGTHS = {"assertion": "stated as a fact", "intent": "described as planned"}


def demand_of(name="orange glow", manifests=("capabilities.yaml",)):
    counts = Counts(3, 2, 2, 1, 4, {"assertion": 2, "intent": 1}, ("public", "sales"))
    planned = Counts(1, 1, strengths={"intent": 1}, channels=("sales",))
    missing = (MissingGate("DVT", date(2026, 12, 1), failed=True), MissingGate("PVT", None))
    return Demand(
        as_of=date(2026, 11, 22),
        manifests=manifests,
        documents=2,
        claims=9,
        strengths=STRENGTHS,
        wanted=(
            Wanted("capabilities.yaml", "glow", name, counts, "EVT", missing, owner="light team"),
            Wanted("capabilities.yaml", "sun", "solar lid", Counts(internal=1), "none", lapsed=date(2026, 6, 30)),
            Wanted("capabilities.yaml", "fcc", "FCC authorization", planned, "none", status="pending"),
        ),
        validated=(
            Validated("capabilities.yaml", "dimmer", "dimmer", Counts(), ("beta", "public")),
            Validated("capabilities.yaml", "handle", "steel handle", Counts(1, 1), ("public",)),
        ),
        unheard=(
            Unheard("capabilities.yaml", "unknown", "x" * 80, Counts(2, 1)),
            Unheard("capabilities.yaml", "withdrawn", "radio mast", Counts(1, 1), "mast"),
            Unheard("capabilities.yaml", "ruled-out", "fast charging", Counts(1, 1)),
        ),
        unread=(("page.pdf", "no reader"),),
    )


class Visible(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_data(self, data):
        self.words.append(data)


def parsed(html):
    parser = Visible()
    parser.feed(html)
    return parser


def test_text():
    assert DEMAND_FORMATS["text"](demand_of(), RenderOptions()) == (
        "Wanted, and not validated yet; the most urgent first:\n"
        "\n"
        "  orange glow: 3 promises in 2 documents, 2 too early, 1 quoted; 4 more internally\n"
        "    2 stated as a fact, 1 described as planned (public, sales)\n"
        "    EVT passed; missing: DVT (failed), due 2026-12-01; PVT (light team)\n"
        "  solar lid: 1 promise, internal only\n"
        "    Its validation ended on 2026-06-30\n"
        "  FCC authorization: 1 promise in 1 document\n"
        "    1 described as planned (sales)\n"
        "    Pending\n"
        "\n"
        "Wanted, and no gate will come:\n"
        "\n"
        f"  “{'x' * 59}…” (not in the manifest): 2 promises\n    in 1 document\n"
        "  “radio mast” (withdrawn): 1 promise in 1 document\n"
        "  “fast charging” (ruled out): 1 promise in 1 document\n"
        "\n"
        "Validated, and nobody says it:\n"
        "\n"
        "  dimmer (may be stated on: beta, public)\n"
        "\n"
        "Validated and said:\n"
        "\n"
        "  steel handle (may be stated on: public): 1 promise in 1 document\n"
        "\n"
        "Not read: page.pdf: no reader\n"
        "9 promises of 2 documents, held against capabilities.yaml as of 2026-11-22.\n"
    )


@pytest.mark.parametrize("format_name", ["text", "markdown", "html"])
def test_nothing_at_all(format_name):
    nothing = Demand(date(2026, 11, 22), ("capabilities.yaml",), 1, 0, STRENGTHS)
    rendered = DEMAND_FORMATS[format_name](nothing, RenderOptions())
    assert "Nothing is wanted that is not validated yet." in rendered
    assert "0 promises of 1 document, held against capabilities.yaml as of 2026-11-22." in rendered


def test_rows_name_their_manifest_where_there_are_several():
    several = demand_of(manifests=("capabilities.yaml", "other.yaml"))
    for name in ("text", "markdown", "html"):
        assert "orange glow [capabilities.yaml]" in DEMAND_FORMATS[name](several, RenderOptions()).replace("\\", "")


def test_json_has_every_count():
    report = json.loads(DEMAND_FORMATS["json"](demand_of(), RenderOptions()))
    assert report["as_of"] == "2026-11-22"
    assert report["wanted"][0]["counts"] == {
        "claims": 3,
        "documents": 2,
        "early": 2,
        "quoted": 1,
        "internal": 4,
        "strengths": {"assertion": 2, "intent": 1},
        "channels": ["public", "sales"],
    }
    assert report["wanted"][0]["missing"][0] == {"gate": "DVT", "due": "2026-12-01", "failed": True}
    assert [each["subject"] for each in report["validated"]] == ["dimmer", "handle"]
    assert [each["why"] for each in report["unheard"]] == ["unknown", "withdrawn", "ruled-out"]
    assert report["not_checked"] == [{"path": "page.pdf", "reason": "no reader"}]


def test_names_are_no_markup():
    from markdown_it import MarkdownIt

    hostile = "<b>a</b> | *c* &lt;"
    html = DEMAND_FORMATS["html"](demand_of(hostile), RenderOptions())
    markdown = MarkdownIt("commonmark").enable("table").render(DEMAND_FORMATS["markdown"](demand_of(hostile), RenderOptions()))
    for found in (parsed(html), parsed(markdown)):
        assert not {"b", "em"} & set(found.tags)
        assert hostile in "".join(found.words)
    assert parsed(markdown).tags.count("td") == 3 * 9 + 3 * 5 + 2 * 5


def test_html_tables_have_as_many_cells_in_every_row():
    html = DEMAND_FORMATS["html"](demand_of(), RenderOptions())
    found = parsed(html)
    assert (found.tags.count("table"), found.tags.count("h1"), found.tags.count("h2")) == (3, 1, 3)
    assert found.tags.count("td") == 3 * 5 + 3 * 2 + 2 * 2
    assert found.tags.count("th") == (6 + 3) + (3 + 3) + (3 + 2)
