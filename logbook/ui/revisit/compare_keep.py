# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A comparison on paper, as it is read on screen, or kept as one page without private passages."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QWidget

from logbook import texts
from logbook.core.compare import ComparedBlock, ComparedQuestion, Comparison
from logbook.core.compare_kinds import (
    ScalePositions,
    is_state,
    scale_positions,
    table_rows,
)
from logbook.core.errors import LogbookError
from logbook.core.library import Library
from logbook.texts.comparing import CHANGED_KIND
from logbook.ui.context import Context
from logbook.ui.fonts import UI_FAMILY
from logbook.ui.logbook.look import Look
from logbook.ui.logbook.reading_pictures import ReadingPictures
from logbook.ui.printing import PrintDocument, make_document, print_document
from logbook.ui.revisit.compare_cards import answer_html
from logbook.ui.revisit.compare_scale import paper_line
from logbook.ui.revisit.compare_table import rows_html, states_html, without_rows
from logbook.ui.revisit.compare_words import (
    absence,
    move_sentences,
    round_label,
    shown_rounds,
)
from logbook.ui.tokens import LIGHT

_SHARP = 3.0
_LINE = "line:"
_LINE_WIDTH = 560


def print_rounds(context: Context, comparison: Comparison, window: QWidget) -> bool:
    """Let the user choose a printer and print; False when it was called off."""
    return print_document(make_print(context, comparison), window)


def make_print(
    context: Context,
    comparison: Comparison,
    heads: Sequence[str] = (),
    details: str = "",
    below: str = "",
) -> PrintDocument:
    """The comparison as a document for paper: light, at 100 %.

    Args:
        heads: above the columns; () says which round each is.
        details: above the title; "" says which rounds these are.
        below: HTML that closes it.
    """
    library = context.services.content.library()
    page = _Paper(comparison, library, heads or [round_label(each) for each in comparison.rounds])
    theme = context.theme
    return make_document(
        comparison.title,
        details or shown_rounds(comparison.rounds, len(comparison.rounds)),
        page.html() + below,
        theme.paper_font(15),
        page.picture,
        theme.line_room,
    )


def keep_page(context: Context, comparison: Comparison, window: QWidget) -> bool:
    """Ask for a place and keep the page there; False when nothing was kept."""
    kept = "".join(sign if sign.isalnum() or sign in " -_" else " " for sign in comparison.title)
    name = " ".join(kept.split())[:80] or _tr("rondes")
    chosen, _ = QFileDialog.getSaveFileName(
        window, _tr("Bewaren als pagina"), str(Path.home() / f"{name}.html"), "*.html"
    )
    return bool(chosen) and keep_at(context, comparison, Path(chosen))


def keep_at(context: Context, comparison: Comparison, path: Path) -> bool:
    """Keep the page in a file and say so; False when that was refused, which is said too."""
    try:
        context.services.comparing.save(comparison, path)
    except LogbookError as error:
        context.messages.show(texts.error_sentence(error), "error")
        return False
    words = _tr("Bewaard in {path}. Wat alleen voor jou is, staat er niet in.").format(path=path)
    context.messages.show(words, "success")
    return True


class _Paper:
    """The comparison as HTML that Qt can lay out on paper, with the pictures it names."""

    def __init__(self, comparison: Comparison, library: Library, heads: Sequence[str]) -> None:
        self._comparison = comparison
        self._library = library
        self._look = Look(LIGHT, round, UI_FAMILY)
        self._pictures = ReadingPictures(library, LIGHT, round, _SHARP)
        self._heads = heads
        self._lines: list[ScalePositions] = []

    def html(self) -> str:
        """All blocks, one below the other."""
        return "".join(self._block(block) for block in self._comparison.blocks)

    def picture(self, address: str) -> QPixmap | None:
        """The picture for an address, or None."""
        if address.startswith(_LINE):
            scale = self._lines[int(address.removeprefix(_LINE))]
            return paper_line(scale, self._comparison.rounds, _LINE_WIDTH)
        return self._pictures(address)

    def _block(self, block: ComparedBlock) -> str:
        parts = [f'<p style="font-size:19px;font-weight:600">{escape(block.title)}</p>']
        exercise = self._comparison.exercise
        states = [q for q in block.questions if is_state(q, exercise)]
        if states:
            made = (self._comparison, self._library, self._heads, self._look)
            parts.append(states_html(states, *made))
        parts += [self._question(q, block.title) for q in block.questions if q not in states]
        return "".join(parts)

    def _question(self, question: ComparedQuestion, title: str) -> str:
        parts = []
        asked = question.question or question.question_now
        for words in dict.fromkeys((question.item_title, asked)):
            if words and words != title:
                parts.append(f'<p style="font-weight:600">{escape(words)}</p>')
        told = [CHANGED_KIND] if question.changed_kind else []
        told += move_sentences(question, self._comparison, self._library)
        parts += [f"<p>{escape(sentence)}</p>" for sentence in told]
        for scale in scale_positions(question, self._comparison.exercise):
            address = f"{_LINE}{len(self._lines)}"
            self._lines.append(scale)
            height = paper_line(scale, self._comparison.rounds, _LINE_WIDTH).height() / _SHARP
            parts.append(
                f'<p><img src="{address}" width="{_LINE_WIDTH}" height="{round(height)}"></p>'
            )
        table = table_rows(question, self._comparison.exercise)
        if table is not None and not question.changed_kind:
            parts.append(rows_html(table, self._heads, self._look))
            if not any(answer.text.strip() for answer in question.answers):
                return "".join(parts)
            question = without_rows(question)
        parts.append(self._answers(question))
        return "".join(parts)

    def _answers(self, question: ComparedQuestion) -> str:
        count = len(question.answers)
        columns = []
        for place, answer in enumerate(question.answers):
            if answer.part is not None:
                made = (place, self._comparison, self._library, self._look)
                words = answer_html(answer.part, *made)
            else:
                words = f"<p><i>{escape(absence(question, answer))}</i></p>"
            wording = answer.wording
            asked = ""
            if wording is not None and not question.same_wording:
                asked = f"<p><b>{escape(wording.prompt_text)}</b></p>"
            head = f'<p style="font-size:12px;color:#626c69">{escape(self._heads[place])}</p>'
            columns.append(f'<td width="{100 // count}%" valign="top">{head}{asked}{words}</td>')
        return f'<table width="100%" cellspacing="0"><tr>{"".join(columns)}</tr></table>'


def _tr(text: str) -> str:
    return QCoreApplication.translate("CompareKeep", text)
