# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What is being said about one packet; it keeps itself while one types, and gives back nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from logbook.clock import now_utc
from logbook.core.anchoring import quote_of
from logbook.core.desk import DeskPacket
from logbook.core.errors import LogbookError
from logbook.core.packet import AnswerFile, PublicId, Remark, RemarkKind
from logbook.core.text import clean_text
from logbook.services.changes import Changes
from logbook.services.desk import Desk
from logbook.services.public_id import new_public_id
from logbook.ui.desk.packet_document import Passage
from logbook.ui.kept_text import RETRY_AFTER, SAVE_AFTER, KeptText
from logbook.ui.widgets.dates import local_day

Undo = Callable[[], None]


class DraftKeeper(QObject):
    """The draft of a reaction, with autosave.

    Signals:
        changed(): a remark came, went or is of another kind; not when words are typed.
        kept(Changes): after a commit.
        failed(LogbookError): a save was refused; all stays on screen, saving is tried again.
    """

    changed = Signal()
    kept = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, found: DeskPacket, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.found = found
        self.draft: AnswerFile = found.draft
        self.saved_at: datetime | None = None
        self._pending = False
        self._failures = 0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def packet_id(self) -> PublicId:
        """Which packet it is about."""
        return self.found.packet.id

    def remark(self, remark_id: str) -> Remark | None:
        """A remark of the draft, None when it is not one."""
        return next((r for r in self.draft.remarks if r.id == remark_id), None)

    # --- changing -----------------------------------------------------------------------------

    def add(self, kind: RemarkKind, passage: Passage, text: str = "") -> Remark:
        """A new remark on a passage."""
        answer = self.found.packet.answer(passage.answer)
        assert answer is not None, "the passage was taken from this packet"
        quote = quote_of(answer.text, passage.start, passage.end)
        return self._put(
            Remark(new_public_id(), kind, text, passage.answer, quote, day=local_day(now_utc()))
        )

    def reply(self, to: Remark) -> Remark:
        """A new reply in a thread."""
        return self._put(
            Remark(
                new_public_id(),
                RemarkKind.RECOGNITION,
                "",
                to.answer,
                None,
                to.id,
                day=local_day(now_utc()),
            )
        )

    def set_text(self, remark_id: str, text: str) -> None:
        """Give a remark other words."""
        self._change(remark_id, text=clean_text(text).text)

    def set_kind(self, remark_id: str, kind: RemarkKind) -> None:
        """Let a remark be of another kind."""
        self._change(remark_id, kind=kind)
        self.changed.emit()

    def remove(self, remark_id: str) -> Undo:
        """Take a remark away; gives what puts it back at its place."""
        place = next(n for n, r in enumerate(self.draft.remarks) if r.id == remark_id)
        gone = self.draft.remarks[place]
        left = tuple(r for r in self.draft.remarks if r.id != remark_id)
        self._set(replace(self.draft, remarks=left))
        self.changed.emit()

        def undo() -> None:
            now = self.draft.remarks
            if all(r.id != gone.id for r in now):
                self._set(replace(self.draft, remarks=(*now[:place], gone, *now[place:])))
                self.changed.emit()
                self.flush()

        return undo

    def set_general(self, text: str) -> None:
        """Say something about all of it."""
        self._set(replace(self.draft, general=clean_text(text).text))

    def answer_to(self, question: PublicId) -> str:
        """What is answered to a question of the student."""
        return dict(self.draft.answers).get(question, "")

    def set_answer(self, question: PublicId, text: str) -> None:
        """Answer a question of the student."""
        given = dict(self.draft.answers) | {question: clean_text(text).text}
        self._set(replace(self.draft, answers=tuple(p for p in given.items() if p[1])))

    def _put(self, remark: Remark) -> Remark:
        self._set(replace(self.draft, remarks=(*self.draft.remarks, remark)))
        self.changed.emit()
        return remark

    def _change(self, remark_id: str, **parts: object) -> None:
        self._set(
            replace(
                self.draft,
                remarks=tuple(
                    replace(r, **parts) if r.id == remark_id else r  # type: ignore[arg-type]
                    for r in self.draft.remarks
                ),
            )
        )

    def _set(self, draft: AnswerFile) -> None:
        if draft == self.draft:
            return
        self.draft = draft
        self._pending = True
        if not self._timer.isActive():
            self._timer.start(SAVE_AFTER)

    # --- keeping ------------------------------------------------------------------------------

    def flush(self) -> bool:
        """Make it durable now; whether that went well."""
        self._timer.stop()
        if not self._pending:
            return True
        try:
            changes: Changes = self._desk.save_draft(self.packet_id, self.draft)
        except LogbookError as error:
            self._timer.start(RETRY_AFTER[min(self._failures, len(RETRY_AFTER) - 1)])
            self._failures += 1
            self.failed.emit(error)
            return False
        self._failures = 0
        self._pending = False
        self.saved_at = now_utc()
        self.kept.emit(changes)
        return True

    def rescue_text(self) -> str:
        """What could not be made durable; "" when there is nothing."""
        if not self._pending:
            return ""
        said = [r.text for r in self.draft.remarks]
        said += [self.draft.general, *(text for _, text in self.draft.answers)]
        return "\n\n".join(filter(None, said))

    def stop(self) -> None:
        """End the autosave; call `flush` first."""
        self._timer.stop()

    @Slot()
    def _on_timeout(self) -> None:
        self.flush()


def kept_notes(desk: Desk, student_id: str, text: str, parent: QObject) -> KeptText:
    """Own notes about a student, which keep themselves."""

    def write(words: str, _base: str | None, _close: bool) -> str:
        desk.save_notes(student_id, clean_text(words).text)
        return ""

    return KeptText(write, text, None, parent)
