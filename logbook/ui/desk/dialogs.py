# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Questions of the desk: a passphrase, whose packet this is, what is known of a student."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from logbook.core.desk import Student
from logbook.core.packet import Packet
from logbook.services.desk import Desk
from logbook.texts.desk import KEPT_OPEN
from logbook.ui.desk.student_form import StudentForm
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.undo_line import UndoLine

_WIDTH = 440
_SIDE = 26
_LEAST = QSize(480, 420)


class _Room(QScrollArea):
    """As high as what stands in it, up to `most`; then it scrolls, and the buttons stay in view."""

    def __init__(self, parent: QWidget, width: int) -> None:
        super().__init__(parent)
        self._wide = width
        self.most = 10_000
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        holder.setProperty("role", "scrolled")
        self.body = QVBoxLayout(holder)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(8)
        self.setWidget(holder)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)

    def sizeHint(self) -> QSize:
        high = self.body.totalHeightForWidth(max(self._wide, self.viewport().width()))
        if high < 0:
            high = self.body.totalSizeHint().height()
        return QSize(self._wide, min(high, self.most))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @Slot(int, int)
    def _on_range_changed(self, _least: int, most: int) -> None:
        # Fields must not touch the bar.
        self.body.setContentsMargins(0, 0, 10 if most else 0, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class AskDialog(QDialog):
    """A heading, a body to fill, a line for what was refused, and two buttons."""

    def __init__(self, theme: Theme, title: str, act: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(_SIDE, 22, _SIDE, 20)
        outer.setSpacing(12)
        outer.addWidget(PlainLabel(title, "heading", self, wrap=True))
        self._area = _Room(self, min(theme.px(_WIDTH), self._most().width()) - 2 * _SIDE)
        self.body = self._area.body
        outer.addWidget(self._area)
        self.line = UndoLine(self)
        outer.addWidget(self.line)
        self.row = QHBoxLayout()
        self.row.setSpacing(10)
        self.row.addStretch(1)
        self.cancel = Button(self.tr("Annuleren"), "", "", self)
        self.cancel.clicked.connect(self.reject)
        self.go = Button(act, "primary", "", self)
        self.go.setDefault(True)
        self.go.clicked.connect(self._on_go_clicked)
        self.row.addWidget(self.cancel)
        self.row.addWidget(self.go)
        outer.addLayout(self.row)
        self.setMinimumWidth(min(theme.px(_WIDTH), self._most().width()))

    def _most(self) -> QSize:
        """How large it may be: within its window, or within the screen when that is small."""
        screen, parent = self.screen().availableGeometry().size(), self.parentWidget()
        window = parent.window().size() if parent is not None else screen
        return screen.boundedTo(window.expandedTo(_LEAST)) - QSize(40, 40)

    def showEvent(self, event: object) -> None:
        # Cancel was made before the buttons' fields: Tab follows the order of sight.
        self.setTabOrder(self.cancel, self.go)
        beside = self.sizeHint().height() - self._area.sizeHint().height()
        self._area.most = self._most().height() - beside
        self._area.updateGeometry()
        self.adjustSize()
        super().showEvent(event)  # type: ignore[arg-type]

    @Slot()
    def _on_go_clicked(self) -> None:
        self.accept()


class PassphraseDialog(AskDialog):
    """Asks for a passphrase that the two agreed on; it is kept nowhere."""

    def __init__(self, theme: Theme, question: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Wachtzin"), self.tr("Openen"), parent)
        label = PlainLabel(question, "body", self, wrap=True)
        self.body.addWidget(label)
        self.field = QLineEdit(self)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(self.tr("Wachtzin"))
        label.setBuddy(self.field)
        self.body.addWidget(self.field)
        note = self.tr("De wachtzin blijft in het geheugen tot je Logboek sluit.")
        self.body.addWidget(PlainLabel(note, "small", self, wrap=True))
        self.field.textChanged.connect(self._on_text_changed)
        self._on_text_changed()
        self.field.setFocus()

    @classmethod
    def ask(
        cls,
        theme: Theme,
        question: str,
        parent: QWidget | None,
        refused: str = "",
        cancel: str = "",
    ) -> str | None:
        """The passphrase, None when the dialog was closed.

        Args:
            refused: why one that was given before did not do.
            cancel: what closing is called, "" for the usual word.
        """
        dialog = cls(theme, question, parent)
        dialog.line.say(refused)
        dialog.cancel.setText(cancel or dialog.cancel.text())
        given = dialog.exec() == QDialog.DialogCode.Accepted
        passphrase = dialog.field.text()
        dialog.field.clear()
        dialog.deleteLater()
        return passphrase if given else None

    @Slot()
    def _on_text_changed(self) -> None:
        self.go.setEnabled(bool(self.field.text()))


class WhoseDialog(AskDialog):
    """Asks whose packet this is: somebody on the desk, or somebody new.

    Args:
        where: which file it is.
        like: somebody in whose group this one may be.
    """

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        packet: Packet,
        parent: QWidget | None = None,
        where: str = "",
        like: Student | None = None,
    ) -> None:
        super().__init__(theme, self.tr("Van wie is deze inzending?"), self.tr("Toevoegen"), parent)
        if where:
            self.body.addWidget(PlainLabel(where, "small", self, wrap=True))
        self._desk = desk
        self._students = desk.students()
        self.student: Student | None = None
        self.who = QComboBox(self)
        self.who.setAccessibleName(self.tr("Student"))
        fit_combo(self.who)
        self.who.addItem(self.tr("Een nieuwe student"))
        for student in self._students:
            group = f" · {student.group}" if student.group else ""
            self.who.addItem(f"{student.name}{group}")
        self.who.setVisible(bool(self._students))
        self.body.addWidget(self.who)
        self.form = StudentForm(theme, group_days(self._students), self)
        self.form.name.setText(packet.sender)
        if like is not None:
            self.form.set_group(like.group)
        self.body.addWidget(self.form)
        self.body.addWidget(PlainLabel(KEPT_OPEN, "small", self, wrap=True))
        self.who.currentIndexChanged.connect(self._on_who_changed)
        self.form.name.textChanged.connect(self._on_who_changed)
        self._on_who_changed()
        self.form.name.setFocus()
        self.form.name.selectAll()

    @classmethod
    def ask(
        cls,
        theme: Theme,
        desk: Desk,
        packet: Packet,
        parent: QWidget | None,
        where: str = "",
        like: Student | None = None,
        cancel: str = "",
    ) -> Student | None:
        """Whose it is, None when the dialog was closed; see the class and `PassphraseDialog`."""
        dialog = cls(theme, desk, packet, parent, where, like)
        dialog.cancel.setText(cancel or dialog.cancel.text())
        given = dialog.exec() == QDialog.DialogCode.Accepted
        student = dialog.chosen()
        dialog.deleteLater()
        return student if given else None

    def chosen(self) -> Student | None:
        """Who was chosen or described."""
        if (index := self.who.currentIndex()) > 0:
            return self._students[index - 1]
        name, group, day = self.form.values
        return self._desk.new_student(name, group, day) if name else None

    @Slot()
    def _on_who_changed(self) -> None:
        new = self.who.currentIndex() <= 0
        self.form.setVisible(new)
        self.go.setEnabled(not new or bool(self.form.values[0]))


class StudentDialog(AskDialog):
    """Changes what is known of a student; a new day may count for the whole group."""

    def __init__(
        self,
        theme: Theme,
        student: Student,
        groups: dict[str, date | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, self.tr("Gegevens van de student"), self.tr("Bewaren"), parent)
        self._student = student
        self.form = StudentForm(theme, groups, self)
        self.form.fill(student)
        self.body.addWidget(self.form)
        self.with_group = QCheckBox(self.tr("Deze dag geldt voor de hele groep"), self)
        self.with_group.setChecked(True)
        self.body.addWidget(self.with_group)
        self.form.changed.connect(self._on_changed)
        self._on_changed()
        self.form.name.setFocus()

    @classmethod
    def ask(
        cls,
        theme: Theme,
        student: Student,
        groups: dict[str, date | None],
        parent: QWidget | None,
    ) -> tuple[Student, bool] | None:
        """The student as described and whether the day is the group's; None when closed."""
        dialog = cls(theme, student, groups, parent)
        given = dialog.exec() == QDialog.DialogCode.Accepted
        name, group, day = dialog.form.values
        with_group = not dialog.with_group.isHidden() and dialog.with_group.isChecked()
        dialog.deleteLater()
        changed = replace(student, name=name, group=group, next_session=day)
        return (changed, with_group) if given else None

    @Slot()
    def _on_changed(self) -> None:
        name, group, day = self.form.values
        self.go.setEnabled(bool(name))
        same = bool(group) and group == self._student.group
        self.with_group.setVisible(same and day != self._student.next_session)


def group_days(students: Iterable[Student]) -> dict[str, date | None]:
    """The groups there are, by name, each with the last day that is known for it."""
    found: dict[str, date | None] = {}
    for student in sorted(students, key=lambda s: s.group.casefold()):
        if student.group:
            days = filter(None, (found.get(student.group), student.next_session))
            found[student.group] = max(days, default=None)
    return found


def fit_combo(combo: QComboBox) -> None:
    """Let a list be as wide as there is room for, however long its entries are."""
    policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
    combo.setSizeAdjustPolicy(policy)
    combo.setMinimumContentsLength(12)
