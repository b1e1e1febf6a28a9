# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What could come in, file by file: read and looked at, not taken in. Knows no widgets."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from logbook.core.errors import FileTooLarge, LogbookError
from logbook.core.packet import RETURNED_LIMIT
from logbook.core.remarks import Incoming
from logbook.core.share_errors import FileTooBig, PassphraseNeeded, PassphraseWrong

if TYPE_CHECKING:
    from logbook.services.feedback import Feedback


@dataclass(slots=True)
class Source:
    """One file or pasted text, and what came of looking at it.

    Args:
        name: of the file without its folder; "" for pasted text.
        data: the bytes of the file; None for pasted text, or when it could not be read.
        incoming: what would come in; None until that is known.
        error: why it is not known.
        passphrase: what it was opened with; kept as long as the source is looked at.
    """

    name: str
    data: bytes | None = None
    text: str = ""
    incoming: Incoming | None = None
    error: LogbookError | None = None
    passphrase: str = ""

    @property
    def is_sealed(self) -> bool:
        """Whether it waits for a passphrase."""
        return isinstance(self.error, PassphraseNeeded | PassphraseWrong)

    def look(self, feedback: Feedback, passphrase: str = "") -> None:
        """See what would come in; nothing is taken in."""
        if self.data is None and not self.text:
            return
        try:
            if self.data is None:
                self.incoming = feedback.look_text(self.text)
            else:
                self.incoming = feedback.look(self.data, self.name, passphrase)
            self.error, self.passphrase = None, passphrase
        except LogbookError as error:
            self.incoming, self.error = None, error


def source_of(path: Path) -> Source:
    """A file as it is read; nothing larger than an answer may be is read."""
    from logbook.files.intake import read_bytes

    try:
        return Source(path.name, read_bytes(path, limit=RETURNED_LIMIT))
    except FileTooLarge:
        return Source(path.name, error=FileTooBig(path.name, RETURNED_LIMIT))
    except LogbookError as error:
        return Source(path.name, error=error)


def may_have_comments(path: Path) -> bool:
    """Whether this is a Word document with comments, or one that is damaged: here one hears so."""
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(path) as document:
            return "word/comments.xml" in document.namelist()
    except (OSError, BadZipFile, ValueError, NotImplementedError):
        return True
