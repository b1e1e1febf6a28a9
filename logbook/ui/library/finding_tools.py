# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The field and the filter with which one finds an exercise; where they stand is up to the page."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from logbook.core.progress import ChapterProgress
from logbook.ui.library.finding import Query
from logbook.ui.library.forms import Form, form_label, forms_of
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.menus import passing_menu, popup_below
from logbook.ui.widgets.search_field import SearchField


class FindingTools(QObject):
    """Knows what is asked for.

    Signals:
        changed(): something else is asked for.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._form: Form | None = None
        self._known: set[Form] = set()
        self.search = SearchField(self.tr("Zoek een oefening"), theme, parent)
        self.search.setToolTip(self.tr("Zoekt in titels, doelen en vragen (Ctrl+F)"))
        self.form_button = Button("", "", "list-filter", parent)
        self.search.textChanged.connect(self.changed)
        self.form_button.clicked.connect(self._on_form_button_clicked)
        self._show_form()

    @property
    def query(self) -> Query:
        """What is asked for now."""
        return Query(self.search.text(), self._form)

    def offer(self, chapters: Iterable[ChapterProgress]) -> None:
        """Offer the forms that occur in these chapters."""
        self._known = {
            form for c in chapters for each in c.exercises for form in forms_of(each.exercise)
        }

    def put_in(self, row: QHBoxLayout, stretch: int) -> None:
        """Stand at the beginning of this row; the field takes `stretch` of what is left."""
        row.insertWidget(0, self.search, stretch)
        row.insertWidget(1, self.form_button)

    @Slot()
    def clear(self) -> None:
        """Ask for everything."""
        self._form = None
        self._show_form()
        if self.search.text():
            self.search.clear()  # which is told by its own signal
        else:
            self.changed.emit()

    @Slot()
    def focus(self) -> None:
        """Bring the keyboard to the field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def make_form_menu(self) -> QMenu:
        """The forms that occur; it removes itself when it closes."""
        menu = passing_menu(self.form_button)
        for form in (None, *(form for form in Form if form in self._known)):
            action = menu.addAction(self._caption(form))
            action.setData(form.name if form else "")
            action.setCheckable(True)
            action.setChecked(form is self._form)
        menu.triggered.connect(self._on_form_chosen)
        return menu

    def _caption(self, form: Form | None) -> str:
        return form_label(form).capitalize() if form else self.tr("Alle vormen")

    def _show_form(self) -> None:
        name = self._caption(self._form)
        self.form_button.setText(name)
        self.form_button.setAccessibleName(self.tr("Vorm: {name}").format(name=name))
        self.form_button.set_icon_name(self._form.icon if self._form else "list-filter")

    @Slot()
    def _on_form_button_clicked(self) -> None:
        popup_below(self.make_form_menu(), self.form_button)

    @Slot(QAction)
    def _on_form_chosen(self, action: QAction) -> None:
        self._form = Form[action.data()] if action.data() else None
        self._show_form()
        self.changed.emit()
