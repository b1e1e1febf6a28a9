# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What a supervisor does at the desk: put packets on it, remark, give back, throw away.

The desk is a file of its own, `bureau.db`, made when the first packet is added. Packets are kept
opened; keys live in memory only, as long as this opening.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from logbook.core.desk import (
    DeskPacket,
    Group,
    Student,
    StudentId,
    StudentView,
    earlier_questions,
    in_order,
    tidy_name,
    view_of,
)
from logbook.core.desk_search import is_about, words_of
from logbook.core.errors import NameRefused
from logbook.core.moment import whole_milliseconds
from logbook.core.packet import AnswerFile
from logbook.core.share_errors import StudentNotFound
from logbook.formats.packet_json import answer_file_json, packet_json
from logbook.services.changes import Changes
from logbook.services.desk_file import DeskFile, key_check
from logbook.services.desk_files import GivenFile
from logbook.services.desk_giving import give_back
from logbook.services.desk_intake import Arriving, read_arriving
from logbook.services.public_id import new_public_id

if TYPE_CHECKING:
    from logbook.core.library import Library

_CHANGED = Changes(desk=True)


class Desk:
    """The desk of one supervisor.

    Args:
        path: of `bureau.db`.
        starters: reads the shipped sentences to begin a remark with, by chapter.
    """

    def __init__(
        self,
        path: Path,
        library: Callable[[], Library],
        now: Callable[[], datetime],
        starters: Callable[[], dict[int, tuple[str, ...]]],
    ) -> None:
        self._file = DeskFile(path, now)
        self._library = library
        self._now = now
        self._shipped = starters

    def close(self) -> None:
        """Close the file and forget the keys."""
        self._file.close()

    # --- coming in ----------------------------------------------------------------------------

    def look(self, data: bytes, name: str, passphrase: str = "") -> Arriving:
        """What a packet file holds; nothing is kept.

        Args:
            name: of the file, without its folder, for what errors say.

        Raises:
            PassphraseNeeded, PassphraseWrong.
            FileNotOurs, FileTooNew, FileTooBig, FileTampered: nothing of it is taken.
        """
        packet, key = read_arriving(data, name, passphrase)
        store = self._file.store
        student = store.student_of_pair(packet.pair) if store else None
        return Arriving(packet, student, store is not None and store.has(packet.id), key)

    def add(self, arriving: Arriving, student: Student | None = None) -> Changes:
        """Put a packet on the desk; one that is there already changes nothing.

        Args:
            student: whose it is, when its pair is not known; may be a new one (`new_student`).

        Raises:
            StudentNotFound: nobody was named.
            LogbookError: nothing was kept.
        """
        if arriving.key is not None:
            self._file.remember(arriving.packet.id, arriving.key)
        whose = arriving.student or student
        if arriving.known:
            return Changes()
        if whose is None:
            raise StudentNotFound("")
        store = self._file.made()
        packet = arriving.packet
        if not store.has(packet.id):
            store.put_packet(
                whose,
                packet.pair,
                packet.id,
                packet_json(packet),
                key_check(arriving.key),
                whole_milliseconds(self._now()),
            )
        return _CHANGED

    def new_student(self, name: str, group: str = "", next_session: date | None = None) -> Student:
        """A student that is kept as soon as a packet of theirs is added.

        Raises:
            NameRefused: there is no name.
        """
        if not tidy_name(name):
            raise NameRefused("student", "empty")
        return Student(StudentId(new_public_id()), tidy_name(name), tidy_name(group), next_session)

    # --- the list -----------------------------------------------------------------------------

    def students(self) -> tuple[Student, ...]:
        """All students, in order of being added."""
        store = self._file.store
        return store.students() if store else ()

    def find_student(self, name: str) -> Student:
        """The student with this name, or with this ending of an id.

        Raises:
            StudentNotFound: none has it, or several.
        """
        wanted = tidy_name(name).casefold()
        found = [s for s in self.students() if s.name.casefold() == wanted]
        found = found or [s for s in self.students() if wanted and s.id.endswith(wanted)]
        if len(found) != 1:
            raise StudentNotFound(name)
        return found[0]

    def groups(self) -> tuple[Group, ...]:
        """Students with what they sent, by group, in order of next session."""
        store = self._file.store
        if store is None:
            return ()
        packets: dict[str, list[DeskPacket]] = {}
        for kept in store.packets():
            packets.setdefault(kept.student, []).append(self._file.read(kept))
        views = [view_of(s, packets.get(s.id, ())) for s in store.students()]
        return in_order(views, self._now().astimezone().date())

    def view(self, student_id: str) -> StudentView:
        """One student with what they sent.

        Raises:
            StudentNotFound.
        """
        store = self._file.with_student(student_id)
        return view_of(store.student(student_id), map(self._file.read, store.packets(student_id)))

    def find(self, words: str) -> frozenset[StudentId]:
        """The students in whose name, packets, reactions or notes all of these words stand."""
        wanted = words_of(words)
        return frozenset(
            view.student.id
            for group in self.groups()
            for view in group.students
            if is_about(view, self.notes(view.student.id), wanted)
        )

    def change_student(self, student: Student, *, with_group: bool = False) -> Changes:
        """Call a student something else, or give another group or day.

        Args:
            with_group: the day of the next session counts for everybody in the group.

        Raises:
            NameRefused, StudentNotFound.
        """
        store = self._file.with_student(student.id)
        store.student(student.id)
        if not tidy_name(student.name):
            raise NameRefused("student", "empty")
        now = replace(student, name=tidy_name(student.name), group=tidy_name(student.group))
        others = self.students() if with_group and now.group else ()
        moved = [
            replace(each, next_session=now.next_session)
            for each in others
            if each.group == now.group and each.id != now.id
        ]
        store.put_students((now, *moved))
        return _CHANGED

    # --- one packet ---------------------------------------------------------------------------

    def packet(self, packet_id: str) -> DeskPacket:
        """A packet with what was said about it.

        Raises:
            PacketNotFound.
        """
        return self._file.read(self._file.with_packet(packet_id).packet(packet_id))

    def mark_seen(self, packet_id: str) -> Changes:
        """Remember that a packet was opened on screen."""
        store = self._file.with_packet(packet_id)
        if store.packet(packet_id).seen:
            return Changes()
        store.mark_seen(packet_id)
        return _CHANGED

    def save_draft(self, packet_id: str, draft: AnswerFile) -> Changes:
        """Keep what is being said about a packet.

        Raises:
            PacketNotFound.
        """
        store = self._file.with_packet(packet_id)
        blank = not (draft.remarks or draft.general or any(text for _, text in draft.answers))
        store.put_draft(packet_id, "" if blank else answer_file_json(draft))
        return _CHANGED

    def remove_packet(self, packet_id: str) -> Changes:
        """Take a packet from the desk with all that was said about it.

        Raises:
            PacketNotFound.
        """
        self._file.with_packet(packet_id).remove_packet(packet_id)
        self._file.forget(packet_id)
        return _CHANGED

    def notes(self, student_id: str) -> str:
        """Own notes about a student: they never leave this desk.

        Raises:
            StudentNotFound.
        """
        return self._file.with_student(student_id).notes(student_id)

    def save_notes(self, student_id: str, text: str) -> Changes:
        """Keep own notes about a student.

        Raises:
            StudentNotFound.
        """
        self._file.with_student(student_id).put_notes(student_id, text)
        return Changes()

    def chapter_of(self, title: str) -> int | None:
        """The chapter of the exercise with this title, None when there is no such exercise."""
        wanted = title.strip().casefold()
        found = (e for e in self._library().exercises.values() if e.title.casefold() == wanted)
        return next((e.chapter for e in found), None)

    def starters(self) -> dict[int, tuple[str, ...]]:
        """Sentences to begin a remark with, by chapter, 0 for every chapter.

        The supervisor's own stand in the place of the shipped ones of that chapter.
        """
        store = self._file.store
        return self._shipped() | (store.starters() if store else {})

    def save_starters(self, chapter: int, lines: Iterable[str]) -> Changes:
        """Keep own sentence starters of a chapter; none brings the shipped ones back."""
        tidy = tuple(dict.fromkeys(t for line in lines if (t := " ".join(line.split()))))
        self._file.made().put_starters(chapter, tidy)
        return Changes()

    # --- giving back --------------------------------------------------------------------------

    def is_locked(self, packet_id: str) -> bool:
        """Whether a passphrase is needed before a reaction to this packet can be given back.

        Raises:
            PacketNotFound.
        """
        return not self._file.has_key(packet_id) and self.packet(packet_id).sealed

    def unlock(self, packet_id: str, passphrase: str) -> None:
        """Keep the key of a packet in memory, for this opening.

        Raises:
            PacketNotFound, PassphraseWrong.
        """
        self._file.unlock(packet_id, passphrase)

    def give_back(
        self, packet_ids: Iterable[str], folder: Path, reader: str | None = None
    ) -> tuple[tuple[GivenFile, ...], Changes]:
        """Write a file with the reaction to each of these packets; all of them or none.

        Packets about which nothing is said are passed over. What was given back stays as it is;
        what is said after that goes into a next file.

        Args:
            reader: how the supervisor signs; None as the draft says.

        Raises:
            PassphraseNeeded: see `is_locked` and `unlock`; nothing was written.
            PacketNotFound.
            FileNotWritten: the folder cannot be written; nothing was given back.
        """
        return give_back(self._file, self._now(), packet_ids, folder, reader)

    def bundle(self, packet_ids: Iterable[str]) -> str:
        """Packets below each other as an HTML page to print.

        Raises:
            PacketNotFound.
        """
        from logbook.formats.desk_bundle import bundle_page
        from logbook.texts.desk import PICKED_UP

        bundled = []
        for packet_id in dict.fromkeys(packet_ids):
            found = self.packet(packet_id)
            view = self.view(found.student)
            asked = earlier_questions(found.packet, view.packets)
            words = tuple((each.remark.text, PICKED_UP[each.what]) for each in asked)
            bundled.append((view.student, found, words))
        return bundle_page(bundled)

    # --- throwing away ------------------------------------------------------------------------

    def forget(self, student_id: str) -> Changes:
        """Throw away all of a student, for good: see `DeskStore.forget`.

        Raises:
            StudentNotFound.
            LogbookError: the file is busy or cannot be written.
        """
        store = self._file.with_student(student_id)
        for kept in store.packets(student_id):
            self._file.forget(kept.id)
        store.forget(student_id)
        return _CHANGED
