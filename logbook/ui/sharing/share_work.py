# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What the user is going to share, kept in memory while the steps are walked.

Nothing of it is stored before it is sent; leaving the page loses nothing as long as the program
runs.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from logbook.bootstrap import Services
from logbook.core.entry import AnswerKey, EntryId
from logbook.core.errors import EntryNotFound
from logbook.core.packet import Packet, PublicId
from logbook.core.sharing import ShareChoice, ShareDraft
from logbook.ui.sharing.offered import OfferedEntry, offered_entry


class ShareWork(QObject):
    """One draft with everything it could hold.

    Signals:
        changed(): other answers are chosen, or something was replaced.
    """

    changed = Signal()

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._draft = ShareDraft()
        self.entries: tuple[OfferedEntry, ...] = ()
        self._ticked: dict[EntryId, frozenset[AnswerKey]] = {}
        #: What the user looked at last: nothing else is sent.
        self.looked: Packet | None = None
        #: The user did more than begin: worth to be offered again.
        self.touched = False

    # -- beginning ---------------------------------------------------------------------------------

    def begin(self, entry_ids: Iterable[EntryId]) -> None:
        """Begin with these; of several, those of sensitive exercises wait until they are ticked.

        Raises:
            EntryNotFound.
        """
        wanted = tuple(dict.fromkeys(entry_ids))
        sharing = self._services.sharing
        draft = sharing.begin(wanted) if len(wanted) == 1 else sharing.begin_many(wanted)
        self._start(draft, wanted)

    def begin_round(self, packet_id: str) -> None:
        """Go on with a packet that was sent.

        Raises:
            PacketNotFound, EntryNotFound.
        """
        draft = self._services.sharing.next_round(PublicId(packet_id))
        self._start(draft, [choice.entry_id for choice in draft.choices])

    def _start(self, draft: ShareDraft, entry_ids: Iterable[EntryId]) -> None:
        offered = (offered_entry(self._services, each) for each in entry_ids)
        self.entries = tuple(each for each in offered if each is not None)
        chosen = {choice.entry_id: choice.keys for choice in draft.choices}
        self._ticked = {}
        for each in self.entries:
            keys = chosen.get(each.id, frozenset())
            there = frozenset(part.key for part in each.parts)
            self._ticked[each.id] = each.usual if keys is None else keys & there
        self._draft, self.touched = draft, False
        self.changed.emit()

    def add(self, entry_ids: Iterable[EntryId]) -> None:
        """Put more entries behind the others; sensitive ones wait until they are ticked.

        Raises:
            EntryNotFound.
        """
        known = {each.id for each in self.entries}
        fresh = [each for each in dict.fromkeys(entry_ids) if each not in known]
        found = [each for e in fresh if (each := offered_entry(self._services, e)) is not None]
        self.entries += tuple(found)
        for each in found:
            self._ticked[each.id] = frozenset() if each.sensitive else each.usual
        self._touch()

    def refresh(self) -> None:
        """Read the entries anew: something was written, or one is gone."""
        kept = []
        for each in self.entries:
            try:
                fresh = offered_entry(self._services, each.id)
            except EntryNotFound:
                fresh = None
            if fresh is None:
                continue
            ticked = self._ticked[each.id]
            whole = ticked == each.usual and bool(ticked)
            there = frozenset(part.key for part in fresh.parts)
            self._ticked[each.id] = fresh.usual if whole else ticked & there
            kept.append(fresh)
        self.entries = tuple(kept)
        self.changed.emit()

    # -- what is chosen ----------------------------------------------------------------------------

    def ticked(self, entry_id: EntryId) -> frozenset[AnswerKey]:
        """The answers of an entry that go along."""
        return self._ticked.get(entry_id, frozenset())

    def tick(self, entry_id: EntryId, keys: Iterable[AnswerKey]) -> None:
        """Let these answers of an entry go along, and no others."""
        wanted = frozenset(keys)
        if wanted != self.ticked(entry_id):
            self._ticked[entry_id] = wanted
            self._touch()

    def move(self, entry_id: EntryId, step: int) -> bool:
        """Put an entry a place earlier or later; False when there is no such place."""
        ids = [each.id for each in self.entries]
        place = ids.index(entry_id)
        if not 0 <= place + step < len(ids):
            return False
        moved = list(self.entries)
        moved.insert(place + step, moved.pop(place))
        self.entries = tuple(moved)
        self._touch()
        return True

    @property
    def chosen(self) -> tuple[OfferedEntry, ...]:
        """The entries of which something goes along, in order."""
        return tuple(each for each in self.entries if self._ticked[each.id])

    @property
    def answers(self) -> int:
        """How many answers go along."""
        return sum(len(keys) for keys in self._ticked.values())

    # -- the draft ---------------------------------------------------------------------------------

    @property
    def draft(self) -> ShareDraft:
        """The draft as it would be sent: without replacements in what does not go along.

        Raises:
            EntryNotFound.
        """
        draft = replace(self._draft, choices=self._choices())
        if not draft.pseudonyms:
            return draft
        there = {
            (entry.id, answer.key)
            for entry in self._services.sharing.names.gather(draft)
            for answer in entry.answers
        }
        used = tuple(p for p in draft.pseudonyms if (p.entry_id, p.key) in there)
        return replace(draft, pseudonyms=used)

    def take(self, draft: ShareDraft) -> None:
        """Go on with a draft that was made from `draft`; what waits in it keeps waiting."""
        shown = frozenset(self.draft.pseudonyms)
        waiting = tuple(p for p in self._draft.pseudonyms if p not in shown)
        self._draft = replace(draft, pseudonyms=(*waiting, *draft.pseudonyms))
        self._touch()

    def drop_gone(self) -> None:
        """Forget the replacements that do not count any more; the check sees their places again.

        Raises:
            EntryNotFound.
        """
        gone = self._services.sharing.names.gone(self.draft)
        if gone:
            kept = tuple(p for p in self._draft.pseudonyms if p not in gone)
            self._draft = replace(self._draft, pseudonyms=kept)

    def put_back(self, kept: ShareDraft) -> None:
        """Undo to what `told` gave before an act."""
        self._draft = kept
        self._touch()

    def tell(self, **parts: object) -> None:
        """Set questions, letter, names or dates of the draft; they change no answer."""
        self._draft = replace(self._draft, **parts)  # type: ignore[arg-type]
        self.touched = True

    @property
    def told(self) -> ShareDraft:
        """The draft as it is kept, also to put back; its choices may be older."""
        return self._draft

    def _choices(self) -> tuple[ShareChoice, ...]:
        return tuple(
            ShareChoice(each.id, None if keys == each.usual else keys)
            for each in self.chosen
            for keys in (self.ticked(each.id),)
        )

    def _touch(self) -> None:
        self.touched = True
        self.changed.emit()
