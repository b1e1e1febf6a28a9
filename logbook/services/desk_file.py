# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The open desk: its file, made when it is first needed, and the keys of packets in memory."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from logbook.core.desk import DeskPacket, Given
from logbook.core.errors import DamagedLogbook
from logbook.core.packet import AnswerFile, Packet
from logbook.core.share_errors import PacketNotFound, PassphraseWrong, StudentNotFound
from logbook.formats import sealed as seals
from logbook.formats.json_fields import Refused
from logbook.formats.packet_json import read_answer_file, read_packet
from logbook.services.public_id import new_public_id
from logbook.storage.desk import DeskStore, KeptPacket, open_desk


class DeskFile:
    """`bureau.db` and the keys of this opening; passphrases and keys are never stored."""

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        self.path = path
        self._now = now
        self._store: DeskStore | None = None
        self._keys: dict[str, seals.Key] = {}
        self._packets: dict[str, Packet] = {}

    def close(self) -> None:
        """Close the file and forget the keys."""
        self._keys.clear()
        self._packets.clear()
        if self._store is not None:
            self._store.close()
            self._store = None

    # --- the file -----------------------------------------------------------------------------

    @property
    def store(self) -> DeskStore | None:
        """What it keeps, None while there is no file."""
        if self._store is None and self.path.exists():
            self._store = open_desk(self.path, create=False)
        return self._store

    def made(self) -> DeskStore:
        """What it keeps; the file is made when there is none."""
        if self._store is None:
            self._store = open_desk(self.path, create=True)
        return self._store

    def with_student(self, student_id: str) -> DeskStore:
        """What it keeps, for who needs this student.

        Raises:
            StudentNotFound: there is no file.
        """
        if self.store is None:
            raise StudentNotFound(student_id)
        return self.store

    def with_packet(self, packet_id: str) -> DeskStore:
        """What it keeps, for who needs this packet.

        Raises:
            PacketNotFound: there is no file.
        """
        if self.store is None:
            raise PacketNotFound(packet_id)
        return self.store

    def read(self, kept: KeptPacket) -> DeskPacket:
        """A packet as it stands on the desk.

        Raises:
            DamagedLogbook: it is not as it was written.
        """
        try:
            packet = self._packets.get(kept.id) or read_packet(json.loads(kept.content))
            draft = read_answer_file(json.loads(kept.draft)) if kept.draft else self._new(packet)
            given = tuple(
                Given(at, file, read_answer_file(json.loads(content)))
                for at, file, content in kept.given
            )
        except (Refused, ValueError) as error:
            raise DamagedLogbook(str(self.path), type(error).__name__) from None
        self._packets[kept.id] = packet  # what was received never changes
        return DeskPacket(
            packet, kept.student, kept.received_at, bool(kept.key_check), kept.seen, draft, given
        )

    def _new(self, packet: Packet) -> AnswerFile:
        """An empty reaction."""
        return AnswerFile(
            new_public_id(),
            packet.id,
            packet.pair,
            packet.round,
            self._now().astimezone().date(),
            packet.reader,
        )

    # --- keys ---------------------------------------------------------------------------------

    def remember(self, packet_id: str, key: seals.Key) -> None:
        """Keep a key in memory until closing."""
        self._keys[packet_id] = key

    def forget(self, packet_id: str) -> None:
        """Keep a packet and its key in memory no longer."""
        self._keys.pop(packet_id, None)
        self._packets.pop(packet_id, None)

    def has_key(self, packet_id: str) -> bool:
        """Whether the key of a packet is in memory."""
        return packet_id in self._keys

    def seal(self, packet_id: str, text: str) -> str:
        """A text sealed as a reaction to a packet whose key is in memory."""
        sealed = seals.seal(text, self._keys[packet_id], seals.Purpose.ANSWER)
        return json.dumps(sealed, ensure_ascii=False)

    def unlock(self, packet_id: str, passphrase: str) -> None:
        """Keep the key of a packet in memory, when the passphrase is the one it came with.

        Raises:
            PacketNotFound, PassphraseWrong.
        """
        check: dict[str, Any] = json.loads(self.with_packet(packet_id).packet(packet_id).key_check)
        key = seals.key_of(check, passphrase)
        try:
            seals.unseal(check, key, seals.Purpose.ANSWER, limit=1)
        except seals.WrongPassphrase:
            raise PassphraseWrong from None
        self.remember(packet_id, key)


def key_check(key: seals.Key | None) -> str:
    """What tells later whether a passphrase gives this key: nothing, sealed; "" for no key."""
    return json.dumps(seals.seal("", key, seals.Purpose.ANSWER)) if key is not None else ""
