# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Sharing: choose, replace names, look at exactly what leaves, send, and go on in a next round.

A draft is a value that the caller keeps; nothing is stored before `send`. Passphrases and keys are
never stored.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from logbook.core.entry import AnswerKey, EntryId
from logbook.core.errors import FileNotWritten, LogbookError
from logbook.core.exercise import Sensitivity
from logbook.core.moment import whole_milliseconds
from logbook.core.packet import (
    ENTRIES_MOST,
    QUESTIONS_MOST,
    REMARK_LIMIT,
    Packet,
    PublicId,
    SharedQuestion,
)
from logbook.core.share_errors import (
    ChangedSinceLook,
    NothingToShare,
    PassphraseWeak,
    TooManyToShare,
)
from logbook.core.sharing import (
    SentPacket,
    ShareChoice,
    ShareDraft,
    ShareFormat,
    sent_text,
)
from logbook.core.text import clean_text
from logbook.core.text_map import replace_in
from logbook.files.replace import replace_file
from logbook.formats.packet_json import packet_json
from logbook.services.changes import Changes
from logbook.services.public_id import new_public_id
from logbook.services.share_again import names_as_before
from logbook.services.share_build import Builder, Built, with_before
from logbook.services.share_names import ShareNames
from logbook.services.told_again import told_again
from logbook.storage.entries import EntryStore
from logbook.storage.packets import PacketStore, PacketWriter, Reader

if TYPE_CHECKING:
    from logbook.core.library import Library
    from logbook.core.packet import Remark
    from logbook.services.traces import Traces
    from logbook.storage.database import Database

#: A passphrase to seal with has at least this many characters.
PASSPHRASE_LEAST = 12
#: A name in a packet may have this many characters.
NAME_LIMIT = 200
_PROPOSED_WORDS = 6


#: What of earlier rounds goes along: remarks with replies, at their place in the new texts.
Earlier = Callable[[SentPacket, Built], tuple["Remark", ...]]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A packet that is about to leave; its file is not made yet."""

    packet: Packet
    built: Built
    draft: ShareDraft
    format: ShareFormat
    passphrase: str = field(default="", repr=False)

    def render(self) -> bytes:
        """The bytes of the file; takes up to seconds, and may be done in any thread.

        Raises:
            TooMuchToShare, PacketUnfit, FormatMissing.
        """
        from logbook.formats.share_formats import share_bytes

        return share_bytes(self.packet, self.format, self.passphrase)


class Sharing:
    """Acts of a student who shares, on one open logbook.

    Args:
        traces: the check that looks for what could lead to somebody.
        words: gives the words that passphrases are proposed from.
        earlier: gives the remarks of earlier rounds with a next round.
    """

    def __init__(
        self,
        database: Database,
        library: Callable[[], Library],
        now: Callable[[], datetime],
        traces: Traces,
        words: Callable[[], Sequence[str]],
        earlier: Earlier,
    ) -> None:
        self._database = database
        self._entries = EntryStore(database)
        self._store = PacketStore(database)
        self._library = library
        self._now = now
        self.names = ShareNames(database, traces)
        self._words = words
        self._earlier = earlier

    # --- choosing -----------------------------------------------------------------------------

    def begin(self, entry_ids: Iterable[EntryId]) -> ShareDraft:
        """A draft with these entries in order; the user asked for each of them."""
        return ShareDraft(tuple(ShareChoice(each) for each in dict.fromkeys(entry_ids)))

    def begin_many(self, entry_ids: Iterable[EntryId]) -> ShareDraft:
        """A draft with the entries of a chapter or a period; sensitive ones are not preselected."""
        return self.begin(each for each in entry_ids if not self.is_sensitive(each))

    def is_sensitive(self, entry_id: EntryId) -> bool:
        """Whether an entry answers an exercise that may touch much.

        Raises:
            EntryNotFound.
        """
        exercise = self._library().exercise(self._entries.summary(entry_id).exercise_id)
        return exercise is not None and exercise.sensitivity is Sensitivity.HIGH

    def next_round(self, packet_id: PublicId) -> ShareDraft:
        """A draft that goes on with a packet: the same answers, to the same reader.

        Names that were replaced in it are replaced by the same words; new ones are for the check.
        Entries in the bin are left out.

        Raises:
            PacketNotFound.
        """
        sent, answers = self._store.packet(packet_id), self._store.answers(packet_id)
        keys: dict[EntryId, set[AnswerKey]] = {entry: set() for entry in sent.entries}
        for answer in answers:
            keys.setdefault(answer.entry_id, set()).add(answer.key)
        draft = ShareDraft(
            tuple(
                ShareChoice(entry, frozenset(found))
                for entry, found in keys.items()
                if self._entries.load(entry).deleted_at is None
            ),
            (),
            sent.sender,
            sent.reader,
            "",
            sent.with_dates,
            previous=sent.id,
        )
        return names_as_before(self.names, draft, answers)

    def readers(self) -> tuple[Reader, ...]:
        """Everybody something was shared with, the last first."""
        return self._store.readers()

    # --- looking and sending ------------------------------------------------------------------

    def preview(self, draft: ShareDraft) -> Packet:
        """Exactly what the other will see.

        Raises:
            EntryNotFound, PacketNotFound.
            NothingToShare: nothing was chosen, or nothing of it is left. TooManyToShare.
        """
        return self._build(draft)[0]

    def _build(self, draft: ShareDraft) -> tuple[Packet, Built]:
        before = self._store.packet(draft.previous) if draft.previous else None
        known = self._publics(before)
        made: dict[tuple[EntryId, AnswerKey | None], PublicId] = {}

        def publish(entry_id: EntryId, key: AnswerKey | None) -> PublicId:
            place = (entry_id, key)
            return made.setdefault(place, known.get(place) or new_public_id())

        builder = Builder(self._library(), publish, self._round_of, draft)
        for choice in draft.choices:
            builder.add(self._entries.load(choice.entry_id), choice)
        built = builder.done()
        if not built.entries:
            raise NothingToShare
        if len(built.entries) > ENTRIES_MOST:
            raise TooManyToShare(len(built.entries), ENTRIES_MOST)
        entries = built.entries
        if before is not None:
            entries = with_before(entries, self._texts_before(before, built))
        packet = Packet(
            new_public_id(),
            before.pair if before else draft.pair or new_public_id(),
            before.round + 1 if before else 1,
            self._now().astimezone().date(),
            entries,
            _name(draft.sender),
            _name(draft.reader),
            _words(draft.letter),
            tuple(SharedQuestion(new_public_id(), text) for text in _questions(draft.questions)),
            built.pictures,
            self._earlier(before, built) if before else (),
            built.replaced,
        )
        return packet, built

    def _publics(
        self, before: SentPacket | None
    ) -> dict[tuple[EntryId, AnswerKey | None], PublicId]:
        """The public ids of all earlier rounds: the same answer keeps its id with one reader."""
        known: dict[tuple[EntryId, AnswerKey | None], PublicId] = {}
        for packet in self._store.rounds_of(before.pair) if before else ():
            known |= {(entry, None): public for public, entry in self._store.entries(packet.id)}
            for answer in self._store.answers(packet.id):
                known[answer.entry_id, answer.key] = answer.public
        return known

    def _texts_before(self, before: SentPacket, built: Built) -> dict[str, str | None]:
        """The answers of the packet before as they may be told now; None for what stays home."""
        now = {answer.public: answer for answer in built.answers}
        found: dict[str, str | None] = {}
        for answer in self._store.answers(before.id):
            text = replace_in(answer.home, answer.places)[0]
            found[answer.public] = told_again(text, now.get(answer.public), built.answers) or None
        return found

    def _round_of(self, entry_id: EntryId) -> int | None:
        return self._entries.summary(entry_id).round

    def propose_passphrase(self) -> str:
        """A good passphrase: six words of our own list, 60 bits, easy to say on the telephone."""
        words = self._words()
        return " ".join(secrets.choice(words) for _ in range(_PROPOSED_WORDS))

    def send(
        self,
        draft: ShareDraft,
        share_format: ShareFormat,
        path: Path,
        passphrase: str = "",
    ) -> tuple[SentPacket, Changes]:
        """Write what is shared to a file, whole or not at all, and remember it.

        Args:
            passphrase: seals a packet; "" leaves it readable. Not for other formats.

        Raises:
            NothingToShare, TooManyToShare, PassphraseWeak, TooMuchToShare, PacketUnfit.
            EntryNotFound, PacketNotFound.
            FileNotWritten: nothing was sent; what was at `path` is as it was.
        """
        prepared = self.prepare(draft, share_format, passphrase)
        return self.keep(prepared, prepared.render(), path)

    def prepare(
        self,
        draft: ShareDraft,
        share_format: ShareFormat,
        passphrase: str = "",
        looked: Packet | None = None,
    ) -> Prepared:
        """What `send` needs, read from the logbook; its file may be made beside the main thread.

        Args:
            looked: the preview that the user looked at; nothing else may leave.

        Raises:
            NothingToShare, TooManyToShare, PassphraseWeak, EntryNotFound, PacketNotFound.
            ChangedSinceLook.
        """
        if passphrase and len(passphrase) < PASSPHRASE_LEAST:
            raise PassphraseWeak(PASSPHRASE_LEAST)
        packet, built = self._build(draft)
        if looked is not None and _seen(packet) != _seen(looked):
            raise ChangedSinceLook
        return Prepared(packet, built, draft, share_format, passphrase)

    def keep(self, prepared: Prepared, data: bytes, path: Path) -> tuple[SentPacket, Changes]:
        """Put the file of a prepared packet in its place and remember the packet.

        Raises:
            EntryNotFound: an entry was deleted for good in the meantime.
            FileNotWritten: nothing was sent; what was at `path` is as it was.
        """
        packet, built, draft = prepared.packet, prepared.built, prepared.draft
        now = whole_milliseconds(self._now())
        sent = SentPacket(
            packet.id, packet.pair, packet.round, now, prepared.format, bool(prepared.passphrase),
            packet.reader, packet.sender, packet.letter, draft.with_dates, draft.previous,
            tuple(entry for _, entry in built.publics),
            tuple((question.id, question.text) for question in packet.questions),
        )  # fmt: skip
        # Remembered first: a file whose packet is not known here could never come home.
        with self._database.transaction() as connection:
            PacketWriter(connection).put(sent, built.publics, built.answers)
        try:
            self._refuse_own_files(path)
            replace_file(path, [data])
        except (OSError, LogbookError) as error:
            self.forget(sent.id)
            if isinstance(error, LogbookError):
                raise
            raise FileNotWritten(str(path), str(error)) from error
        return sent, Changes(entries=frozenset(sent.entries), sharing=True)

    def _refuse_own_files(self, path: Path) -> None:
        """Refuse to put a packet where the logbook, its journal or the desk stands.

        Raises:
            FileNotWritten, OSError.
        """
        own = self._database.path.resolve()
        names = (own.name, own.name + "-journal", "bureau.db", "bureau.db-journal")
        if path.resolve() in (own.with_name(name) for name in names):
            raise FileNotWritten(str(path), "the logbook itself")

    # --- what was sent ------------------------------------------------------------------------

    def sent(self) -> tuple[SentPacket, ...]:
        """All packets, newest first."""
        return self._store.packets()

    def sent_packet(self, packet_id: str) -> SentPacket:
        """One packet.

        Raises:
            PacketNotFound.
        """
        return self._store.packet(packet_id)

    def packets_of(self, entry_id: EntryId) -> tuple[SentPacket, ...]:
        """The packets an entry stands in, newest first."""
        return self._store.packets_of(entry_id)

    def shared_entries(self) -> frozenset[EntryId]:
        """The entries that stand in any packet: "gedeeld"."""
        return self._store.shared_entries()

    def forget(self, packet_id: str) -> Changes:
        """Forget a packet with the remarks on it. What was read stays read.

        Raises:
            PacketNotFound.
        """
        entries = self._store.packet(packet_id).entries
        with self._database.transaction() as connection:
            PacketWriter(connection).forget(packet_id)
        return Changes(entries=frozenset(entries), sharing=True)


def file_name(packet_round: int, share_format: ShareFormat, day: date) -> str:
    """A name for the file that says nothing of what is in it."""
    ends = {
        ShareFormat.PACKET: "html",
        ShareFormat.PDF: "pdf",
        ShareFormat.DOCX: "docx",
        ShareFormat.MARKDOWN: "md",
    }
    again = f"-ronde-{packet_round}" if packet_round > 1 else ""
    return f"deelpakket-{day.isoformat()}{again}.{ends[share_format]}"


def _seen(packet: Packet) -> str:
    """What one sees of a packet: without its ids, which are new each time it is made."""
    return re.sub(r'"[0-9a-f]{32}"', '""', packet_json(replace(packet, made_on=date.min)))


def _name(text: str) -> str:
    return " ".join(_words(text).split())[:NAME_LIMIT]


def _words(text: str) -> str:
    """Words for the reader, without what is marked as private."""
    return sent_text(clean_text(text).text, ()).strip()[:REMARK_LIMIT]


def _questions(texts: Iterable[str]) -> list[str]:
    """The questions that say something, each once."""
    return list(dict.fromkeys(filter(None, map(_words, texts))))[:QUESTIONS_MOST]
