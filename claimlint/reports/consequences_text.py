"""What a change of the manifest does to copy, for people at a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from claimlint.consequence import EFFECTS, Comparison, Consequence, Effect
from claimlint.reports.consequences import NO_DIFFERENCE, TITLES, by_entry, cause, found_in, headline, in_full, place, short
from claimlint.reports.excerpt import on_one_line, printable
from claimlint.reports.options import RenderOptions
from claimlint.reports.text import wrapped

COLORS = {"becomes-wrong": "red", "may-be-said": "green", "says-less": "cyan", "stays-wrong": "yellow", "read-otherwise": "magenta"}
INDENT = "  "


def render(comparison: Comparison, options: RenderOptions) -> str:
    """Give the comparison as text; with options.color it carries escape sequences."""
    lines = [f"{comparison.old.label} → {comparison.new.label}, as of {comparison.as_of}", "", *_differences(comparison)]
    for effect in EFFECTS:
        lines += _group(effect, tuple(comparison.with_effect(effect)), options)
    if comparison.unread:
        lines += ["Not read:", *(f"{INDENT}{path}: {printable(reason)}" for path, reason in comparison.unread), ""]
    return "\n".join([*lines, headline(comparison)]) + "\n"


def _differences(comparison: Comparison) -> Iterator[str]:
    if not comparison.differences:
        yield from (NO_DIFFERENCE, "")
    for name, changes in by_entry(comparison.differences):
        yield printable(name)
        yield from (f"{INDENT}{printable(words)}" for words in changes)
    if comparison.differences:
        yield ""


def _group(effect: Effect, consequences: tuple[Consequence, ...], options: RenderOptions) -> Iterator[str]:
    if not consequences:
        return
    title = f"{TITLES[effect]} ({len(consequences)})"
    yield click.style(title, fg=COLORS[effect], bold=True) if options.color else title
    for each in consequences:
        yield ""
        yield from _consequence(each, options)
    yield ""


def _consequence(consequence: Consequence, options: RenderOptions) -> Iterator[str]:
    yield f"{place(consequence)} ({consequence.channel})"
    yield from wrapped(f"“{on_one_line(consequence.text)}”", options)
    yield from _labelled("Before: ", found_in(consequence.before, consequence.relinked, short), options)
    yield from _labelled("Now:    ", found_in(consequence.after, consequence.relinked, in_full), options)
    for difference in consequence.causes:
        yield from wrapped(cause(difference), options, label="Because of ")


def _labelled(label: str, lines: Sequence[str], options: RenderOptions) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield from wrapped(line, options, label=label if number == 0 else " " * len(label))
