#!/usr/bin/env python3
"""Write docs/reference from the data that claimlint itself runs by: rules, vocabulary, policy, keys, commands, formats, report.

Usage: python scripts/reference.py [--check]

Every page is a template in scripts/reference and the values that it lists. --check writes nothing and ends with 1 where a page is not what
it would be; a test does the same.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
import reference_data as data
import reference_structure as structure

from claimlint.cli.manual import ENVIRONMENT, FILES
from claimlint.reports.citations import links_in

HERE = Path(__file__).resolve().parent
FOLDER = HERE.parent / "docs" / "reference"
TEMPLATES = HERE / "reference"

Values = Mapping[str, Any]

PAGES: Mapping[str, Callable[[], Values]] = {
    "commands": lambda: {"program": structure.program(), "commands": structure.commands()},
    "configuration": lambda: {"fields": data.configuration_fields()},
    "exit-statuses": lambda: {"program": structure.program(), "commands": structure.commands(), "files": FILES, "environment": ENVIRONMENT},
    "formats": lambda: {"read": data.formats_read(), "refused": data.formats_refused(), "limits": data.limits()},
    "json-report": lambda: {"objects": structure.report_objects()},
    "manifest": lambda: {"records": structure.manifest_records()},
    "policy": lambda: {"strengths": data.STRENGTHS, "ladders": data.ladders(), "confidence": data.confidence()},
    "rule-files": lambda: {"keys": data.rule_keys(), "facts": data.facts(), "names": data.names()},
    "rules": lambda: {"packs": data.packs()},
    "vocabulary": lambda: {"subjects": data.subjects()},
}
"""Pages by the name of their template, with what each lists."""

FAMILIES: Mapping[str, Callable[[], Sequence[Any]]] = {"rules": data.packs, "vocabulary": data.subjects}
"""Pages that go on in a folder of their own, one for each of these; their template is NAME-page."""


@cache
def pages() -> Mapping[str, str]:
    """Give the text of every page, by its path below docs/reference."""
    return dict(_pages())


def _pages() -> Iterator[tuple[str, str]]:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES), undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True, autoescape=False
    )
    environment.filters.update(code=code, cell=cell)
    environment.globals.update(page_of=data.page_of, links_in=links_in)
    for name, values in PAGES.items():
        yield f"{name}.md", _rendered(environment, name, values())
    for name, family in FAMILIES.items():
        for member in family():
            yield f"{name}/{member.name}.md", _rendered(environment, f"{name}-page", {"page": member})


def code(text: str) -> str:
    """Give a text as a code span of Markdown, whatever quotes of code are in it."""
    fence = "``" if "`" in text else "`"
    padding = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{padding}{text}{padding}{fence}"


def cell(text: str) -> str:
    """Give a text that does not end the cell of a table that it stands in."""
    return " ".join(text.split()).replace("|", "\\|")


def stale(folder: Path = FOLDER) -> list[str]:
    """Name the pages of a folder that are missing, differ from what they would be, or would not be written at all."""
    written = pages()
    there = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.md") if MARK in path.read_text(encoding="utf-8")}
    differing = [name for name, text in written.items() if name not in there or there[name].read_text(encoding="utf-8") != text]
    return sorted({*differing, *(there.keys() - written.keys())})


def write(folder: Path = FOLDER) -> None:
    """Write every page, and remove those that were written before and are none any more."""
    for name in stale(folder):
        (folder / name).unlink(missing_ok=True)
    for name, text in pages().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; give its exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; name the pages that are not up to date")
    if parser.parse_args(arguments).check:
        names = stale()
        print("\n".join(f"docs/reference/{name} is not up to date: make reference writes it." for name in names), end="\n" if names else "")
        return 1 if names else 0
    write()
    return 0


MARK = "<!-- Written by scripts/reference.py from the data of claimlint: change these, and run `make reference`. -->"
"""The first line of every page that is written, so that pages written by hand in the same folder are left alone."""


def _rendered(environment: jinja2.Environment, name: str, values: Values) -> str:
    lines = environment.get_template(f"{name}.md.jinja").render(**values).splitlines()
    text = "\n".join(line.rstrip() for line in lines).strip()
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return f"{MARK}\n\n{text}\n"


if __name__ == "__main__":
    raise SystemExit(main())
