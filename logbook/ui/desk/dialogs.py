# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Questions of the desk: a passphrase, whose packet this is, what is known of a student."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

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


class AskDialog(QDialog):
    """A heading, a body to fill, a line for what was refused, and two buttons."""

    def __init__(self, theme: Theme, title: str, act: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(26, 22, 26, 20)
        outer.setSpacing(12)
        outer.addWidget(PlainLabel(title, "heading", self, wrap=True))
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        outer.addLayout(self.body)
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
        room = self.screen().availableGeometry().width() - 60
        self.setMinimumWidth(min(theme.px(_WIDTH), room))

    def showEvent(self, event: object) -> None:
        # Cancel was made before the buttons' fields: Tab follows the order of sight.
        self.setTabOrder(self.cancel, self.go)
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
        cls, theme: Theme, question: str, parent: QWidget | None, refused: str = ""
    ) -> str | None:
        """The passphrase, None when the dialog was closed.

        Args:
            refused: why one that was given before did not do.
        """
        dialog = cls(theme, question, parent)
        dialog.line.say(refused)
        given = dialog.exec() == QDialog.DialogCode.Accepted
        passphrase = dialog.field.text()
        dialog.field.clear()
        dialog.deleteLater()
        return passphrase if given else None

    @Slot()
    def _on_text_changed(self) -> None:
        self.go.setEnabled(bool(self.field.text()))


class WhoseDialog(AskDialog):
    """Asks whose packet this is: somebody on the desk, or somebody new."""

    def __init__(
        self, theme: Theme, desk: Desk, packet: Packet, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, self.tr("Van wie is deze inzending?"), self.tr("Toevoegen"), parent)
        self._desk = desk
        self._students = desk.students()
        self.student: Student | None = None
        self.who = QComboBox(self)
        self.who.setAccessibleName(self.tr("Student"))
        self.who.addItem(self.tr("Een nieuwe student"))
        for student in self._students:
            group = f" · {student.group}" if student.group else ""
            self.who.addItem(f"{student.name}{group}")
        self.who.setVisible(bool(self._students))
        self.body.addWidget(self.who)
        groups = sorted({s.group for s in self._students if s.group}, key=str.casefold)
        self.form = StudentForm(theme, groups, self)
        self.form.name.setText(packet.sender)
        self.body.addWidget(self.form)
        self.body.addWidget(PlainLabel(KEPT_OPEN, "small", self, wrap=True))
        self.who.currentIndexChanged.connect(self._on_who_changed)
        self.form.name.textChanged.connect(self._on_who_changed)
        self._on_who_changed()
        self.form.name.setFocus()
        self.form.name.selectAll()

    @classmethod
    def ask(
        cls, theme: Theme, desk: Desk, packet: Packet, parent: QWidget | None
    ) -> Student | None:
        """Whose it is, None when the dialog was closed."""
        dialog = cls(theme, desk, packet, parent)
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
    """Changes what is known of a student."""

    def __init__(
        self, theme: Theme, student: Student, groups: list[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, self.tr("Gegevens van de student"), self.tr("Bewaren"), parent)
        self._student = student
        self.form = StudentForm(theme, groups, self)
        self.form.fill(student)
        self.body.addWidget(self.form)
        self.form.name.textChanged.connect(self._on_name_changed)
        self.form.name.setFocus()

    @classmethod
    def ask(
        cls, theme: Theme, student: Student, groups: list[str], parent: QWidget | None
    ) -> Student | None:
        """The student as described, None when the dialog was closed."""
        dialog = cls(theme, student, groups, parent)
        given = dialog.exec() == QDialog.DialogCode.Accepted
        name, group, day = dialog.form.values
        dialog.deleteLater()
        return replace(student, name=name, group=group, next_session=day) if given else None

    @Slot()
    def _on_name_changed(self) -> None:
        self.go.setEnabled(bool(self.form.values[0]))
