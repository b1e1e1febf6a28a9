# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""An entry in the form in which it travels: all of its parts as text, complete and comparable.

Moments are texts of `core.moment`, values are canonical JSON (`Value.canonical`). Storage and the
JSON format exchange these, so that a whole logbook can pass without a detour through dates and
values; two entries are the same when their records are equal. Loads fast: `note` makes one.
"""

from __future__ import annotations

from logbook.core.light import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from logbook.core.entry import Answer
    from logbook.core.margin import MarginNote


class SpliceRecord(NamedTuple):
    """One step of the raw history."""

    at: str
    offset: int
    removed: str
    inserted: str


class RevisionRecord(NamedTuple):
    """One version of an answer; `parent` is None for the first."""

    id: str
    parent: str | None
    device: str
    at: str
    value: str
    sha256: str
    splices: tuple[SpliceRecord, ...] = ()


class AnswerRecord(NamedTuple):
    """One answer with its wording and all its revisions, parents before children.

    `terms` is a text of `core.entry.terms_text`.
    """

    block: str
    prompt: str
    item: str
    kind: str
    block_title: str
    prompt_text: str
    exercise_version: int | None
    card_title: str
    card_description: str
    position: int
    terms: str
    head: str
    revisions: tuple[RevisionRecord, ...]

    @property
    def value(self) -> str:
        """The present value: the one of the head."""
        last = self.revisions[-1]
        if last.id == self.head:  # nearly always
            return last.value
        return next(r.value for r in self.revisions if r.id == self.head)

    def to_answer(self) -> Answer:
        """The answer without its history."""
        from logbook.core.entry import Answer, AnswerKey, RevisionId, Wording, terms_of, value_of
        from logbook.core.moment import from_text

        head = next(r for r in self.revisions if r.id == self.head)
        wording = Wording(
            self.kind,
            self.block_title,
            self.prompt_text,
            self.exercise_version,
            self.card_title,
            self.card_description,
            self.position,
            terms_of(self.terms),
        )
        return Answer(
            AnswerKey(self.block, self.prompt, self.item),
            wording,
            value_of(head.value),
            RevisionId(head.id),
            from_text(head.at),
        )


class EntryRecord(NamedTuple):
    """One entry with everything that belongs to it, answers in order."""

    id: str
    kind: str
    created_at: str
    state: str
    exercise_id: str | None
    exercise_title: str
    exercise_version: int | None
    source: str
    chapter: int | None
    about_date: str | None
    closed_at: str | None
    deleted_at: str | None
    answers: tuple[AnswerRecord, ...] = ()


class PlainNote(NamedTuple):
    """A free note without a template, to be read: there is no question, only words.

    `texts` holds what was written; `created_at` is a text, as everywhere in this module.
    """

    id: str
    created_at: str
    about_date: str | None
    title: str
    texts: tuple[str, ...]
    margin: tuple[MarginNote, ...] = ()


#: Replaying a history may copy this many characters; a longer one is taken on trust.
_REPLAY_LIMIT = 1_000_000_000


def replays(base: str, revision: RevisionRecord) -> bool:
    """Whether the steps of a revision lead from its parent's value (`base`) to its own.

    A revision without steps, as another program may write it, says nothing and is fine; so is
    one whose replay would take longer than a person waits.
    """
    text, work = base, 0
    for splice in revision.splices:
        end = splice.offset + len(splice.removed)
        if text[splice.offset : end] != splice.removed or splice.offset > len(text):
            return False
        text = text[: splice.offset] + splice.inserted + text[end:]
        work += len(text)
        if work > _REPLAY_LIMIT:
            return True
    return not revision.splices or text == revision.value
