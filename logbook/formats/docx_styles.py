# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""How a packet looks as a Word document: styles, page, footer and settings.

Georgia is on every computer with Word; where it is not, its reader takes another serif.
"""

from __future__ import annotations

from collections.abc import Iterator

from logbook.formats.docx_xml import HEAD, ROOTS, W

_INK, _MUTED, _LINE, _ROSE = "26302F", "626C69", "E3DCD0", "A4465A"
_SERIF, _SANS, _MONO = "Georgia", "Arial", "Courier New"
#: Where the words beside a picture of a card begin, in twentieths of a point.
_BESIDE = 1_600
_HANGING = 340


def _fonts(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def _style(
    name: str, shown: str, paragraph: str = "", words: str = "", based: str = "Normal"
) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{shown}"/>'
        f'<w:basedOn w:val="{based}"/><w:qFormat/><w:pPr>{paragraph}</w:pPr>'
        f"<w:rPr>{words}</w:rPr></w:style>"
    )


def _heading(name: str, shown: str, level: int, size: int, before: int) -> str:
    outline = f'<w:outlineLvl w:val="{level}"/>' if level >= 0 else ""
    return _style(
        name,
        shown,
        f"<w:keepNext/><w:keepLines/>{_spacing(before, 100, 264)}{outline}",
        f'<w:b/><w:bCs/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>',
    )


def _small(colour: str = _MUTED) -> str:
    return f'{_fonts(_SANS)}<w:color w:val="{colour}"/><w:sz w:val="17"/><w:szCs w:val="17"/>'


def _side(colour: str) -> str:
    return f'<w:pBdr><w:left w:val="single" w:sz="12" w:space="8" w:color="{colour}"/></w:pBdr>'


def styles() -> str:
    """The styles that paragraphs of a packet use."""
    return "".join(
        (
            f'{HEAD}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{_fonts(_SERIF)}',
            f'<w:color w:val="{_INK}"/><w:sz w:val="21"/><w:szCs w:val="21"/>',
            '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>',
            f"<w:pPrDefault><w:pPr>{_spacing(0, 120, 288)}</w:pPr></w:pPrDefault>",
            '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">',
            '<w:name w:val="Normal"/><w:qFormat/></w:style>',
            '<w:style w:type="character" w:styleId="CommentReference">',
            '<w:name w:val="annotation reference"/><w:rPr><w:sz w:val="16"/></w:rPr></w:style>',
            _heading("Title", "Title", -1, 40, 0),
            _heading("Heading1", "heading 1", 0, 30, 480),
            _heading("Heading2", "heading 2", 1, 25, 320),
            _heading("Heading3", "heading 3", 2, 22, 260),
            *_own_styles(),
            _style("CommentText", "annotation text", "", '<w:sz w:val="20"/><w:szCs w:val="20"/>'),
            _style("Footer", "footer", '<w:jc w:val="center"/>', _small()),
            "</w:styles>",
        )
    )


def _own_styles() -> Iterator[str]:
    row = f'w:val="single" w:sz="4" w:space="2" w:color="{_LINE}"'
    rows = f"<w:pBdr><w:bottom {row}/><w:between {row}/></w:pBdr>"
    hang = f'<w:ind w:left="{_HANGING}" w:hanging="{_HANGING}"/>'
    aside = '<w:ind w:left="240"/>'
    middle = '<w:textAlignment w:val="center"/>'
    keep, whole, bold = "<w:keepNext/>", "<w:keepLines/>", "<w:b/><w:bCs/>"
    yield _style("Told", "Logboek uitleg", keep + _spacing(0, 160), _small())
    yield _style("Source", "Logboek bron", _spacing(200, 120), _small())
    yield _style("Listed", "Logboek lijst", _tab(_HANGING) + _spacing(0, 40) + hang)
    card = keep + whole + _tab(_BESIDE) + _spacing(120, 0, 240) + middle
    yield _style("Card", "Logboek kaart", card)
    yield _style("CardTold", "Logboek kaart uitleg", whole + _spacing(40, 160), _small())
    yield _style("About", "Logboek bij een kaart", keep + _spacing(200, 80, 240) + middle, bold)
    yield _style("Row", "Logboek rij", rows + _spacing(40, 40))
    yield _style("Cited", "Logboek citaat", _side(_LINE) + aside, "<w:i/><w:iCs/>")
    yield _style("Code", "Logboek code", _spacing(0, 40), _fonts(_MONO))
    yield _style("Head", "Logboek kop", keep + _spacing(160, 120), bold)
    yield _style("Changed", "Logboek veranderd", _side(_ROSE) + aside, _small(_INK))


def _spacing(before: int, after: int, line: int = 0) -> str:
    lines = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{lines}/>'


def _tab(place: int) -> str:
    return f'<w:tabs><w:tab w:val="left" w:pos="{place}"/></w:tabs>'


def settings() -> str:
    """That it is Dutch and made for a Word of our days."""
    return (
        f'{HEAD}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:compat><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="nl-NL"/></w:settings>'
    )


def footer() -> str:
    """`1 van 3`."""
    return (
        f'{HEAD}<w:ftr {ROOTS}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        '<w:r><w:t xml:space="preserve"> van </w:t></w:r>'
        '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>'
    )


#: A4 with margins of 25 mm.
PAGE = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId-footer"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" '
    'w:left="1418" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
)
