"""The briefing as text, Markdown and HTML: every part in every form, and no text that becomes markup."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from claimlint.briefing import (
    Briefing,
    ChannelBriefing,
    Copied,
    LastDay,
    Mark,
    Notice,
    Number,
    Offer,
    Permission,
    ProductBriefing,
    Refusal,
    Step,
    Superlative,
    Waived,
)
from claimlint.reports.options import RenderOptions
from claimlint.reports.sayable import SAYABLE_FORMATS

STRENGTHS = {"guarantee": "guaranteed", "assertion": "stated as a fact", "commitment": "announced as coming"}
GLOW = Permission(
    subject="glow",
    name="orange glow",
    strength="assertion",
    wordings=("glows like 30 candles",),
    approved=True,
    numbers=(Number("flux", "up to 400 lm", "new cells", True),),
    requires=("by night",),
    forbidden=("blinding",),
    regions=("US", "EU"),
    variants=("Kite Pro",),
    firmware=">=1.4",
    last_day=LastDay(date(2027, 1, 31), "DVT"),
    steps=(Step("guarantee", "MP", date(2027, 6, 30)),),
    needs_notice=True,
    waived=(Waived("CL202", "legal", date(2027, 2, 28), "on the box"),),
)
KITE = ProductBriefing(
    id="kite",
    name="Kite",
    validated="DVT",
    preorder=date(2026, 11, 2),
    ships=date(2027, 3, 15),
    regions=("US",),
    offers=(Offer("coming soon: Kite"), Offer("Kite is available now", "PVT", date(2027, 3, 15))),
    permissions=(GLOW, Permission("shell", "steel shell", "commitment", ("will offer steel shell",), False)),
    marks=(Mark("ce", "CE marking", True, "CE marking", "DoC-1", date(2028, 1, 1)), Mark("fcc", "FCC", False, "FCC: pending")),
    notices=(Notice("FCC", ("orange glow",), "Not authorized."),),
    refusals=(
        Refusal("sun", "solar lid", "failed", owner="the power team"),
        Refusal("mast", "radio mast", "no-gate", steps=(Step("commitment", "EVT", date(2027, 5, 31)),)),
    ),
)
BRIEFING = Briefing(
    as_of=date(2026, 11, 22),
    manifests=("capabilities.yaml",),
    copies=(Copied("../kite/capabilities.yaml", "abcdef0123456789", date(2026, 11, 20)),),
    strengths=STRENGTHS,
    channels=(ChannelBriefing("public", "on a public page", True, (KITE,)),),
    superlatives=(Superlative(("the lightest lamp",), None, date(2027, 3, 31)), Superlative((), "best of [0-9]", None)),
    not_claimed=("fast charging",),
    other_channels=("sales",),
)


def text_of(format_name, briefing=BRIEFING):
    rendered = SAYABLE_FORMATS[format_name](briefing, RenderOptions())
    return visible(rendered) if format_name == "html" else " ".join(rendered.split())


class Visible(HTMLParser):
    """Collects tags, and the text that a reader sees, with quotes as a browser puts them."""

    def __init__(self):
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []
        self.style = False

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.style = tag == "style"
        self.words.append({"q": "“", "br": " ", "td": " ", "th": " ", "p": " ", "li": " "}.get(tag, ""))

    def handle_endtag(self, tag):
        self.style = False
        self.words.append("”" if tag == "q" else "")

    def handle_data(self, data):
        if not self.style:
            self.words.append(data)


def parsed(html):
    parser = Visible()
    parser.feed(html)
    return parser


def visible(html):
    return " ".join("".join(parsed(html).words).split())


@pytest.mark.parametrize("format_name", list(SAYABLE_FORMATS))
@pytest.mark.parametrize(
    "words",
    [
        "DVT passed; pre-orders from 2026-11-02; ships from 2027-03-15; offered in US.",
        "Offer it: “coming soon: Kite”",
        "Not yet: “Kite is available now” (once PVT has been passed, and from 2027-03-15)",
        "FCC is not granted yet. A page that offers Kite, even as coming, or that states orange glow, needs this notice:",
        "Not authorized.",
        "May be stated as a fact",
        "May be announced as coming",
        "orange glow",
        "“glows like 30 candles”",
        "up to 400 lm (new cells; say so beside it)",
        "Beside it: “by night”",
        "in US and EU, for Kite Pro, with firmware",
        "Never: “blinding”",
        "2027-01-31, when the waiver for DVT ends",
        "uaranteed once MP has been passed, due 2027-06-30",
        "CL202 is waived by legal until 2027-02-28: on the box",
        "“CE marking” (granted, number DoC-1, until 2028-01-01)",
        "“FCC: pending” (pending: call it so)",
        "solar lid: it failed validation (ask the power team)",
        "radio mast: it has not passed the gate that even the softest words need; announced as coming once EVT has been passed, due",
        "due 2027-05-31 (ask engineering)",
        "“the lightest lamp”, until 2027-03-31",
        "words that match best of",
        "“fast charging”",
        "capabilities.yaml, as of 2026-11-22; a copy of ../kite/capabilities.yaml at abcdef012345, made on 2026-11-20.",
    ],
)
def test_every_form_says(format_name, words):
    assert words in text_of(format_name)


@pytest.mark.parametrize("format_name", list(SAYABLE_FORMATS))
def test_a_channel_that_nobody_checks(format_name):
    briefing = Briefing(date(2026, 11, 22), ("c.yaml",), (), STRENGTHS, (ChannelBriefing("internal", "in a note", False),))
    assert "anything may be said among colleagues" in text_of(format_name, briefing)


@pytest.mark.parametrize("format_name", list(SAYABLE_FORMATS))
def test_a_product_of_which_nothing_may_be_said(format_name):
    nothing = ChannelBriefing("public", "on a public page", True, (ProductBriefing("", "", "none"),))
    assert "Nothing may be said of its capabilities yet." in text_of(
        format_name, Briefing(date(2026, 11, 22), ("c.yaml",), (), STRENGTHS, (nothing,))
    )


@pytest.mark.parametrize("format_name", list(SAYABLE_FORMATS))
def test_a_copy_that_is_too_old_is_told_of(format_name):
    note = "Note: this copy of the manifest is 40 days old."
    told = text_of(format_name, replace(BRIEFING, stale="this copy of the manifest is 40 days old")).replace("*", "")
    assert (note in told, note in text_of(format_name).replace("*", "")) == (True, False)


@pytest.mark.parametrize("format_name", list(SAYABLE_FORMATS))
def test_a_notice_stands_where_the_manifest_names_no_product(format_name):
    nobodys = ProductBriefing("", "", "none", permissions=(GLOW,), notices=(Notice("FCC", ("orange glow",), "Not authorized."),))
    briefing = Briefing(date(2026, 11, 22), ("c.yaml",), (), STRENGTHS, (ChannelBriefing("public", "on a public page", True, (nobodys,)),))
    assert "A page that offers the product, even as coming, or that states orange glow, needs this notice:" in text_of(
        format_name, briefing
    )


def test_headings_of_markdown_skip_no_level_where_the_manifest_names_no_product():
    nobodys = ProductBriefing("", "", "none", permissions=(GLOW,))
    briefing = Briefing(date(2026, 11, 22), ("c.yaml",), (), STRENGTHS, (ChannelBriefing("public", "on a public page", True, (nobodys,)),))
    headings = [line for line in SAYABLE_FORMATS["markdown"](briefing, RenderOptions()).splitlines() if line.startswith("#")]
    assert headings == ["# What may be said on a public page, as of 2026-11-22", "## May be stated as a fact"]


@pytest.mark.parametrize("format_name", list(SAYABLE_FORMATS))
def test_a_name_of_several_lines_stands_in_one(format_name):
    assert "orange glow" in text_of(format_name, named("orange\nglow"))
    assert "\ufffd" not in text_of(format_name, named("orange\nglow"))


@pytest.mark.parametrize("width", [40, 72, 100, 140])
def test_text_keeps_to_the_width(width):
    lines = SAYABLE_FORMATS["text"](BRIEFING, RenderOptions(width=width)).splitlines()
    assert max(map(len, lines)) <= width
    assert any("May be stated as a fact" in line for line in lines)


def named(name):
    product = ProductBriefing("kite", name, "DVT", permissions=(Permission("glow", name, "assertion", (name,), False),))
    return Briefing(date(2026, 11, 22), ("c.yaml",), (), STRENGTHS, (ChannelBriefing("public", "on a public page", True, (product,)),))


def test_names_are_no_html():
    hostile = "<script>alert(1)</script> & \"'<b>"
    html = SAYABLE_FORMATS["html"](named(hostile), RenderOptions())
    assert not {"script", "b"} & set(parsed(html).tags)
    assert hostile in visible(html)


def test_names_are_no_markdown():
    from markdown_it import MarkdownIt

    hostile = "a | b *c* _d_ `e` [f](g) <b>h</b> &lt; ~~i~~ #j \\"
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(SAYABLE_FORMATS["markdown"](named(hostile), RenderOptions()))
    assert not {"em", "code", "a", "b", "s"} & set(parsed(html).tags)
    assert parsed(html).tags.count("td") == 4
    assert visible(html).count(hostile) == 3


@pytest.mark.parametrize("format_name", list(SAYABLE_FORMATS))
def test_names_move_no_terminal_and_start_no_line(format_name):
    rendered = SAYABLE_FORMATS[format_name](named("a\x1b[2Jb\n# c"), RenderOptions())
    assert "\x1b" not in rendered
    assert "\n# c" not in rendered


def test_html_is_one_file_that_a_screen_reader_can_follow():
    html = SAYABLE_FORMATS["html"](BRIEFING, RenderOptions())
    tags = parsed(html).tags
    assert html.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert "<title>What may be said, as of 2026-11-22</title>" in html
    assert not {"script", "link", "img", "iframe"} & set(tags)
    assert "http" not in html
    assert (tags.count("h1"), tags.count("main")) == (1, 1)
    levels = [int(tag[1]) for tag in tags if tag in ("h1", "h2", "h3", "h4")]
    assert all(below - above <= 1 for above, below in pairwise(levels))
    assert html.count("<th ") == html.count("scope=")
    for tag in ("section", "table", "tr", "td", "ul", "li", "q", "p"):
        assert html.count(f"<{tag}>") + html.count(f"<{tag} ") == html.count(f"</{tag}>"), tag


def test_html_of_several_channels_links_to_each():
    several = Briefing(
        date(2026, 11, 22),
        ("c.yaml",),
        (),
        STRENGTHS,
        tuple(ChannelBriefing(name, f"in {name}", True, (KITE,)) for name in ("public", "sales")),
    )
    html = SAYABLE_FORMATS["html"](several, RenderOptions())
    for anchor in ("channel-1", "channel-2", "product-1-1", "product-2-1"):
        assert html.count(f'href="#{anchor}"') == 1
        assert html.count(f'id="{anchor}"') == 1
