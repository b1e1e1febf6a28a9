# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Expected failures. They carry facts, no sentences: `logbook.texts` turns each into Dutch."""

from __future__ import annotations

from collections.abc import Sequence


class LogbookError(Exception):
    """Something that can go wrong without being a bug. Its arguments are facts."""


class PathError(LogbookError):
    """A failure that concerns one file or folder.

    Args:
        path: the file or folder.
        detail: what the system said, for the log and for a second line; may be "".
    """

    def __init__(self, path: str, detail: str = "") -> None:
        super().__init__(path, detail)
        self.path = path
        self.detail = detail


class LogbookMissing(PathError):
    """There is no logbook at this place."""


class NotALogbook(PathError):
    """The file is not a logbook of ours: other kind, foreign tables, or a stray journal."""


class DamagedLogbook(PathError):
    """The file is a logbook but fails SQLite's checks."""


class EmptyLogbook(PathError):
    """The file exists and holds nothing at all."""


class ReadOnlyLogbook(PathError):
    """The file, or the folder it stands in, cannot be written."""


class BusyLogbook(PathError):
    """Another process kept the file locked longer than the busy timeout."""


class LogbookGone(PathError):
    """The file was there and is not any more, or is another file now."""


class DiskFull(PathError):
    """The disk has no room left."""


class StorageFailed(PathError):
    """The disk or the engine refused for another reason."""


class FolderUnusable(PathError):
    """A folder that the program needs cannot be made or used."""


class FileUnreadable(PathError):
    """A file from outside cannot be read."""


class FileNotText(PathError):
    """A file from outside is not UTF-8 text."""


class FileNotWritten(PathError):
    """An export could not be written."""


class LinkOutside(PathError):
    """A symbolic link leads out of the folder it should stay in."""


class SettingsDamaged(PathError):
    """The settings file cannot be understood; the defaults are used."""


class OutputRefused(LogbookError):
    """What was asked for cannot be written to standard output; its argument is the reason."""


class NewerLogbook(LogbookError):
    """The file was made by a newer program."""

    def __init__(self, path: str, version: int, known: int) -> None:
        super().__init__(path, version, known)
        self.path = path
        self.version = version
        self.known = known


class FileTooLarge(LogbookError):
    """A file from outside is over the limit; sizes in bytes."""

    def __init__(self, path: str, size: int, limit: int) -> None:
        super().__init__(path, size, limit)
        self.path = path
        self.size = size
        self.limit = limit


class AnswerTooLong(LogbookError):
    """An answer is over the limit; lengths in characters."""

    def __init__(self, length: int, limit: int) -> None:
        super().__init__(length, limit)
        self.length = length
        self.limit = limit


class EntryNotFound(LogbookError):
    """No entry has this id, or this ending of an id."""

    def __init__(self, entry_id: str) -> None:
        super().__init__(entry_id)
        self.entry_id = entry_id


class AmbiguousId(LogbookError):
    """Several ids end in these characters."""

    def __init__(self, entry_id: str, count: int) -> None:
        super().__init__(entry_id, count)
        self.entry_id = entry_id
        self.count = count


class ExerciseNotFound(LogbookError):
    """No exercise has this id; `nearest` is the one that looks most like it, or ""."""

    def __init__(self, exercise_id: str, nearest: str = "") -> None:
        super().__init__(exercise_id, nearest)
        self.exercise_id = exercise_id
        self.nearest = nearest


class RoundsNotCompared(LogbookError):
    """An exercise has no such rounds to lay beside each other, or too many were asked for.

    `filled` counts its rounds that hold something, `most` those that fit beside each other.
    """

    def __init__(self, exercise_id: str, filled: int, most: int) -> None:
        super().__init__(exercise_id, filled, most)
        self.exercise_id = exercise_id
        self.filled = filled
        self.most = most


class EmptyNote(LogbookError):
    """There is nothing in the note that was offered."""


class LabelNotFound(LogbookError):
    """No label has this id or name."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.label = label


class GoalNotFound(LogbookError):
    """No learning goal has this id."""

    def __init__(self, goal_id: str) -> None:
        super().__init__(goal_id)
        self.goal_id = goal_id


class SearchNotFound(LogbookError):
    """No saved search has this id."""

    def __init__(self, search_id: str) -> None:
        super().__init__(search_id)
        self.search_id = search_id


class NameRefused(LogbookError):
    """A name or text that a label, learning goal or saved search cannot have.

    Args:
        what: "label", "goal" or "search".
        reason: "empty", "too-long" or "taken".
        fact: the name that is taken, or the number of characters that fit.
    """

    def __init__(self, what: str, reason: str, fact: str = "") -> None:
        super().__init__(what, reason, fact)
        self.what = what
        self.reason = reason
        self.fact = fact


#: The move of `MoveNotAllowed` when another round of the exercise is open.
OTHER_ROUND = "other-round"
#: The move of `MoveNotAllowed` when something would change in an entry that is closed.
WRITE = "write"


class MoveNotAllowed(LogbookError):
    """An act that the state of the entry or exercise does not allow.

    Args:
        state: the state of the entry.
        move: the state that was asked for, `OTHER_ROUND` or `WRITE`.
    """

    def __init__(self, state: str, move: str) -> None:
        super().__init__(state, move)
        self.state = state
        self.move = move


class AnswerFileRefused(LogbookError):
    """A filled-in form has mistakes; each is (line, code, fact)."""

    def __init__(self, path: str, mistakes: Sequence[tuple[int, str, str]]) -> None:
        super().__init__(path, tuple(mistakes))
        self.path = path
        self.mistakes = tuple(mistakes)


class ImportUnreadable(LogbookError):
    """A file to import is not our JSON; `line` counts from 1 (0 = the whole file)."""

    def __init__(self, path: str, reason: str, line: int = 0, fact: str = "") -> None:
        super().__init__(path, reason, line, fact)
        self.path = path
        self.reason = reason
        self.line = line
        self.fact = fact


class ImportConflict(LogbookError):
    """Entries in the file differ from the ones with the same id in the logbook."""

    def __init__(self, path: str, entry_ids: Sequence[str]) -> None:
        super().__init__(path, tuple(entry_ids))
        self.path = path
        self.entry_ids = tuple(entry_ids)


class PackageRefused(LogbookError):
    """A file is no package of exercises that may be read; nothing was installed.

    Args:
        reason: a reason of `files.archive`, `files.member_names` or `formats.package_manifest`,
            or "manifest-missing", "file-missing", "file-extra", "file-differs", "file-kind",
            "nothing".
        fact: the member, key or number it is about, or "".
    """

    def __init__(self, path: str, reason: str, fact: str = "") -> None:
        super().__init__(path, reason, fact)
        self.path = path
        self.reason = reason
        self.fact = fact


class PackageMistakes(LogbookError):
    """The check found mistakes in the files of a package; `problems` are `file:line: sentence`."""

    def __init__(self, path: str, problems: Sequence[str]) -> None:
        super().__init__(path, tuple(problems))
        self.path = path
        self.problems = tuple(problems)


class PackageThere(LogbookError):
    """A package with this id is there already, and the user has not chosen.

    Args:
        package_id: of both.
        installed: title, version and author of the one that is there.
        offered: the same of the one in the file.
    """

    def __init__(self, package_id: str, installed: str, offered: str) -> None:
        super().__init__(package_id, installed, offered)
        self.package_id = package_id
        self.installed = installed
        self.offered = offered


class PackageNotFound(LogbookError):
    """No package has this id; `nearest` is the one that looks most like it, or ""."""

    def __init__(self, package_id: str, nearest: str = "") -> None:
        super().__init__(package_id, nearest)
        self.package_id = package_id
        self.nearest = nearest


class PackageNotKept(PathError):
    """A package could not be put in its place, or taken from it; what stood there still does."""


class PackageStopped(LogbookError):
    """The user stopped the work on a package; nothing was installed."""
