"""How the pages in this folder become a site: `make docs` runs Sphinx with this file.

Every page is plain Markdown that reads well where repositories are hosted; _toc.yml says where it stands in the navigation.
Nothing is fetched, neither when the site is built nor when it is read: fonts are those of the reader's system.
"""

from __future__ import annotations

import re
from pathlib import Path

from pygments.lexers.special import TextLexer
from sphinx.application import Sphinx

project = "claimlint"
author = "The claimlint authors"
html_title = "claimlint"
html_short_title = "claimlint"

extensions = ["myst_parser", "sphinx_external_toc"]
external_toc_path = "_toc.yml"
exclude_patterns: list[str] = []

# Anchors of headings, as they are where repositories are hosted.
myst_heading_anchors = 4
# Copy is shown as it is written, quotation marks included.
smartquotes = False

# Every reference that leads nowhere, and every page that no menu names, ends the build (-W -n).
nitpicky = True

html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
html_show_copyright = False
html_theme_options = {
    "navigation_with_keys": True,
    "light_css_variables": {"color-brand-primary": "#0b5c66", "color-brand-content": "#0b5c66"},
    "dark_css_variables": {"color-brand-primary": "#6fc7d1", "color-brand-content": "#6fc7d1"},
}
pygments_style = "friendly"
pygments_dark_style = "github-dark"

HERE = Path(__file__).resolve().parent
LINK = re.compile(r"\]\((?P<path>\.\./[^)#]+\.md)\)")


def setup(app: Sphinx) -> None:
    """Hand out Markdown from elsewhere in the repository as a file, as all other files are, and show diagrams as they are written.

    Sphinx takes such Markdown for a page that is missing.
    """

    def hand_out(_: Sphinx, name: str, source: list[str]) -> None:
        folder = (HERE / name).parent

        def scheme(link: re.Match[str]) -> str:
            inside = (folder / link["path"]).resolve().is_relative_to(HERE)
            return link[0] if inside else f"](path:{link['path']})"

        source[0] = LINK.sub(scheme, source[0])

    app.connect("source-read", hand_out)
    # Diagrams are drawn where repositories are hosted; to draw them here would take a program of somebody else's in the reader's browser.
    app.add_lexer("mermaid", TextLexer)
