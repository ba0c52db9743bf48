"""The table of formats: which suffixes are read, by which module, and what each needs to be installed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """How files with a suffix are read.

    module: below claimlint.readers; empty where the format is not read. extracted: it is read from bytes, and positions are those
    of the text that the reader extracts; else the file is text itself. extra: of the package, with what is imported from it, where
    the format needs one. written_back: `claimlint fix` may change words in such a file. on_request: folders give such files only
    where a pattern of `include` names the suffix, because most of them hold data and no copy. save_as: the way out for a format
    that is not read.
    """

    module: str = ""
    extracted: bool = False
    extra: str = ""
    imports: tuple[str, ...] = ()
    written_back: bool = False
    on_request: bool = False
    save_as: str = ""


def _refused(save_as: str) -> Format:
    return Format(extracted=True, save_as=save_as)


_MARKDOWN = Format("markdown", written_back=True)
_HTML = Format("html", written_back=True)
_WORD = Format("office.docx", extracted=True, extra="office", imports=("lxml",))
_SLIDES = Format("office.pptx", extracted=True, extra="office", imports=("lxml",))
_SHEETS = Format("office.xlsx", extracted=True, extra="office", imports=("lxml", "openpyxl"))
_OPEN_DOCUMENT = Format("office.open_document", extracted=True, extra="office", imports=("lxml",))
_CELLS = Format("cells", on_request=True)
_PLAIN_TEXT = Format("plain_text", written_back=True)
_ASCIIDOC = Format("asciidoc.reader", written_back=True)
_SUBTITLES = Format("subtitles", written_back=True)
_CONTENT_DATA = Format("content_data", on_request=True)

FORMATS: Mapping[str, Format] = {
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".mdx": Format("mdx", written_back=True),
    ".html": _HTML,
    ".htm": _HTML,
    ".xhtml": _HTML,
    ".txt": _PLAIN_TEXT,
    ".text": _PLAIN_TEXT,
    ".rst": Format("rst.reader", written_back=True),
    ".adoc": _ASCIIDOC,
    ".asciidoc": _ASCIIDOC,
    ".srt": _SUBTITLES,
    ".vtt": _SUBTITLES,
    ".yaml": _CONTENT_DATA,
    ".yml": _CONTENT_DATA,
    ".json": _CONTENT_DATA,
    ".eml": Format("mail", extracted=True),
    ".pdf": Format("pdf.reader", extracted=True, extra="pdf", imports=("pypdfium2",)),
    ".docx": _WORD,
    ".docm": _WORD,
    ".dotx": _WORD,
    ".pptx": _SLIDES,
    ".pptm": _SLIDES,
    ".ppsx": _SLIDES,
    ".potx": _SLIDES,
    ".xlsx": _SHEETS,
    ".xlsm": _SHEETS,
    ".xltx": _SHEETS,
    **dict.fromkeys((".odt", ".ott", ".odp", ".ods"), _OPEN_DOCUMENT),
    ".csv": _CELLS,
    ".tsv": _CELLS,
    ".tab": _CELLS,
    **dict.fromkeys((".doc", ".dot", ".rtf", ".wps", ".pages"), _refused("save it as .docx")),
    **dict.fromkeys((".ppt", ".pps", ".key"), _refused("save it as .pptx")),
    **dict.fromkeys((".xls", ".xlsb", ".numbers"), _refused("save it as .xlsx")),
    ".msg": _refused("save it as .eml"),
    ".epub": _refused("check the files that it was made from, or save it as .docx"),
}
"""By suffix, lower case with the dot."""

SUFFIXES: tuple[str, ...] = tuple(suffix for suffix, format_ in FORMATS.items() if format_.module)
"""Of the files that can be read, where what their formats need is installed."""

ON_REQUEST: frozenset[str] = frozenset(suffix for suffix, format_ in FORMATS.items() if format_.on_request)
"""Of the files that are read only where somebody asks for them by name."""

NOT_READ: frozenset[str] = frozenset(suffix for suffix, format_ in FORMATS.items() if not format_.module)
"""Of documents that people take for copy and that are not read: folders give them, with the way out as the reason."""


def format_of(path: str) -> Format | None:
    """Give the format of a path by its suffix, whatever its case, or None where it has none that is known."""
    suffix = suffix_of(path)
    return FORMATS.get(suffix) if suffix else None


def suffix_of(path: str) -> str:
    """Give the suffix of a path, lower case with the dot; "" where it has none."""
    name = path.replace("\\", "/").rpartition("/")[2]
    return "." + name.rpartition(".")[2].lower() if "." in name else ""
