# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`.chooser`: arguments to tick and explain, side by side per form, and an own conclusion.

Nothing is counted and nothing comes out of it: what weighs most is for the user to say.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from logbook import texts
from logbook.core.entry import AnswerKey
from logbook.core.exercise import Argument, ChooserSettings, Option, Prompt
from logbook.ui.editor.answer_field import AnswerField
from logbook.ui.exercise.blocks.options import OptionRow
from logbook.ui.exercise.blocks.question import Question
from logbook.ui.exercise.blocks.view import BlockView
from logbook.ui.exercise.draft import Draft
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.frames import Separator
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import clear_layout, lay_beside

_STACKED = 560
_BETWEEN_ARGUMENTS = 12


@dataclass(frozen=True, slots=True)
class Group:
    """Arguments that speak for the same forms; or, when for none, against the same ones."""

    pro: tuple[str, ...]
    contra: tuple[str, ...]
    arguments: list[Argument]


def grouped(arguments: Iterable[Argument]) -> list[Group]:
    """The arguments by what they speak for, in the order of the page; only against comes last."""
    groups: dict[tuple[tuple[str, ...], tuple[str, ...]], Group] = {}
    for argument in arguments:
        key = (argument.pro, () if argument.pro else argument.contra)
        groups.setdefault(key, Group(*key, [])).arguments.append(argument)
    return sorted(groups.values(), key=lambda group: not group.pro)


class ArgumentField(QWidget):
    """One argument: a tick, whose it is, and room to explain once it is ticked."""

    def __init__(
        self,
        theme: Theme,
        argument: Argument,
        prompt: Prompt,
        key: AnswerKey,
        draft: Draft,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._draft = draft
        self._key = key
        self._option = prompt.options[0]
        shown = Option(self._option.id, argument.text)
        self.row = OptionRow(theme, shown, False, self)
        against = texts.joined(argument.contra) if argument.pro else ""
        speaks = self.tr("Pleit tegen {forms}").format(forms=against) if against else ""
        self.source = PlainLabel(" · ".join(filter(None, (speaks, argument.source))), "small", self)
        self.source.setWordWrap(True)
        self.source.setMinimumWidth(1)
        name = self.tr("Toelichting bij {item}").format(item=argument.text)
        hint = self.tr("Waaraan zie je dat?")
        self.explanation = AnswerField(draft, key, theme, name, hint, parent=self)
        self.explanation.editor.set_minimum_lines(2)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        body.addWidget(self.row)
        self._under = QVBoxLayout()
        self._under.setSpacing(8)
        self._under.addWidget(self.source)
        self._under.addWidget(self.explanation)
        body.addLayout(self._under)
        self.source.setVisible(bool(self.source.text()))
        self.setFocusProxy(self.row.box)
        self.row.box.clicked.connect(self._on_box_clicked)
        draft.value_changed.connect(self._on_draft_value_changed)
        theme.changed.connect(self._indent)
        self._indent()
        self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._indent()

    @property
    def applies(self) -> bool:
        """Whether it is ticked."""
        return bool(self._draft.value(self._key).options)

    def is_empty(self) -> bool:
        """Whether it was neither ticked nor explained."""
        return self._draft.value(self._key).is_empty

    @Slot()
    def _indent(self) -> None:
        # Below the words of the argument, beside its box.
        left = self.row.box.sizeHint().width() + self._theme.px(6)
        self._under.setContentsMargins(left, 0, 0, 0)

    def _fill(self) -> None:
        value = self._draft.value(self._key)
        self.row.box.setChecked(bool(value.options))
        self.explanation.setVisible(bool(value.options or value.text.strip()))

    @Slot()
    def _on_box_clicked(self) -> None:
        value = self._draft.value(self._key)
        chosen = (self._option.id,) if self.row.box.isChecked() else ()
        self._draft.set_value(self._key, replace(value, options=chosen))

    @Slot(object)
    def _on_draft_value_changed(self, key: AnswerKey) -> None:
        if key == self._key:
            self._fill()


class SideBySide(QWidget):
    """For each form what was ticked for it and against it, in columns; words only."""

    def __init__(self, theme: Theme, settings: ChooserSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._settings = settings
        self._shown: tuple[str, ...] | None = None
        self._columns: dict[str, QVBoxLayout] = {}
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(10)
        body.addWidget(PlainLabel(self.tr("Naast elkaar"), "heading", self))
        self.nothing = PlainLabel(
            self.tr("Wat je hierboven aankruist, komt hier per vorm naast elkaar te staan."),
            "muted",
            self,
            wrap=True,
        )
        body.addWidget(self.nothing)
        self._holder = QWidget(self)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._holder)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(24)
        for number, form in enumerate(settings.forms):
            if number:
                self._beside.addWidget(Separator(self._holder, vertical=True))
            column = QVBoxLayout()
            column.setSpacing(6)
            self._columns[form] = column
            self._beside.addLayout(column, 1)
        body.addWidget(self._holder)

    def show_ticked(self, ticked: tuple[str, ...]) -> None:
        """Show these arguments, by id, in the order in which they stand on screen."""
        if ticked == self._shown:
            return
        self._shown = ticked
        known = {argument.id: argument for argument in self._settings.arguments}
        chosen = [known[each] for each in ticked]
        self.nothing.setVisible(not chosen)
        self._holder.setVisible(bool(chosen))
        for form, column in self._columns.items():
            clear_layout(column)
            column.addWidget(PlainLabel(_titled(form), "strong", self._holder, wrap=True))
            pro = [each.text for each in chosen if form in each.pro]
            contra = [each.text for each in chosen if form in each.contra]
            self._add(column, self.tr("Pleit ervoor"), pro)
            self._add(column, self.tr("Pleit ertegen"), contra)
            if not pro and not contra:
                nothing = self.tr("Hier heb je niets voor of tegen aangekruist.")
                column.addWidget(PlainLabel(nothing, "muted", self._holder, wrap=True))
            column.addStretch(1)

    def _add(self, column: QVBoxLayout, title: str, said: list[str]) -> None:
        if not said:
            return
        column.addSpacing(4)
        column.addWidget(PlainLabel(title, "small", self._holder))
        for text in said:
            column.addWidget(PlainLabel(text, "body", self._holder, wrap=True))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = self.width() < self._theme.px(_STACKED)
        lay_beside(self._beside, not stacked)
        for line in self._holder.findChildren(Separator):
            line.setVisible(not stacked)


class ChooserBlockView(BlockView):
    """The arguments, what was ticked side by side, and the conclusion."""

    def build(self) -> None:
        settings = self.block.settings
        assert isinstance(settings, ChooserSettings)
        self._settings = settings
        self.fields: dict[str, ArgumentField] = {}
        self.about = Button(self.tr("Over deze keuzehulp"), "link", "book-open", self)
        self.about.clicked.connect(self._on_about_clicked)
        self.body.addWidget(self.about, 0, Qt.AlignmentFlag.AlignLeft)
        for found in grouped(settings.arguments):
            self._add_group(found)
        self.beside = SideBySide(self.theme, settings, self)
        self.body.addWidget(Separator(self))
        self.body.addWidget(self.beside)
        last = self.block.prompts[-1]
        self.add_prose(AnswerKey(self.block.id, last.id), last.id)
        self.draft.value_changed.connect(self._on_draft_value_changed)
        self._show_ticked()

    def guide_topic(self) -> str:
        return "chooser"

    def prompt_ids(self) -> tuple[str, ...]:
        return ("",)

    def show_only(self, prompt_id: str | None) -> None:
        return

    def _add_group(self, found: Group) -> None:
        title = self.tr("Pleit voor {forms}") if found.pro else self.tr("Pleit tegen {forms}")
        title = title.format(forms=texts.joined(found.pro or found.contra))
        group = QVBoxLayout()
        group.setSpacing(_BETWEEN_ARGUMENTS)
        group.addWidget(PlainLabel(title, "heading", self, wrap=True))
        for argument in found.arguments:
            prompt = self.block.prompt(argument.id)
            if prompt is None:
                continue
            key = AnswerKey(self.block.id, argument.id)
            field = ArgumentField(self.theme, argument, prompt, key, self.draft, self)
            self.fields[argument.id] = field
            question = Question(self.theme, prompt, "", field, field.is_empty, self.draft, self)
            self._questions.append(question)
            group.addWidget(question)
        self.body.addLayout(group)

    def _show_ticked(self) -> None:
        ticked = tuple(each for each, field in self.fields.items() if field.applies)
        self.beside.show_ticked(ticked)

    @Slot(object)
    def _on_draft_value_changed(self, key: AnswerKey) -> None:
        if key.block == self.block.id:
            self._show_ticked()

    @Slot()
    def _on_about_clicked(self) -> None:
        self.reference_requested.emit(self._settings.page)


def _titled(words: str) -> str:
    return words[:1].upper() + words[1:]
