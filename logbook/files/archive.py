# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Zip files of one strict shape: every byte has a place, every name is safe on every system.

Written with `zipfile`; read by hand, because that module forgives much (bytes before and after,
parts that overlap, names that differ in two places) and fails in many ways. Knows no manifest and
no content.

Source: PKWARE, APPNOTE.TXT - .ZIP File Format Specification 6.3.10, sections 4.3 and 4.4.
"""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from logbook.files.member_names import NameRefused, check_name, check_together

_END = struct.Struct("<4s4H2LH")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_END_SIGN, _CENTRAL_SIGN, _LOCAL_SIGN = b"PK\x05\x06", b"PK\x01\x02", b"PK\x03\x04"
_ENCRYPTED = 0x0001 | 0x0040 | 0x2000
_KNOWN_FLAGS = 0x0002 | 0x0004 | 0x0800 | _ENCRYPTED
_UTF8 = 0x0800
_STORED, _DEFLATED = 0, 8
_UNIX = 3
_DOS_FOLDER = 0x10
_CHUNK = 1 << 16
_EPOCH = (1980, 1, 1, 0, 0, 0)


class ArchiveRefused(ValueError):
    """An archive that is not read.

    Args:
        reason: "not-zip", "shape", "kind", "encrypted", "members", "unpacked", "link", "damaged",
            or one of `member_names.NameRefused`.
        fact: the member or number it is about; "" when there is none.
    """

    def __init__(self, reason: str, fact: str = "") -> None:
        super().__init__(reason, fact)
        self.reason = reason
        self.fact = fact


class Limits(NamedTuple):
    """How many members, how many bytes when unpacked."""

    members: int
    unpacked: int


class Member(NamedTuple):
    """One file in an archive; `size` is what its header says and reading makes sure of."""

    name: str
    size: int
    packed: int
    method: int
    crc: int
    flags: int
    offset: int
    raw_name: bytes


@dataclass(slots=True)
class Archive:
    """An archive whose shape was checked; what is read is counted, whatever the headers say."""

    content: bytes
    members: dict[str, Member]
    limits: Limits
    _unpacked: int = field(default=0)

    def chunks(self, name: str) -> Iterator[bytes]:
        """The content of a member in pieces.

        Raises:
            ArchiveRefused: it is damaged, is larger than its header says, or all that was read
                goes over the limit.
        """
        member = self.members[name]
        start = member.offset + _LOCAL.size + len(member.raw_name) + self._extra(member)
        packed = memoryview(self.content)[start : start + member.packed]
        crc = size = 0
        for chunk in _inflated(packed, name) if member.method else _pieces(packed):
            size += len(chunk)
            self._unpacked += len(chunk)
            if size > member.size:
                raise ArchiveRefused("damaged", name)
            if self._unpacked > self.limits.unpacked:
                raise ArchiveRefused("unpacked")
            crc = zlib.crc32(chunk, crc)
            yield chunk
        if size != member.size or crc != member.crc:
            raise ArchiveRefused("damaged", name)

    def _extra(self, member: Member) -> int:
        return int(_LOCAL.unpack_from(self.content, member.offset)[-1])


def open_archive(content: bytes, limits: Limits) -> Archive:
    """Check the shape of an archive and the names in it; nothing is unpacked.

    Raises:
        ArchiveRefused: with the first reason found.
    """
    if not content.startswith((_LOCAL_SIGN, _END_SIGN)):
        raise ArchiveRefused("shape" if _END_SIGN in content[-(1 << 16) :] else "not-zip")
    start, count = _end(content)
    if count > limits.members:
        raise ArchiveRefused("members", str(count))
    found = list(_central(content, start, count))
    _check_places(content, found, start)
    members: dict[str, Member] = {}
    for member in found:
        if member.name.endswith("/"):
            _check_folder(member)
            continue
        if member.name in members:
            raise ArchiveRefused("double", member.name)
        members[member.name] = member
    try:
        for member in found:
            check_name(member.name.removesuffix("/"))
        check_together(members)
    except NameRefused as refused:
        raise ArchiveRefused(refused.reason, refused.fact) from None
    if sum(member.size for member in members.values()) > limits.unpacked:
        raise ArchiveRefused("unpacked")
    return Archive(content, members, limits)


def make_archive(files: Iterable[tuple[str, bytes]]) -> bytes:
    """An archive of these files in this order; the same files give the same bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in files:
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system = _UNIX
            info.external_attr = (stat.S_IFREG | 0o644) << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content, compresslevel=9)
    return target.getvalue()


def _end(content: bytes) -> tuple[int, int]:
    """Where the list of members begins, and how many it holds."""
    at = len(content) - _END.size
    if at < 0 or content[at : at + 4] != _END_SIGN:
        raise ArchiveRefused("shape" if _END_SIGN in content[-(1 << 17) :] else "damaged")
    _, disk, first_disk, here, count, size, start, comment = _END.unpack_from(content, at)
    if disk or first_disk or here != count or count == 0xFFFF:
        raise ArchiveRefused("kind")
    if comment or start + size != at:
        raise ArchiveRefused("shape")
    return start, count


def _central(content: bytes, start: int, count: int) -> Iterator[Member]:
    at, end = start, len(content) - _END.size
    for _ in range(count):
        if at + _CENTRAL.size > end or content[at : at + 4] != _CENTRAL_SIGN:
            raise ArchiveRefused("damaged")
        fields = _CENTRAL.unpack_from(content, at)
        made_by, flags, method = fields[1], fields[3], fields[4]
        crc, packed, size, name_size, extra, comment, disk = fields[7:14]
        attributes, offset = fields[15:]
        at += _CENTRAL.size
        raw = content[at : at + name_size]
        at += name_size + extra + comment
        if at > end:
            raise ArchiveRefused("damaged")
        name = _decoded(raw, flags)
        if flags & _ENCRYPTED:
            raise ArchiveRefused("encrypted", name)
        if flags & ~_KNOWN_FLAGS or method not in (_STORED, _DEFLATED) or disk:
            raise ArchiveRefused("kind", name)
        if method == _STORED and packed != size:
            raise ArchiveRefused("damaged", name)
        _check_kind(name, made_by >> 8, attributes)
        yield Member(name, size, packed, method, crc, flags, offset, raw)
    if at != end:
        raise ArchiveRefused("shape")


def _decoded(raw: bytes, flags: int) -> str:
    try:
        return raw.decode("utf-8" if flags & _UTF8 else "ascii")
    except UnicodeDecodeError:
        raise ArchiveRefused("name", raw.decode("ascii", "replace")) from None


def _check_kind(name: str, system: int, attributes: int) -> None:
    """Only files and folders: no links, pipes or devices."""
    mode = stat.S_IFMT(attributes >> 16) if system == _UNIX or attributes >> 16 else 0
    expected = stat.S_IFDIR if name.endswith("/") else stat.S_IFREG
    if mode not in (0, expected):
        raise ArchiveRefused("link", name)
    if attributes & _DOS_FOLDER and not name.endswith("/"):
        raise ArchiveRefused("link", name)


def _check_folder(member: Member) -> None:
    if member.size or member.packed > 2:  # an empty deflated stream takes two bytes
        raise ArchiveRefused("damaged", member.name)


def _check_places(content: bytes, members: list[Member], end: int) -> None:
    """Members follow each other from the first byte to the list, without gap or overlap."""
    at = 0
    for member in sorted(members, key=lambda member: member.offset):
        if member.offset != at:
            raise ArchiveRefused("shape", member.name)
        if at + _LOCAL.size > end or content[at : at + 4] != _LOCAL_SIGN:
            raise ArchiveRefused("damaged", member.name)
        _, _, flags, method, _, _, crc, packed, size, name_size, extra = _LOCAL.unpack_from(
            content, at
        )
        at += _LOCAL.size
        raw = content[at : at + name_size]
        here = (flags, method, crc, packed, size, raw)
        listed = (member.flags, member.method, member.crc, member.packed, member.size)
        if here != (*listed, member.raw_name):
            raise ArchiveRefused("shape", member.name)
        at += name_size + extra + packed
        if at > end:
            raise ArchiveRefused("damaged", member.name)
    if at != end:
        raise ArchiveRefused("shape")


def _pieces(packed: memoryview) -> Iterator[bytes]:
    for at in range(0, len(packed), _CHUNK):
        yield bytes(packed[at : at + _CHUNK])


def _inflated(packed: memoryview, name: str) -> Iterator[bytes]:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for piece in _pieces(packed):
            if inflater.eof:
                raise ArchiveRefused("damaged", name)
            rest = piece
            while rest:
                if chunk := inflater.decompress(rest, _CHUNK):
                    yield chunk
                rest = inflater.unconsumed_tail
            if inflater.unused_data:
                raise ArchiveRefused("damaged", name)
        while not inflater.eof:
            chunk = inflater.decompress(b"", _CHUNK)
            if not chunk:
                raise ArchiveRefused("damaged", name)
            yield chunk
    except zlib.error:
        raise ArchiveRefused("damaged", name) from None
