"""Short answers: to questions, and in the cells of tables."""

from __future__ import annotations

import pytest

from claimlint.language.answers import short_answer

GPS = ("heron-gps", "assertion", "affirmed")
NO_GPS = ("heron-gps", "assertion", "negated")
GPS_PLANNED = ("heron-gps", "intent", "affirmed")
GPS_SOON = ("heron-gps", "commitment", "affirmed")
GPS_MAYBE = ("heron-gps", "possibility", "affirmed")


def read(claims):
    return [(claim.subject, claim.strength, claim.polarity) for claim in claims]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Yes.", "yes"),
        ("Yes, it does.", "yes"),
        ("Absolutely!", "yes"),
        ("“Of course.”", "yes"),
        ("A: Yes", "yes"),
        ("✅", "yes"),
        ("✓ 30 m", "yes"),
        ("No.", "no"),
        ("Still no", "no"),
        ("Not this one.", "no"),
        ("Not today.", "no"),
        ("An idea", "maybe"),
        ("❌", "no"),
        ("Not yet.", "planned"),
        ("No, not yet.", "planned"),
        ("Yes, soon.", "soon"),
        ("Planned for Q3", "planned"),
        ("Could be.", "maybe"),
        ("–", "dash"),
        ("n/a", "dash"),
    ],
)
def test_a_short_answer_says(text, says):
    answer = short_answer(text)
    assert answer is not None
    assert answer.says == says


@pytest.mark.parametrize(
    "text", ["No screws in the wood", "Yesterday", "14 days", "Included in the price of the case", "-10 °C", "Soon after dawn", "A yes", ""]
)
def test_no_short_answer(text):
    assert short_answer(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("## Does it have GPS?\n\nYes.", [GPS], id="a heading asks"),
        pytest.param("## Does it have GPS?\n\n![A map](map.png)\n\nYes.", [GPS], id="a picture stands between"),
        pytest.param("**Does it have GPS?**\n\nNo.", [NO_GPS], id="a question in bold"),
        pytest.param("**Does it have GPS?** Not yet.", [GPS_PLANNED], id="in one paragraph"),
        pytest.param("Q: Does it have GPS?\n\nA: Soon.", [GPS_SOON], id="question and answer by letters"),
        pytest.param("Does it have GPS? Absolutely!", [GPS], id="running text"),
        pytest.param("Could it have GPS? Yes.", [GPS], id="the answer is firmer than the question"),
        pytest.param("GPS? Could be.", [GPS_MAYBE], id="a question of one word"),
        pytest.param("Can I use the GPS abroad? Yes.", [GPS], id="a question of the reader's"),
        pytest.param("- Does it have GPS?\n- No.", [NO_GPS], id="items"),
        pytest.param("<details><summary>Does it have GPS?</summary>Yes.</details>", [GPS], id="an entry that folds open"),
        pytest.param("<dl><dt>Does it have GPS?</dt><dd>Not yet.</dd></dl>", [GPS_PLANNED], id="a list of definitions"),
        pytest.param("## Is there GPS?\n\nYes. It has Wi-Fi.", [GPS, ("wifi", "assertion", "affirmed")], id="more is said"),
        pytest.param("## Does it have GPS?\n\nYes, it has GPS.", [GPS], id="what the answer repeats counts once"),
        pytest.param("## Does it have GPS?\n\nAsk your dealer.", [], id="no answer"),
        pytest.param("The day was long.\n\nYes.", [], id="no question"),
        pytest.param("Do I need a Wi-Fi network? No.", [], id="what the reader is spared"),
        pytest.param("Do I need a Wi-Fi network? Yes.", [], id="what the reader has to have"),
        pytest.param("Does the GPS always run? No.", [], id="how far it goes"),
    ],
)
def test_the_answer_to_a_question(claims_of, text, expected):
    assert read(claims_of(text)) == expected


def test_the_claim_stands_at_the_answer(claims_of):
    (claim,) = claims_of("# Heron\n\n## Does it have GPS?\n\nYes, of course.\n")
    assert (claim.text, claim.start) == ("Yes, of course.", 31)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("✓", [GPS]),
        ("✔", [GPS]),
        ("✅", [GPS]),
        ("yes", [GPS]),
        ("Included", [GPS]),
        ("✗", [NO_GPS]),
        ("✘", [NO_GPS]),
        ("❌", [NO_GPS]),
        ("No", [NO_GPS]),
        ("planned", [GPS_PLANNED]),
        ("Not yet", [GPS_PLANNED]),
        ("beta", [GPS_PLANNED]),
        ("✓ (in beta)", [GPS_PLANNED]),
        ("soon", [GPS_SOON]),
        ("Coming", [GPS_SOON]),
        ("maybe", [GPS_MAYBE]),
        ("–", []),
        ("—", []),
        ("n/a", []),
    ],
)
def test_a_cell_decides_its_row(claims_of, cell, expected):
    assert read(claims_of(f"| Feature | Value |\n|---|---|\n| GPS | {cell} |\n")) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param("| 3.6 | GPS | Not met |", [NO_GPS], id="a number leads"),
        pytest.param("| Summer | GPS | planned |", [GPS_PLANNED], id="a time leads"),
        pytest.param("| Dropped | GPS | not coming |", [NO_GPS], id="a state leads"),
    ],
)
def test_a_cell_decides_what_stands_beside_it(claims_of, row, expected):
    assert read(claims_of(f"| Entry | What | Answer |\n|---|---|---|\n{row}\n")) == expected


def test_a_dash_among_ticks_denies(claims_of):
    assert read(claims_of("| Feature | Value |\n|---|---|\n| Wi-Fi | ✓ |\n| GPS | – |\n")) == [("wifi", "assertion", "affirmed"), NO_GPS]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            "| | Heron | Egret |\n|---|---|---|\n| GPS | ✓ | ✗ |\n",
            [("heron-gps", "affirmed"), ("egret-gps", "negated")],
            id="a column for each product",
        ),
        pytest.param(
            "| Model | GPS |\n|---|---|\n| Heron | ✓ |\n| Egret | planned |\n",
            [("heron-gps", "affirmed"), ("egret-gps", "affirmed")],
            id="a row for each product",
        ),
        pytest.param("| | Heron | Kestrel |\n|---|---|---|\n| GPS | ✗ | ✓ |\n", [("heron-gps", "negated")], id="another maker's column"),
        pytest.param(
            "| | Ours | Typical watch |\n|---|---|---|\n| GPS | ✓ | ✓ |\n", [("heron-gps", "affirmed")], id="a column for the rest"
        ),
        pytest.param(
            "| | Value | Remark |\n|---|---|---|\n| Runtime | 14 days | with GPS off |\n", [("battery-life", "affirmed")], id="remarks"
        ),
    ],
)
def test_a_cell_is_about_the_product_of_its_column(claims_of, table, expected):
    assert [(claim.subject, claim.polarity) for claim in claims_of(table)] == expected


def test_words_behind_a_mark_keep_their_place(claims_of):
    text = "| Feature | Value |\n|---|---|\n| Bluetooth | ✓, 30 m |\n"
    (claim,) = claims_of(text)
    (value,) = claim.values
    assert (text[claim.start : claim.end], text[value.start : value.end]) == ("Bluetooth | ✓, 30 m", "30 m")


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("- [x] GPS", [GPS]),
        ("- [ ] GPS", [GPS_PLANNED]),
        ("- [ ] Switch on GPS", []),
        ('<ul><li><input type="checkbox" checked> GPS</li></ul>', [GPS]),
        ('<ul><li><input type="checkbox"> GPS</li></ul>', [GPS_PLANNED]),
    ],
)
def test_a_check_box_decides_its_item(claims_of, item, expected):
    assert read(claims_of(f"## Roadmap\n\n{item}\n")) == expected
