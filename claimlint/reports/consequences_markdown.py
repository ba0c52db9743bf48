"""What a change of the manifest does to copy, as Markdown for a comment on a pull request: a table first, then the details."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.consequence import EFFECTS, Comparison, Consequence, Judged
from claimlint.reports.consequences import NO_DIFFERENCE, TITLES, by_entry, cause, found_in, headline, in_full, place, short
from claimlint.reports.excerpt import on_one_line
from claimlint.reports.markdown import escaped
from claimlint.reports.options import RenderOptions

LONGEST = 120
"""Characters of copy in a cell of the table; the details have all of it."""


def render(comparison: Comparison, _: RenderOptions) -> str:
    """Give the comparison as Markdown; options for a terminal play no part."""
    lines = [
        "## What this change of the manifest does to copy",
        "",
        escaped(headline(comparison)),
        *_table(comparison),
        *_unread(comparison),
    ]
    lines += ["", "### What changes in the manifest", "", *_differences(comparison)]
    if comparison.consequences:
        lines += ["", "<details>", "<summary>Each promise with its findings</summary>", *_details(comparison), "", "</details>"]
    lines += ["", f"{_code(comparison.old.label)} → {_code(comparison.new.label)}, as of {comparison.as_of}."]
    return "\n".join(lines) + "\n"


def _table(comparison: Comparison) -> Iterator[str]:
    if not comparison.consequences:
        return
    yield from ("", "| | Where | Copy | Before | Now | Because of |", "| --- | --- | --- | --- | --- | --- |")
    for effect in EFFECTS:
        for each in comparison.with_effect(effect):
            copy = on_one_line(each.text)
            cut = copy if len(copy) <= LONGEST else f"{copy[: LONGEST - 1]}…"
            before, after = (_cell(judged, each.relinked) for judged in (each.before, each.after))
            causes = "<br>".join(escaped(cause(difference)) for difference in each.causes)
            yield f"| **{TITLES[effect]}** | {escaped(place(each))} | {escaped(cut)} | {before} | {after} | {causes} |"


def _cell(judged: Judged, relinked: bool) -> str:
    return "<br>".join(escaped(line) for line in found_in(judged, relinked, short))


def _unread(comparison: Comparison) -> Iterator[str]:
    if comparison.unread:
        yield from ("", "**Not read:**", "")
        yield from (f"- {escaped(path)}: {escaped(reason)}" for path, reason in comparison.unread)


def _differences(comparison: Comparison) -> Iterator[str]:
    if not comparison.differences:
        yield NO_DIFFERENCE
    for name, changes in by_entry(comparison.differences):
        yield f"- **{escaped(name)}**: {escaped('; '.join(changes))}"


def _details(comparison: Comparison) -> Iterator[str]:
    for effect in EFFECTS:
        found = tuple(comparison.with_effect(effect))
        if found:
            yield from ("", f"#### {TITLES[effect]}")
        for each in found:
            yield from ("", f"- {escaped(place(each))} ({escaped(each.channel)}): “{escaped(each.text)}”")
            yield from _messages(each)


def _messages(consequence: Consequence) -> Iterator[str]:
    for label, judged in (("Before", consequence.before), ("Now", consequence.after)):
        for line in found_in(judged, consequence.relinked, in_full):
            yield f"  - {label}: {escaped(line)}"


def _code(text: str) -> str:
    return f"`{text.replace('`', '')}`"
