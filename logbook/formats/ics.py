# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Dates as a calendar file (iCalendar), and back from a file that this program wrote.

Whole days only, so time zones and summer time play no part. What was in the file before decides
about DTSTAMP and SEQUENCE: an event that did not change stays the same to the letter.

Source: RFC 5545, sections 3.1 (lines, folding), 3.3.11 (text), 3.6.1 (VEVENT), 3.8.7.4 (SEQUENCE).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

PRODUCT = "-//Logboek//Logboek//NL"
#: A line may have this many bytes, its line end left out.
LINE_LIMIT = 75

_NAME = "Logboek"
_EVENT = re.compile(r"^BEGIN:VEVENT$(.*?)^END:VEVENT$", re.DOTALL | re.MULTILINE)
_ESCAPED = re.compile(r"\\([\\;,nN])")


@dataclass(frozen=True, slots=True)
class Event:
    """One day in the calendar. `uid` is the same for ever, whatever the day becomes."""

    uid: str
    day: date
    summary: str


@dataclass(frozen=True, slots=True)
class KeptEvent:
    """An event as it stands in a file: `stamp` is when it became so, aware UTC."""

    event: Event
    stamp: datetime
    sequence: int


def uid_of(*parts: str) -> str:
    """An id of a date that says nothing about what it is of."""
    digest = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
    return f"{digest[:32]}@logboek"


def render_calendar(
    events: Iterable[Event], description: str, now: datetime, before: Mapping[str, KeptEvent]
) -> str:
    """A whole calendar, its events by day.

    Args:
        description: the same sentence for every event.
        before: the events of the file that this one replaces, by uid.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_NAME}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "X-PUBLISHED-TTL:PT6H",
    ]
    for event in sorted(events, key=lambda event: (event.day, event.uid)):
        lines += _event_lines(_kept(event, now, before.get(event.uid)), description)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def is_ours(text: str) -> bool:
    """Whether a text is a calendar that this program wrote."""
    unfolded = _unfolded(text)
    return unfolded.startswith("BEGIN:VCALENDAR\n") and f"\nPRODID:{PRODUCT}\n" in unfolded


def read_calendar(text: str) -> dict[str, KeptEvent]:
    """The events of a calendar of ours, by uid; what is not one of ours is passed over."""
    found = {}
    for match in _EVENT.finditer(_unfolded(text)):
        values = dict(line.partition(":")[::2] for line in match[1].split("\n") if ":" in line)
        try:
            event = Event(
                values["UID"],
                datetime.strptime(values["DTSTART;VALUE=DATE"], "%Y%m%d")
                .replace(tzinfo=UTC)
                .date(),
                _ESCAPED.sub(_unescaped, values["SUMMARY"]),
            )
            stamp = datetime.strptime(values["DTSTAMP"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
            found[event.uid] = KeptEvent(event, stamp, int(values["SEQUENCE"]))
        except (KeyError, ValueError):
            continue
    return found


def _kept(event: Event, now: datetime, before: KeptEvent | None) -> KeptEvent:
    if before is None:
        return KeptEvent(event, now, 0)
    if before.event == event:
        return before
    return KeptEvent(event, now, before.sequence + 1)


def _event_lines(kept: KeptEvent, description: str) -> list[str]:
    event = kept.event
    summary, words = _escaped(event.summary), _escaped(description)
    lines = [
        "BEGIN:VEVENT",
        f"UID:{event.uid}",
        f"DTSTAMP:{kept.stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"SEQUENCE:{kept.sequence}",
        f"DTSTART;VALUE=DATE:{_day(event.day)}",
    ]
    if event.day < date.max:
        lines.append(f"DTEND;VALUE=DATE:{_day(event.day + timedelta(days=1))}")
    return [
        *lines,
        f"SUMMARY:{summary}",
        f"DESCRIPTION:{words}",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{summary}",
        "TRIGGER:PT9H",  # nine in the morning of that day
        "END:VALARM",
        "END:VEVENT",
    ]


def _day(day: date) -> str:
    return f"{day.year:04d}{day.month:02d}{day.day:02d}"


def _escaped(text: str) -> str:
    plain = " ".join(text.split())
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _unescaped(match: re.Match[str]) -> str:
    return "\n" if match[1] in "nN" else match[1]


def _folded(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 bytes, each but the first after a blank; signs stay whole."""
    piece, size = "", 0
    for sign in line:
        width = len(sign.encode())
        if size + width > LINE_LIMIT:
            yield piece
            piece, size = " ", 1
        piece += sign
        size += width
    yield piece


def _unfolded(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "")
