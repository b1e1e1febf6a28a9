# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What readers and their programs do to a Word document of ours."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx

from logbook.core.packet import AnswerFile, Packet, Remark
from logbook.formats.docx_remarks import read_remarks
from logbook.formats.packet_docx import render_docx

DOCUMENT, COMMENTS = "word/document.xml", "word/comments.xml"


def changed(data: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """The same file with one member changed; its text must differ."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for member in old.infolist():
            content = old.read(member)
            if member.filename == name:
                text = change(content.decode())
                assert text != content.decode()
                content = text.encode()
            new.writestr(member, content)
    return made.getvalue()


def commented(data: bytes, *said: tuple[str, str], author: str = "S. de Vries") -> bytes:
    """The document with comments at the runs that hold these words: (words, what is said)."""
    document = docx.Document(io.BytesIO(data))
    runs = [run for p in document.paragraphs for run in p.runs]
    for words, text in said:
        first, _, last = words.partition("…")
        begin = next(n for n, run in enumerate(runs) if first in run.text)
        end = next(n for n, run in enumerate(runs) if (last or first) in run.text and n >= begin)
        document.add_comment([runs[begin], runs[end]], text, author=author, initials="SV")
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def ranged(text: str, words: str, number: int = 900) -> str:
    """The XML with the range of a comment around these words, which stand in one run."""
    return text.replace(
        words,
        f'</w:t></w:r><w:commentRangeStart w:id="{number}"/><w:r><w:t xml:space="preserve">{words}'
        f'</w:t></w:r><w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference '
        f'w:id="{number}"/></w:r><w:r><w:t xml:space="preserve">',
        1,
    )


def said(text: str, number: int = 900, author: str = "S. de Vries", more: str = "") -> str:
    """The XML of a comment."""
    return (
        f'<w:comment w:id="{number}" w:author="{author}" w:initials="SV" '
        f'w:date="2026-11-25T10:11:12Z"><w:p{more}><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>'
    )


def with_comment(
    packet: Packet, change: Callable[[str], str], comments: str = said("Waarom?")
) -> bytes:
    """The document after a change of its XML, with one comment, number 900, or others."""
    data = changed(render_docx(packet), DOCUMENT, change)
    end = "</w:comments>"
    return changed(data, COMMENTS, lambda text: text.replace(end, f"{comments}{end}"))


def read(data: bytes) -> AnswerFile:
    return read_remarks(data, "pakket.docx")


def only(data: bytes) -> Remark:
    (remark,) = read(data).remarks
    return remark
