# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What an author explains: text, notes in frames of their own, links to reference pages.

A link `answer:BLOCK` becomes the user's own words from that block, and follows them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from logbook.core.entry import AnswerKey
from logbook.services.rendering import Note, reference_in, render_html, split_notes
from logbook.ui.exercise.blocks.own_words import leans_on, own_words
from logbook.ui.exercise.draft import Draft
from logbook.ui.theme import Theme
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.rich_text import RichText

_ANSWER = re.compile(r'<a href="answer:([a-z0-9-]+)"[^>]*>(.*?)</a>(\.?)(\s*)', re.DOTALL)
_TARGET = re.compile(r"answer:([a-z0-9-]+)")
#: Longer words stand on lines of their own.
_SHORT = 120
_ROLE_OF_NOTE = {"zorg": "care", "casus": "case", "tip": "tip"}


class Explanation(QWidget):
    """Markdown of an author, below a title.

    Args:
        px: size of the text at 100 %.
        question: the text is itself a question, set in the reading type.

    Signals:
        reference_requested(str): a reference page was asked for, such as `models/weegschaal`.
    """

    reference_requested = Signal(str)

    def __init__(
        self,
        theme: Theme,
        source: str,
        draft: Draft | None = None,
        px: float = 15.5,
        parent: QWidget | None = None,
        *,
        question: bool = False,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._draft = draft
        self._px = px
        self._question = question
        self._fills: list[Callable[[], None]] = []
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(14)
        for part in split_notes(source):
            if isinstance(part, Note):
                self._add_note(part)
            else:
                self._body.addWidget(self._text(part.markdown, "ink" if question else "muted"))
        self.setVisible(bool(self._body.count()))
        self._quoted: frozenset[str] = frozenset()
        if draft is not None and "answer:" in source:
            blocks = (leans_on(block, draft) for block in _TARGET.findall(source))
            self._quoted = frozenset[str]().union(*blocks)
            draft.value_changed.connect(self._on_draft_value_changed)
            theme.changed.connect(self._refill)

    def _text(self, markdown: str, token: str) -> RichText:
        view = RichText(self._theme, self, self._px, reading=self._question, token=token)
        html = render_html(markdown)

        def fill() -> None:
            view.set_html(_ANSWER.sub(self._own_words, html))

        fill()
        if _ANSWER.search(html):
            self._fills.append(fill)
        view.link_activated.connect(self._on_link_activated)
        return view

    def _add_note(self, note: Note) -> None:
        frame = QFrame(self)
        frame.setProperty("role", _ROLE_OF_NOTE.get(note.kind, "tip"))
        body = QVBoxLayout(frame)
        body.setContentsMargins(16, 12, 16, 10)
        body.setSpacing(4)
        if note.title:
            body.addWidget(PlainLabel(note.title, "strong", frame, wrap=True))
        body.addWidget(self._text(note.markdown, "ink"))
        self._body.addWidget(frame)

    def _own_words(self, found: re.Match[str]) -> str:
        block, caption, after = found[1], found[2], found[3] + found[4]
        if self._draft is None:
            return caption + after
        lines = own_words(block, self._draft)
        if not lines:
            return f"<i>{caption} ({self.tr('nog niets geschreven')})</i>{after}"
        if len(lines) == 1 and len(lines[0]) <= _SHORT and "\n" not in lines[0]:
            return f"<b>“{escape(lines[0])}”</b>{after}"
        text = "<br>".join(escape("\n".join(lines)).split("\n"))
        more = not found.string.startswith("</p>", found.end())
        return f'<br><span style="color:{self._theme.tokens.ink}">{text}</span>' + "<br>" * more

    @Slot(str)
    def _on_link_activated(self, address: str) -> None:
        if page := reference_in(address):
            self.reference_requested.emit(page)

    @Slot(object)
    def _on_draft_value_changed(self, key: AnswerKey) -> None:
        if key.block in self._quoted:
            self._refill()

    @Slot()
    def _refill(self) -> None:
        for fill in self._fills:
            fill()
