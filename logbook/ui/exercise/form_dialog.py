# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Asks in which form a note is written: a list to walk through, a field to find one in it.

Knows what can be chosen; what that does to a note is left to `note_forms`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget

from logbook import texts
from logbook.core.exercise import Exercise
from logbook.core.folding import fold
from logbook.core.library import Library
from logbook.ui.theme import Theme
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import quiet_scroll_area
from logbook.ui.widgets.rover import Rover
from logbook.ui.widgets.row_button import RowButton
from logbook.ui.widgets.search_field import SearchField

#: The template that says what a note without a form is; choosing it gives no form.
PLAIN = "vrije-notitie"
_SIZE = (600, 640)
_MARGIN = 40


@dataclass(frozen=True, slots=True)
class FormChoice:
    """The form that was chosen; None is a note without one."""

    form: Exercise | None


def forms_in(library: Library) -> tuple[Exercise, ...]:
    """The forms to choose from, the short ones first; the note without a form is not in it."""
    found = [each for each in library.forms.values() if each.id != PLAIN]
    return tuple(sorted(found, key=lambda each: (each.minutes or 0, fold(each.title))))


class FormRow(RowButton):
    """One form: title, goal and how long it takes."""

    def __init__(
        self, choice: FormChoice, title: str, goal: str, minutes: int | None, parent: QWidget
    ) -> None:
        how_long = texts.minutes(minutes) if minutes else ""
        super().__init__(", ".join(filter(None, (title, goal, how_long))), parent)
        self.choice = choice
        self.setCheckable(True)
        self._words = fold(f"{title}\n{goal}")
        lines = QWidget(self)
        column = QVBoxLayout(lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(PlainLabel(title, "strong", lines, wrap=True))
        column.addWidget(PlainLabel(goal, "body", lines, wrap=True))
        if how_long:
            column.addWidget(PlainLabel(how_long, "small", lines, wrap=True))
        self.add_passive(lines, 1)

    def fits(self, words: Iterable[str]) -> bool:
        """Whether each of these words stands in the title or the goal."""
        return all(word in self._words for word in words)


class FormDialog(QDialog):
    """The list; `choice` is None until something was chosen."""

    def __init__(
        self, library: Library, theme: Theme, carries_text: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.choice: FormChoice | None = None
        self.rows: list[FormRow] = []
        self.setWindowTitle(self.tr("Vorm kiezen"))
        body = QVBoxLayout(self)
        body.setContentsMargins(24, 20, 24, 20)
        body.setSpacing(8)
        body.addWidget(PlainLabel(self.tr("Kies een vorm"), "heading", self))
        words = self.tr("Een vorm is een rij vragen bij je notitie.")
        if carries_text:
            words += " " + self.tr("Wat je al schreef, gaat mee naar de eerste open vraag.")
        body.addWidget(PlainLabel(words, "muted", self, wrap=True))
        self.search = SearchField(self.tr("Zoek een vorm"), theme, self)
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._on_search_changed)
        body.addSpacing(4)
        body.addWidget(self.search)
        self._area = self._build_list(library)
        body.addWidget(self._area, 1)
        self._nothing = PlainLabel(
            self.tr("Er is geen vorm met deze woorden."), "muted", self, wrap=True
        )
        body.addWidget(self._nothing, 1, Qt.AlignmentFlag.AlignTop)
        self._on_search_changed("")
        self._fit()
        self.search.setFocus()

    @classmethod
    def ask(
        cls, library: Library, theme: Theme, *, carries_text: bool, parent: QWidget | None = None
    ) -> FormChoice | None:
        """The form the user chose, or None when the dialog was closed."""
        dialog = cls(library, theme, carries_text, parent)
        dialog.exec()
        choice = dialog.choice
        dialog.deleteLater()
        return choice

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if watched is self.search:
                return self._on_search_key(event)
            if watched in self.rows:
                return self._on_row_key(event)
        return super().eventFilter(watched, event)

    def _build_list(self, library: Library) -> QScrollArea:
        holder = QWidget()
        holder.setProperty("role", "scrolled")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        plain = library.templates.get(PLAIN)
        goal = plain.goal if plain else self.tr("Opschrijven wat je bezighoudt.")
        minutes = plain.minutes if plain else None
        title = self.tr("Vrije notitie")
        self.rows.append(FormRow(FormChoice(None), title, goal, minutes, holder))
        for form in forms_in(library):
            choice = FormChoice(form)
            self.rows.append(FormRow(choice, form.title, form.goal, form.minutes, holder))
        self._rover = Rover(self)
        self._rover.set_widgets(self.rows)
        self._rover.moved.connect(self._on_rover_moved)
        for row in self.rows:
            row.installEventFilter(self)  # after the rover, so that it is asked first
            row.clicked.connect(self._on_row_clicked)
            column.addWidget(row)
        column.addStretch(1)
        area = quiet_scroll_area(self)
        area.setWidget(holder)
        return area

    def _fit(self) -> None:
        """As large as the list wants to be, but never larger than the window it belongs to."""
        width, height = (self._theme.px(side) for side in _SIZE)
        above = self.parentWidget()
        if above is not None:
            room = above.window().size()
            width = min(width, room.width() - _MARGIN)
            height = min(height, room.height() - _MARGIN)
        self.resize(width, height)

    def _shown(self) -> list[FormRow]:
        return [row for row in self.rows if not row.isHidden()]

    def _on_search_key(self, event: QKeyEvent) -> bool:
        """Down goes to the list, Enter takes what is marked in it."""
        shown = self._shown()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if shown:
                shown[0].click()
            return True
        if event.key() == Qt.Key.Key_Down and shown:
            row = shown[min(1, len(shown) - 1)] if not self.search.text() else shown[0]
            row.setFocus(Qt.FocusReason.TabFocusReason)
            self._on_rover_moved(row)
            return True
        return False

    def _on_row_key(self, event: QKeyEvent) -> bool:
        """Up from the first row, and letters on any, go to the field."""
        shown = self._shown()
        letters = event.text().strip()
        held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Up and shown and shown[0].hasFocus():
            self.search.setFocus(Qt.FocusReason.BacktabFocusReason)
            return True
        if letters and letters.isprintable() and not held:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
            self.search.insert(letters)
            return True
        if event.key() == Qt.Key.Key_Backspace and self.search.text():
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
            self.search.backspace()
            return True
        return False

    def _mark(self, marked: QWidget | None) -> None:
        """Show which row Enter takes."""
        for row in self.rows:
            row.setChecked(row is marked)

    @Slot(str)
    def _on_search_changed(self, text: str) -> None:
        words = fold(text).split()
        for row in self.rows:
            row.setVisible(row.fits(words))
        shown = self._shown()
        self._area.setVisible(bool(shown))
        self._nothing.setVisible(not shown)
        self._mark(shown[0] if shown else None)
        if shown:
            self._rover.set_current(shown[0])
        self._area.verticalScrollBar().setValue(0)

    @Slot(QWidget)
    def _on_rover_moved(self, row: QWidget) -> None:
        self._mark(row)
        self._area.ensureWidgetVisible(row, 0, 8)

    @Slot()
    def _on_row_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, FormRow):
            self.choice = row.choice
            self.accept()
