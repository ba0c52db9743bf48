"""What the market side wants: on a terminal, for programs, in a wiki, in a browser."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict

from claimlint import __version__
from claimlint.reports.options import RenderOptions
from claimlint.reports.pages import as_html, as_markdown, as_text
from claimlint.wanted import Demand

_TEMPLATE = "demand"

FORMAT_VERSION = 1


def render_text(demand: Demand, options: RenderOptions) -> str:
    """Give the demand as text of the width that options ask for."""
    return as_text(_TEMPLATE, demand, options)


def render_markdown(demand: Demand, _: RenderOptions) -> str:
    """Give the demand as Markdown with tables."""
    return as_markdown(_TEMPLATE, demand)


def render_html(demand: Demand, _: RenderOptions) -> str:
    """Give the demand as one self-contained HTML file."""
    return as_html(_TEMPLATE, demand)


def render_json(demand: Demand, _: RenderOptions) -> str:
    """Give the demand as JSON: the fields of `claimlint.wanted.Demand`, days as ISO 8601."""
    fields = asdict(demand)
    unread = [{"path": path, "reason": reason} for path, reason in fields.pop("unread")]
    del fields["strengths"]
    report = {"version": FORMAT_VERSION, "tool": {"name": "claimlint", "version": __version__}, **fields, "not_checked": unread}
    return json.dumps(report, indent=2, ensure_ascii=False, default=str) + "\n"


DEMAND_FORMATS: Mapping[str, Callable[[Demand, RenderOptions], str]] = {
    "text": render_text,
    "json": render_json,
    "markdown": render_markdown,
    "html": render_html,
}
