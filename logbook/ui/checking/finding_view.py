# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""One finding of the check on request: where it stands, why, and what to do with it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from html import escape

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from logbook.services.traces import EntryFinding
from logbook.texts.traces import TRACE_LABELS
from logbook.ui.checking.roles import RoleChooser
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.rich_text import RichText

#: Characters of the line on either side of what was found.
_AROUND = 90


class Scope(StrEnum):
    """To which findings an act goes: this one, the same elsewhere, or all of its kind."""

    HERE = "here"
    SAME = "same"
    KIND = "kind"


class FindingView(QWidget):
    """Shows one finding.

    Signals:
        replace_requested(), ignore_requested(): with `role` and `scope` as they are.
    """

    replace_requested = Signal()
    ignore_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        body = QVBoxLayout(self)
        body.setContentsMargins(2, 0, 10, 0)
        body.setSpacing(8)
        self._question = PlainLabel("", "small", self, wrap=True)
        self._context = RichText(theme, self, px=16)
        self._context.setAccessibleName(self.tr("Waar het staat"))
        self._why = PlainLabel("", "body", self, wrap=True)
        self.locked = PlainLabel("", "caution", self, wrap=True)
        self.roles = RoleChooser(self)
        self.scope_box = QComboBox(self)
        self.scope_box.setAccessibleName(self.tr("Waar dit geldt"))
        self.scope_box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        for each in (self._question, self._context, self._why, self.locked):
            body.addWidget(each)
        body.addSpacing(2)
        body.addWidget(self.roles)
        body.addWidget(self.scope_box)
        acts = QWidget(self)
        flow = FlowLayout(acts, 8)
        self.replace = Button(self.tr("Vervangen"), "primary", "", acts)
        self.ignore = Button(self.tr("Negeren"), "", "", acts)
        self.ignore.setToolTip(self.tr("In deze bijdrage niet meer aangeven"))
        flow.addWidget(self.replace)
        flow.addWidget(self.ignore)
        body.addWidget(acts)
        body.addStretch(1)
        self._replaceable = True
        self.replace.clicked.connect(self.replace_requested)
        self.roles.accepted.connect(self._on_roles_accepted)
        self.roles.role_changed.connect(self._show_ready)
        self.ignore.clicked.connect(self.ignore_requested)

    @property
    def role(self) -> str:
        """The words to put there."""
        return self.roles.role

    @property
    def scope(self) -> Scope:
        """Where the next act goes."""
        return Scope(self.scope_box.currentData())

    def show_finding(
        self,
        found: EntryFinding,
        question: str,
        roles: Sequence[str],
        counts: tuple[int, int],
        *,
        locked: str,
    ) -> None:
        """Show a finding.

        Args:
            counts: how many are the same, and how many of its kind.
            locked: why nothing can be replaced; "" when it can.
        """
        kind = TRACE_LABELS[found.finding.kind]
        self._question.setText(question)
        self._question.setVisible(bool(question))
        self._context.set_html(f"<p>{context_html(found)}</p>")
        self._why.setText(found.finding.why)
        self.locked.setText(locked)
        self.locked.setVisible(bool(locked))
        self._replaceable = not locked
        self.roles.offer(roles)
        for each in (self.roles, self.replace):
            each.setVisible(not locked)
        same, of_kind = counts
        self.scope_box.clear()
        self.scope_box.addItem(self.tr("Alleen hier"), Scope.HERE.value)
        if same > 1:
            words = self.tr("Overal waar dit staat ({count} plekken)")
            self.scope_box.addItem(words.format(count=same), Scope.SAME.value)
        if of_kind > same:
            words = self.tr("Alles van de soort ‘{kind}’ ({count} plekken)")
            self.scope_box.addItem(words.format(kind=kind, count=of_kind), Scope.KIND.value)
        self.scope_box.setVisible(self.scope_box.count() > 1)
        self._show_ready()

    @Slot()
    def _show_ready(self) -> None:
        self.replace.setEnabled(bool(self.roles.role))

    @Slot()
    def _on_roles_accepted(self) -> None:
        if self._replaceable and self.role:
            self.replace_requested.emit()


def context_html(found: EntryFinding) -> str:
    """The line a finding stands in, or what is near it, with the finding in bold."""
    text, start, end = found.text, found.finding.start, found.finding.end
    first = text.rfind("\n", 0, start) + 1
    if first < start - _AROUND:
        # From a blank on, else in the middle of a word that is longer than what is shown.
        blank = text.find(" ", start - _AROUND, start)
        first = blank + 1 if blank >= 0 else start - _AROUND
    last = text.find("\n", end)
    last = last if last >= 0 else len(text)
    if last > end + _AROUND:
        blank = text.rfind(" ", end, end + _AROUND)
        last = blank if blank >= 0 else end + _AROUND
    before = "… " if first > 0 and text[first - 1] != "\n" else ""
    behind = " …" if last < len(text) and text[last] != "\n" else ""
    return (
        f"{before}{escape(text[first:start])}<b>{escape(text[start:end])}</b>"
        f"{escape(text[end:last])}{behind}"
    )
