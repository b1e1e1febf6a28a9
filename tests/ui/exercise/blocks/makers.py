# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Small builders for tests of blocks: an exercise, its draft on a real logbook, its view."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from logbook.content.library import ContentFolder, load_library
from logbook.core.entry import AnswerKey, Value
from logbook.core.exercise import (
    Block,
    BlockKind,
    CardSettings,
    Exercise,
    Field,
    Option,
    Origin,
    Prompt,
    Sensitivity,
    Settings,
    Together,
)
from logbook.core.library import Library
from logbook.paths import content_folder
from logbook.ui.context import Context
from logbook.ui.exercise.blocks.factory import make_block_view
from logbook.ui.exercise.blocks.view import BlockView
from logbook.ui.exercise.draft import Draft

CARDS = Block(
    "cards",
    BlockKind.CARDS,
    "Kies vier kaarten",
    "Kijk eerst rustig rond.",
    (
        Prompt("", "Kies vier kaarten", field=Field.CARDS),
        Prompt("drive", "Voor welke drijfveer?", field=Field.LINE, per_item=True),
        Prompt("reason", "Waarom deze kaart?", per_item=True),
    ),
    CardSettings(("beelden", "drijfveren"), 4, 4, paper=True),
)
FOUR = ("beelden/brug", "beelden/nest", "beelden/kompas", "beelden/anker")


@lru_cache(maxsize=1)
def shipped_library() -> Library:
    """The exercises and decks that come along."""
    shipped = content_folder()
    folder = ContentFolder(shipped / "exercises", shipped / "resources", own=False)
    return load_library([folder], cache=None)


def make_block(kind: BlockKind, *prompts: Prompt, settings: Settings | None = None) -> Block:
    """A block with the id `block`."""
    extra = {} if settings is None else {"settings": settings}
    return Block("block", kind, "Titel van het blok", "Uitleg bij het blok.", prompts, **extra)


def make_exercise(*blocks: Block) -> Exercise:
    """An exercise that is not in the library."""
    return Exercise(
        "proef", "Proef", 1, 1, "", 10, False, "", Origin.OWN, "", Sensitivity.LOW,
        Together.ALONE, 1, "nl", "", blocks,
    )  # fmt: skip


def make_draft(context: Context, *blocks: Block) -> Draft:
    """The draft of a new round of an exercise with these blocks."""
    exercise = make_exercise(*blocks)
    return Draft(context, context.services.writing.begin_round(exercise), exercise)


def show(qtbot: QtBot, context: Context, draft: Draft, block: Block, width: int = 720) -> BlockView:
    """The view of a block, on screen."""
    view = make_block_view(block, draft, context)
    qtbot.addWidget(view)
    qtbot.shown = view  # lives as long as the test, also when only a part of it is looked at
    view.resize(width, 900)
    view.show()
    qtbot.waitExposed(view)
    return view


def options(*texts: str) -> tuple[Option, ...]:
    """Options with the first letter of their text as id."""
    return tuple(Option(text[0].lower(), text) for text in texts)


def write(edit: QTextEdit, text: str) -> None:
    """Type a text in a field."""
    QTest.keyClicks(edit, text)


def press(widget: QWidget, key: Qt.Key, alt: bool = False) -> None:
    """Press one key."""
    modifier = Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(widget, key, modifier)


def stored(context: Context, draft: Draft, key: AnswerKey) -> Value:
    """What the logbook holds for a key, after saving."""
    assert draft.flush()
    return context.services.reading.entry(draft.entry_id).value(key)
