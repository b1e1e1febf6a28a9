# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Expected failures of sharing and feedback; `texts/sharing.py` turns each into Dutch."""

from __future__ import annotations

from enum import StrEnum

from logbook.core.errors import LogbookError


class ShareError(LogbookError):
    """Something in sharing or feedback that can go wrong without being a bug."""


class PacketNotFound(ShareError):
    """No packet with this id was sent from here, or it was forgotten."""

    def __init__(self, packet_id: str) -> None:
        super().__init__(packet_id)
        self.packet_id = packet_id


class NothingToShare(ShareError):
    """Nothing was chosen, or nothing of it is left without its private passages."""


class ChangedSinceLook(ShareError):
    """What would leave is not what the user looked at: something was written in the meantime."""


class TooMuchToShare(ShareError):
    """The packet would be larger than a packet may be.

    Args:
        size, limit: in bytes.
    """

    def __init__(self, size: int, limit: int) -> None:
        super().__init__(size, limit)
        self.size = size
        self.limit = limit


class UnfitPart(StrEnum):
    """Which part of a packet is more than a reader takes in."""

    ANSWER = "answer"
    ANSWERS = "answers"
    ENTRY = "entry"
    PICTURES = "pictures"
    OTHER = "other"


class PacketUnfit(ShareError):
    """The packet would be one that nobody can open.

    Args:
        entry, question: of what does not fit, as they are shown; "" for none.
        count: how many there are of it, 0 when that does not matter.
    """

    def __init__(
        self, part: UnfitPart, entry: str = "", question: str = "", count: int = 0
    ) -> None:
        super().__init__(part, entry, question, count)
        self.part = part
        self.entry = entry
        self.question = question
        self.count = count


class FormatMissing(ShareError):
    """A library that a form is written with is not on this computer.

    Args:
        part: its name.
    """

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


class TooManyToShare(ShareError):
    """More entries were chosen than a packet may hold."""

    def __init__(self, count: int, most: int) -> None:
        super().__init__(count, most)
        self.count = count
        self.most = most


class PassphraseNeeded(ShareError):
    """The file is sealed and no passphrase was given."""


class PassphraseWrong(ShareError):
    """The passphrase does not fit, or the sealed text was changed on its way."""


class PassphraseWeak(ShareError):
    """A passphrase to seal with has fewer characters than `least`."""

    def __init__(self, least: int) -> None:
        super().__init__(least)
        self.least = least


class FileNotOurs(ShareError):
    """A file or text is no packet, no answer file and no document of ours.

    Args:
        name: of the file, without its folder; "" for pasted text.
        wanted: "packet" or "answer".
    """

    def __init__(self, name: str, wanted: str) -> None:
        super().__init__(name, wanted)
        self.name = name
        self.wanted = wanted


class FileTooNew(ShareError):
    """A packet or answer file has a version this program does not know."""

    def __init__(self, name: str, version: str) -> None:
        super().__init__(name, version)
        self.name = name
        self.version = version


class FileTampered(ShareError):
    """A packet or answer file is not as a program of ours writes it: cut off, or changed.

    Args:
        name: of the file, without its folder.
        part: which part; never its content.
    """

    def __init__(self, name: str, part: str = "") -> None:
        super().__init__(name, part)
        self.name = name
        self.part = part


class FileTooBig(ShareError):
    """A file holds more than `limit` bytes."""

    def __init__(self, name: str, limit: int) -> None:
        super().__init__(name, limit)
        self.name = name
        self.limit = limit


class AnswerForeign(ShareError):
    """An answer file belongs to a packet that was not sent from this logbook."""


class NothingInAnswer(ShareError):
    """A document or text holds no remark."""


class RemarkNotFound(ShareError):
    """No remark has this id."""

    def __init__(self, remark_id: str) -> None:
        super().__init__(remark_id)
        self.remark_id = remark_id


class StudentNotFound(ShareError):
    """No student of the desk has this name or id."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name
