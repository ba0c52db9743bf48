"""What may be said today, for those who write: on a terminal, in a wiki, in a browser."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from claimlint.briefing import Briefing
from claimlint.reports.options import RenderOptions
from claimlint.reports.pages import as_html, as_markdown, as_text

_TEMPLATE = "sayable"


def render_text(briefing: Briefing, options: RenderOptions) -> str:
    """Give the briefing as text of the width that options ask for."""
    return as_text(_TEMPLATE, briefing, options)


def render_markdown(briefing: Briefing, _: RenderOptions) -> str:
    """Give the briefing as Markdown with tables."""
    return as_markdown(_TEMPLATE, briefing)


def render_html(briefing: Briefing, _: RenderOptions) -> str:
    """Give the briefing as one self-contained HTML file."""
    return as_html(_TEMPLATE, briefing)


SAYABLE_FORMATS: Mapping[str, Callable[[Briefing, RenderOptions], str]] = {
    "text": render_text,
    "markdown": render_markdown,
    "html": render_html,
}
