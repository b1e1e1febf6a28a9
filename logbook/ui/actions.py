# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The table of actions: caption, shortcut and the method that does it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:

    def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
        """As in Qt; its stubs say object."""

else:
    from PySide6.QtCore import QT_TRANSLATE_NOOP


class ActionSpec(NamedTuple):
    """One action.

    Args:
        handler: the method of `Commands` that carries it out.
        shortcut: in Qt's portable form; more than one are divided by a space.
        in_menu: whether it stands in the menu of the rail; the others are in the rail itself.
        divided: whether a line stands above it there.
    """

    name: str
    caption: str
    shortcut: str
    handler: str
    in_menu: bool = True
    divided: bool = False


ACTIONS = (
    ActionSpec("today", QT_TRANSLATE_NOOP("actions", "Naar Vandaag"), "Ctrl+1", "go_today", False),
    ActionSpec(
        "exercises",
        QT_TRANSLATE_NOOP("actions", "Naar Oefeningen"),
        "Ctrl+2",
        "go_exercises",
        False,
    ),
    ActionSpec(
        "logbook",
        QT_TRANSLATE_NOOP("actions", "Naar Logboek"),
        "Ctrl+3",
        "go_logbook",
        False,
    ),
    ActionSpec(
        "progress",
        QT_TRANSLATE_NOOP("actions", "Naar Voortgang"),
        "Ctrl+4",
        "go_progress",
        False,
    ),
    ActionSpec(
        "revisit",
        QT_TRANSLATE_NOOP("actions", "Naar Terugblik"),
        "Ctrl+5",
        "go_revisit",
        False,
    ),
    ActionSpec(
        "feedback",
        QT_TRANSLATE_NOOP("actions", "Naar Feedback"),
        "Ctrl+6",
        "go_feedback",
        False,
    ),
    ActionSpec(
        "words",
        QT_TRANSLATE_NOOP("actions", "Woorden door de tijd"),
        "Ctrl+Shift+W",
        "go_words",
    ),
    ActionSpec(
        "settings",
        QT_TRANSLATE_NOOP("actions", "Naar Instellingen"),
        "Ctrl+,",
        "go_settings",
        False,
    ),
    ActionSpec(
        "find",
        QT_TRANSLATE_NOOP("actions", "Zoeken in alles …"),
        "Ctrl+K",
        "find_anything",
    ),
    ActionSpec(
        "new_note",
        QT_TRANSLATE_NOOP("actions", "Nieuwe vrije notitie"),
        "Ctrl+N",
        "new_note",
    ),
    ActionSpec(
        "choose_form",
        QT_TRANSLATE_NOOP("actions", "Notitie in een vorm …"),
        "Ctrl+Shift+N",
        "choose_form",
    ),
    ActionSpec("share", QT_TRANSLATE_NOOP("actions", "Delen …"), "Ctrl+Shift+D", "share"),
    ActionSpec("back", QT_TRANSLATE_NOOP("actions", "Terug"), "Alt+Left", "go_back"),
    ActionSpec(
        "focus",
        QT_TRANSLATE_NOOP("actions", "Schrijven zonder afleiding"),
        "F11",
        "toggle_focus_mode",
        divided=True,
    ),
    ActionSpec(
        "larger",
        QT_TRANSLATE_NOOP("actions", "Tekst groter"),
        "Ctrl++ Ctrl+=",
        "make_text_larger",
    ),
    ActionSpec(
        "smaller",
        QT_TRANSLATE_NOOP("actions", "Tekst kleiner"),
        "Ctrl+-",
        "make_text_smaller",
    ),
    ActionSpec(
        "next_part",
        QT_TRANSLATE_NOOP("actions", "Volgende deel van het venster"),
        "F6",
        "go_to_next_part",
    ),
    ActionSpec(
        "guide",
        QT_TRANSLATE_NOOP("actions", "Uitleg bij dit scherm"),
        "F1",
        "toggle_guide",
        divided=True,
    ),
    ActionSpec(
        "quit",
        QT_TRANSLATE_NOOP("actions", "Logboek sluiten"),
        "Ctrl+Q",
        "close_window",
        divided=True,
    ),
)


def caption_of(spec: ActionSpec) -> str:
    """The caption as it stands on screen."""
    return QCoreApplication.translate("actions", spec.caption)


def key_sequences(spec: ActionSpec) -> list[QKeySequence]:
    """The shortcuts of an action, the one to show first."""
    return [QKeySequence(keys) for keys in spec.shortcut.split()]


def shortcut_list() -> tuple[tuple[str, str], ...]:
    """Every action with its keys as a user reads them, for the guide."""
    return tuple((caption_of(spec), keys_text(spec)) for spec in ACTIONS)


def keys_text(spec: ActionSpec) -> str:
    """The keys of an action in words: `Alt+Pijl links`."""
    text = key_sequences(spec)[0].toString(QKeySequence.SequenceFormat.PortableText)
    if text.endswith("+,"):
        text = text[:-1] + QCoreApplication.translate("actions", "Komma")
    return text.replace("Left", QCoreApplication.translate("actions", "Pijl links"))
