"""`claimlint explain`: what a rule looks for, why it matters, and what the law says; or how one finding came about."""

from __future__ import annotations

from functools import partial

import click

from claimlint.cli.command import Command
from claimlint.cli.completing import rules_or_files
from claimlint.cli.documents import Selection, document_options
from claimlint.cli.manual import READ_FILES, Example, Manual
from claimlint.cli.output import Destination, uses_color, width, write
from claimlint.cli.progress import progress_bar

SHORTEST = 6
"""Characters of a fingerprint that must be given."""


MANUAL = Manual(
    examples=(
        Example("Explain a rule by its code", "claimlint explain CL201"),
        Example("Explain all rules of a category", "claimlint explain unsubstantiated"),
        Example("Tell how one finding came about", "claimlint explain --finding FINGERPRINT docs/launch.md"),
    ),
    exits={0: "It was explained.", 2: "There is no such rule or finding, or something could not be read."},
    files=READ_FILES,
    see_also=("check", "rules show"),
)


@click.command("explain", cls=Command, manual=MANUAL)
@partial(document_options, paths="CODE|RULE|CATEGORY | [PATHS]...", complete=rules_or_files)
@click.option(
    "--finding",
    "fingerprint",
    metavar="FINGERPRINT",
    help=f"Explain one finding in PATHS: the first {SHORTEST} or more characters of the fingerprint that `claimlint check -v` shows.",
)
def explain(selection: Selection, fingerprint: str | None) -> None:
    """Explain a rule, by its code (CL201), its name (overstated-value) or its category (overstated); or one finding.

    With --finding, PATHS are checked again and the way of that finding is told: the copy, the claim, its link and what came second, what
    engineering stands behind, the policy, and the rule.
    """
    if fingerprint is None:
        _explain_rule(selection)
    elif len(fingerprint) < SHORTEST:
        raise click.UsageError(f'"{fingerprint}" is too short: give at least {SHORTEST} characters of the fingerprint.')
    else:
        _explain_finding(selection, fingerprint)


def _explain_rule(selection: Selection) -> None:
    from claimlint.rules.explanation import explain_rules
    from claimlint.rules.lookup import known_rules

    if len(selection.paths) != 1:
        raise click.UsageError("Name one rule by its code, name or category; or a finding with --finding FINGERPRINT PATH.")
    known = known_rules(selection.overrides.rules, selection.overrides.config)
    click.echo(explain_rules(known.find(str(selection.paths[0]))))


def _explain_finding(selection: Selection, fingerprint: str) -> None:
    documents = selection.documents()

    from claimlint.reports import RenderOptions
    from claimlint.reports.tracing import render
    from claimlint.tracing import trace

    target = Destination("text")
    options = RenderOptions(uses_color(target), width(target))
    with progress_bar() as progress:
        found = trace(documents, selection.as_of, fingerprint, progress)
    write(render(found, options), target)
