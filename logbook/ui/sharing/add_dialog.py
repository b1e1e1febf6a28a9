# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Bijdrage erbij: pick more entries to share, by their title."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from logbook import texts
from logbook.core.entry import EntryId
from logbook.core.errors import LogbookError
from logbook.core.search import EntryFilter
from logbook.ui.context import Context
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.dates import local_day, short_day
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import resize_on_screen
from logbook.ui.widgets.search_field import SearchField

_MOST = 200
_ID = Qt.ItemDataRole.UserRole


class AddDialog(QDialog):
    """A list of entries with boxes; what is typed looks in all that was written."""

    def __init__(
        self, context: Context, known: frozenset[EntryId], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._known = known
        self._ticked: dict[EntryId, None] = {}
        self.setWindowTitle(self.tr("Bijdrage erbij"))
        body = QVBoxLayout(self)
        body.setContentsMargins(24, 20, 24, 18)
        body.setSpacing(12)
        body.addWidget(PlainLabel(self.tr("Bijdrage erbij"), "title", self))
        self.field = SearchField(self.tr("Zoek in je bijdragen"), context.theme, self)
        body.addWidget(self.field)
        self.list = QListWidget(self)
        self.list.setProperty("role", "choices")
        self.list.setAccessibleName(self.tr("Bijdragen om te kiezen"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body.addWidget(self.list, 1)
        self.nothing = PlainLabel("", "muted", self, wrap=True)
        body.addWidget(self.nothing)
        row = QHBoxLayout()
        self.cancel = Button(self.tr("Annuleren"), "", "", self)
        self.accept_button = Button(self.tr("Erbij zetten"), "primary", "", self)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.accept_button)
        body.addLayout(row)
        self.field.textChanged.connect(self._fill)
        self.list.itemChanged.connect(self._on_list_item_changed)
        self.cancel.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self.accept)
        resize_on_screen(self, context.theme.px(560), context.theme.px(520))
        self._fill()
        self.field.setFocus()

    @classmethod
    def ask(
        cls, context: Context, known: frozenset[EntryId], parent: QWidget | None = None
    ) -> tuple[EntryId, ...] | None:
        """The entries that the user picked; None when they changed their mind."""
        dialog = cls(context, known, parent)
        done = dialog.exec() == QDialog.DialogCode.Accepted
        chosen = dialog.chosen
        dialog.deleteLater()
        return chosen if done else None

    @property
    def chosen(self) -> tuple[EntryId, ...]:
        """What is ticked, in the order of ticking."""
        return tuple(self._ticked)

    @Slot()
    def _fill(self) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        try:
            wanted = EntryFilter(text=self.field.text().strip())
            found = self._context.services.reading.entries(wanted, limit=_MOST)
        except LogbookError as error:
            found = ()
            self.nothing.setText(texts.error_sentence(error))
        else:
            self.nothing.setText(self.tr("Niets anders gevonden om te delen."))
        for each in found:
            if each.id in self._known:
                continue
            title = each.title or self.tr("Zonder titel")
            day = short_day(each.about_date or local_day(each.created_at))
            item = QListWidgetItem(f"{title} · {day}", self.list)
            item.setData(_ID, each.id)
            item.setToolTip(title)
            on = each.id in self._ticked
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.list.setCurrentRow(0)
        self.nothing.setVisible(not self.list.count())
        self.list.blockSignals(False)
        self._show_ready()

    @Slot(QListWidgetItem)
    def _on_list_item_changed(self, item: QListWidgetItem) -> None:
        entry_id = EntryId(item.data(_ID))
        if item.checkState() is Qt.CheckState.Checked:
            self._ticked[entry_id] = None
        else:
            self._ticked.pop(entry_id, None)
        self._show_ready()

    def _show_ready(self) -> None:
        self.accept_button.setEnabled(bool(self._ticked))
