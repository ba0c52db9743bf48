"""MDX: code is blanked, copy in attributes and between tags is kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Summary = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("import A from \"a\";\nimport {\n  B,\n\n  C\n} from 'b'\n\nTen hours", [("paragraph", "Ten hours")], id="imports"),
        pytest.param("export const a = {b: {c: '}'}}\n\nTen hours", [("paragraph", "Ten hours")], id="exports"),
        pytest.param("export your data\nimport tariffs apply", [("paragraph", "export your data import tariffs apply")], id="prose"),
        pytest.param("Ten {/* until } MP */}hours {a ? 'b' : `{`}", [("paragraph", "Ten hours")], id="expressions"),
        pytest.param("An open { brace isn't closed", [("paragraph", "An open { brace isn't closed")], id="a lone brace"),
        pytest.param("<Tabs\n  values={[\n\n{a: '>'}]}>\n    Ten **hours**\n</ Tabs>", [("paragraph", "Ten hours")], id="components"),
        pytest.param("<>Ten</> hours, 5 < 6", [("paragraph", "Ten hours, 5 < 6")], id="fragments"),
        pytest.param("    Ten hours", [("paragraph", "Ten hours")], id="no indented code"),
        pytest.param("Set `{x}` and ``<A> ` ``", [("paragraph", "Set {x} and <A> `")], id="code spans"),
        pytest.param("```js\nimport a from 'b'\n<A>{b}\n```", [("code", "import a from 'b'\n<A>{b}\n")], id="code blocks"),
        pytest.param("<Img alt=\"A lamp\" src='x y' />", [("alt-text", "A lamp")], id="alt"),
        pytest.param("<Card title={'Ten hours'} description={`A ${b}`} />", [("caption", "Ten hours")], id="literal expressions"),
        pytest.param('<BuyButton label="Buy it now"/>', [("button", "Buy it now")], id="buttons"),
        pytest.param("<div className={a}>\n**Ten** hours\n</div>", [("paragraph", "Ten hours")], id="Markdown between HTML tags"),
        pytest.param("Ten <b style={{display: 'none'}}>or nine</b> hours", [("paragraph", "Ten hours")], id="hidden by a style object"),
        pytest.param('<img src={a} alt="A lamp"/>', [("alt-text", "A lamp")], id="images"),
    ],
)
def test_construct(summary: Summary, text: str, expected: list[tuple[str, str]]) -> None:
    assert summary("a.mdx", text) == expected


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        pytest.param("<TabItem>\n\n## Radio\n\nin\n\n</TabItem>\n\nout", {"in": ["Radio"], "out": []}, id="a heading ends with its tab"),
        pytest.param('<Card title="Radio">\n\nin\n\n</Card>\n\nout', {"in": ["Radio"], "out": []}, id="a title stands above the content"),
        pytest.param('<Card title="Radio"/>\n\nout', {"out": []}, id="a card without content"),
        pytest.param(
            '<Tabs>\n<Tab label="One">\nin\n</Tab>\n<Tab label="Two">\nbeside\n</Tab>\n</Tabs>\nout',
            {"in": ["One"], "beside": ["Two"], "out": []},
            id="tabs beside each other",
        ),
        pytest.param("<Tab>\n\n## Radio\n\nin", {"in": ["Radio"]}, id="a tab that is never closed"),
        pytest.param(
            "## Radio\n\n<Tab>\n\n### Range\n\nin\n\n</Tab>\n\nout", {"in": ["Radio", "Range"], "out": ["Radio"]}, id="outer headings stay"
        ),
    ],
)
def test_what_stands_inside_a_component_keeps_its_headings_to_itself(
    blocks: Callable[[str, str], list],  # type: ignore[type-arg]
    text: str,
    headings: dict[str, list[str]],
) -> None:
    found = {block.text: [heading.text for heading in block.headings] for block in blocks("a.mdx", text)}
    assert {name: found[name] for name in headings} == headings


def test_attributes_stand_in_source_order_under_their_headings(blocks: Callable[[str, str], list]) -> None:  # type: ignore[type-arg]
    text = '# One\n\n<Card title="First card"/>\n\n# Two\n\n<Card title="Second card"/>\n'
    assert [(block.text, [heading.text for heading in block.headings]) for block in blocks("a.mdx", text)] == [
        ("One", []),
        ("First card", ["One"]),
        ("Two", []),
        ("Second card", ["Two"]),
    ]
