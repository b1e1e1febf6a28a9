# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Labels beheren: names, colours, counts; merging and deleting, with undo."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidgetItem, QMenu, QVBoxLayout, QWidget

from logbook import texts
from logbook.core.label import NAME_LIMIT, Label, LabelCount, LabelId, RemovedLabel
from logbook.ui.context import Context
from logbook.ui.labels.colours import ColourBox, swatch
from logbook.ui.labels.label_acts import LabelActs
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.choices_dialog import ChoicesDialog
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.menus import passing_menu, popup_below

_ID = Qt.ItemDataRole.UserRole


class LabelsDialog(ChoicesDialog):
    """The labels at the left, the chosen one at the right."""

    SIZE = (620, 460)
    BESIDE = 500

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        title, new = self.tr("Labels beheren"), self.tr("Nieuw label")
        self.set_captions(title, self.tr("Labels"), new)
        self._counts: tuple[LabelCount, ...] = ()
        self.acts = LabelActs(context, self, self.line)
        nothing = self.tr("Je hebt nog geen labels. Maak er een, of geef een bijdrage een label.")
        self.nothing = PlainLabel(nothing, "muted", self, wrap=True)
        self.head.addWidget(self.nothing)
        self.detail = QWidget(self.area)
        self.detail.setProperty("role", "scrolled")
        self._build_detail(QVBoxLayout(self.detail))
        self.area.setWidget(self.detail)
        self._connect_signals()
        self.fill()

    # -- building ----------------------------------------------------------------------------------

    def _build_detail(self, right: QVBoxLayout) -> None:
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(8)
        right.addWidget(PlainLabel(self.tr("Naam"), "section", self.detail))
        self.name = QLineEdit(self.detail)
        self.name.setAccessibleName(self.tr("Naam van het label"))
        self.name.setMaxLength(NAME_LIMIT)
        self.name.installEventFilter(self)
        right.addWidget(self.name)
        right.addSpacing(4)
        right.addWidget(PlainLabel(self.tr("Kleur"), "section", self.detail))
        self.colour = ColourBox(self._theme, self.detail)
        right.addWidget(self.colour)
        right.addSpacing(4)
        self.count = PlainLabel("", "muted", self.detail, wrap=True)
        right.addWidget(self.count)
        right.addStretch(1)
        self.merge = Button(self.tr("Samenvoegen met …"), "", "", self.detail)
        self.delete = Button(self.tr("Label verwijderen"), "", "trash-2", self.detail)
        for each in (self.merge, self.delete):
            right.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect_signals(self) -> None:
        self.list.currentItemChanged.connect(self._show_current)
        self.name.editingFinished.connect(self._on_name_finished)
        self.colour.activated.connect(self._on_colour_activated)
        self.merge.clicked.connect(self._on_merge_clicked)
        self.delete.clicked.connect(self._on_delete_clicked)
        self.new.clicked.connect(self._on_new_clicked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Enter keeps the name; it does not close the dialog.
        if (
            watched is self.name
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self._on_name_finished()
            return True
        return super().eventFilter(watched, event)

    # -- filling -----------------------------------------------------------------------------------

    @property
    def current(self) -> LabelCount | None:
        """The chosen label with its count."""
        item = self.list.currentItem()
        wanted = item.data(_ID) if item is not None else None
        return next((each for each in self._counts if each.label.id == wanted), None)

    def fill(self, chosen: LabelId | None = None) -> None:
        """Read the labels again; the chosen one stays so, or becomes this one."""
        now = self.current
        wanted = chosen or (now.label.id if now else None)
        row = max(self.list.currentRow(), 0)
        side = self._theme.px(16)
        self.list.setIconSize(QSize(side, side))
        self._filling = True
        self._counts = self.acts.all()
        self.list.clear()
        for each in self._counts:
            words = each.label.name
            if each.entries:
                words = f"{words} · {texts.entries(each.entries)}"
            item = QListWidgetItem(swatch(self._theme, each.label.colour), words, self.list)
            item.setData(_ID, each.label.id)
        self._filling = False
        ids = [each.label.id for each in self._counts]
        row = ids.index(wanted) if wanted in ids else min(row, len(ids) - 1)
        self.list.setCurrentRow(row)
        self.nothing.setVisible(not ids)
        self.list.setVisible(bool(ids))
        self._show_current()

    @Slot()
    def _show_current(self) -> None:
        if self._filling:
            return
        found = self.current
        self.detail.setVisible(found is not None)
        if found is None:
            return
        self.name.setText(found.label.name)
        self.colour.set_colour(found.label.colour)
        number = texts.entries(found.entries)
        said = self.tr("Bij {count}.") if found.entries else self.tr("Nog bij geen bijdrage.")
        self.count.setText(said.format(count=number))
        self.merge.setEnabled(len(self._counts) > 1)

    def make_merge_menu(self) -> QMenu:
        """The labels that can take the place of the chosen one."""
        menu = passing_menu(self.merge)
        found = self.current
        for each in self._counts:
            if found is None or each.label.id != found.label.id:
                name = each.label.name.replace("&", "&&")
                action = menu.addAction(swatch(self._theme, each.label.colour), name)
                action.setData(each.label.id)
        menu.triggered.connect(self._on_merge_chosen)
        return menu

    # -- slots -------------------------------------------------------------------------------------

    @Slot()
    def _on_name_finished(self) -> None:
        found = self.current
        if found is None or self.name.text() == found.label.name:
            return
        before = found.label.name
        if not self.acts.rename(found.label.id, self.name.text()):
            self.name.setText(before)
            return
        self.line.say("")
        self.fill()

    @Slot()
    def _on_colour_activated(self) -> None:
        found = self.current
        if found is not None and self.acts.recolour(found.label.id, self.colour.colour):
            self.fill()

    @Slot()
    def _on_merge_clicked(self) -> None:
        popup_below(self.make_merge_menu(), self.merge)

    @Slot(QAction)
    def _on_merge_chosen(self, action: QAction) -> None:
        found = self.current
        target = LabelId(str(action.data()))
        if found is None:
            return
        removed = self.acts.merge(found.label.id, target)
        if removed is not None:
            self.fill(target)
            sentence = self.tr("“{one}” is nu “{other}”.")
            other = action.text().replace("&&", "&")
            self._say_removed(sentence.format(one=removed.label.name, other=other), removed)

    @Slot()
    def _on_delete_clicked(self) -> None:
        found = self.current
        if found is None:
            return
        removed = self.acts.delete(found.label.id)
        if removed is not None:
            self.fill()
            sentence = self.tr("Het label “{name}” is weg. De bijdragen zelf staan er nog.")
            self._say_removed(sentence.format(name=removed.label.name), removed)

    def _say_removed(self, sentence: str, removed: RemovedLabel) -> None:
        def undo() -> None:
            if self.acts.restore(removed):
                self.fill(removed.label.id)

        self.line.say(sentence, undo)

    @Slot()
    def _on_new_clicked(self) -> None:
        made = self._make_new()
        if made is not None:
            self.fill(made.id)
            self.name.setFocus()
            self.name.selectAll()

    def _make_new(self) -> Label | None:
        """A label with a name that is not taken, to be renamed at once."""
        taken = {each.label.name.casefold() for each in self._counts}
        name, number = self.tr("Nieuw label"), 1
        while name.casefold() in taken:
            number += 1
            name = self.tr("Nieuw label {number}").format(number=number)
        return self.acts.create(name)
