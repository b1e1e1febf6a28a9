# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What a student does with a remark; each act can be undone in the strip."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from logbook.core.entry import AnswerKey, EntryId
from logbook.core.errors import LogbookError
from logbook.core.remarks import KeptRemark, PlacedRemark
from logbook.services.changes import Changes
from logbook.texts.remarks import signed
from logbook.ui.acts import Acts
from logbook.ui.feedback.plain_markdown import as_markdown, quoted
from logbook.ui.feedback.reply_field import ReplyField


class RemarkActs(Acts):
    """Acts on remarks and on the student's replies."""

    def set_done(self, remark: KeptRemark, *, done: bool) -> None:
        """Mark a remark as "verwerkt", or take the mark away."""
        if self._set_done(remark, done):
            said = self.tr("Verwerkt.") if done else self.tr("Niet meer verwerkt.")
            self._offer_undo(said, lambda: self._set_done(remark, not done))

    def _set_done(self, remark: KeptRemark, done: bool) -> bool:
        feedback = self._context.services.feedback
        return self.do(lambda: feedback.set_done(remark.id, done))

    def mark_read(self, remark_ids: Iterable[str]) -> None:
        """Say that these were seen."""
        self._say_seen(lambda: self._context.services.feedback.mark_read(remark_ids))

    def mark_seen(self, file_ids: Iterable[str]) -> None:
        """Say that general reactions and answers to questions were seen."""
        self._say_seen(lambda: self._context.services.feedback.mark_seen(file_ids))

    def _say_seen(self, act: Callable[[], Changes]) -> None:
        try:
            act()
        except LogbookError:
            return  # they stay new; the next look says it again
        # The texts are what they were: only what counts what is new has something to do.
        self._context.notifier.announce(Changes(sharing=True))

    def placed(self, about: KeptRemark, field: ReplyField) -> None:
        """Tell every screen of the reply that a field has kept, and offer to undo it."""
        changes, reply_id, before = field.changes, field.reply_id, field.before
        if changes is None or (field.kept.text.strip() == before.strip()):
            return
        self._context.notifier.announce(changes)
        feedback = self._context.services.feedback
        if reply_id is None:
            self._say_taken_back(about, before)
        elif before:
            self._offer_undo(
                self.tr("Je antwoord is gewijzigd."),
                lambda: self.do(lambda: feedback.change_reply(reply_id, before)),
            )
        else:
            self._offer_undo(
                self.tr("Je antwoord staat erbij. Het gaat mee in een volgende ronde."),
                lambda: self.do(lambda: feedback.take_back(reply_id)),
            )

    def take_back(self, about: KeptRemark, reply: KeptRemark) -> None:
        """Take a reply of the student away."""
        if self.do(lambda: self._context.services.feedback.take_back(reply.id)):
            self._say_taken_back(about, reply.text)

    def _say_taken_back(self, about: KeptRemark, text: str) -> None:
        feedback = self._context.services.feedback
        self._offer_undo(
            self.tr("Je antwoord is weg."),
            lambda: self.do(lambda: feedback.reply(about.id, text)[1]),
        )

    def to_margin_note(self, placed: PlacedRemark) -> AnswerKey | None:
        """Put the words of a remark as a margin note beside the answer; None when refused."""
        remark, entry_id = placed.remark, placed.remark.entry_id
        if entry_id is None:
            return None
        margin = self._context.services.margin
        who = as_markdown(signed(remark))
        said = self.tr("{reader} merkte op:").format(reader=who[:1].upper() + who[1:])
        text = f"{said}\n\n{quoted(remark.text)}"

        def add() -> tuple[AnswerKey, Changes]:
            key, saved = margin.add(entry_id, text, remark.key)
            return key, saved.changes

        key = self.gain(add)
        if key is not None:
            self._offer_undo(
                self.tr("De kanttekening staat erbij."), lambda: self._without_note(entry_id, key)
            )
        return key

    def _without_note(self, entry_id: EntryId, key: AnswerKey) -> None:
        def empty() -> Changes:
            services = self._context.services
            answer = services.reading.entry(entry_id).answer(key)
            head = answer.head if answer is not None else None
            return services.margin.write(entry_id, key, "", head, close_revision=True).changes

        self.do(empty)

    def changed_since(self, remark: KeptRemark) -> tuple[str, str] | None:
        """The lines of the answer then and now; None when there is nothing to show."""
        return self.ask(lambda: self._context.services.feedback.changed_since(remark.id))

    def _offer_undo(self, said: str, undo: Callable[[], object]) -> None:
        self._context.messages.show(said, "success", self.tr("Ongedaan maken"), undo)
