"""The findings in a comment on a pull request: folded, document by document, as many as there is room for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from claimlint.counting import counted
from claimlint.finding import SEVERITIES
from claimlint.reports.excerpt import on_one_line
from claimlint.reports.listing import Listed, worst_first
from claimlint.reports.markdown import escaped, escaped_in_html
from claimlint.reports.options import RenderOptions
from claimlint.reports.paths import path_in_repository
from claimlint.reports.summary import NAMES
from claimlint.reports.wording import labelled, title_of

LONGEST_PART = 2_000
LONGEST_COPY = 300
LABELS = {"Instead: ": "May be said today: "}
_CLOSED = ["", "</details>"]
_FOR_REST = 100
"""Characters of the line that says what is left out."""


def folded_findings(items: Sequence[Listed], options: RenderOptions, room: int) -> Iterator[str]:
    """Give the lines of findings in their order. room: characters that they may take; where it is too small, the worst are given."""
    kept = _that_fit(items, options, room - _FOR_REST)
    for found in _by_document(item for item in items if id(item) in kept).values():
        yield from _opened(found, options)
        yield from (line for item in found for line in kept[id(item)])
        yield from _CLOSED
    if len(kept) < len(items):
        yield from ("", f"{len(items) - len(kept):,} of {len(items):,} findings do not fit in here; the text report has them all.")


def _by_document(items: Iterable[Listed]) -> dict[int, list[Listed]]:
    found: dict[int, list[Listed]] = {}
    for item in items:
        found.setdefault(id(item.document), []).append(item)
    return found


def _that_fit(items: Sequence[Listed], options: RenderOptions, room: int) -> dict[int, list[str]]:
    """Give the entries of the worst findings that fit, by identity, with what is written around those of a document."""
    together = _by_document(items)
    kept: dict[int, list[str]] = {}
    met: set[int] = set()
    for item in worst_first(items):
        entry = _entry(item)
        room -= _size(entry)
        if id(item.document) not in met:
            met.add(id(item.document))
            room -= _size([*_opened(together[id(item.document)], options), *_CLOSED])
        if room < 0:
            break
        kept[id(item)] = entry
    return kept


def _size(lines: Sequence[str]) -> int:
    return sum(len(line) + 1 for line in lines)


def _opened(found: Sequence[Listed], options: RenderOptions) -> list[str]:
    counts = Counter(item.finding.severity for item in found if item.finding.state == "new")
    numbers = [counted(counts[severity], *NAMES[severity]) for severity in reversed(SEVERITIES) if counts[severity]]
    if excused := len(found) - counts.total():
        numbers.append(f"{excused} excused")
    path = escaped_in_html(path_in_repository(found[0].finding.path, options))
    return ["", "<details>", f"<summary>{path}: {', '.join(numbers)}</summary>", ""]


def _entry(item: Listed) -> list[str]:
    """Give a finding as an entry of a list, with an entry below it for each thing that it says."""
    finding = item.finding
    place = ", ".join(filter(None, (f"line {item.span.start.line}" if item.span else "", item.where)))
    state = "" if finding.state == "new" else f" [{finding.state}]"
    heading = f"{finding.severity} {title_of(finding)}{state}"
    copy = escaped(_cut(finding.text, LONGEST_COPY))
    lines = [f"- **{escaped(heading)}**{f', {escaped(place)}' if place else ''}: “{copy}”"]
    return lines + [f"  - {LABELS.get(label, label)}{escaped(_cut(text, LONGEST_PART))}" for label, text in labelled(finding)]


def _cut(text: str, longest: int) -> str:
    text = on_one_line(text)
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
