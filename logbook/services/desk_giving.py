# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Giving reactions back from the desk: all that were asked for, or none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from logbook.core.desk import DeskPacket, tidy_name
from logbook.core.moment import whole_milliseconds
from logbook.core.packet import AnswerFile
from logbook.core.share_errors import PassphraseNeeded
from logbook.formats.packet_json import answer_file_json
from logbook.services.changes import Changes
from logbook.services.desk_file import DeskFile
from logbook.services.desk_files import GivenFile, write_together
from logbook.services.public_id import new_public_id


def give_back(
    file: DeskFile,
    now: datetime,
    packet_ids: Iterable[str],
    folder: Path,
    reader: str | None,
) -> tuple[tuple[GivenFile, ...], Changes]:
    """Write a file with the reaction to each of these packets: see `Desk.give_back`."""
    today = now.astimezone().date()
    ready = []
    for packet_id in dict.fromkeys(packet_ids):
        found = file.read(file.with_packet(packet_id).packet(packet_id))
        answer = _finished(_next_file(found), today, reader)
        if answer.is_empty:
            continue
        if found.sealed and not file.has_key(packet_id):
            raise PassphraseNeeded
        text = answer_file_json(answer)
        out = file.seal(packet_id, text) if found.sealed else text
        ready.append((found, text, out.encode()))
    if not ready:
        return (), Changes()
    store = file.made()
    with write_together(folder, today, [data for *_, data in ready]) as names:
        store.put_given(
            tuple(
                (each.packet.id, n, text) for (each, text, _), n in zip(ready, names, strict=True)
            ),
            whole_milliseconds(now),
        )
    files = tuple(
        GivenFile(each.packet.id, _name(file, each), name)
        for (each, *_), name in zip(ready, names, strict=True)
    )
    return files, Changes(desk=True)


def _name(file: DeskFile, found: DeskPacket) -> str:
    return file.with_student(found.student).student(found.student).name


def _next_file(found: DeskPacket) -> AnswerFile:
    """The draft as a file of its own; a screen may have kept writing on one that was given back.

    A logbook takes nothing more from a file that it knows.
    """
    given = {each.answer.id for each in found.given}
    return replace(found.draft, id=new_public_id()) if found.draft.id in given else found.draft


def _finished(draft: AnswerFile, today: date, reader: str | None) -> AnswerFile:
    """The reaction as it is given back: nothing empty in it, made today."""
    return replace(
        draft,
        made_on=today,
        reader=draft.reader if reader is None else tidy_name(reader),
        remarks=tuple(replace(r, text=r.text.strip()) for r in draft.remarks if r.text.strip()),
        general=draft.general.strip(),
        answers=tuple((q, text.strip()) for q, text in draft.answers if text.strip()),
    )
