# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Wishes to go somewhere: values that pages send up and the window carries out.

Classes by hand and not dataclasses: eight of those take as long to make as a screen to draw.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from logbook.core.entry import EntryId


class Wish:
    """One wish; equal to another of its kind with the same values. Nobody changes it."""

    __slots__ = ()
    __match_args__: tuple[str, ...] = ()

    def values(self) -> dict[str, Any]:
        """The values by name."""
        return {name: getattr(self, name) for name in self.__match_args__}

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other.values() == self.values()

    def __hash__(self) -> int:
        return hash((type(self), *self.values().values()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.values()})"


class OpenPage(Wish):
    """Go to a rail page: today, exercises, logbook, progress, revisit, feedback, settings."""

    __slots__ = __match_args__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name


class OpenExercise(Wish):
    """Write in an exercise: its open round, or a new one when asked or none is open."""

    __slots__ = __match_args__ = ("exercise_id", "new_round")

    def __init__(self, exercise_id: str, new_round: bool = False) -> None:
        self.exercise_id = exercise_id
        self.new_round = new_round


class OpenEntry(Wish):
    """Go on writing in this entry (a round or a free note); reading when it is closed."""

    __slots__ = __match_args__ = ("entry_id",)

    def __init__(self, entry_id: EntryId) -> None:
        self.entry_id = entry_id


class ReadEntry(Wish):
    """Show this entry in the Logboek's reading pane."""

    __slots__ = __match_args__ = ("entry_id",)

    def __init__(self, entry_id: EntryId) -> None:
        self.entry_id = entry_id


class NewNote(Wish):
    """Begin a free note in the writer; `form_id` names the template it is laid out in.

    A form that asks for its chapter has `chapter` filled in.
    """

    __slots__ = __match_args__ = ("form_id", "chapter")

    def __init__(self, form_id: str = "", chapter: int | None = None) -> None:
        self.form_id = form_id
        self.chapter = chapter


class ChooseForm(Wish):
    """Begin a free note in a form that the user picks."""

    __slots__ = ()


class OpenChapter(Wish):
    """Show the exercises of a chapter, or its progress page."""

    __slots__ = __match_args__ = ("number", "progress")

    def __init__(self, number: int, progress: bool = False) -> None:
        self.number = number
        self.progress = progress


class OpenReference(Wish):
    """Open a reference page (`models/referentiekader`) beside what is on screen."""

    __slots__ = __match_args__ = ("path",)

    def __init__(self, path: str) -> None:
        self.path = path


class FindEntries(Wish):
    """Show in Logboek what a query finds, as it would be typed there."""

    __slots__ = __match_args__ = ("query",)

    def __init__(self, query: str) -> None:
        self.query = query


class PreviewExercise(Wish):
    """Look at an exercise file in a window of its own; the user chooses which."""

    __slots__ = ()


class BeginExercise(Wish):
    """Begin an exercise file of one's own, in a chapter to start with."""

    __slots__ = __match_args__ = ("chapter",)

    def __init__(self, chapter: int) -> None:
        self.chapter = chapter


class LookBack(Wish):
    """Toen en nu: answer a question of this entry again; `block` names which, "" the first.

    Shown at Terugblik. What is asked again of an exercise with a `.revisit` block is what that
    names; of any other entry, all that was answered in it.
    """

    __slots__ = __match_args__ = ("entry_id", "block")

    def __init__(self, entry_id: EntryId, block: str = "") -> None:
        self.entry_id = entry_id
        self.block = block


class CompareRounds(Wish):
    """Rounds of an exercise side by side: these entries, or the first and the last ones."""

    __slots__ = __match_args__ = ("exercise_id", "entry_ids", "block")

    def __init__(
        self, exercise_id: str, entry_ids: tuple[EntryId, ...] = (), block: str = ""
    ) -> None:
        self.exercise_id = exercise_id
        self.entry_ids = entry_ids
        self.block = block


class AnswerIntention(Wish):
    """Write how an intention went; `block` is its block, or the id of an own intention."""

    __slots__ = __match_args__ = ("entry_id", "block")

    def __init__(self, entry_id: EntryId, block: str) -> None:
        self.entry_id = entry_id
        self.block = block


class OpenWords(Wish):
    """Show Woorden door de tijd."""

    __slots__ = ()


class OpenFeedback(Wish):
    """Show Feedback: all of it, or what came back for one packet."""

    __slots__ = __match_args__ = ("packet_id",)

    def __init__(self, packet_id: str = "") -> None:
        self.packet_id = packet_id


class OpenDesk(Wish):
    """Show the desk of who reads others; Feedback when there is none."""

    __slots__ = ()


class OpenFeedbackFile(Wish):
    """Show what would come in from this file of a reader; nothing is taken in yet."""

    __slots__ = __match_args__ = ("path",)

    def __init__(self, path: Path) -> None:
        self.path = path


class ShareEntries(Wish):
    """Choose what of these entries to share, and with whom."""

    __slots__ = __match_args__ = ("entry_ids",)

    def __init__(self, entry_ids: tuple[EntryId, ...]) -> None:
        self.entry_ids = entry_ids


class ShareRound(Wish):
    """Share again what stands in a packet that was sent: its next round."""

    __slots__ = __match_args__ = ("packet_id",)

    def __init__(self, packet_id: str) -> None:
        self.packet_id = packet_id


class GoBack(Wish):
    """Return to the page one came from."""

    __slots__ = ()
