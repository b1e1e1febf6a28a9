# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Sentences to begin a remark with: the menu beside selected words, and changing them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QMenu, QPlainTextEdit, QWidget

from logbook.core.library import Library
from logbook.ui.acts import Acts
from logbook.ui.context import Context
from logbook.ui.desk.dialogs import AskDialog, fit_combo
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.menus import passing_menu, popup_below


def chapter_name(library: Library, number: int) -> str:
    """`Bij elk hoofdstuk`, or `6. Vragen stellen`."""
    if number == 0:
        return "Bij elk hoofdstuk"
    chapter = library.chapter(number)
    return f"{number}. {chapter.title}" if chapter else f"Hoofdstuk {number}"


class Starters(QObject):
    """Offers sentences, and lets the user change them.

    Signals:
        chosen(str): begin with this sentence.
    """

    chosen = Signal(str)

    def __init__(self, context: Context, view: QWidget) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._chapter: int | None = None

    def show_menu(self, chapter: int | None, below: QWidget) -> QMenu:
        """Offer the sentences of a chapter first, those of others below their chapter."""
        self._chapter = chapter
        starters = self._context.services.desk.starters()
        library = self._context.services.content.library()
        menu = passing_menu(self._view)
        for number in dict.fromkeys([chapter or 0, 0]):
            for line in starters.get(number, ()):
                menu.addAction(_action(line, menu))
            menu.addSeparator()
        more = menu.addMenu(self.tr("Zinnen van andere hoofdstukken"))
        for number in sorted(starters):
            if number in (0, chapter):
                continue
            inner = more.addMenu(chapter_name(library, number).replace("&", "&&"))
            for line in starters[number]:
                inner.addAction(_action(line, inner))
        change = QAction(self.tr("Zinnen veranderen …"), menu)
        change.setData("")
        menu.addAction(change)
        menu.triggered.connect(self._on_triggered)
        popup_below(menu, below)
        return menu

    def change(self, chapter: int | None) -> None:
        """Let the user change the sentences."""
        StartersDialog.ask(self._context, chapter, self._view)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        if words := str(action.data() or ""):
            self.chosen.emit(words)
        else:
            self.change(self._chapter)


def _action(line: str, menu: QMenu) -> QAction:
    action = QAction(line.replace("&", "&&"), menu)
    action.setData(line)
    return action


class StartersDialog(AskDialog):
    """Sentences of one chapter at a time, one a line."""

    def __init__(
        self, context: Context, chapter: int | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            context.theme, self.tr("Zinnen om mee te beginnen"), self.tr("Bewaren"), parent
        )
        self._desk = context.services.desk
        self._acts = Acts(context, self, self.line)
        library = context.services.content.library()
        self.chapter = QComboBox(self)
        self.chapter.setAccessibleName(self.tr("Hoofdstuk"))
        fit_combo(self.chapter)
        numbers = [0, *(c.number for c in library.chapters)]
        for number in numbers:
            self.chapter.addItem(chapter_name(library, number), number)
        self.chapter.setCurrentIndex(max(self.chapter.findData(chapter or 0), 0))
        self.body.addWidget(self.chapter)
        self.field = QPlainTextEdit(self)
        self.field.setProperty("role", "field")
        self.field.setAccessibleName(self.tr("Zinnen, elke regel een"))
        self.field.setTabChangesFocus(True)
        self.field.setMinimumHeight(context.theme.px(220))
        self.body.addWidget(self.field)
        note = self.tr("Elke regel is een zin. Ze staan alleen op deze computer.")
        self.body.addWidget(PlainLabel(note, "small", self, wrap=True))
        self.restore = Button(self.tr("Zinnen van Logboek terug"), "quiet", "", self)
        self.restore.clicked.connect(self._on_restore_clicked)
        self.body.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignLeft)
        self.chapter.currentIndexChanged.connect(self._on_chapter_changed)
        self._shown = 0
        self._fill()

    @classmethod
    def ask(cls, context: Context, chapter: int | None, parent: QWidget | None) -> None:
        """Let the user change the sentences."""
        dialog = cls(context, chapter, parent)
        dialog.exec()
        dialog.deleteLater()

    def _fill(self) -> None:
        self._shown = int(self.chapter.currentData())
        self.field.setPlainText("\n".join(self._desk.starters().get(self._shown, ())))
        self.field.document().setModified(False)

    def _keep(self) -> bool:
        if not self.field.document().isModified():
            return True
        lines = self.field.toPlainText().split("\n")
        return self._acts.do(lambda: self._desk.save_starters(self._shown, lines))

    @Slot()
    def _on_chapter_changed(self) -> None:
        if self._keep():
            self._fill()

    @Slot()
    def _on_restore_clicked(self) -> None:
        if self._acts.do(lambda: self._desk.save_starters(self._shown, ())):
            self._fill()

    @Slot()
    def _on_go_clicked(self) -> None:
        if self._keep():
            self.accept()
