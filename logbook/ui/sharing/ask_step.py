# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Vragen: one to three questions to the reader, or none."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from logbook.texts.sharing import too_long
from logbook.ui.context import Context
from logbook.ui.sharing.share_work import ShareWork
from logbook.ui.sharing.step import Step
from logbook.ui.widgets.labels import PlainLabel

_LONGEST = 500


class AskStep(Step):
    """The second step."""

    def __init__(self, context: Context, work: ShareWork, parent: QWidget | None = None) -> None:
        super().__init__(context, work, "", parent)
        self.title.setText(self.tr("Wat wil je vragen?"))
        self.setAccessibleName(self.tr("Vragen aan de lezer"))
        self._say(
            self.tr(
                "Met een vraag weet de ander waar je iets aan hebt. Eén vraag is genoeg, drie is "
                "het meeste. Je mag dit ook overslaan."
            )
        )
        examples = (
            self.tr("Waar hoor je mij invullen in plaats van vragen?"),
            self.tr("Wat zou jij hier nog willen weten?"),
            self.tr("Herken je dit, en wat deed jij toen?"),
        )
        self.fields: list[QPlainTextEdit] = []
        for number, example in enumerate(examples, 1):
            caption = self.tr("Vraag {number}").format(number=number)
            label = PlainLabel(caption, "strong", self.column)
            field = QPlainTextEdit(self.column)
            field.setProperty("role", "field")
            field.setTabChangesFocus(True)
            field.setPlaceholderText(self.tr("Bijvoorbeeld: {example}").format(example=example))
            field.setAccessibleName(caption)
            field.textChanged.connect(self._on_text_changed)
            label.setBuddy(field)
            self.fields.append(field)
            self.body.addSpacing(4)
            self.body.addWidget(label)
            self.body.addWidget(field)
        self.body.addStretch(1)
        context.theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def ready(self) -> bool:
        return not self.hint

    @property
    def hint(self) -> str:
        longest = max(len(text) for text in (*self._work.told.questions, ""))
        return too_long(longest, _LONGEST) if longest > _LONGEST else ""

    def enter(self) -> None:
        asked = (*self._work.told.questions, "", "", "")
        for field, text in zip(self.fields, asked, strict=False):
            if field.toPlainText() != text:
                field.blockSignals(True)
                field.setPlainText(text)
                field.blockSignals(False)

    def focus_first(self) -> None:
        self.fields[0].setFocus()

    @Slot()
    def _on_text_changed(self) -> None:
        self._work.tell(questions=tuple(field.toPlainText() for field in self.fields))
        self.state_changed.emit()

    @Slot()
    def _on_theme_changed(self) -> None:
        for field in self.fields:
            field.setFont(self._theme.reading_font(16))
            field.setFixedHeight(self._theme.px(78))
