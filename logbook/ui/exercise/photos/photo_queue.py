# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Makes photos ready one by one beside the main thread; one that is refused stops no other.

Knows nothing of decks: a photo that is ready is handed on, in the order in which it was chosen.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QUrl, Signal
from PySide6.QtGui import QImage

from logbook import texts
from logbook.core.errors import FileTooLarge, FileUnreadable, LogbookError
from logbook.files.photos import PIXEL_LIMIT, PhotoKind, PhotoRefused, read_photo
from logbook.texts.photos import photo_refused, photo_too_large
from logbook.ui import background
from logbook.ui.exercise.cards.photo_reader import encoded, kept_photo

#: How many photos may wait at once; a folder of thousands is more than a deck holds.
_WAITING_MOST = 500


@dataclass(frozen=True, slots=True)
class PhotoSource:
    """One photo that is to be added: how a person knows it, and what gives its bytes."""

    name: str
    read: Callable[[], bytes]


class PhotoQueue(QObject):
    """The photos that still have to be made ready.

    Signals:
        ready(bytes): the copy of a photo that can be kept.
        refused(str): a sentence about a photo that cannot be taken.
        progressed(int, int): which photo is at work, from 1, and how many there are in all.
        finished(): nothing waits any more.
    """

    ready = Signal(bytes)
    refused = Signal(str)
    progressed = Signal(int, int)
    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[PhotoSource] = deque()
        self._current: PhotoSource | None = None
        self._done = 0
        self._total = 0

    @property
    def is_busy(self) -> bool:
        """Whether a photo is at work."""
        return self._current is not None

    def add(self, sources: Iterable[PhotoSource]) -> None:
        """Let these come after the ones that wait already."""
        if not self.is_busy:
            self._done = self._total = 0
        for source in sources:
            if len(self._waiting) < _WAITING_MOST:
                self._waiting.append(source)
                self._total += 1
        if not self.is_busy:
            self._next()

    def stop(self) -> None:
        """Drop what waits; the photo at work is dropped when it is ready."""
        self._waiting.clear()
        if self._current is not None:
            self._current = None
            self.finished.emit()

    def _next(self) -> None:
        if not self._waiting:
            self._current = None
            self.finished.emit()
            return
        source = self._current = self._waiting.popleft()
        self._done += 1
        self.progressed.emit(self._done, self._total)

        def on_done(kept: bytes) -> None:
            if self._current is source:
                self.ready.emit(kept)
                self._next()

        def on_error(error: Exception) -> None:
            if self._current is not source:
                return
            if not isinstance(error, LogbookError | PhotoRefused):
                self.stop()
                raise error  # a mistake of ours
            self.refused.emit(reason_of(source.name, error))
            self._next()

        background.run(lambda: kept_photo(source.read()), on_done, on_error, self)


def reason_of(name: str, error: LogbookError | PhotoRefused) -> str:
    """Why a photo was not taken, as a sentence."""
    if isinstance(error, PhotoRefused):
        return photo_refused(name, error.reason, error.fact)
    if isinstance(error, FileTooLarge):
        return photo_too_large(name, error.limit)
    if isinstance(error, FileUnreadable):
        return photo_refused(name, "unreadable")
    return texts.error_sentence(error)


def file_source(path: Path) -> PhotoSource:
    """A photo in a file."""

    def read() -> bytes:
        if path.is_dir():
            raise PhotoRefused("folder")
        return read_photo(path)[0]

    return PhotoSource(path.name or str(path), read)


def image_source(image: QImage, name: str) -> PhotoSource:
    """A photo from the clipboard, that has no file."""

    def read() -> bytes:
        if image.width() * image.height() > PIXEL_LIMIT:
            raise PhotoRefused("pixels")
        return encoded(image, PhotoKind.PNG)

    return PhotoSource(name, read)


def elsewhere_source() -> PhotoSource:
    """A photo that is not on this computer: it only brings its refusal."""

    def read() -> bytes:
        raise PhotoRefused("elsewhere")

    return PhotoSource("", read)


def sources_of(data: QMimeData, name: str) -> list[PhotoSource]:
    """The photos that were dropped or pasted; empty when there are none.

    Args:
        name: what a picture without a file is called.
    """
    local = [url for url in data.urls() if url.isLocalFile()]
    if local:
        return [file_source(Path(url.toLocalFile())) for url in local]
    if data.hasImage():
        image = data.imageData()
        if isinstance(image, QImage) and not image.isNull():
            return [image_source(image, name)]
    if any(_is_remote(url) for url in data.urls()):
        return [elsewhere_source()]
    return []


def _is_remote(url: QUrl) -> bool:
    return url.scheme() in {"http", "https"}
