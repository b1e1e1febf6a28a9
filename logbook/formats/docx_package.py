# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The parts of an Office document from outside, within bounds, each read as a stream of elements.

Nothing is followed, run or built up as a tree. A part that declares a type (with entities) is
refused before anything of it is expanded. Source: ECMA-376, part 2, Open Packaging Conventions.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from xml.parsers import expat

from logbook.core.packet import PICTURES_MOST
from logbook.core.share_errors import FileTampered, FileTooBig

#: The pictures of a packet, and what is around them.
_MEMBERS_MOST = PICTURES_MOST + 100
_UNPACKED_MOST = 50_000_000
#: Several times what the largest packet becomes in Word.
_ELEMENTS_MOST = 750_000
_DEPTH_MOST = 500
_RELATIONS_LIMIT = 1_000_000
#: Encrypted, a patch to another file, or strongly encrypted: none of it is read.
_UNREADABLE_FLAGS = 0x61
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Walk:
    """Reads one part as a stream of elements; its subclasses say what to do with them."""

    def __init__(self) -> None:
        self._depth = 0
        self._elements = 0
        self._file = ""
        self._names: dict[str, tuple[str, str]] = {}

    def read(self, text: bytes, file: str) -> None:
        """Go through a part from begin to end.

        Raises:
            FileTampered: it is no XML, declares entities, or is nested without end.
        """
        self._file = file
        parser = expat.ParserCreate(namespace_separator="\n")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self.characters
        parser.StartDoctypeDeclHandler = self._doctype
        try:
            parser.Parse(text, True)
        except (expat.ExpatError, ValueError, LookupError):
            raise FileTampered(file) from None

    def _doctype(self, *_: object) -> None:
        raise FileTampered(self._file)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._elements += 1
        if self._depth > _DEPTH_MOST or self._elements > _ELEMENTS_MOST:
            raise FileTampered(self._file)
        if attributes:
            attributes = {key.rpartition("\n")[2]: v for key, v in attributes.items()}
        self.start(*self._parted(name), attributes)

    def _end(self, name: str) -> None:
        self._depth -= 1
        self.end(*self._parted(name))

    def _parted(self, name: str) -> tuple[str, str]:
        """The namespace and the name in it; a document has few different ones."""
        known = self._names.get(name)
        if known is None:
            space, _, local = name.rpartition("\n")
            known = self._names[name] = space, local
        return known

    def start(self, space: str, name: str, attributes: dict[str, str]) -> None:
        """An element begins; attributes go by their name without a namespace."""

    def end(self, space: str, name: str) -> None:
        """An element ends."""

    def characters(self, text: str) -> None:
        """Text inside the element that is open."""


class _Relations(Walk):
    """The parts that a part names; those outside the document are not known."""

    def __init__(self, folder: str) -> None:
        super().__init__()
        self._folder = folder
        self.targets: dict[str, str] = {}

    def start(self, space: str, name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "")
            inside = target[1:] if target.startswith("/") else posixpath.join(self._folder, target)
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.targets.setdefault(kind, posixpath.normpath(inside))


class Parts:
    """The members of a document that are read.

    Raises:
        FileTampered: it is no archive or a damaged one; a part is no XML, declares entities, or is
            nested without end.
        FileTooBig: it has too many members, or unpacks to too much.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        try:
            self._archive = archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, UnicodeDecodeError, NotImplementedError):
            # Damaged, a name that is no text, or a version of the format that nobody writes.
            raise FileTampered(name) from None
        self._left = _UNPACKED_MOST
        self._members = {member.filename: member for member in archive.infolist()}
        if len(archive.infolist()) > _MEMBERS_MOST:
            raise FileTooBig(name, _UNPACKED_MOST)

    def __contains__(self, part: str) -> bool:
        return part in self._members

    def targets(self, part: str) -> dict[str, str]:
        """Parts of this document that a part names, by the last word of their kind."""
        folder, base = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{base}.rels")
        if relations not in self:
            return {}
        found = _Relations(folder)
        self.read(relations, found, _RELATIONS_LIMIT)
        return found.targets

    def read(self, part: str, walk: Walk, limit: int | None = None) -> None:
        """Go through a part."""
        member = self._members[part]
        most = self._left if limit is None else limit
        if member.file_size > most:
            raise FileTooBig(self._name, _UNPACKED_MOST)
        text = self._unpacked(member, most + 1)
        if len(text) > most:
            raise FileTooBig(self._name, _UNPACKED_MOST)
        self._left -= len(text)
        walk.read(text, self._name)

    def _unpacked(self, member: zipfile.ZipInfo, most: int) -> bytes:
        if member.compress_type not in _METHODS or member.flag_bits & _UNREADABLE_FLAGS:
            raise FileTampered(self._name)
        try:
            with self._archive.open(member) as stream:
                return stream.read(most)
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OverflowError):
            # The last two: it would stand before the beginning of the file, or beyond any file.
            raise FileTampered(self._name) from None
