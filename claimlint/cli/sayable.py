"""`claimlint sayable`: what copy may say today."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from claimlint.cli.command import Command
from claimlint.cli.completing import channels as offered_channels
from claimlint.cli.completing import packs_or_files
from claimlint.cli.documents import FILE
from claimlint.cli.manual import Example, Manual
from claimlint.cli.output import destinations, report_options, uses_color, width, write
from claimlint.configuration import CHANNELS, ConfigurationSearch, Overrides

MANUAL = Manual(
    examples=(
        Example("What may advertising say today?", "claimlint sayable"),
        Example(
            "What may sales say of one product, as a page?",
            "claimlint sayable --channel sales --product Ouzel --format html:sayable.html",
        ),
    ),
    exits={0: "It was said.", 2: "The manifest, the configuration or the rules are wrong, or there is no such product or channel."},
    files=("capabilities.yaml", "capabilities.lock.yaml", ".claimlint.yaml"),
    see_also=("check", "demand"),
)


@click.command("sayable", cls=Command, manual=MANUAL)
@click.option(
    "--channel",
    "channels",
    multiple=True,
    metavar="NAME",
    shell_complete=offered_channels,
    help=f"Who reads it: {', '.join(CHANNELS)}, or one of your own policy; repeatable (default: public).",
)
@click.option("--product", metavar="ID|NAME", help="One product, by its id, its name or an alias (default: all).")
@click.option("--config", type=FILE, metavar="FILE", help="Configuration, in place of the nearest to the working directory.")
@click.option(
    "--manifest",
    "manifests",
    type=FILE,
    multiple=True,
    metavar="FILE",
    help="Manifest, in place of the configured one; repeat it to merge several.",
)
@click.option(
    "--rules", multiple=True, metavar="PACK|FILE", shell_complete=packs_or_files, help="Rules, in place of the configured ones; repeatable."
)
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The day that counts as today, such as 2027-02-15.")
@report_options("text, markdown or html", names=("text", "markdown", "html"))
def sayable(
    channels: tuple[str, ...],
    product: str | None,
    config: Path | None,
    manifests: tuple[Path, ...],
    rules: tuple[str, ...],
    as_of: datetime | None,
    formats: tuple[str, ...],
    output: Path | None,
) -> None:
    """Say what copy may say today: how firmly, with which number and condition, in approved words where there are any.

    It reads the manifest and the policy, and no copy. Without --channel it speaks of public copy, as `claimlint check` does of a
    document that no pattern names: whoever writes has one reader in mind, and what is given to everybody must be true for everybody.
    """
    from claimlint.reports import RenderOptions
    from claimlint.reports.sayable import SAYABLE_FORMATS
    from claimlint.sayable import sayable as briefed

    targets = destinations(formats, output, SAYABLE_FORMATS)
    overrides = Overrides(config=config, manifests=manifests, rules=rules)
    configuration = ConfigurationSearch(overrides).for_folder(Path())
    found = briefed(configuration, channels, product, as_of.date() if as_of else date.today())
    for target in targets:
        options = RenderOptions(uses_color(target), width(target))
        write(SAYABLE_FORMATS[target.format](found, options), target)
