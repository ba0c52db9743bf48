"""How far an entry had come and how far it has come: changes of its gates in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimlint.manifest.comparing import Change
from claimlint.manifest.ladder import derived_stage
from claimlint.manifest.model import NONE, Capability, Gate, Product, Stage


def gate_changes(old: Product | Capability, new: Product | Capability, before: Sequence[Stage], after: Sequence[Stage]) -> Iterator[Change]:
    """Yield what has changed in the gates of an entry: first how far it has come, then single gates. before, after: the ladders."""
    was, now = passed_stage(old, before), passed_stage(new, after)
    told: frozenset[str] = frozenset()
    if was != now:
        order = [NONE, *(stage.id for stage in after)]
        down = was in order and order.index(now) < order.index(was)
        told = frozenset(order[order.index(now) + 1 :][:1]) if down else frozenset(order[: order.index(now) + 1])
        yield "gates", _fallen(new, was, now, next(iter(told))) if down else f"{now} passed (was {_stage(was)})"
    if isinstance(old, Capability) and isinstance(new, Capability):
        for stage in dict.fromkeys(stage.id for stage in (*before, *after)):
            yield from _gate_changes(stage, _gate(old, stage, before), _gate(new, stage, after), told=stage in told)


def passed_stage(entry: Product | Capability, ladder: Sequence[Stage]) -> str:
    """Give the last stage that an entry has passed by what is written, whatever the day and its state, or "none"."""
    if isinstance(entry, Capability) and entry.gates:
        return derived_stage(ladder, entry.gates, None)
    return entry.validated


def _stage(stage: str) -> str:
    return "no gate" if stage == NONE else stage


def _fallen(entry: Product | Capability, was: str, now: str, lost: str) -> str:
    gate = entry.gates.get(lost) if isinstance(entry, Capability) else None
    last = "no gate is passed any more" if now == NONE else f"the last gate passed is {now}"
    return f"{_result(gate)}; {last} (was {was})" if gate else f"{last} (was {was})"


def _gate(entry: Capability, stage: str, ladder: Sequence[Stage]) -> Gate | None:
    """Give a gate; of the short form, one that says of each stage up to `validated` that it was passed."""
    order = [NONE, *(each.id for each in ladder)]
    if entry.gates or entry.validated not in order or stage not in order or order.index(stage) > order.index(entry.validated):
        return entry.gates.get(stage)
    return Gate(stage, "passed")


def _gate_changes(stage: str, old: Gate | None, new: Gate | None, told: bool) -> Iterator[Change]:
    """Yield the changes of one gate. told: its result has been told."""
    if old is None or new is None or old.result != new.result:
        if not told and old != new:
            is_now = _result(new) if new else f"{stage} no longer on record"
            yield "gates", f"{is_now} (was {old.result if old else 'not on record'})"
        return
    for what, was, now in (("due", old.due, new.due), ("waived until", old.until, new.until), ("firmware", old.firmware, new.firmware)):
        if was != now:
            yield ("record" if what == "firmware" else "gates"), f"{stage} {what}: {was or 'open'} → {now or 'open'}"
    if (old.day, old.evidence, old.builds, old.by, old.why) != (new.day, new.evidence, new.builds, new.by, new.why):
        yield "record", f"{stage}: what is on record for it has changed"


def _result(gate: Gate) -> str:
    until = f" until {gate.until}" if gate.result == "waived" and gate.until else ""
    due = f", due {gate.due}" if gate.result in ("planned", "running") and gate.due else ""
    return f"{gate.stage} {gate.result}{until}{due}"
