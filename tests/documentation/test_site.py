"""The site builds without a warning, holds every page, and loads nothing from elsewhere."""

from __future__ import annotations

import re
import subprocess
import sys
from html.parser import HTMLParser

import pytest

from tests.allowed_skips import NO_SITE
from tests.documentation.pages import PAGES, ROOT

pytestmark = pytest.mark.slow
LOADED = {("script", "src"), ("img", "src"), ("link", "href"), ("iframe", "src"), ("source", "src"), ("object", "data")}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    if sys.version_info < (3, 11):
        pytest.skip(NO_SITE)
    pytest.importorskip("sphinx", reason="the site is built with the extra `docs`")
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-n", "-q", "-b", "html", "-d", str(folder / "doctrees")]
    done = subprocess.run([*command, "docs", str(folder / "html")], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder / "html"


class Assets(HTMLParser):
    """Collects what a page loads by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag, attrs) -> None:
        self.found += [value for name, value in attrs if (tag, name) in LOADED and value]


def test_every_page_is_there(site) -> None:
    pages = {page.removeprefix("docs/").removesuffix(".md") + ".html" for page in PAGES if page.startswith("docs/")}
    assert pages <= {path.relative_to(site).as_posix() for path in site.rglob("*.html")}


def test_nothing_is_loaded_from_elsewhere(site) -> None:
    elsewhere = re.compile(r"(?:https?:)?//")
    for path in site.rglob("*.html"):
        assets = Assets()
        assets.feed(path.read_text(encoding="utf-8"))
        assert [asset for asset in assets.found if elsewhere.match(asset)] == [], path


def test_styles_load_nothing_from_elsewhere(site) -> None:
    for path in site.rglob("*.css"):
        assert re.findall(r"(?:@import|url\()\s*[\"']?(?:https?:)?//[^)\"']*", path.read_text(encoding="utf-8")) == [], path


def test_search_knows_the_pages(site) -> None:
    assert "tutorials/marketer" in (site / "searchindex.js").read_text(encoding="utf-8")
