# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""An entry in the form in which it travels: all of its parts as text, complete and comparable.

Moments are texts of `core.moment`, values are canonical JSON (`Value.canonical`). Storage and the
JSON format exchange these, so that a whole logbook can pass without a detour through dates and
values; two entries are the same when their records are equal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from logbook.core.entry import Answer, AnswerKey, RevisionId, Wording, terms_of, value_of
from logbook.core.moment import from_text
from logbook.core.share_record import ShareRecord

if TYPE_CHECKING:
    from logbook.core.margin import MarginNote


class PictureRecord(NamedTuple):
    """An own photo and its card. `name` is `deck/card.jpg` or `.png`, `data` the picture itself."""

    name: str
    deck: str
    title: str
    description: str
    sha256: str
    data: bytes

    @property
    def ref(self) -> str:
        """The reference that answers hold."""
        return self.name.rpartition(".")[0]


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
        return next(r.value for r in self.revisions if r.id == self.head)

    def to_answer(self) -> Answer:
        """The answer without its history."""
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


class LabelRecord(NamedTuple):
    """A label and the ids of the entries that have it, in order."""

    id: str
    name: str
    colour: str
    created_at: str
    entries: tuple[str, ...] = ()


class GoalVersionRecord(NamedTuple):
    """One version of the text of a learning goal; `sha256` is taken over the text in UTF-8."""

    id: str
    parent: str | None
    device: str
    at: str
    text: str
    sha256: str


class GoalRecord(NamedTuple):
    """A learning goal with its versions, parents before children, and the ids of its entries."""

    id: str
    created_at: str
    closed_at: str | None
    head: str
    versions: tuple[GoalVersionRecord, ...]
    entries: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The present text: the one of the head."""
        return next(v.text for v in self.versions if v.id == self.head)


class SearchRecord(NamedTuple):
    """A saved search."""

    id: str
    name: str
    query: str
    created_at: str


class PlaceRecord(NamedTuple):
    """Where a role replaced something in an entry."""

    entry: str
    block: str
    prompt: str
    item: str
    at: str
    role: str


class RevisitRecord(NamedTuple):
    """A decision of the user about what comes back; `due` and `until` are days."""

    id: str
    kind: str
    entry: str
    exercise_id: str
    block: str
    due: str | None
    evaluation: bool
    until: str | None
    settled: str | None
    settled_at: str | None
    created_at: str


class Remains(NamedTuple):
    """What a logbook keeps beside its entries.

    Args:
        tombstones: (id, moment) of entries deleted for good; `skipped`: of skipped exercises.
        pins: (id, moment) of pinned entries.
        own_dates: (name, day) of days the user set, such as that of the next evaluation.
        sharing: what was shared and what came back; empty when only some entries travel.
    """

    tombstones: tuple[tuple[str, str], ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()
    labels: tuple[LabelRecord, ...] = ()
    goals: tuple[GoalRecord, ...] = ()
    pins: tuple[tuple[str, str], ...] = ()
    searches: tuple[SearchRecord, ...] = ()
    places: tuple[PlaceRecord, ...] = ()
    revisits: tuple[RevisitRecord, ...] = ()
    hidden_words: tuple[str, ...] = ()
    own_dates: tuple[tuple[str, str], ...] = ()
    sharing: ShareRecord = ShareRecord()


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
