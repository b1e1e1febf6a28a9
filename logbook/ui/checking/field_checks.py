# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Gives one field its checks: underlines, the menu of an unknown word, F7, and the popover of a
trace with what it does to the text.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Slot
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QMenu

from logbook import texts
from logbook.core.errors import LogbookError
from logbook.services.changes import Changes
from logbook.services.traces import Finding
from logbook.texts.traces import also_replaced
from logbook.ui.background import run
from logbook.ui.checking.checker import Line, LineChecker
from logbook.ui.checking.lines import characters, moved, next_unknown, units
from logbook.ui.checking.place import CheckedPlace
from logbook.ui.checking.popover import TracePopover
from logbook.ui.checking.spelling_menu import SpellingMenu
from logbook.ui.checking.underlines import Underlines, line_of, start_of
from logbook.ui.context import Context
from logbook.ui.editor.markdown_editor import MarkdownEditor


class FieldChecks(QObject):
    """The checks of one field; lives as long as that field."""

    def __init__(self, editor: MarkdownEditor, context: Context, place: CheckedPlace) -> None:
        super().__init__(editor)
        self._editor = editor
        self._context = context
        self._place = place
        self.checker = LineChecker(context, place.entry_id, self)
        self.underlines = Underlines(editor, self.checker, context.theme)
        self._menu = SpellingMenu(context, self)
        self.popover: TracePopover | None = None
        self._explained: tuple[QTextBlock, Finding] | None = None
        self._seeking = False
        editor.add_menu_part(self._fill_menu)
        editor.next_unknown_requested.connect(self.go_to_next_unknown)
        editor.explain_requested.connect(self.explain)
        editor.hovered.connect(self._on_hovered)
        editor.text_edited.connect(self._close_popover)
        editor.destroyed.connect(self._on_editor_destroyed)
        self._menu.explain_requested.connect(self._on_menu_explain_requested)

    # -- spelling ----------------------------------------------------------------------------------

    @Slot()
    def go_to_next_unknown(self) -> None:
        """Select the next unknown word, from the top again after the last."""
        if not self.checker.checks_spelling or self._editor.isReadOnly() or self._seeking:
            return
        cursor = self._editor.textCursor()
        block = self._editor.document().findBlock(cursor.selectionEnd())
        lines = self.underlines.lines()
        after = characters(block.text(), cursor.selectionEnd() - block.position())
        spelling = self._context.services.spelling
        work = partial(next_unknown, lines, block.blockNumber(), after, spelling)
        self._seeking = True
        run(work, partial(self._go_to, lines), self._on_seek_failed, self)

    def _go_to(self, lines: list[Line], found: tuple[int, int, int] | None) -> None:
        self._seeking = False
        if found is None:
            self._editor.notice.emit(self.tr("Er staan geen onbekende woorden in deze tekst."))
            return
        index, start, end = found
        block = self._editor.document().findBlockByNumber(index)
        if not block.isValid() or line_of(block) != lines[index]:
            return  # the text changed meanwhile; the key can be pressed again
        self._editor.setTextCursor(_select(block, start, end))
        self._editor.ensureCursorVisible()

    def _on_seek_failed(self, _error: Exception) -> None:
        self._seeking = False

    def _fill_menu(self, menu: QMenu, cursor: QTextCursor) -> None:
        if self._editor.isReadOnly() or not self.checker.is_on or not self.checker.is_ready:
            return
        block = cursor.block()
        line = line_of(block)
        at = characters(block.text(), cursor.positionInBlock())
        found = self.checker.now(line)
        for start, end in found.unknown:
            if start <= at <= end:
                put = partial(self._put_word, _select(block, start, end))
                self._menu.fill_word(menu, line[0][start:end], put)
                return
        finding = _at(found.findings, at)
        if finding is not None:
            self._explained = (block, finding)
            self._menu.fill_trace(menu)

    def _put_word(self, word: QTextCursor, text: str) -> None:
        word.insertText(text)
        self._editor.setTextCursor(word)

    # -- traces ------------------------------------------------------------------------------------

    @Slot()
    def explain(self) -> None:
        """Say why what the cursor stands in may be traced, when it does."""
        cursor = self._editor.textCursor()
        if self._editor.isReadOnly() or not self.checker.is_on:
            return
        block = cursor.block()
        place = characters(block.text(), cursor.positionInBlock())
        finding = _at(self.checker.now(line_of(block)).findings, place)
        if finding is None:
            self._editor.notice.emit(self.tr("Hier zag de controle niets."))
        else:
            self._open(block, finding, keyboard=True)

    @Slot()
    def _on_menu_explain_requested(self) -> None:
        if self._explained is not None:
            self._open(*self._explained, keyboard=True)

    @Slot(object)
    def _on_hovered(self, point: QPoint) -> None:
        if self._editor.isReadOnly() or (self.popover is not None and self.popover.isVisible()):
            return
        cursor = start_of(self._editor, point)
        if cursor is None:
            return
        block = cursor.block()
        found = self.checker.known(line_of(block))
        place = characters(block.text(), cursor.positionInBlock())
        finding = _at(found.findings, place) if found else None
        if finding is not None:
            self._open(block, finding, keyboard=False)

    def _open(self, block: QTextBlock, finding: Finding, *, keyboard: bool) -> None:
        window = self._editor.window()
        if self.popover is None or self.popover.parentWidget() is not window:
            self._on_editor_destroyed()
            self.popover = TracePopover(self._context.theme, window)
            self.popover.replace_requested.connect(self._on_popover_replace_requested)
            self.popover.ignore_requested.connect(self._on_popover_ignore_requested)
            self.popover.closed.connect(self._on_popover_closed)
        self._explained = (block, finding)
        words = _select(block, finding.start, finding.end)
        last = self._editor.cursorRect(words)
        words.setPosition(words.selectionStart())
        first = self._editor.cursorRect(words)
        area = first.united(last) if first.top() == last.top() else last
        top = self._editor.viewport().mapTo(window, area.topLeft())
        roles = self._context.services.trace_edits.roles(self._place.entry_id, finding)
        self.popover.offer(finding, roles, QRect(top, area.size()), keyboard=keyboard)

    @Slot(str, bool)
    def _on_popover_replace_requested(self, role: str, everywhere: bool) -> None:
        if self._explained is None:
            return
        block, finding = self._explained
        text = self._editor.text()
        here = moved(finding, characters(text, block.position()))
        if text[here.start : here.end] != here.trace.text:
            return  # it is not there any more
        traces = self._context.services.traces
        new, places = traces.replace(text, here, role, everywhere=everywhere)
        if not places:
            return
        self._editor.replace_text(new)
        words = list(dict.fromkeys(new[each.start : each.end] for each in places))
        self._editor.setFocus()
        self._keep(finding, role, words, everywhere=everywhere)

    def _keep(self, finding: Finding, role: str, words: list[str], *, everywhere: bool) -> None:
        """Make it durable, remember the role for this entry, and go on in its other answers."""
        entry_id, key = self._place.entry_id, self._place.key
        if not self._place.flush():
            return
        edits = self._context.services.trace_edits
        try:
            for each in words:
                edits.keep_role(entry_id, key, each)
            if not everywhere:
                return
            done = edits.replace_same(entry_id, finding, role, besides=(key, self._place.part))
        except LogbookError as error:
            self._context.messages.show(texts.error_sentence(error), "error")
            return
        if done.count:
            self._context.notifier.announce(done.changes)
            self._context.messages.show(
                also_replaced(done.count),
                "success",
                self.tr("Ongedaan maken"),
                lambda: self._act(lambda: edits.undo(entry_id, done)),
            )

    @Slot()
    def _on_popover_ignore_requested(self) -> None:
        if self._explained is None or not self._place.flush():
            return
        entry_id, edits = self._place.entry_id, self._context.services.trace_edits
        finding = self._explained[1]
        try:
            marks = edits.ignore(entry_id, [finding])
        except LogbookError as error:
            self._context.messages.show(texts.error_sentence(error), "error")
            return
        self._context.notifier.announce(Changes(entries=frozenset({entry_id})))
        self._editor.setFocus()
        self._context.messages.show(
            self.tr("In deze bijdrage wordt dit niet meer aangegeven."),
            "info",
            self.tr("Ongedaan maken"),
            lambda: self._act(lambda: edits.heed(entry_id, marks)),
        )

    def _act(self, act: Callable[[], Changes]) -> None:
        try:
            self._context.notifier.announce(act())
        except LogbookError as error:
            self._context.messages.show(texts.error_sentence(error), "error")

    @Slot(bool)
    def _on_popover_closed(self, held: bool) -> None:
        if held:
            self._editor.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def _close_popover(self) -> None:
        if self.popover is not None:
            self.popover.close_quietly()

    @Slot()
    def _on_editor_destroyed(self) -> None:
        if self.popover is not None:
            self.popover.deleteLater()
            self.popover = None


def _at(findings: tuple[Finding, ...], place: int) -> Finding | None:
    return next((each for each in findings if each.start <= place <= each.end), None)


def _select(block: QTextBlock, start: int, end: int) -> QTextCursor:
    """The characters of a line, selected."""
    text = block.text()
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + units(text, start))
    cursor.setPosition(block.position() + units(text, end), QTextCursor.MoveMode.KeepAnchor)
    return cursor
