"""What a change of the manifest does to copy, for people and programs: one module a format, and the words that all of them share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module

from claimlint.consequence import EFFECTS, Comparison, Consequence, Effect, Judged
from claimlint.counting import counted
from claimlint.finding import SEVERITIES, Finding
from claimlint.manifest.differences import Difference
from claimlint.reports.excerpt import printable
from claimlint.reports.options import RenderOptions
from claimlint.reports.summary import NAMES

COMPARISON_FORMATS: Mapping[str, str] = {
    "text": "claimlint.reports.consequences_text",
    "markdown": "claimlint.reports.consequences_markdown",
    "json": "claimlint.reports.consequences_json",
}
"""Name of each format and the module that writes it, imported when it is asked for."""

TITLES: Mapping[Effect, str] = {
    "becomes-wrong": "Becomes wrong",
    "may-be-said": "May now be said",
    "says-less": "Says less than may be said now",
    "stays-wrong": "Stays wrong, for other reasons",
    "read-otherwise": "Is read otherwise now",
}

_COUNTED: Mapping[Effect, tuple[str, str]] = {
    "becomes-wrong": ("becomes wrong", "become wrong"),
    "may-be-said": ("may now be said", "may now be said"),
    "says-less": ("says less than may be said now", "say less than may be said now"),
    "stays-wrong": ("stays wrong for other reasons", "stay wrong for other reasons"),
    "read-otherwise": ("is read otherwise now", "are read otherwise now"),
}

NO_COPY = (
    "No copy was read: no configuration here uses it. Give `claimlint manifest diff` documents or folders to see what becomes of them."
)
NO_DIFFERENCE = "Nothing in them differs."
NOTHING = "nothing found"


def render(name: str, comparison: Comparison, options: RenderOptions) -> str:
    """Write a comparison in the named format; the text ends with a line end. Raises KeyError for a name not in COMPARISON_FORMATS."""
    write: Callable[[Comparison, RenderOptions], str] = import_module(COMPARISON_FORMATS[name]).render
    return write(comparison, options)


def by_entry(differences: Sequence[Difference]) -> Iterator[tuple[str, list[str]]]:
    """Yield the name of each entry that has changed, with the changes in words."""
    entries: dict[tuple[str, str | None], tuple[str, list[str]]] = {}
    for each in differences:
        entries.setdefault((each.section, each.subject), (each.name, []))[1].append(each.words)
    yield from entries.values()


def headline(comparison: Comparison) -> str:
    """Say in one line what becomes of how many promises."""
    if comparison.documents is None:
        return NO_COPY
    counts = {effect: sum(1 for _ in comparison.with_effect(effect)) for effect in EFFECTS}
    first = next((effect for effect, count in counts.items() if count), None)
    parts = [
        f"{counted(count, 'promise') if effect == first else count} {_COUNTED[effect][count != 1]}{_severities(effect, comparison)}"
        for effect, count in counts.items()
        if count
    ]
    return f"{', '.join(parts) or 'No promise is judged otherwise'}, in {counted(comparison.documents, 'document')}."


def _severities(effect: Effect, comparison: Comparison) -> str:
    """Count by the most severe finding what becomes wrong; what is excused counts, too, and is shown as such below."""
    if effect != "becomes-wrong":
        return ""
    found = (
        max((SEVERITIES.index(finding.severity) for finding in each.after.findings), default=0) for each in comparison.with_effect(effect)
    )
    counts = Counter(found)
    parts = (f"{counts[rank]} {NAMES[SEVERITIES[rank]][counts[rank] != 1]}" for rank in sorted(counts, reverse=True))
    return f" ({', '.join(parts)})"


def place(consequence: Consequence) -> str:
    """Give the place of a promise: path, line and column, or the path and where it stands in words."""
    if consequence.where:
        return f"{consequence.path} ({consequence.where})"
    return f"{consequence.path}:{consequence.start.line}:{consequence.start.column}"


def short(finding: Finding) -> str:
    """Give what is found in a few words, with its state where that is not new."""
    state = "" if finding.state == "new" else f" [{finding.state}]"
    return f"{finding.severity} {finding.code} {finding.category}{state}"


def found_in(judged: Judged, relinked: bool, words: Callable[[Finding], str]) -> list[str]:
    """Give what is found under one manifest, a line each. relinked: say what the copy is read as, too. words: for a finding."""
    lines = [*([_reading(judged)] if relinked else []), *map(words, judged.findings)]
    return lines or [NOTHING]


def in_full(finding: Finding) -> str:
    """Give what is found with its message and the way out."""
    instead = f" Instead: {finding.suggestion}" if finding.suggestion and finding.suggestion not in finding.message else ""
    return f"{short(finding)}: {finding.message}{instead}"


def _reading(judged: Judged) -> str:
    if not judged.promises:
        return "read as no promise"
    return f"read as a promise of {judged.name}" if judged.name else "read as a promise that the manifest does not have"


def cause(difference: Difference) -> str:
    """Give a change of the manifest in one line."""
    return printable(f"{difference.name}: {difference.words}")
