"""Office files as packages: parts of XML, and the relationships by which one part names another (ECMA-376 part 2)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from claimlint.readers.archive import Archive
from claimlint.readers.unreadable import UnreadableDocument
from claimlint.readers.xml_parts import Element, attribute, children, local, parse, refuse_declarations

# The root element of the main part, and the suffix of the files that have it.
_MAIN: Mapping[str, str] = {"document": ".docx", "presentation": ".pptx", "workbook": ".xlsx"}
_PROGRAMS: Mapping[str, str] = {"document": "Word", "presentation": "PowerPoint", "workbook": "Excel"}


@dataclass(frozen=True, slots=True)
class Relationship:
    """Another part that a part names. kind: the last word of its type, such as "header". target: the name of the part."""

    kind: str
    target: str


class Package:
    """The parts of an office file. root: the name of the element that its main part must have, such as "document".

    Raises UnreadableDocument, here and from every method, where the file is damaged, protected, beyond the limits or of another kind.
    """

    def __init__(self, data: bytes, suffix: str, root: str) -> None:
        self._archive = Archive(data, suffix)
        found = [each for each in self.related("").values() if each.kind == "officeDocument"]
        if not found:
            raise UnreadableDocument(f"it is an archive, but holds no {_PROGRAMS[root]} document")
        self.main = found[0].target
        self.root = self.element(self.main)
        if local(self.root) != root:
            other = _MAIN.get(local(self.root))
            remedy = f"it is a {other} file under another name" if other else f"it holds no {_PROGRAMS[root]} document"
            raise UnreadableDocument(remedy)

    def __contains__(self, name: str) -> bool:
        return name in self._archive

    def content(self, name: str) -> bytes:
        """Give a part as it is written."""
        return self._archive.read(name)

    def element(self, name: str) -> Element:
        """Give the root element of a part."""
        return parse(self.content(name), name)

    def refuse_declarations(self) -> None:
        """Look through all parts of XML before another parser reads them; raises UnreadableDocument for entities in any of them."""
        for name in self._archive.names:
            if name.lower().endswith((".xml", ".rels")):
                refuse_declarations(self._archive.read(name), name)

    def related(self, name: str) -> Mapping[str, Relationship]:
        """Give the parts in this package that a part names, by id; those that are missing and those outside of it are left out."""
        folder, _, file = name.rpartition("/")
        path = posixpath.join(folder, "_rels", f"{file}.rels")
        if path not in self._archive:
            return {}
        return dict(self._relationships(path, folder))

    def _relationships(self, path: str, folder: str) -> Iterator[tuple[str, Relationship]]:
        for each in children(self.element(path), "Relationship"):
            target = _absolute(folder, attribute(each, "Target"))
            if attribute(each, "TargetMode") != "External" and target in self._archive:
                yield attribute(each, "Id"), Relationship(attribute(each, "Type").rpartition("/")[2], target)

    def related_by_kind(self, name: str, kind: str) -> str | None:
        """Give the name of the first part of a kind that a part names."""
        return next((each.target for each in self.related(name).values() if each.kind == kind), None)


def _absolute(folder: str, target: str) -> str:
    target = unquote(target.replace("\\", "/"))
    return posixpath.normpath(target if target.startswith("/") else posixpath.join("/", folder, target)).lstrip("/")
