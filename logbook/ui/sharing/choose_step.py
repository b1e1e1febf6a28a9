# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Kiezen: which entries and answers go along, from whom and for whom."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from logbook.core.entry import AnswerKey, EntryId
from logbook.core.errors import LogbookError
from logbook.texts.sharing import chosen_to_share, too_long
from logbook.ui.acts import Acts
from logbook.ui.context import Context
from logbook.ui.sharing.add_dialog import AddDialog
from logbook.ui.sharing.share_tree import ShareTree
from logbook.ui.sharing.share_work import ShareWork
from logbook.ui.sharing.step import Step
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.frames import CardFrame
from logbook.ui.widgets.labels import PlainLabel

_NAME = 200
_LETTER = 4_000


class ChooseStep(Step):
    """The first step."""

    def __init__(self, context: Context, work: ShareWork, parent: QWidget | None = None) -> None:
        super().__init__(context, work, "", parent)
        self.title.setText(self.tr("Wat wil je delen?"))
        self.setAccessibleName(self.tr("Kiezen wat je deelt"))
        self._acts = Acts(context, self)
        self._say(
            self.tr(
                "Alleen wat is aangevinkt, gaat mee. Wat je tussen %% hebt gezet, is alleen voor "
                "jou en blijft altijd thuis."
            )
        )
        self.count = self._say("", "strong")
        self.tree = ShareTree(context.theme, self.column)
        self.body.addWidget(self.tree)
        self._build_acts()
        self.sensitive = self._say(
            self.tr(
                "Bij ‘kan veel raken’ hoort een oefening die dicht bij je eigen leven komt. Die "
                "gaat alleen mee als je haar zelf aanvinkt."
            ),
            "caution",
        )
        self.dates = QCheckBox(self.tr("Laat zien over welke dag een bijdrage gaat"), self.column)
        self.body.addWidget(self.dates)
        self.body.addSpacing(8)
        self._build_people()
        self.body.addStretch(1)
        self._connect_signals()

    def _build_acts(self) -> None:
        row = QWidget(self.column)
        flow = FlowLayout(row, 8)
        self.add = Button(self.tr("Bijdrage erbij …"), "", "plus", row)
        self.up = Button(self.tr("Omhoog"), "quiet", "arrow-up", row)
        self.up.setToolTip(self.tr("De gekozen bijdrage een plek omhoog (Alt+Pijl omhoog)"))
        self.down = Button(self.tr("Omlaag"), "quiet", "arrow-down", row)
        self.down.setToolTip(self.tr("De gekozen bijdrage een plek omlaag (Alt+Pijl omlaag)"))
        for each in (self.add, self.up, self.down):
            flow.addWidget(each)
        self.body.addWidget(row)

    def _build_people(self) -> None:
        card = CardFrame(self.column)
        body = card.body
        body.addWidget(PlainLabel(self.tr("Van wie en voor wie"), "heading", card, wrap=True))
        told = self.tr(
            "Zo staat het in wat je deelt. Je mag dit leeg laten; een andere naam komt er nooit in."
        )
        body.addWidget(PlainLabel(told, "muted", card, wrap=True))
        self.sender_field = QLineEdit(card)
        self.sender_field.setMaxLength(_NAME)
        self.sender_field.setPlaceholderText(self.tr("Student A"))
        self.reader = QComboBox(card)
        self.reader.setEditable(True)
        self.reader.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.reader.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.reader.setMaxVisibleItems(8)
        field = QLineEdit(self.reader)
        self.reader.setLineEdit(field)
        field.setMaxLength(_NAME)
        field.setPlaceholderText(self.tr("Mijn supervisor"))
        self.letter = QPlainTextEdit(card)
        self.letter.setProperty("role", "field")
        self.letter.setTabChangesFocus(True)
        self.letter.setPlaceholderText(self.tr("Waarom je dit deelt, of waar je nu staat."))
        for caption, widget in (
            (self.tr("Hoe je jezelf noemt"), self.sender_field),
            (self.tr("Voor wie dit is"), self.reader),
            (self.tr("Een paar woorden erbij"), self.letter),
        ):
            label = PlainLabel(caption, "strong", card, wrap=True)
            _be_buddies(label, widget, caption)
            body.addSpacing(4)
            body.addWidget(label)
            body.addWidget(widget)
        field.setAccessibleName(self.reader.accessibleName())
        self.body.addWidget(card)
        self._on_theme_changed()

    def _connect_signals(self) -> None:
        self.tree.ticked.connect(self._on_tree_ticked)
        self.tree.move_requested.connect(self._on_tree_move_requested)
        self.add.clicked.connect(self._on_add_clicked)
        self.up.clicked.connect(self._on_up_clicked)
        self.down.clicked.connect(self._on_down_clicked)
        self.dates.clicked.connect(self._on_dates_clicked)
        self.sender_field.textEdited.connect(self._on_sender_edited)
        self.reader.editTextChanged.connect(self._on_reader_changed)
        self.letter.textChanged.connect(self._on_letter_changed)
        self._context.theme.changed.connect(self._on_theme_changed)

    @property
    def ready(self) -> bool:
        return not self.hint

    @property
    def hint(self) -> str:
        if not self._work.chosen:
            return self.tr("Vink aan wat mee mag.")
        size = len(self._work.told.letter)
        return too_long(size, _LETTER) if size > _LETTER else ""

    def enter(self) -> None:
        draft = self._work.told
        self._show_tree()
        for each in (self.dates, self.sender_field, self.reader, self.letter):
            each.blockSignals(True)
        self.dates.setChecked(draft.with_dates)
        self.sender_field.setText(draft.sender)
        self.reader.clear()
        for known in self._acts.ask(self._context.services.sharing.readers) or ():
            if known.name:
                self.reader.addItem(known.name, known.pair)
        self.reader.setEditText(draft.reader)
        self.letter.setPlainText(draft.letter)
        for each in (self.dates, self.sender_field, self.reader, self.letter):
            each.blockSignals(False)

    def focus_first(self) -> None:
        self.tree.setFocus()

    def _show_tree(self) -> None:
        self.tree.show_work(self._work)
        several = len(self._work.entries) > 1
        self.up.setVisible(several)
        self.down.setVisible(several)
        self.sensitive.setVisible(any(each.sensitive for each in self._work.entries))
        self._show_count()

    def _show_count(self) -> None:
        work = self._work
        self.count.setText(chosen_to_share(len(work.chosen), work.answers))
        self.state_changed.emit()

    # -- slots -------------------------------------------------------------------------------------

    @Slot(str, object)
    def _on_tree_ticked(self, entry_id: str, keys: frozenset[AnswerKey]) -> None:
        self._work.tick(EntryId(entry_id), keys)
        self._show_count()

    @Slot(str, int)
    def _on_tree_move_requested(self, entry_id: str, step: int) -> None:
        if self._work.move(EntryId(entry_id), step):
            self._show_tree()

    @Slot()
    def _on_up_clicked(self) -> None:
        self._move(-1)

    @Slot()
    def _on_down_clicked(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        entry_id = self.tree.current_entry
        if entry_id is not None:
            self._on_tree_move_requested(entry_id, step)

    @Slot()
    def _on_add_clicked(self) -> None:
        known = frozenset(each.id for each in self._work.entries)
        chosen = AddDialog.ask(self._context, known, self.window())
        if not chosen:
            return
        try:
            self._work.add(chosen)
        except LogbookError as error:
            self._acts.say(error)
        self._show_tree()
        self.tree.setFocus()

    @Slot()
    def _on_dates_clicked(self) -> None:
        self._work.tell(with_dates=self.dates.isChecked())

    @Slot()
    def _on_sender_edited(self) -> None:
        self._work.tell(sender=self.sender_field.text())

    @Slot()
    def _on_reader_changed(self) -> None:
        name = self.reader.currentText()
        known = self.reader.findText(name)
        pair = self.reader.itemData(known) if known >= 0 and name else None
        self._work.tell(reader=name, pair=pair)

    @Slot()
    def _on_letter_changed(self) -> None:
        self._work.tell(letter=self.letter.toPlainText())
        self.state_changed.emit()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.letter.setFont(self._context.theme.reading_font(16))
        self.letter.setFixedHeight(self._context.theme.px(104))


def _be_buddies(label: QLabel, widget: QWidget, name: str) -> None:
    label.setBuddy(widget)
    widget.setAccessibleName(name)
