"""Makes the pictures of the HTML report in docs/images again: the example campaign, in the system's own Chromium.

Run it with `make screenshots`. It needs Chromium; the pictures have few colours, so that they stay small in the repository.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from claimlint.check import check
from claimlint.configuration import ConfigurationSearch, Overrides, Settings
from claimlint.readers import SUFFIXES
from claimlint.reports import RenderOptions, render
from claimlint.sources import discover

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
DAY = date(2026, 11, 23)
"""As in `make demo`: certificates and launch dates decide some findings."""
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
COLORS = 96
SCROLL = """place => {
  (place.closest(".passage") || place).scrollIntoView();
  scrollBy(0, place.matches(".mark") ? 0 : -12);
}"""


@dataclass(frozen=True)
class Picture:
    """A picture. width, height: of the window in pixels. at: the place of the page that is shown. opened: a finding whose reasons are."""

    name: str
    width: int
    height: int
    scheme: Literal["light", "dark"] = "light"
    at: str = ""
    opened: str = ""


PICTURES = (
    Picture("html-report-desktop", 1280, 900),
    Picture("html-report-gates", 1280, 900, at="gates"),
    Picture("html-report-copy", 1280, 900, at="d11"),
    Picture("html-report-finding-dark", 1280, 800, "dark", at="m19", opened="f19"),
    Picture("html-report-phone", 390, 844),
    Picture("html-report-phone-finding", 390, 844, "dark", at="m13", opened="f13"),
)


def main() -> None:
    """Write the pictures."""
    chromium = next(filter(None, map(shutil.which, NAMES)), None)
    if chromium is None:
        sys.exit("There is no Chromium here; install it so that chromium is found.")
    documents = discover([ROOT / "examples/campaign"], ConfigurationSearch(Overrides()), SUFFIXES)
    page = render("html", check(documents, Settings(DAY)), RenderOptions())
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "report.html"
        file.write_text(page, encoding="utf-8", newline="\n")
        is_root = hasattr(os, "geteuid") and os.geteuid() == 0
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"] if is_root else [])
        for picture in PICTURES:
            target = IMAGES / f"{picture.name}.png"
            target.write_bytes(small(photograph(picture, file, browser)))
            print(f"{target.relative_to(ROOT).as_posix()}: {target.stat().st_size // 1024} KiB")
        browser.close()


def photograph(picture: Picture, file: Path, browser: Browser) -> bytes:
    """Give the page as the picture wants it, as PNG."""
    page = browser.new_page(viewport={"width": picture.width, "height": picture.height}, color_scheme=picture.scheme)
    page.goto(file.as_uri())
    if picture.opened:
        page.locator(f"#{picture.opened} summary").click()
    if picture.at:
        page.locator(f"#{picture.at}").evaluate(SCROLL)
    data = page.screenshot(animations="disabled")
    page.close()
    return data


def small(png: bytes) -> bytes:
    """Give a picture with few colours."""
    written = io.BytesIO()
    with Image.open(io.BytesIO(png)) as image:
        image.convert("RGB").quantize(COLORS, dither=Image.Dither.NONE).save(written, "PNG", optimize=True)
    return written.getvalue()


if __name__ == "__main__":
    main()
