# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The middle of the desk: which packet, and its text."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QColor, QTextDocument
from PySide6.QtWidgets import QComboBox, QFrame, QVBoxLayout, QWidget

from logbook.core.desk import DeskPacket, StudentView, earlier_questions, open_intentions
from logbook.core.packet import Packet
from logbook.texts.desk import PICKED_UP
from logbook.ui.context import Context
from logbook.ui.desk.packet_document import PacketDocument, Style
from logbook.ui.desk.packet_reader import PacketReader
from logbook.ui.desk.pictures import packet_pixmap
from logbook.ui.tokens import LIGHT
from logbook.ui.widgets.buttons import Button, IconButton
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.dates import long_day, short_day


class PacketSide(QWidget):
    """A bar with the packets of a student above the text of one of them.

    Signals:
        packet_chosen(str): another packet of this student.
        back_requested(): to the list of students.
        remarks_requested(): to the remarks, where they take turns with the text.
        step_requested(int): to the next student, 1, or the one before, -1.
        laid_out(): the text was laid out anew; marks are gone.
    """

    packet_chosen = Signal(str)
    back_requested = Signal()
    remarks_requested = Signal()
    step_requested = Signal(int)
    laid_out = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._found: DeskPacket | None = None
        self._view: StudentView | None = None
        self._filling = False
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        self.bar = QFrame(self)
        row = FlowLayout(self.bar, 8)
        row.setContentsMargins(20, 10, 14, 0)
        self.back = Button(self.tr("Studenten"), "quiet", "arrow-left", self.bar)
        self.packets = QComboBox(self.bar)
        self.packets.setAccessibleName(self.tr("Welke inzending"))
        self.packets.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.packets.setMinimumContentsLength(12)
        self.changes = Button(self.tr("Wat veranderde"), "quiet", "", self.bar)
        self.changes.setCheckable(True)
        self.remarks = Button(self.tr("Opmerkingen"), "quiet", "messages-square", self.bar)
        theme = context.theme
        self.before = IconButton("arrow-left", self.tr("Vorige student"), theme, self.bar)
        self.before.setToolTip(self.tr("Vorige student (Alt+PageUp)"))
        self.after = IconButton("arrow-right", self.tr("Volgende student"), theme, self.bar)
        self.after.setToolTip(self.tr("Volgende student (Alt+PageDown)"))
        parts = (self.back, self.before, self.after, self.packets, self.changes, self.remarks)
        for widget in parts:
            row.addWidget(widget)
        body.addWidget(self.bar)
        self.reader = PacketReader(context.theme, self)
        body.addWidget(self.reader, 1)
        self.back.clicked.connect(self.back_requested)
        self.remarks.clicked.connect(self.remarks_requested)
        self.before.clicked.connect(lambda: self.step_requested.emit(-1))
        self.after.clicked.connect(lambda: self.step_requested.emit(1))
        self.packets.activated.connect(self._on_packet_activated)
        self.changes.toggled.connect(self._on_changes_toggled)
        self.show_turns(back=False, remarks=False)
        self.show_steps(before=False, after=False)

    @property
    def found(self) -> DeskPacket | None:
        """The packet on screen."""
        return self._found

    def show_turns(self, *, back: bool, remarks: bool) -> None:
        """Offer the ways to what this takes turns with."""
        self.back.setVisible(back)
        self.remarks.setVisible(remarks)
        self._show_bar()

    def show_steps(self, *, before: bool, after: bool) -> None:
        """Offer the ways to other students; where there is no other, they are not there."""
        for button, there in ((self.before, before), (self.after, after)):
            button.setEnabled(there)
            button.setVisible(before or after)
        self._show_bar()

    def show_packet(self, view: StudentView, found: DeskPacket) -> None:
        """Show a packet of a student; the place in the text stays when it was on screen."""
        same = self._found is not None and self._found.packet.id == found.packet.id
        self._view, self._found = view, found
        self._filling = True
        self.packets.clear()
        for each in view.packets:
            made = each.packet
            new = "" if each.seen or each.packet.id == found.packet.id else self.tr(" · nieuw")
            caption = self.tr("Ronde {n} · {day}{new}").format(
                n=made.round, day=short_day(made.made_on), new=new
            )
            self.packets.addItem(caption, made.id)
        self.packets.setCurrentIndex(self.packets.findData(found.packet.id))
        self.packets.setVisible(len(view.packets) > 1)
        answers = found.packet.answers()
        self.changes.setVisible(any(a.before is not None for a in answers))
        self._filling = False
        self._show_bar()
        if not same:
            self.changes.setChecked(False)
            self.refresh()

    def show_nothing(self) -> None:
        """There is nothing of this student to read now."""
        self._found = self._view = None
        for part in (self.packets, self.changes):
            part.hide()
        self._show_bar()
        self.reader.show_words(self.tr("Er staat nu niets van deze student op je bureau."))

    def refresh(self) -> None:
        """Lay the text out anew, at the same place."""
        if self._found is None or self._view is None:
            return
        place = self.reader.verticalScrollBar().value()
        self.reader.show_document(self._document(self._style()))
        self.reader.place_column()
        self.reader.verticalScrollBar().setValue(place)
        self.laid_out.emit()

    def print(self) -> None:
        """Let the user print the text."""
        from logbook.ui.printing import print_document

        if self._found is not None:
            print_document(self.paper(), self)

    def paper(self) -> QTextDocument:
        """The text as it is printed: dark on white, at 100 %."""
        theme = self._context.theme

        def plain(px: float, weight: int) -> object:
            font = theme.ui_font(px, weight)
            font.setPixelSize(round(px))
            return font

        def reading(px: float, weight: int) -> object:
            font = theme.paper_font(px)
            font.setWeight(font.Weight(weight))
            return font

        style = Style(
            reading,  # type: ignore[arg-type]
            plain,  # type: ignore[arg-type]
            round,
            QColor("black"),
            QColor(LIGHT.muted),
            QColor(LIGHT.panel),
            theme.line_height,
        )
        return self._document(style)

    def _document(self, style: Style) -> PacketDocument:
        assert self._found is not None
        ratio = self.devicePixelRatioF()
        return PacketDocument(
            self._found.packet,
            style,
            lambda picture, room: packet_pixmap(picture, room, ratio),
            self._top(self._found.packet),
            self.changes.isChecked(),
        )

    def _style(self) -> Style:
        theme = self._context.theme
        return Style(
            theme.reading_font,
            theme.ui_font,
            theme.px,
            theme.color("ink"),
            theme.color("muted"),
            theme.color("panel"),
            theme.line_height,
        )

    def _top(self, packet: Packet) -> list[tuple[str, bool]]:
        """What is good to know before reading: who, letter, earlier questions, intentions."""
        assert self._view is not None
        student = self._view.student
        facts = [
            student.name,
            self.tr("ronde {n}").format(n=packet.round),
            long_day(packet.made_on),
        ]
        lines = [(" · ".join(facts), False)]
        if packet.letter.strip():
            lines.append((self.tr("Woorden bij deze inzending"), True))
            lines += [(part, False) for part in packet.letter.split("\n") if part.strip()]
        asked = earlier_questions(packet, self._view.packets)
        if asked:
            lines.append((self.tr("Wat je eerder vroeg"), True))
        for question in asked:
            said = f": “{question.reply}”" if question.reply else ""
            words = " ".join(question.remark.text.split())
            lines.append((f"{words} ({PICKED_UP[question.what]}{said})", False))
        intentions = open_intentions(packet)
        if intentions:
            lines.append((self.tr("Open voornemens"), True))
        for intention in intentions:
            day = f" ({intention.day})" if intention.day else ""
            lines.append((" ".join(intention.text.split()) + day, False))
        return lines

    def _show_bar(self) -> None:
        parts = (self.back, self.before, self.packets, self.changes, self.remarks)
        self.bar.setVisible(any(not part.isHidden() for part in parts))

    @Slot(int)
    def _on_packet_activated(self, index: int) -> None:
        chosen = str(self.packets.itemData(index))
        if not self._filling and self._found is not None and chosen != self._found.packet.id:
            self.packet_chosen.emit(chosen)

    @Slot()
    def _on_changes_toggled(self) -> None:
        if not self._filling:
            self.refresh()
