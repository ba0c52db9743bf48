"""The page of the example campaign in a real Chromium: accessible, usable by keyboard, readable on a phone, and still."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimlint import readers
from claimlint.check import check
from claimlint.configuration import ConfigurationSearch, Overrides, Settings
from claimlint.document import Source
from claimlint.finding import CheckedDocument, Report
from claimlint.readers import SUFFIXES
from claimlint.reports import RenderOptions, render
from claimlint.sources import discover

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

DESKTOP, PHONE, NARROWEST = (1280, 900), (390, 844), (360, 640)
LOOKS = [(size, scheme) for size in (DESKTOP, PHONE) for scheme in ("light", "dark")]
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
SERIOUS = ("serious", "critical")

OpenPage = Callable[..., "Page"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.skip("there is no Chromium to open pages with")
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright, which drives Chromium, is not installed")
    # The sandbox of Chromium refuses to start for root, which is who runs tests in containers.
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"] if _is_root() else [])
        yield browser
        browser.close()


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture(scope="module")
def campaign(checkout: Path) -> Report:
    documents = discover([checkout / "examples/campaign"], ConfigurationSearch(Overrides()), SUFFIXES)
    return check(documents, Settings(date(2026, 11, 23)))


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[OpenPage]:
    """Opens a report as its reader does, from a file; what the console says and what is asked of the network fails the test."""
    heard: list[str] = []
    contexts = []

    def open_page(report: Report, size: tuple[int, int] = DESKTOP, scheme: str = "light", script: bool = True, at: str = "") -> Page:
        file = tmp_path / "report.html"
        file.write_text(render("html", report, RenderOptions()), encoding="utf-8", newline="\n")
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, java_script_enabled=script, reduced_motion="reduce"
        )
        contexts.append(context)
        context.set_default_timeout(20_000)
        page = context.new_page()
        page.on("console", lambda message: heard.append(message.text))
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.on("request", lambda request: heard.append(request.url) if not request.url.startswith(file.as_uri()) else None)
        page.goto(file.as_uri() + at)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert heard == []


@contextmanager
def focus_after(page: Page, keys: str) -> Iterator[str]:
    page.keyboard.press(keys)
    yield page.evaluate("document.activeElement.id")


def violations(page: Page) -> list[str]:
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html'][:120]}" for each in found if each["impact"] in SERIOUS]


@pytest.mark.slow
@pytest.mark.parametrize(("size", "scheme"), LOOKS)
def test_axe_finds_nothing_serious(size, scheme, campaign, open_page):
    page = open_page(campaign, size, scheme)
    page.locator(".card details").evaluate_all("all => all.slice(0, 3).forEach(each => { each.open = true; })")
    assert violations(page) == []


@pytest.mark.parametrize("size", [DESKTOP, PHONE, NARROWEST])
def test_nothing_has_to_be_scrolled_sideways(size, campaign, open_page):
    page = open_page(campaign, size)
    page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") == size[0]


def test_a_long_word_does_not_widen_the_page(open_page):
    word = "ultra" * 60
    read = readers.read_text(Source("a.md", f"# {word}\n\n{word}\n\n| {word} | b |\n|--|--|\n"))
    document = CheckedDocument(f"{word}.md", word, read, None, notes=(word,))
    page = open_page(Report("0", "2026-11-22", ((word, "0" * 64),), (document, CheckedDocument(word, "public", None, word))), NARROWEST)
    page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") == NARROWEST[0]


def test_the_keyboard_comes_first_to_the_parts_of_the_page(campaign, open_page):
    page = open_page(campaign)
    reached = []
    for _ in range(6):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.getAttribute('href') || document.activeElement.id"))
    assert reached == ["#answer", "#blocking", "#releases", "#gates", "#copy", "theme"]


def test_a_mark_leads_by_keyboard_to_its_finding_and_back(campaign, open_page):
    page = open_page(campaign)
    page.locator("#m1").focus()
    with focus_after(page, "Enter") as focused:
        assert focused == "f1"
    page.locator("#f1 .ways a").focus()
    with focus_after(page, "Enter") as focused:
        assert focused == "m1"


def test_a_link_into_a_folded_document_opens_it(campaign, open_page):
    page = open_page(campaign, at="#copy")
    page.get_by_role("button", name="Close all documents").click()
    assert not page.locator("#f1").is_visible()
    page.evaluate("location.hash = '#f1'")
    page.locator("#f1").wait_for(state="visible")


def shown(page: Page) -> int:
    return page.locator(".card:not([hidden])").count()


@pytest.mark.parametrize(
    ("label", "choice", "number"),
    [
        ("Severity", "Warnings", 3),
        ("Document", "examples/campaign/public/landing.html", 7),
        ("Capability", "buoyancy", 3),
        ("Needs gate", "PVT", 11),
        ("Rule", "CL103 Offered too early", 1),
    ],
)
def test_filters_show_what_was_asked_for_and_say_how_much(label, choice, number, campaign, open_page):
    page = open_page(campaign)
    page.get_by_label(label, exact=True).select_option(choice)
    assert (shown(page), page.locator("#count").text_content()) == (number, f"{number} of 51 findings")


def test_filters_work_by_keyboard(campaign, open_page):
    page = open_page(campaign)
    page.get_by_label("Search").focus()
    page.keyboard.type("flock eight")
    assert 0 < shown(page) < 10
    page.get_by_role("button", name="Clear filters").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.getElementById('count').value === '51 findings'")
    assert shown(page) == 51


def test_a_filter_that_nothing_fits_says_so(campaign, open_page):
    page = open_page(campaign)
    page.get_by_label("Search").fill("submarine")
    assert (shown(page), page.locator("#count").text_content()) == (0, "0 of 51 findings")


def test_the_gate_board_leads_to_the_findings_of_a_capability(campaign, open_page):
    page = open_page(campaign)
    page.locator("#g1-floats .leaning").click()
    page.wait_for_function("document.getElementById('count').value === '3 of 51 findings'")
    assert page.evaluate("document.activeElement.id") == "by-subject"


def test_the_count_is_announced(campaign, open_page):
    assert open_page(campaign).get_by_role("status").text_content() == "51 findings"


def test_copy_without_findings_can_be_left_out(campaign, open_page):
    page = open_page(campaign)
    page.get_by_label("only passages with findings").check()
    assert page.locator(".passage:visible:not(.found)").count() == 0
    assert shown(page) == 51


@pytest.mark.parametrize(("theme", "paper"), [("light", "rgb(255, 255, 255)"), ("dark", "rgb(22, 24, 28)")])
def test_colours_can_be_chosen(theme, paper, campaign, open_page):
    page = open_page(campaign, scheme="dark" if theme == "light" else "light")
    page.locator("#theme").select_option(theme)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == paper


def test_everything_can_be_read_without_a_script(campaign, open_page):
    page = open_page(campaign, script=False)
    assert page.locator(".card:visible").count() == 51
    assert page.locator("form:visible, button:visible").count() == 0


def test_copy_runs_no_script(open_page):
    taking = "<script>window.taken = 1</script> <img src=x onerror='window.taken = 1'> ]]> {{ 7 * 7 }} \u202eIP67"
    document = CheckedDocument("a.txt", "public", readers.read_text(Source("a.txt", taking)), None)
    page = open_page(Report("0", "2026-11-22", (), (document,)), at="#copy")
    page.locator("summary").first.click()
    assert page.evaluate("window.taken") is None
    assert "<script>window.taken = 1</script>" in (page.locator(".words").text_content() or "")


def test_what_was_not_checked_is_seen_first(open_page):
    page = open_page(Report("0", "2026-11-22", (), (CheckedDocument("deck.key", "public", None, "claimlint does not read .key"),)))
    assert page.locator(".headline").inner_text() == "Nobody can say yet."
    assert page.get_by_role("heading", name="What was not checked").is_visible()


def test_paper_has_everything_and_no_controls(campaign, open_page):
    page = open_page(campaign)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".card dl:visible").count() == 51
    assert page.locator("form:visible, .top:visible, button:visible").count() == 0


def test_a_report_of_many_documents_opens_quickly(open_page):
    text = "".join(f"## Part {part}\n\nThe lamp lasts, floats and shines, and people like it for that.\n\n" for part in range(60))
    read = readers.read_text(Source("a.md", text))
    documents = tuple(CheckedDocument(f"{number}.md", "public", read, None) for number in range(200))
    page = open_page(Report("0", "2026-11-22", (), documents))
    took = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
    assert took < 10_000
