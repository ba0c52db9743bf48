"""What the help of a command says beside its options: examples, exit statuses, files, the environment, and what else to look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Example:
    """A command line that people need. does: what for, as a phrase; line: as it is typed.

    Tests run each in a repository which has the files that it names.
    """

    does: str
    line: str


@dataclass(frozen=True, slots=True)
class Manual:
    """What help says of a command below its options.

    exits: what each exit status means. files, environment: keys of FILES and of ENVIRONMENT. see_also: other commands, without
    `claimlint`.
    """

    examples: tuple[Example, ...] = ()
    exits: Mapping[int, str] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    environment: tuple[str, ...] = ()
    see_also: tuple[str, ...] = ()


FILES: Mapping[str, str] = {
    ".claimlint.yaml": "How copy is checked: the manifest, channels, rules. The nearest one upwards from each file holds.",
    "pyproject.toml": "Its table [tool.claimlint-copy] holds where there is no .claimlint.yaml beside it.",
    "capabilities.yaml": "The manifest: what engineering has validated. Without a configuration the nearest one upwards serves.",
    "capabilities.lock.yaml": "A copy of the manifest for a repository that cannot reach it.",
    ".claimlint-baseline.json": "Old findings that do not count as new; the configuration names it.",
}
"""The files that commands read and write by themselves, and what each is."""

READ_FILES = (".claimlint.yaml", "pyproject.toml", "capabilities.yaml", "capabilities.lock.yaml")
"""What every command reads that reads copy."""

ENVIRONMENT: Mapping[str, str] = {
    "NO_COLOR": "Set to anything: no colors, and FORCE_COLOR does not count.",
    "FORCE_COLOR": "Set to anything but 0: colors in pipes as well.",
    "TERM": "Where it is dumb: neither colors nor a progress bar.",
    "CI": "Set to anything but 0 or false: no progress bar.",
    "CLAIMLINT_CACHE_DIR": "The folder of the cache, in place of the one that the system has for such things.",
    "CLAIMLINT_DEBUG": "Set to 1: a traceback where claimlint itself fails.",
}
"""The variables that change how claimlint runs, and what each does."""

MAIN = Manual(
    examples=(
        Example("Write a manifest and a configuration to start from", "claimlint init"),
        Example("Check all copy that the configuration includes", "claimlint check"),
        Example("Understand a finding", "claimlint explain CL201"),
        Example("Correct what can be corrected safely, after a look", "claimlint fix --diff docs"),
    ),
    exits={
        0: "Nothing stands against it.",
        1: "Findings, or a check that failed.",
        2: "Wrong usage, or something that could not be read. What was not checked is never shown as a pass.",
        130: "Interrupted, by Ctrl-C.",
        141: "Whoever read the output has closed it.",
    },
    files=tuple(FILES),
    environment=tuple(ENVIRONMENT),
)
"""The manual of `claimlint` itself."""

SECTIONS: Mapping[str, tuple[str, ...]] = {
    "Which copy is read": ("--channel", "--force-exclude", "--stdin-filename", "--exhaustive"),
    "What it is held against": ("--config", "--manifest", "--rules", "--model", "--as-of"),
    "Only what a change touches": ("--changed-since", "--diff FILE|-"),
    "What makes the run fail": ("--fail-on",),
    "Old findings": ("--baseline", "--update-baseline", "--ratchet", "--ratchet-from"),
    "What is shown, and where": ("--format", "--output", "--min-severity", "--show-all", "--quiet", "--verbose"),
    "How it is read": ("--jobs", "--engine"),
    "What is kept for the next time": ("--no-cache",),
    "In general": ("--color", "--debug", "--version", "--help"),
}
"""The sections of options. An option that stands in none is one of the command's own; one that has a namesake stands with its value."""
