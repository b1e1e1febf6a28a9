# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Reads what `json_format.py` wrote, one entry at a time, and refuses everything else.

One entry is checked in `json_fields.py`, one picture in `json_pictures.py`. A file in another
layout (indented by an editor) is read whole.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from logbook.core.entry_record import EntryRecord
from logbook.core.errors import FileNotText, FileTooLarge, ImportUnreadable
from logbook.core.record import PictureRecord, Remains
from logbook.files.intake import JsonRefused, parse_json
from logbook.formats.json_fields import (
    Refused,
    check_text,
    keyed,
    moment,
    read_entry,
)
from logbook.formats.json_format import FORMAT, VERSION
from logbook.formats.json_kept import KEPT_KEYS, read_kept
from logbook.formats.json_pictures import read_picture

#: One entry may take this many bytes; a file in another layout this many in all.
LINE_LIMIT = 256_000_000
WHOLE_LIMIT = 32_000_000

_OPENING = b'"entries":['
_PICTURES = b'"pictures":['
_HEAD_NEEDED = {"format", "version", "exported_at", "entries"}
_TAIL_KEYS = {"sha256", "pictures", *KEPT_KEYS}
# What only a text with control characters or lone surrogates holds, beside unprintable signs.
_ESCAPE = re.compile(r"\\[ubfr]")
_REASONS = {"syntax": "not-json", "depth": "too-deep", "duplicate": "bad-value"}


def _is_plain(line: str) -> bool:
    """Whether a line of JSON that was read well holds no control character as it is."""
    # Reading refused those below the blank; of ASCII this is the only one above.
    return "\x7f" not in line if line.isascii() else line.isprintable()


class JsonReader:
    """Reads a file of `render_json`.

    Args:
        lines: the file in lines, as `files.lines` gives them.
        name: what errors call the file.
        take_picture: gets every own photo in it, checked, before the last record is done.
    """

    def __init__(
        self,
        lines: Iterable[bytes],
        name: str,
        take_picture: Callable[[PictureRecord], object] = lambda _picture: None,
    ) -> None:
        self._lines = iter(lines)
        self._name = name
        self._line = 0
        self._ids: set[str] = set()
        self._take_picture = take_picture
        #: What stands beside the entries; complete after the last record.
        self.remains = Remains()
        #: Whether the file is no longer as it was exported; known after the last record.
        self.altered = False

    def records(self) -> Iterator[EntryRecord]:
        """The entries in order of the file, each checked.

        Raises:
            ImportUnreadable: with the line and the part that is wrong.
            FileNotText, FileTooLarge, FileUnreadable.
        """
        try:
            first = self._next().removeprefix(b"\xef\xbb\xbf").rstrip()
            if first.endswith(_OPENING):
                yield from self._streamed(first)
            else:
                yield from self._whole(first)
        except Refused as error:
            raise self._unreadable(error.reason, error.fact) from None

    def _streamed(self, first: bytes) -> Iterator[EntryRecord]:
        self._check_head(self._parse(first + b"]}"))
        digest = hashlib.sha256()
        while line := self._next():
            body = line.rstrip()
            if body.startswith(b"]"):
                self._read_tail(body, digest.hexdigest())
                return
            if body:
                body = body.removesuffix(b",")
                digest.update(body + b"\n")
                data = self._parse(body, whole_line=line.endswith(b"\n"))
                yield self._entry(data)
        raise Refused("truncated")

    def _whole(self, first: bytes) -> Iterator[EntryRecord]:
        parts, size = [first], len(first)
        while line := self._next():
            parts.append(line)
            size += len(line)
            if size > WHOLE_LIMIT:
                raise FileTooLarge(self._name, size, WHOLE_LIMIT)
        self._line = 0
        data = self._parse(b"\n".join(part.rstrip(b"\r\n") for part in parts))
        self._check_head(data)
        for entry in data["entries"]:
            yield self._entry(entry)
        self._take_tail({key: data[key] for key in _TAIL_KEYS if key in data})

    def _entry(self, data: object) -> EntryRecord:
        record = read_entry(data)
        if record.id in self._ids:
            raise Refused("duplicate-id", record.id)
        self._ids.add(record.id)
        return record

    def _check_head(self, data: Any) -> None:
        if type(data) is not dict or data.get("format") != FORMAT:
            raise Refused("not-ours")
        version = data.get("version")
        if type(version) is not int or version < 1:
            raise Refused("bad-value", "version")
        if version > VERSION:
            raise Refused("newer", str(version)[:20])
        keyed(data, "logboek", _HEAD_NEEDED, _HEAD_NEEDED | _TAIL_KEYS)
        moment(data, "exported_at")
        if type(data["entries"]) is not list:
            raise Refused("wrong-type", "entries")

    def _read_tail(self, body: bytes, sha256: str) -> None:
        if body.endswith(_PICTURES):
            body = self._read_pictures(body)
        start, parts, size = self._line, [body], len(body)
        while line := self._next():
            parts.append(line.rstrip())
            size += len(line)
            if size > LINE_LIMIT:
                raise FileTooLarge(self._name, size, LINE_LIMIT)
        self._line = start
        try:
            data = self._parse(b'{"entries":[' + b"\n".join(parts))
        except Refused as error:
            raise (Refused("truncated") if error.reason == "not-json" else error) from None
        del data["entries"]
        # Every part was checked by itself; this only tells that somebody or something wrote in
        # the file. One laid out anew has other lines and cannot be held against its hash.
        self.altered = data.get("sha256", sha256) != sha256
        self._take_tail(data)

    def _read_pictures(self, body: bytes) -> bytes:
        """Hand on the pictures, one a line; returns the tail as it would be without them."""
        while line := self._next():
            found = line.rstrip()
            if found.startswith(b"]"):
                return body + found
            if found:
                data = self._parse(found.removesuffix(b","), whole_line=line.endswith(b"\n"))
                self._picture(data)
        raise Refused("truncated")

    def _picture(self, data: object) -> None:
        picture = read_picture(data)
        if picture.ref in self._ids:
            raise Refused("bad-picture", picture.name)
        self._ids.add(picture.ref)
        self._take_picture(picture)

    def _take_tail(self, data: dict[str, Any]) -> None:
        keyed(data, "logboek", set(), _TAIL_KEYS)
        pictures = data.get("pictures", [])
        if type(pictures) is not list:
            raise Refused("wrong-type", "pictures")
        for picture in pictures:
            self._picture(picture)
        self.remains = read_kept(data)

    def _parse(self, raw: bytes, *, whole_line: bool = True) -> Any:
        try:
            line = raw.decode()
            data = parse_json(line, depth=None)
        except UnicodeDecodeError as error:
            raise FileNotText(self._name, f"line {self._line}, byte {error.start}") from None
        except JsonRefused as error:
            reason = _REASONS.get(error.reason, "bad-value")
            if reason == "not-json" and not whole_line:
                reason = "truncated"
            raise Refused(reason, error.fact[:80]) from None
        if _ESCAPE.search(line) or not _is_plain(line):
            check_text(data)
        return data

    def _next(self) -> bytes:
        line = next(self._lines, b"")
        if line:
            self._line += 1
        return line

    def _unreadable(self, reason: str, fact: str) -> ImportUnreadable:
        return ImportUnreadable(self._name, reason, self._line, fact)
