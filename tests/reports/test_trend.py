"""A history as text, as a picture and as a page."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from claimlint.recorded import FINE, Count, Run
from claimlint.reports.chart import HEIGHT, WIDTH, chart_of
from claimlint.reports.trend import headline, render_trend

SVG = "{http://www.w3.org/2000/svg}"


def run(day: str, promised: int, held: int, label: str = "", channel: str = "public") -> Run:
    counts = (Count(channel, "DVT", FINE, held, 0), Count(channel, "EVT", "unvalidated", promised - held, promised - held))
    return Run(date.fromisoformat(day), label, "0.1.0", (), 3, 0, (("none", 0), ("EVT", 4), ("DVT", 2)), counts)


SERIES = (run("2026-09-01", 40, 12), run("2026-10-01", 52, 36), run("2026-12-01", 63, 62))

TEXT = """\
Day         Promises  Hold  Findings  Share that holds            Capabilities by last gate passed
2026-09-01        40    12        28  ██████░░░░░░░░░░░░░░  30 %  4 EVT, 2 DVT
2026-10-01        52    36        16  ██████████████░░░░░░  69 %  4 EVT, 2 DVT
2026-12-01        63    62         1  ████████████████████  98 %  4 EVT, 2 DVT

Channel, 2026-12-01  Promises  Hold  Findings  Share that holds
public                     63    62         1  ████████████████████  98 %

Findings     2026-09-01  2026-12-01
unvalidated          28           1
"""


def test_text():
    assert render_trend("text", SERIES) == TEXT


@pytest.mark.parametrize("name", ["text", "svg", "html"])
def test_a_history_without_runs_says_so(name):
    assert "The history holds no run yet." in render_trend(name, ())


@pytest.mark.parametrize("name", ["text", "svg", "html"])
def test_a_history_of_one_day_with_nothing_promised_is_shown(name):
    assert "2026-09-01" in render_trend(name, (run("2026-09-01", 0, 0),))


def test_the_picture_is_described_in_words():
    picture = ElementTree.fromstring(render_trend("svg", SERIES))
    assert picture.get("aria-labelledby") == "trend-title trend-numbers"
    described = " ".join((picture.findtext(f"{SVG}desc") or "").split())
    assert described == "2026-09-01: 12 of 40 promises hold. 2026-10-01: 36 of 52 promises hold. 2026-12-01: 62 of 63 promises hold."


def test_everything_is_drawn_inside_the_picture():
    chart = chart_of(SERIES)
    places = [*chart.promised.points, *chart.held.points]
    assert all(0 < x < WIDTH and 0 < y < HEIGHT for x, y in places)


@pytest.mark.parametrize(
    ("most", "numbers"),
    [(0, ["0", "1"]), (1, ["0", "1"]), (6, ["0", "1", "2", "3", "4", "5", "6"]), (63, ["0", "20", "40", "60", "80"])],
)
def test_the_axis_counts_in_steps_that_people_count_in(most, numbers):
    assert [mark.label for mark in chart_of((run("2026-09-01", most, 0),)).numbers] == numbers


def test_names_of_lines_that_meet_stand_apart():
    chart = chart_of((run("2026-09-01", 9, 9),))
    assert chart.held.name_at - chart.promised.name_at >= 20


def test_labels_of_days_do_not_overlap():
    series = tuple(run(f"2026-09-{day:02}", 9, 3) for day in range(1, 31))
    at = [mark.at for mark in chart_of(series).days]
    assert all(right - left >= 96 for left, right in pairwise(at))
    assert chart_of(series).days[-1].label == "2026-09-30"


@pytest.mark.parametrize(
    ("runs", "dots"),
    [pytest.param(3, [3, 3], id="all have room"), pytest.param(400, [1, 1], id="only the one that tells of less than all copy")],
)
def test_dots_stand_where_they_have_room(runs, dots):
    first = replace(run("2026-01-01", 9, 3), not_checked=2)
    later = (run((date(2026, 1, 1) + timedelta(days=day)).isoformat(), 9, 3) for day in range(1, runs))
    chart = chart_of((first, *later))
    assert [len(line.dots) for line in (chart.promised, chart.held)] == dots


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("text", "2026-09-01: 1 document was not checked; the promises in it do not count here."),
        ("svg", "2026-09-01: 3 of 9 promises hold, 1 document not checked."),
        ("html", "Rings: not every document could be checked."),
    ],
)
def test_copy_that_was_not_checked_is_told_of(name, said):
    assert said in render_trend(name, (replace(run("2026-09-01", 9, 3), not_checked=1),))
    assert said not in render_trend(name, (run("2026-09-01", 9, 3),))


@pytest.mark.parametrize("name", ["svg", "html"])
def test_no_text_breaks_the_markup(name):
    hostile = run("2026-09-01", 9, 3, label="\x00\x1b</svg>&]]>\ud800", channel="<b>")
    text = render_trend(name, (hostile,))
    assert not re.search("[\x00-\x08\x1b\ud800]|]]>", text)
    assert text.count("</svg>") == 1


def test_a_page_has_a_heading_and_the_picture_does_not_repeat_it():
    page = render_trend("html", SERIES)
    assert page.count("<h1>Promises in copy, and those of them that hold</h1>") == 1
    assert 'class="title"' not in page
    assert 'class="title"' in render_trend("svg", SERIES)


def test_what_a_label_says_is_text_and_no_markup():
    page = render_trend("html", (run("2026-09-01", 9, 3, label="<b>spring</b>"),))
    assert "&lt;b&gt;spring&lt;/b&gt;" in page


def test_a_page_loads_nothing():
    addresses = re.findall(r"""(?:src|href|url)\s*[=(]\s*["']?([^"')\s]+)""", render_trend("html", SERIES))
    assert addresses == []


def test_a_page_has_the_numbers_as_a_table():
    cells = re.findall(r'<th role="rowheader" scope="row">([^<]+)</th>', render_trend("html", SERIES))
    assert cells == ["2026-09-01", "2026-10-01", "2026-12-01"]


@pytest.mark.parametrize(
    ("checked", "not_checked", "said"),
    [
        (1, 0, "2026-09-01: 3 of 9 promises hold, 1 document checked"),
        (4, 2, "2026-09-01: 3 of 9 promises hold, 4 documents checked, 2 not"),
    ],
)
def test_headline(checked, not_checked, said):
    assert headline(replace(run("2026-09-01", 9, 3), checked=checked, not_checked=not_checked)) == said
