"""A lamp, and copy about it that is checked as a whole."""

from __future__ import annotations

from datetime import date

from claimlint.check import check
from claimlint.configuration.model import Configuration, Settings
from claimlint.sources import Discovered

TODAY = date(2026, 11, 22)
LAMP = """\
version: 1
products: {lamp: {name: Glimmer Lamp, validated: PVT}}
capabilities:
  solar: {name: solar charging, validated: EVT}
  runtime: {name: battery life, validated: PVT, expires: 2027-06-30, limits: {runtime: {max: 10 h}}}
  port: {name: USB-C port, validated: PVT}
certifications:
  ce: {name: CE marking, aliases: [CE mark], status: granted, expires: 2027-03-31}
"""


def run(folder, *names, **fields):
    """Checks files of a folder."""
    configuration = Configuration(folder, (folder / "capabilities.yaml",), **fields)
    return check([Discovered(folder / name, name, configuration, "public") for name in names], Settings(TODAY))
