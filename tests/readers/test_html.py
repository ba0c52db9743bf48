"""HTML is read as browsers show it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimlint.document import Block

Summary = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("<p><b>10</b> h\n a\tday</p>", [("paragraph", "10 h a day")], id="inline tags and white space"),
        pytest.param("<p>10<b>h</b></p>", [("paragraph", "10h")], id="inline tags do not break words"),
        pytest.param("<div>One<section>two</section>three</div>", [("paragraph", t) for t in ("One", "two", "three")], id="any block"),
        pytest.param(
            "<P>One<P>two<UL><LI>a<LI>b</UL>",
            [("paragraph", "One"), ("paragraph", "two"), ("list-item", "a"), ("list-item", "b")],
            id="omitted end tags",
        ),
        pytest.param("</p></div>One</b><p", [("paragraph", "One<p")], id="broken markup"),
        pytest.param("5 < 6 & 7 > 3 &lt;b&gt; &bogus;", [("paragraph", "5 < 6 & 7 > 3 <b> &bogus;")], id="lone signs and references"),
        pytest.param("<head><title>Aurora</title><style>p{}</style></head><p>One", [("title", "Aurora"), ("paragraph", "One")], id="head"),
        pytest.param(
            "<meta name=description content='Ten &amp; more'><meta name=robots content='all of it'>",
            [("description", "Ten & more")],
            id="meta",
        ),
        pytest.param(
            "<script>if (a<b) '</p>'</script><style>x</style><!-- <p>no --><p>One", [("paragraph", "One")], id="scripts and comments"
        ),
        pytest.param("<nav><p>Home</nav><div role=navigation>Up</div><p>One", [("paragraph", "One")], id="navigation"),
        pytest.param("<p hidden>no</p><p style='color:red;DISPLAY : none'>no<p>One", [("paragraph", "One")], id="hidden"),
        pytest.param("<p>One <span style='visibility:hidden'>no <i>no</i></span>two", [("paragraph", "One two")], id="hidden inline"),
        pytest.param("<svg><title>no</title><text>no</text></svg><p aria-hidden=true>One", [("paragraph", "One")], id="drawings"),
        pytest.param("<h3>One</h3><figure><figcaption>two</figcaption></figure>", [("heading", "One"), ("caption", "two")], id="captions"),
        pytest.param(
            "<button>Buy</button> <a class='btn-primary'>Order</a> <a href=#>more</a>",
            [("button", "Buy"), ("button", "Order"), ("paragraph", "more")],
            id="buttons",
        ),
        pytest.param("<input type=submit value='Order now'><input value=no>", [("button", "Order now")], id="inputs"),
        pytest.param(
            "<p>A <img alt='red lamp' title=\"At 'night'\"> on</p>",
            [("paragraph", "A on"), ("alt-text", "red lamp"), ("alt-text", "At 'night'")],
            id="images",
        ),
        pytest.param("<blockquote><p>It <q>lasts</q></p></blockquote>", [("quotation", "It “lasts”")], id="quotations"),
        pytest.param("<pre>a\n  b</pre>", [("code", "a\n  b")], id="preformatted"),
        pytest.param("<p>one<br>two<br />three", [("paragraph", "one\ntwo\nthree")], id="line breaks"),
        pytest.param("<select><option>Red<option>Blue</select>One", [("paragraph", "One")], id="choices"),
        pytest.param("<p>{{ product.name }} lasts {% if a < b %}10 h{% endif %}", [("paragraph", "lasts 10 h")], id="template tags"),
    ],
)
def test_construct(summary: Summary, text: str, expected: list[tuple[str, str]]) -> None:
    assert summary("a.html", text) == expected


def _cells(blocks: list[Block]) -> list[tuple[str, str, str, str]]:
    return [(block.text, block.row_header, block.column_header, block.key) for block in blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "<table><thead><tr><td>Spec<td colspan=2>Radio<td>Life</thead><tr><td>X1<td>BLE<td>NFC<td>10 h</table>",
            [
                ("Spec", "", "", "header"),
                ("Radio", "", "", "header"),
                ("Life", "", "", "header"),
                ("X1", "", "Spec", ""),
                ("BLE", "X1", "Radio", ""),
                ("NFC", "X1", "Radio", ""),
                ("10 h", "X1", "Life", ""),
            ],
            id="head row",
        ),
        pytest.param(
            "<table><tr><th>Life<td>10 h<tr><th>IP<td>67",
            [("Life", "", "", ""), ("10 h", "Life", "", ""), ("IP", "", "", ""), ("67", "IP", "", "")],
            id="head column",
        ),
        pytest.param(
            "<table><tr><th>A<th>B<tr><td><p>c<p>d<td>e",
            [("A", "", "", "header"), ("B", "", "", "header"), ("c", "", "A", ""), ("d", "", "A", ""), ("e", "c d", "B", "")],
            id="several blocks in a cell",
        ),
        pytest.param(
            "<dl><dt>Life<dd>10 h<dd>9 h<dt>IP<dd>67</dl>",
            [("Life", "", "", ""), ("10 h", "Life", "", ""), ("9 h", "Life", "", ""), ("IP", "", "", ""), ("67", "IP", "", "")],
            id="descriptions",
        ),
        pytest.param(
            "<table><tr><td>a<td><table><tr><td>b<td>c</table><td>d",
            [("a", "", "", ""), ("b", "a", "", ""), ("c", "a b", "", ""), ("d", "a", "", "")],
            id="a table in a cell",
        ),
        pytest.param(
            "<table><tr><td>Life<td><table><tr><th>Old<th>New<tr><td>9 h<td>10 h</table></table>",
            [
                ("Life", "", "", ""),
                ("Old", "Life", "", "header"),
                ("New", "Life", "", "header"),
                ("9 h", "Life", "Old", ""),
                ("10 h", "Life 9 h", "New", ""),
            ],
            id="a table with headers in a cell",
        ),
        pytest.param(
            "<table><tr><th>Part<th>What<th>How"
            "<tr><td rowspan=2>Battery<td>play<td>10 h<tr><td>charge<td>3 h<tr><td>Case<td>drop<td>1 m</table>",
            [
                ("Part", "", "", "header"),
                ("What", "", "", "header"),
                ("How", "", "", "header"),
                ("Battery", "", "Part", ""),
                ("play", "Battery", "What", ""),
                ("10 h", "Battery play", "How", ""),
                ("charge", "Battery", "What", ""),
                ("3 h", "Battery charge", "How", ""),
                ("Case", "", "Part", ""),
                ("drop", "Case", "What", ""),
                ("1 m", "Case", "How", ""),
            ],
            id="a cell over several rows names a group of them",
        ),
        pytest.param(
            "<table><thead><tr><th rowspan=2>Spec<th colspan=2>Life<tr><th>old<th>new</thead><tr><td>X1<td>9 h<td>10 h</table>",
            [
                ("Spec", "", "", "header"),
                ("Life", "", "", "header"),
                ("old", "", "", "header"),
                ("new", "", "", "header"),
                ("X1", "", "Spec", ""),
                ("9 h", "X1", "old", ""),
                ("10 h", "X1", "new", ""),
            ],
            id="a header cell over several rows",
        ),
    ],
)
def test_cells_know_their_headers(blocks: Callable[[str, str], list[Block]], text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert _cells(blocks("a.html", text)) == expected


def test_the_page_title_stands_above_all(blocks: Callable[[str, str], list[Block]]) -> None:
    found = blocks("a.html", "<title>Aurora</title><h1>Radio</h1><p>One</p><ul><li>Soon:<ul><li>GPS</ul></ul>")
    assert [heading.text for heading in found[-1].headings] == ["Aurora", "Radio"]
    assert found[-1].introduction == "Soon:"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('<table role="presentation"><tr><td>It lasts.<td>It swims.</table>', id="by its role"),
        pytest.param("<table><tr><td><table><tr><td>It lasts.</table><td><table><tr><td>It swims.</table></table>", id="around tables"),
        pytest.param("<table><tr><td>It lasts.<tr><td>It swims.</table>", id="one cell in a row"),
    ],
)
def test_tables_for_layout_are_running_copy(summary: Callable[[str, str], list[tuple[str, str]]], text: str) -> None:
    assert summary("a.html", text) == [("paragraph", "It lasts."), ("paragraph", "It swims.")]
