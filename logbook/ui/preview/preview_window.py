# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A window that shows one exercise file as a student would walk it, and follows that file.

The blocks are the real ones on the real services, but those stand on a logbook in memory: what
is typed here goes with the window.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDesktopServices,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from logbook.bootstrap import PassingServices
from logbook.clock import now_utc
from logbook.paths import Paths
from logbook.services.previewing import FileReading, PreviewContent
from logbook.ui.context import Context
from logbook.ui.messages import Messages
from logbook.ui.notifier import Notifier
from logbook.ui.preferences import Preferences
from logbook.ui.preview.file_follower import FileFollower
from logbook.ui.preview.mistakes_panel import MistakesPanel
from logbook.ui.preview.passing_memory import PassingMemory
from logbook.ui.preview.preview_bar import PreviewBar
from logbook.ui.preview.walk_view import WalkView
from logbook.ui.side_panel import SidePanel
from logbook.ui.theme import Theme
from logbook.ui.widgets.labels import PlainLabel

_FIRST_SIZE = (1100, 800)


class PreviewWindow(QWidget):
    """A preview of one file. Nothing in it is kept.

    Signals:
        closed(): the user closed it.
    """

    closed = Signal()

    def __init__(
        self,
        file: Path,
        paths: Paths,
        theme: Theme,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.file = file
        self._content = PreviewContent(paths, file)
        self._services = PassingServices(paths, self._content)
        self.messages = Messages(theme, self)
        self.context = Context(
            self._services, theme, Notifier(self), self.messages, preferences, PassingMemory()
        )
        self._reading: FileReading | None = None
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(480, 360)
        self._build()
        self._follower = FileFollower(file, self)
        self._connect_signals()
        self.read_again()
        room = self.screen().availableGeometry()
        self.resize(min(_FIRST_SIZE[0], room.width()), min(_FIRST_SIZE[1], room.height()))

    @Slot()
    def read_again(self) -> None:
        """Look at the file and show what it holds now."""
        # 80 ms with all chapters, and only when a file was saved: not worth a thread.
        self._take(self._content.read())

    def closeEvent(self, event: QCloseEvent) -> None:
        self._follower.stop()
        self.walk.stop()
        self._services.close()
        event.accept()
        self.closed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self.walk, self.walk.focus_work)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.arrange()

    # --- building

    def _build(self) -> None:
        theme = self.context.theme
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        self.bar = PreviewBar(theme, self)
        body.addWidget(self.bar)
        body.addWidget(self._build_notice())
        body.addWidget(self.messages.strip)
        self.mistakes = MistakesPanel(theme, self)
        body.addWidget(self.mistakes)
        splitter = QSplitter(self)
        splitter.setHandleWidth(5)
        splitter.setChildrenCollapsible(False)
        self.walk = WalkView(self.context, splitter)
        self.walk.setMinimumWidth(1)
        self.side = SidePanel(self.context, splitter, self.walk)
        splitter.setStretchFactor(0, 1)
        body.addWidget(splitter, 1)

    def _build_notice(self) -> QFrame:
        strip = QFrame(self)
        strip.setProperty("role", "strip-info")
        row = QHBoxLayout(strip)
        row.setContentsMargins(24, 7, 24, 7)
        row.setSpacing(10)
        self._notice_icon = QLabel(strip)
        words = self.tr("Voorbeeld: wat je hier typt, wordt niet bewaard.")
        self.notice = PlainLabel(words, "body", strip, wrap=True)
        self.read_at = PlainLabel("", "small", strip)
        row.addWidget(self._notice_icon)
        row.addWidget(self.notice, 1)
        row.addWidget(self.read_at)
        return strip

    def _connect_signals(self) -> None:
        theme = self.context.theme
        self._follower.changed.connect(self.read_again)
        self.bar.read_requested.connect(self.read_again)
        self.bar.edit_requested.connect(self._on_bar_edit_requested)
        self.bar.folder_requested.connect(self._on_bar_folder_requested)
        self.bar.mode_requested.connect(self.walk.set_mode)
        self.bar.panel_requested.connect(self.walk.toggle_panel)
        self.walk.mode_changed.connect(self.bar.show_mode)
        self.walk.panel_shown.connect(self.bar.show_panel)
        self.walk.reference_requested.connect(self.side.open_reference)
        self.walk.notice.connect(self._on_walk_notice)
        self.walk.finish_requested.connect(self._on_walk_finish_requested)
        self.mistakes.line_chosen.connect(self._on_mistakes_line_chosen)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self.walk.announce()
        for keys, slot in (
            (QKeySequence("F5"), self.read_again),
            (QKeySequence(QKeySequence.StandardKey.Close), self.close),
        ):
            QShortcut(keys, self).activated.connect(slot)

    # --- what the file holds

    def _take(self, reading: FileReading) -> None:
        """Show what was read: the exercise, or the mistakes beside the last good one."""
        self._reading = reading
        if reading.exercise is not None:
            self.walk.keep_what_is_typed()
            known = self._content.library()
            self._content.take(reading)
            self.walk.show_exercise(reading.exercise, anew=known != reading.library)
        self.mistakes.show_problems(reading.problems, has_exercise=self.walk.exercise is not None)
        said: dict[str, list[str]] = {}
        for problem in reading.problems:
            said.setdefault(reading.block_at(problem.line), []).append(
                self.tr("Regel {line}: {sentence}").format(
                    line=problem.line, sentence=problem.message
                )
            )
        self.walk.set_marks(said)
        exercise = self.walk.exercise
        title = exercise.title if exercise is not None else self.file.name
        self.bar.show_title(title)
        self.bar.show_steps_tools(exercise is not None)
        self.setWindowTitle(self.tr("Voorbeeld: {title}").format(title=title))
        self.read_at.setText(
            self.tr("Gelezen om {time}").format(time=now_utc().astimezone().strftime("%H:%M:%S"))
        )

    # --- wishes

    @Slot()
    def _on_bar_edit_requested(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.file))):
            self._say_where(self.tr("Dit bestand wil niet vanzelf openen. Open het zelf: {path}"))

    @Slot()
    def _on_bar_folder_requested(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.file.parent))):
            self._say_where(
                self.tr("De map wil niet vanzelf openen. Het bestand staat hier: {path}")
            )

    def _say_where(self, sentence: str) -> None:
        self.messages.show(sentence.format(path=self.file), "warning")

    @Slot(str)
    def _on_walk_notice(self, sentence: str) -> None:
        if sentence:
            self.messages.show(sentence)

    @Slot()
    def _on_walk_finish_requested(self) -> None:
        self.messages.show(
            self.tr("Hier sluit iemand de oefening voor nu af. In dit voorbeeld gebeurt er niets.")
        )

    @Slot(int)
    def _on_mistakes_line_chosen(self, line: int) -> None:
        if self._reading is not None:
            self.walk.go_to_block(self._reading.block_at(line))

    @Slot()
    def _on_theme_changed(self) -> None:
        self._notice_icon.setPixmap(self.context.theme.pixmap("info", 16, "accent"))
