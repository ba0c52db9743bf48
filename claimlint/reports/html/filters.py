"""What the findings of a page can be filtered by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from claimlint.reports.html.page import Card, Choice, Filters, Sheet
from claimlint.reports.html.verdict import VERDICTS

NAMES: Mapping[str, str] = {
    "error": "Errors",
    "warning": "Warnings",
    "info": "Remarks",
    "baseline": "In the baseline",
    "suppressed": "Suppressed",
}


def filters_of(sheets: Sequence[Sheet], names: Mapping[str, str], stages: Sequence[str]) -> Filters:
    """Give the choices that occur. names: of subjects, by id. stages: gates of all ladders, lowest first."""
    cards = [card for sheet in sheets for card in cards_of(sheet)]
    shown = {card.document for card in cards}
    return Filters(
        severities=tuple((verdict, NAMES[verdict]) for verdict in VERDICTS if any(card.verdict == verdict for card in cards)),
        documents=tuple((str(sheet.number), sheet.path) for sheet in sheets if sheet.number in shown),
        subjects=_sorted((card.subject, names.get(card.subject, card.subject)) for card in cards if card.subject),
        gates=tuple((stage, stage) for stage in stages if any(card.gate == stage for card in cards)),
        rules=_sorted((card.code, f"{card.code} {card.title}") for card in cards),
    )


def cards_of(sheet: Sheet) -> tuple[Card, ...]:
    """Give the findings of a document as the page lists them."""
    return (*sheet.apart, *(card for passage in sheet.passages for card in passage.cards))


def _sorted(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    return tuple(sorted(dict(choices).items(), key=lambda choice: (choice[1].casefold(), choice[0])))
