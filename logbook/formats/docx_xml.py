# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Pieces of WordprocessingML as text, and the package they go in.

Every word is escaped here and nowhere else. The package holds no clock time, no path and no name
of a program. Source: ECMA-376, Office Open XML, part 1 (WordprocessingML) and part 2 (packages).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from logbook.core.text import clean_text

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
#: The namespaces of a part with text.
ROOTS = (
    f'xmlns:w="{W}" xmlns:r="{_RELATIONS}" xmlns:mc="{_MC}" xmlns:w14="{W14}" '
    f'xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:a="{_DRAWING}/main" '
    f'xmlns:pic="{_DRAWING}/picture" mc:Ignorable="w14"'
)
#: The first moment a zip file can tell: of when this was made it says nothing.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
#: One centimetre in the unit of drawings.
_CENTIMETRE = 360_000


def words(text: str) -> str:
    """Text as it may stand in an element."""
    return escape(clean_text(text).text)


def value(text: str) -> str:
    """Text as a value of an attribute, with its quotes."""
    return quoteattr(clean_text(text).text)


def run(text: str, looks: str = "") -> str:
    """A run of words; `looks` are its properties in the order of the standard."""
    pieces = '</w:t><w:tab/><w:t xml:space="preserve">'.join(map(words, text.split("\t")))
    shown = f'<w:t xml:space="preserve">{pieces}</w:t>'.replace(
        '<w:t xml:space="preserve"></w:t>', ""
    )
    return f"<w:r>{f'<w:rPr>{looks}</w:rPr>' if looks else ''}{shown}</w:r>"


def paragraph(style: str, content: str, extra: str = "") -> str:
    """A paragraph in a style ("" for plain); `extra` are more of its properties."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    about = f"<w:pPr>{named}{extra}</w:pPr>" if named or extra else ""
    return f"<w:p>{about}{content}</w:p>"


def drawing(number: int, relation: str, alt: str, size: tuple[int, int], width: float) -> str:
    """A picture between words.

    Args:
        size: in pixels, for its shape.
        width: in centimetres.
    """
    across = round(width * _CENTIMETRE)
    down = round(across * size[1] / max(1, size[0]))
    extent = f'cx="{across}" cy="{down}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr id="{number}" name="kaart {number}" descr={value(alt)}/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{_DRAWING}/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="" descr={value(alt)}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


def core_properties(title: str, author: str, day: date) -> str:
    """Title, author, language and day of the document, and nothing else."""
    noon = f"{day.isoformat()}T12:00:00Z"
    terms = "http://purl.org/dc/terms/"
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="{terms}" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{words(title)}</dc:title><dc:creator>{words(author)}</dc:creator>"
        f"<cp:lastModifiedBy>{words(author)}</cp:lastModifiedBy><dc:language>nl-NL</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{noon}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{noon}</dcterms:modified>'
        "</cp:coreProperties>"
    )


def package(texts: dict[str, str], pictures: Iterable[tuple[str, bytes]]) -> bytes:
    """The bytes of a document.

    Args:
        texts: XML by name below `word/`: `document`, `comments`, `styles`, …; `core` goes beside.
        pictures: names below `word/media/`, with their ending, and their bytes; in the order of
            their relations `rId100`, `rId101`, …
    """
    media = list(pictures)
    parts = {name: text for name, text in texts.items() if name not in ("core", "document")}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        _put(archive, "[Content_Types].xml", _content_types(parts))
        _put(archive, "_rels/.rels", _package_relations())
        _put(archive, "docProps/core.xml", texts["core"])
        _put(archive, "word/document.xml", texts["document"])
        _put(archive, "word/_rels/document.xml.rels", _document_relations(parts, media))
        for name, text in parts.items():
            _put(archive, f"word/{name}.xml", text)
        for name, data in media:
            _put(archive, f"word/media/{name}", data, zipfile.ZIP_STORED)
    return stream.getvalue()


def _put(
    archive: zipfile.ZipFile, name: str, data: str | bytes, how: int = zipfile.ZIP_DEFLATED
) -> None:
    entry = zipfile.ZipInfo(name, _NO_TIME)
    entry.compress_type = how
    entry.create_system = 0  # the same bytes on every system
    archive.writestr(entry, data)


def _content_types(parts: Iterable[str]) -> str:
    kinds = {"document": "document.main", "comments": "comments"}
    named = [("/word/document.xml", f"{_WORD_TYPE}.document.main+xml")]
    named += [(f"/word/{n}.xml", f"{_WORD_TYPE}.{kinds.get(n, n)}+xml") for n in parts]
    named.append(
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
    )
    ends = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "png": "image/png",
        "jpg": "image/jpeg",
    }
    return (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        + "".join(f'<Default Extension="{e}" ContentType="{kind}"/>' for e, kind in ends.items())
        + "".join(f'<Override PartName="{n}" ContentType="{kind}"/>' for n, kind in named)
        + "</Types>"
    )


def _package_relations() -> str:
    return _relations(
        [
            ("rId1", f"{_RELATIONS}/officeDocument", "word/document.xml"),
            ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ]
    )


def _document_relations(parts: Iterable[str], media: list[tuple[str, bytes]]) -> str:
    newer = {"commentsExtended": "http://schemas.microsoft.com/office/2011/relationships"}
    found = [
        (f"rId-{name}", f"{newer.get(name, _RELATIONS)}/{name}", f"{name}.xml") for name in parts
    ]
    found += [
        (f"rId{number}", f"{_RELATIONS}/image", f"media/{name}")
        for number, (name, _) in enumerate(media, 100)
    ]
    return _relations(found)


def _relations(found: Iterable[tuple[str, str, str]]) -> str:
    return (
        f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'
            for name, kind, target in found
        )
        + "</Relationships>"
    )
