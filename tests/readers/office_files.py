"""Small office files for tests: the parts that a test names, and the least that makes them a package."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = {
    "document": f"{_WORD}.document.main+xml",
    "styles": f"{_WORD}.styles+xml",
    "footnotes": f"{_WORD}.footnotes+xml",
    "header": f"{_WORD}.header+xml",
}

STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Campaign heading"/><w:basedOn w:val="H1"/></w:style>
<w:style w:type="paragraph" w:styleId="Level"><w:name w:val="Our level"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="Cap"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="Bullet"><w:name w:val="List Bullet"/></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Strong"><w:name w:val="Table Heading"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>
<w:style w:type="character" w:styleId="Hid"><w:name w:val="Hid"/><w:rPr><w:vanish/></w:rPr></w:style>
"""


def package(parts: Mapping[str, str], relationships: Mapping[str, Mapping[str, tuple[str, str]]], types: Mapping[str, str] = {}) -> bytes:
    """A package. relationships: by the part that names others: id, and the kind and target of the other part."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in types.items())
        defaults = (
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
        )
        namespace = "http://schemas.openxmlformats.org/package/2006"
        file.writestr("[Content_Types].xml", f'<Types xmlns="{namespace}/content-types">{defaults}{overrides}</Types>')
        for owner, named in relationships.items():
            folder, _, name = owner.rpartition("/")
            rows = "".join(f'<Relationship Id="{key}" Type="{_KINDS}/{kind}" Target="{target}"/>' for key, (kind, target) in named.items())
            path = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
            file.writestr(path, f'<Relationships xmlns="{namespace}/relationships">{rows}</Relationships>')
        for name, text in parts.items():
            file.writestr(name, text)
    return buffer.getvalue()


def word(body: str, **others: str) -> bytes:
    """A Word document with this body. others: further parts, by the kind of their relationship; each has it as its id as well."""
    roots = {"footnotes": "footnotes", "endnotes": "endnotes", "header": "hdr", "footer": "ftr", "settings": "settings"}
    texts = {"styles": f"<w:styles {NAMESPACES}>{STYLES}</w:styles>"}
    for kind, text in others.items():
        texts[kind] = f"<w:{roots[kind]} {NAMESPACES}>{text}</w:{roots[kind]}>" if kind in roots else text
    parts = {f"word/{kind}.xml": text for kind, text in texts.items()}
    parts["word/document.xml"] = f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    named = {kind: (kind, f"{kind}.xml") for kind in texts}
    types = {name: _TYPES[kind] for name in parts if (kind := name.removeprefix("word/").removesuffix(".xml")) in _TYPES}
    return package(parts, {"": {"rId1": ("officeDocument", "word/document.xml")}, "word/document.xml": named}, types)


def paragraph(text: str, style: str = "", properties: str = "") -> str:
    """A paragraph of Word with one run."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{run(text)}</w:p>"


def run(text: str, properties: str = "") -> str:
    """A run of Word."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def row(*cells: str, properties: str = "") -> str:
    """A row of a Word table; each cell is one paragraph."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in cells)}</w:tr>"


def slide(shapes: str, attributes: str = "") -> str:
    """The XML of a slide with these shapes."""
    return f"<p:sld {NAMESPACES} {attributes}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:sld>"


def shape(text: str, kind: str | None = None, properties: str = "") -> str:
    """A shape of a slide. kind: of the placeholder that it is. text: paragraphs between line feeds, each with its tabs as its level."""
    placeholder = f'<p:nvPr><p:ph type="{kind}"/></p:nvPr>' if kind is not None else "<p:nvPr/>"
    lines = "".join(
        f'<a:p><a:pPr lvl="{line.count(chr(9))}"/><a:r><a:t>{line.strip()}</a:t></a:r></a:p>' for line in text.split("\n") if text
    )
    return f'<p:sp><p:nvSpPr><p:cNvPr id="1" name="x" {properties}/>{placeholder}</p:nvSpPr><p:txBody>{lines}</p:txBody></p:sp>'


def slides(*shown: str, related: Mapping[str, tuple[str, str]] = {}, parts: Mapping[str, str] = {}) -> bytes:
    """A deck of slides, each the XML of one. related, parts: what the first of them names."""
    identifiers = "".join(f'<p:sldId id="{256 + number}" r:id="s{number}"/>' for number in range(len(shown)))
    main = f"<p:presentation {NAMESPACES}><p:sldIdLst>{identifiers}</p:sldIdLst></p:presentation>"
    texts = {"ppt/presentation.xml": main, **{f"ppt/slides/slide{number}.xml": text for number, text in enumerate(shown)}, **parts}
    named = {f"s{number}": ("slide", f"slides/slide{number}.xml") for number in range(len(shown))}
    relationships = {"": {"r": ("officeDocument", "ppt/presentation.xml")}, "ppt/presentation.xml": named, "ppt/slides/slide0.xml": related}
    return package(texts, relationships)
