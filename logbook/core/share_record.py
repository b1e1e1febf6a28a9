# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What was shared and what came back, in the form in which a logbook travels: all of it as text.

As in `record.py`: moments and days are texts, and two are the same when their records are equal.
"""

from __future__ import annotations

from logbook.core.light import NamedTuple


class ReaderRecord(NamedTuple):
    """Somebody packets are made for; `pair` is the random id in them."""

    pair: str
    name: str
    created_at: str


class PlaceTakenRecord(NamedTuple):
    """What stands in the place of a stretch of the lines at home."""

    start: int
    end: int
    words: str


class SentAnswerRecord(NamedTuple):
    """What an answer in a packet stands for: an answer, its version, its lines at home.

    `sha256` is taken over the lines as they were sent.
    """

    public: str
    entry: str
    block: str
    prompt: str
    item: str
    head: str
    home: str
    sha256: str
    places: tuple[PlaceTakenRecord, ...] = ()


class PacketRecord(NamedTuple):
    """A packet that was sent; entries and questions are pairs of a public id and an id or words."""

    id: str
    pair: str
    round: int
    made_at: str
    format: str
    sealed: bool
    sender: str
    letter: str
    with_dates: bool
    previous: str | None
    entries: tuple[tuple[str, str], ...] = ()
    questions: tuple[tuple[str, str], ...] = ()
    answers: tuple[SentAnswerRecord, ...] = ()


class ReceivedRecord(NamedTuple):
    """A file that came in; `answers` are pairs of the public id of a question and words.

    `seen` says whether the student looked at what it holds beside remarks.
    """

    id: str
    packet: str
    received_at: str
    reader: str
    general: str
    origin: str
    answers: tuple[tuple[str, str], ...] = ()
    seen: bool = True


class RemarkRecord(NamedTuple):
    """A remark or reply; `start` is -1 when its passage has no place or there is none."""

    id: str
    packet: str
    received: str | None
    entry: str | None
    answer: str | None
    kind: str
    author: str
    text: str
    quote: str
    prefix: str
    suffix: str
    start: int
    end: int
    day: str | None
    received_at: str
    reply_to: str | None
    status: str


class ShareRecord(NamedTuple):
    """All of sharing in a logbook, each part in order of coming into being."""

    readers: tuple[ReaderRecord, ...] = ()
    packets: tuple[PacketRecord, ...] = ()
    received: tuple[ReceivedRecord, ...] = ()
    remarks: tuple[RemarkRecord, ...] = ()
