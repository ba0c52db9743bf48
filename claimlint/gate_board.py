"""How everything in a manifest stands on a day, as a report shows it: products, capabilities by gate, certificates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

GateState = Literal["passed", "waived", "lapsed", "running", "planned", "failed", "open"]
"""lapsed: a waiver whose last day has passed. open: nobody has said anything of this gate."""


@dataclass(frozen=True, slots=True)
class BoardGate:
    """A gate of the ladder for one capability. passed: the day; due, until, by, why: as the manifest has them."""

    stage: str
    state: GateState
    passed: date | None = None
    due: date | None = None
    until: date | None = None
    by: str | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class BoardCapability:
    """A capability. validated: the last gate passed on the day, or "none". state: active, failed or cancelled.

    gates: one for each stage, lowest first. limits: in words. expired: its last day, where that has passed.
    """

    id: str
    name: str
    validated: str
    state: str
    gates: tuple[BoardGate, ...]
    limits: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    owner: str | None = None
    expired: date | None = None


@dataclass(frozen=True, slots=True)
class BoardCertificate:
    """A certificate or mark. status: as of the day. covers: names of what may not be offered without it."""

    id: str
    name: str
    status: str
    number: str | None = None
    expires: date | None = None
    covers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BoardProduct:
    """A product with what belongs to it. id and name are empty where the manifest lists no products.

    validated: the last gate that it has passed as a whole.
    """

    id: str
    name: str
    validated: str
    capabilities: tuple[BoardCapability, ...]
    certificates: tuple[BoardCertificate, ...]
    preorder: date | None = None
    ships: date | None = None
    regions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GateBoard:
    """A manifest on a day. files: paths as reported. stages: the ladder, lowest first. documents: paths of those judged by it."""

    files: tuple[str, ...]
    stages: tuple[str, ...]
    products: tuple[BoardProduct, ...]
    documents: tuple[str, ...] = ()
