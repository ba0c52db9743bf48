"""Template tags become spaces, and nothing else does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.readers import template_copy, templates


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("a {{ b }} c", "a c", id="output"),
        pytest.param("a {% if b %}c{% endif %}", "a c", id="tag"),
        pytest.param("a {# b\n\nc #} d", "a d", id="comment over empty lines"),
        pytest.param("a {{!-- b }} --}} c", "a c", id="Handlebars comment"),
        pytest.param("{% comment %}a{% endcomment %}b", "b", id="comment block"),
        pytest.param("{%- schema -%}{'a': 1}{%- endschema -%}b", "b", id="code block"),
        pytest.param("a {{< b\nc=1 >}} {{% d %}} e", "a e", id="Hugo"),
        pytest.param('[caption id="a"]b[/caption] [gallery ids=”1”]', "b", id="shortcodes"),
        pytest.param('[row a="1"][col b="2"]c[/col][/row]', "c", id="shortcodes in a row"),
        pytest.param("a\n{: .b #c}\n## d {#e}", "a ## d", id="attribute lists"),
        pytest.param("[a](b) [a][b] [^1] [x] [ ] [a]", "[a](b) [a][b] [^1] [x] [ ] [a]", id="Markdown is left alone"),
        pytest.param("a {{ b\n\nc }} {% d", "a {{ b c }} {% d", id="unclosed tags are left alone"),
        pytest.param("{a} a{b", "{a} a{b", id="single braces are left alone"),
    ],
)
def test_blank(text: str, left: str) -> None:
    assert " ".join(templates.blank(text, templates.MARKDOWN).split()) == left


@given(st.text(st.sampled_from("{}%#<>![]/=\"'-: \n\rab")))
def test_blanking_keeps_every_offset_and_line_end(text: str) -> None:
    blanked = templates.blank(text, templates.MARKDOWN)
    assert len(blanked) == len(text)
    assert all(new == old or (new == " " and old not in "\r\n") for new, old in zip(blanked, text, strict=True))


def test_a_dialect_that_is_not_asked_for_is_left_alone() -> None:
    assert templates.blank("[/a] {{ b }}", (templates.SHORTCODES,)) == "     {{ b }}"


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        pytest.param('{{< figure src="a b" caption="Ten hours" >}}', [("caption", "caption", "Ten hours")], id="caption"),
        pytest.param("[img alt='A lamp' class='a b'][/img]", [("alt-text", "alt", "A lamp")], id="alt"),
        pytest.param('{{< button text="Buy now" >}}', [("button", "text", "Buy now")], id="button"),
        pytest.param("{% hero\n  fa-x;\n  Ten hours of play;\n  Fast\n%}", [("caption", "hero", "Ten hours of play")], id="lines"),
        pytest.param("{% assign a = b\n Not a = copy %}{% if Ten hours %}{# title='a b' #}", [], id="code"),
    ],
)
def test_copy_in_tags(text: str, copy: list[tuple[str, str, str]]) -> None:
    found = template_copy.find(text)
    assert [(attribute.kind.value, attribute.key, text[attribute.start : attribute.stop]) for attribute in found] == copy
