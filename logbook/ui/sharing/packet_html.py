# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A packet as the HTML of Qt's documents, in the order and words of the page that leaves.

Every word is escaped. Pictures are named `picture:p1`; `packet_pictures` draws them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape

from PySide6.QtCore import QCoreApplication, QSize

from logbook.core.anchor_text import Look as Style
from logbook.core.packet import (
    Author,
    Packet,
    PartKind,
    SharedAnswer,
    SharedEntry,
    SharedLine,
)
from logbook.core.words_diff import Change, diff_words
from logbook.texts.remarks import REMARK_KINDS, about_passage, since_words
from logbook.ui.logbook.look import Look
from logbook.ui.widgets.dates import month_title

PICTURE = "picture:"
_TAGS = {Style.STRONG: "b", Style.EMPHASIS: "i", Style.CODE: "code", Style.STRUCK: "s"}

#: The size a picture is shown at, by its name and width at 100 %.
PictureSize = Callable[[str, int], QSize]


class PacketHtml:
    """Lays out the parts of one packet.

    Args:
        size: of a picture that is shown this wide.
    """

    def __init__(self, packet: Packet, look: Look, size: PictureSize) -> None:
        self._packet = packet
        self._look = look
        self._size = size

    def opening(self) -> str:
        """From whom, for whom, the letter and the questions."""
        packet = self._packet
        sender = (
            _tr("Van {name}").format(name=packet.sender)
            if packet.sender
            else _tr("Uit mijn logboek")
        )
        parts = [self._line(escape(sender), 24, weight=600)]
        facts = [_tr("voor {name}").format(name=packet.reader)] if packet.reader else []
        facts += [_tr("ronde {number}").format(number=packet.round)] if packet.round > 1 else []
        day = packet.made_on
        facts.append(f"{day.day} {month_title(day)}")
        parts.append(self._small(" · ".join(facts)))
        if packet.letter:
            parts.append(self._line(_lines(packet.letter), 17, top=12))
        if packet.questions:
            parts.append(self._line(escape(_tr("Mijn vragen aan jou")), 17, 14, weight=600))
            asked = "".join(f"<li>{_lines(q.text)}</li>" for q in packet.questions)
            parts.append(f"<ol>{asked}</ol>")
        return "".join(parts)

    def entry(self, entry: SharedEntry) -> str:
        """One entry with its answers and the remarks of earlier rounds on them."""
        parts = [self._line(escape(entry.title), 21, weight=600)]
        facts = [f"{entry.day.day} {month_title(entry.day)}"] if entry.day else []
        facts += [f"{entry.round}e keer"] if entry.round > 1 else []
        facts += [_tr("nieuw in deze ronde")] if entry.new else []
        if facts:
            parts.append(self._small(" · ".join(facts)))
        for section in entry.sections:
            if section.title:
                parts.append(self._small(section.title, 22, "accent", weight=600))
            asked = ""
            for answer in section.answers:
                parts += self._answer(answer, with_question=answer.question != asked)
                asked = answer.question
        if entry.source:
            parts.append(self._small(entry.source, 20))
        return "".join(parts)

    def closing(self) -> str:
        """The remarks of earlier rounds on all of it; "" without any."""
        return "".join(self._threads(None))

    # -- answers -----------------------------------------------------------------------------------

    def _answer(self, answer: SharedAnswer, *, with_question: bool) -> Iterator[str]:
        if answer.question and with_question:
            yield self._line(escape(answer.question), 17, 14, weight=600)
        if answer.about:
            about = answer.about
            words = f"<b>{escape(about.title)}</b>"
            if about.description:
                words += f"<br>{self._span(about.description)}"
            yield self._beside(about.picture, words, 88)
        for line in answer.lines:
            yield self._shown(line)
        if answer.before is not None:
            yield self._small(_tr("Veranderd sinds de vorige ronde"), 4, "ochre")
            yield f"<blockquote>{_difference(answer.before, answer.text, self._look)}</blockquote>"
        yield from self._threads(answer.id)

    def _shown(self, line: SharedLine) -> str:
        words, px = _styled(line), self._look.px
        match line.kind:
            case PartKind.CARD:
                words = f"<b>{escape(line.mark)} {words}</b>" if line.mark else f"<b>{words}</b>"
                if line.description:
                    words += f"<br>{self._span(line.description)}"
                return self._beside(line.picture, words, 144)
            case PartKind.HEADING | PartKind.PLACE:
                return f"<p><b>{words}</b></p>"
            case PartKind.ITEM | PartKind.OPTION:
                sign = line.mark or ("•" if line.kind is PartKind.ITEM else "✓")
                return f'<p style="margin-left:{px(16)}px">{escape(sign)}&nbsp; {words}</p>'
            case PartKind.QUOTE:
                return f"<blockquote><p>{words}</p></blockquote>"
            case PartKind.CODE:
                return f"<p><code>{words}</code></p>"
        return f"<p>{words}</p>"

    def _beside(self, picture: str, words: str, width: int) -> str:
        """A picture with words beside it."""
        if not picture:
            return f"<p>{words}</p>"
        px = self._look.px
        size = self._size(picture, width)
        measures = f'width="{size.width()}" height="{size.height()}"'
        image = f'<img src="{PICTURE}{escape(picture)}" {measures}>'
        return (
            f'<table cellspacing="0" cellpadding="0" width="100%" style="margin-top:{px(8)}px;'
            f'margin-bottom:{px(8)}px"><tr><td width="{size.width() + px(16)}" valign="top">{image}'
            f'</td><td valign="middle"><p>{words}</p></td></tr></table>'
        )

    # -- remarks -----------------------------------------------------------------------------------

    def _threads(self, answer_id: str | None) -> Iterator[str]:
        tokens, px = self._look.tokens, self._look.px
        for remark, replies in self._packet.threads(answer_id):
            told = REMARK_KINDS[remark.kind]
            if remark.done:
                told = _tr("{kind} · verwerkt").format(kind=told)
            parts = [self._small(told, 0, "rose", weight=600)]
            if remark.given_on:
                about = about_passage(remark.given_on) + since_words(remark)
                parts.append(self._small(about))
            parts.append(f"<p>{_lines(remark.text)}</p>")
            for reply in replies:
                parts.append(self._small(self._name(reply.author)))
                parts.append(f"<p>{_lines(reply.text)}</p>")
            yield (
                '<table width="100%" cellspacing="0" cellpadding="0"'
                f' style="margin-bottom:{px(8)}px">'
                f'<tr><td width="{px(3)}" bgcolor="{tokens.rose}"></td><td bgcolor='
                f'"{tokens.rose_tint}" style="padding:{px(8)}px {px(14)}px">{"".join(parts)}</td>'
                "</tr></table>"
            )

    def _name(self, author: Author) -> str:
        if author is Author.STUDENT:
            return self._packet.sender or _tr("student")
        return self._packet.reader or _tr("lezer")

    # -- words -------------------------------------------------------------------------------------

    def _line(self, html: str, size: float, top: float = 0, *, weight: int = 400) -> str:
        px = self._look.px
        return (
            f'<p style="font-size:{px(size)}px;font-weight:{weight};margin-top:{px(top)}px;'
            f'margin-bottom:{px(4)}px;line-height:112%">{html}</p>'
        )

    def _small(self, text: str, top: float = 0, token: str = "muted", *, weight: int = 400) -> str:
        look = self._look
        return (
            f"<p style=\"font-family:'{look.ui_family}';font-size:{look.px(12.5)}px;"
            f"color:{getattr(look.tokens, token)};font-weight:{weight};"
            f'margin-top:{look.px(top)}px;margin-bottom:{look.px(4)}px">{_lines(text)}</p>'
        )

    def _span(self, text: str) -> str:
        look = self._look
        return (
            f"<span style=\"font-family:'{look.ui_family}';font-size:{look.px(12.5)}px;"
            f'color:{look.tokens.muted}">{escape(text)}</span>'
        )


def _styled(line: SharedLine) -> str:
    made = []
    for text, looks in line.pieces:
        piece = escape(text)
        for look in looks:
            piece = f"<{_TAGS[look]}>{piece}</{_TAGS[look]}>"
        made.append(piece)
    return "".join(made)


def _difference(before: str, after: str, look: Look) -> str:
    tint = look.tokens.ochre_tint
    marks = {
        Change.SAME: "{0}",
        Change.REMOVED: "<s>{0}</s>",
        Change.ADDED: f'<span style="background-color:{tint}"><u>{{0}}</u></span>',
    }
    return "".join(marks[p.change].format(_lines(p.text)) for p in diff_words(before, after))


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _tr(text: str) -> str:
    return QCoreApplication.translate("PacketHtml", text)
