# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""An own set on paper: a line for each card, to write what is on it. No picture is needed."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from logbook import texts
from logbook.core.entry import AnswerKey, Value
from logbook.ui.exercise.blocks.row_edit import RowEdit
from logbook.ui.exercise.cards.faces import paper_ref
from logbook.ui.exercise.draft import Draft
from logbook.ui.theme import Theme
from logbook.ui.widgets.labels import PlainLabel


class PaperSet(QWidget):
    """Lines for own cards, as many as may be chosen; the words go straight to the draft.

    Signals:
        described(str): a card got its first words.
        cleared(str): the words of a card were taken away.
    """

    described = Signal(str)
    cleared = Signal(str)

    def __init__(
        self, theme: Theme, draft: Draft, block_id: str, count: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._draft = draft
        self._block_id = block_id
        self._edits: dict[str, RowEdit] = {}
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        hint = self.tr(
            "Leg je eigen kaarten voor je neer. Schrijf bij elke kaart die je kiest wat erop "
            "staat, zodat je haar later herkent."
        )
        body.addWidget(PlainLabel(hint, "body", self, wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for number in range(1, count + 1):
            name = texts.own_card(number)
            edit = RowEdit(theme, name, self.tr("Wat staat erop?"), self)
            label = PlainLabel(name, "muted", self)
            label.setBuddy(edit)
            grid.addWidget(label, number, 0)
            grid.addWidget(edit, number, 1)
            edit.text_edited.connect(self._on_edit_text_edited)
            edit.enter_pressed.connect(edit.focusNextChild)
            edit.focus_left.connect(self._on_edit_focus_left)
            self._edits[paper_ref(number)] = edit
        body.addLayout(grid)
        draft.value_changed.connect(self._on_draft_value_changed)
        for ref in self._edits:
            self._fill(ref)

    @property
    def edits(self) -> dict[str, RowEdit]:
        """The lines by the reference of their card."""
        return dict(self._edits)

    def _fill(self, ref: str) -> None:
        self._edits[ref].set_text(self._draft.value(self._key(ref)).text)

    def _key(self, ref: str) -> AnswerKey:
        return AnswerKey(self._block_id, "", ref)

    @Slot()
    def _on_edit_focus_left(self) -> None:
        self._draft.flush()

    @Slot()
    def _on_edit_text_edited(self) -> None:
        for ref, edit in self._edits.items():
            text = edit.text()
            if text != self._draft.value(self._key(ref)).text:
                self._draft.set_value(self._key(ref), Value(text))
                (self.described if text.strip() else self.cleared).emit(ref)

    @Slot(object)
    def _on_draft_value_changed(self, key: AnswerKey) -> None:
        if key.block == self._block_id and key.item in self._edits and not key.prompt:
            self._fill(key.item)
