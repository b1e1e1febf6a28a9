# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What the traceability check says about one place, right below it.

Opened by a key it takes the keyboard; opened by a resting mouse it does not, and goes when the
mouse leaves.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCursor, QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from logbook.services.traces import Finding
from logbook.texts.traces import TRACE_LABELS
from logbook.ui.checking.roles import ROWS, RoleChooser
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.labels import PlainLabel

_WIDTH = 340
_EDGE = 8
#: Milliseconds between looks at where the mouse is.
_LOOK = 350


class TracePopover(QFrame):
    """One finding: why, and what can be done.

    Signals:
        replace_requested(str, bool): put these words there; also elsewhere in the entry.
        ignore_requested(): do not point at it in this entry any more.
        closed(bool): it went away; whether it had the keyboard.
    """

    replace_requested = Signal(str, bool)
    ignore_requested = Signal()
    closed = Signal(bool)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._place = QRect()
        self.setProperty("role", "popover")
        self.setAccessibleName(self.tr("Is iemand hier te herkennen?"))
        self._build()
        self.replace.clicked.connect(self._on_replace)
        self.roles.accepted.connect(self._on_replace)
        self.roles.role_changed.connect(self._show_ready)
        self.ignore.clicked.connect(self._on_ignore)
        self._mouse = QTimer(self, interval=_LOOK)
        self._mouse.timeout.connect(self._follow_mouse)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        self.hide()

    @property
    def is_held(self) -> bool:
        """Whether it has the keyboard."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def offer(
        self, finding: Finding, roles: Sequence[str], place: QRect, *, keyboard: bool
    ) -> None:
        """Come into view below a place.

        Args:
            place: of the words, in the window's own coordinates.
            keyboard: take the keyboard, rather than go when the mouse does.
        """
        self._place = place
        self._kind.setText(self._caption(finding))
        self._why.setText(finding.why)
        self.everywhere.setChecked(False)
        self.setFixedWidth(min(self._theme.px(_WIDTH), self._window.width() - 2 * _EDGE))
        self.roles.offer(roles)
        self._show_ready()
        self.show()  # its words wrap only once they have their look
        self._put()
        self.raise_()
        if keyboard:
            self._mouse.stop()
            self.roles.list.setFocus(Qt.FocusReason.PopupFocusReason)
        else:
            self._mouse.start()

    def close_quietly(self) -> None:
        """Go away."""
        if self.isVisible():
            held = self.is_held
            self._mouse.stop()
            self.hide()
            self.closed.emit(held)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_quietly()
            return
        super().keyPressEvent(event)

    def _caption(self, finding: Finding) -> str:
        kind = TRACE_LABELS[finding.kind]
        return f"{kind[:1].upper()}{kind[1:]}"

    def _build(self) -> None:
        body = self._body = QVBoxLayout(self)
        body.setContentsMargins(14, 12, 14, 12)
        body.setSpacing(8)
        self._kind = PlainLabel("", "section", self)
        self._why = PlainLabel("", "body", self, wrap=True)
        self.roles = RoleChooser(self)
        self.everywhere = QCheckBox(self.tr("Overal in deze bijdrage"), self)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.replace = Button(self.tr("Vervangen"), "primary", "", self)
        self.ignore = Button(self.tr("Negeren"), "quiet", "", self)
        self.ignore.setToolTip(self.tr("In deze bijdrage niet meer aangeven"))
        row.addWidget(self.replace)
        row.addWidget(self.ignore)
        row.addStretch(1)
        for each in (self._kind, self._why, self.roles, self.everywhere):
            body.addWidget(each)
        body.addLayout(row)

    def _put(self) -> None:
        window = self._window
        for rows in range(ROWS, 1, -1):
            self.roles.fit(rows)
            self._fit()
            if self.height() <= window.height() - 2 * _EDGE:
                break
        top = self._place.bottom() + 4
        if top + self.height() > window.height() - _EDGE:
            above = self._place.top() - 4 - self.height()
            top = above if above >= _EDGE else max(_EDGE, window.height() - _EDGE - self.height())
        left = max(_EDGE, min(self._place.left(), window.width() - self.width() - _EDGE))
        self.move(QPoint(left, top))

    def _fit(self) -> None:
        self._body.activate()
        height = self._body.totalHeightForWidth(self.width())
        self.resize(self.width(), height if height > 0 else self.sizeHint().height())

    @Slot()
    def _show_ready(self) -> None:
        self.replace.setEnabled(bool(self.roles.role))

    @Slot()
    def _on_replace(self) -> None:
        role = self.roles.role
        if role:
            everywhere = self.everywhere.isChecked()
            self.close_quietly()
            self.replace_requested.emit(role, everywhere)

    @Slot()
    def _on_ignore(self) -> None:
        self.close_quietly()
        self.ignore_requested.emit()

    @Slot()
    def _follow_mouse(self) -> None:
        mouse = self._window.mapFromGlobal(QCursor.pos())
        around = self.geometry().united(self._place).adjusted(-6, -6, 6, 6)
        if not self.is_held and not around.contains(mouse):
            self.close_quietly()

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        # `new` is None while the window itself loses the keyboard.
        if (
            self.isVisible()
            and old is not None
            and self.isAncestorOf(old)
            and new is not None
            and not self.isAncestorOf(new)
        ):
            self.close_quietly()
