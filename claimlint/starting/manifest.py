"""The manifest that a folder starts with: made of a table of requirements, or one to be filled in."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from claimlint.configuration.paths import relative_to
from claimlint.counting import counted
from claimlint.errors import InputError
from claimlint.importing import Imported, import_table
from claimlint.importing.identifiers import kebab
from claimlint.starting.configuration import quoted, template
from claimlint.starting.survey import Survey
from claimlint.starting.titles import Titles, titles_in

_LARGEST = 20_000_000
_SAYS_MORE = frozenset(("status", "gate", "validated", "value", "min", "max", "evidence"))
"""A table with one of these beside a name speaks of what was tested, or has to be."""
_COMMENTS = 32
"""The column in which the comments of the template stand."""


@dataclass(frozen=True, slots=True)
class FirstManifest:
    """A manifest to begin with. table: that it was made of, None for one that is to be filled in. about: what the user is told of it.

    names: of its capabilities.
    """

    text: str
    about: str
    names: tuple[str, ...]
    table: Path | None = None
    remarks: tuple[str, ...] = ()


def first_manifest(survey: Survey, documents: Sequence[Path]) -> FirstManifest:
    """Make a manifest of the first table of requirements that can be read, or else of what copy calls the product.

    documents: in which titles are looked for. Nothing in it is validated that a table does not say to be so.
    """
    remarks: list[str] = []
    for table in survey.tables:
        name = relative_to(table, survey.folder)
        try:
            imported = _imported(table, name)
        except InputError as error:
            remarks.append(f"{error.problems[0]} So it was not used.")
            continue
        if imported is not None:
            return FirstManifest(imported.text, _about(name, imported), imported.capabilities, table, tuple(remarks))
    titles = titles_in(documents)
    about = "a manifest to fill in: nothing in it is validated yet."
    return FirstManifest(_filled_in(survey, titles), about, (), None, tuple(remarks))


def _imported(table: Path, name: str) -> Imported | None:
    try:
        if table.stat().st_size > _LARGEST:
            return None
        data = table.read_bytes()
    except OSError:
        return None
    imported = import_table(name, data)
    says_more = imported.fields & _SAYS_MORE or any(field.startswith("gate ") for field in imported.fields)
    return imported if says_more else None


def _about(name: str, imported: Imported) -> str:
    many = counted(len(imported.capabilities), "capability", "capabilities")
    doubts = len(imported.notes)
    said = f'; "claimlint manifest import {shlex.quote(name)}" tells what in it was not understood' if doubts else ""
    return f"a manifest with {many} from {name}{said}."


def _filled_in(survey: Survey, titles: Titles) -> str:
    product = titles.products[0] if titles.products else "My product"
    key = kebab(product) or "my-product"
    name = product if not titles.products else quoted(product)
    remark = ": taken from the front matter of copy" if titles.products else "; replace this one"
    return (
        template("manifest.yaml")
        .replace("{product-id}", "my-product" if key == "null" else key)
        .replace("{product-space}", " " * max(1, _COMMENTS - len(key) - 3))
        .replace("{product}", name)
        .replace("{name-space}", " " * max(1, _COMMENTS - len(name) - 10))
        .replace("{product-remark}", remark)
        .replace("{titles}", _titles(survey, titles))
    )


def _titles(survey: Survey, titles: Titles) -> str:
    found = [f'  # "{words}" ({relative_to(path, survey.folder)})' for words, path in titles.titles]
    others = [f'  # "{words}" (front matter)' for words in titles.products[1:]]
    if not found and not others:
        return ""
    return "\n".join(["  # What copy is titled; perhaps some of it are names of products, or of what they do:", *others, *found, ""])
