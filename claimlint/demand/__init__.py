"""Demand: what copy promises before it is validated, what nobody says though it is, and what the manifest does not have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from claimlint.bench import load_benches
from claimlint.configuration.model import DEFAULT_CHANNEL, Settings
from claimlint.demand.counting import frequency, silence, unheard_in, urgency, validated_in, wanted_in
from claimlint.demand.promises import Promise, promises_of
from claimlint.opening import Opened, Progress, open_all
from claimlint.rules.phrases import load_phrases
from claimlint.rules.policy import Policy
from claimlint.sources.discovery import Discovered
from claimlint.timing import Stopwatch
from claimlint.wanted import Demand, Unheard, Validated, Wanted

__all__ = ["demand_for", "demand_of"]


def demand_for(documents: Iterable[Discovered], settings: Settings, progress: Progress = iter) -> Demand:
    """Read documents, each under its own configuration, and count what they promise.

    progress: as for `claimlint.check.check`.

    Raises InputError as that does; a document that cannot be read is part of the outcome, with its reason.
    """
    discovered = list(documents)
    watch = Stopwatch()
    benches = load_benches({id(document.configuration): document.configuration for document in discovered}, watch)
    return demand_of(open_all(discovered, benches, settings, watch, progress), settings)


def demand_of(opened: Sequence[Opened], settings: Settings) -> Demand:
    """Count what documents promise. What several documents promise of one manifest is counted together."""
    groups: dict[tuple[tuple[str, str], ...], list[Opened]] = {}
    for each in opened:
        groups.setdefault(each.bench.manifest.files, []).append(each)
    wanted: list[Wanted] = []
    validated: list[Validated] = []
    unheard: list[Unheard] = []
    counted = 0
    for files in sorted(groups):
        bench = groups[files][0].bench
        promises: list[Promise] = [promise for each in groups[files] for promise in promises_of(each)]
        counted += len(promises)
        wanted += wanted_in(promises, bench.manifest, settings.as_of)
        validated += validated_in(promises, bench.manifest, _channels_of(groups[files]), settings.as_of)
        unheard += unheard_in(promises, bench.manifest)
    return Demand(
        as_of=settings.as_of,
        manifests=tuple(dict.fromkeys(path for files in sorted(groups) for path, _ in files)),
        documents=sum(each.reading is not None for each in opened),
        claims=counted,
        strengths={strength: words["done"] for strength, words in load_phrases().strengths.items()},
        wanted=tuple(sorted(wanted, key=urgency)),
        validated=tuple(sorted(validated, key=silence)),
        unheard=tuple(sorted(unheard, key=frequency)),
        unread=tuple((each.checked.path, each.checked.reason or "") for each in opened if each.reading is None),
    )


def _channels_of(opened: Sequence[Opened]) -> Mapping[str, Policy]:
    """Give the channels of documents that were read, with their policies; public where nobody checks any of them."""
    found = {each.checked.channel: each.bench.rules.policy for each in opened if each.reading}
    checked = {name: policy for name, policy in found.items() if policy.channels[name].checked}
    return checked or {DEFAULT_CHANNEL: opened[0].bench.rules.policy}
