# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Someone who uses the program: finds things by their names on screen and works with them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QAbstractButton

from logbook.core.entry import EntryId
from logbook.core.exercise import Exercise
from logbook.services.reading import Reading
from logbook.ui.demo.hands import button, click, find, show_in_view, type_text, wait_until, words_on
from logbook.ui.demo.stage import Stage
from logbook.ui.demo.words import CARDS, CardWords
from logbook.ui.editor.markdown_editor import MarkdownEditor
from logbook.ui.exercise.cards.tile import CardTile

CARDS_EXERCISE = "drijfveren-in-beeld"
HALFWAY_EXERCISE = "toen-ik-zelf-hulp-vroeg"


class Actor:
    """Works with the window on a stage."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage

    @property
    def reading(self) -> Reading:
        """What is in the logbook, past the screen."""
        return self.stage.window.context.services.reading

    def visit(self, look: str) -> None:
        """A picture of each screen in the look that is chosen now."""
        stage, window = self.stage, self.stage.window
        for name in ("today", "exercises", "logbook", "progress"):
            click(window.rail.button(name))
            wait_until(lambda: len(self.words()) > 40, f"Het scherm {name} bleef leeg.")
            stage.picture(f"{window.rail.button(name).accessibleName().lower()}-{look}")
        click(window.rail.button("exercises"))
        title = self.exercise(HALFWAY_EXERCISE).title
        click(button(window, f"Ga verder: {title}"))
        stage.picture(f"schrijven-{look}")

    @property
    def page(self) -> Any:
        """The screen in view."""
        return self.stage.window.stack.currentWidget()

    def words(self) -> str:
        """Every word on screen."""
        return words_on(self.stage.window)

    def exercise(self, exercise_id: str) -> Exercise:
        """An exercise as it is now."""
        library = self.stage.window.context.services.content.library()
        exercise = library.exercise(exercise_id)
        assert exercise is not None, "the exercises of chapter 1 come with the program"
        return exercise

    def question(self, exercise_id: str, block_id: str, prompt_id: str = "") -> str:
        """A question as the exercise words it now; that is also the name of its field."""
        block = self.exercise(exercise_id).block(block_id)
        assert block is not None, "the demo follows the exercises"
        found = [prompt.text for prompt in block.prompts if prompt.id == prompt_id]
        return found[0] if found else block.title

    def title(self, ref: str) -> str:
        """The title of a card."""
        library = self.stage.window.context.services.content.library()
        card = library.card(ref)
        assert card is not None, "the deck comes with the program"
        return card.title

    def tile(self, ref: str) -> CardTile:
        """A card on screen."""
        return find(self.stage.window, CardTile, lambda tile: tile.face.ref == ref, ref)

    def field(self, name: str) -> MarkdownEditor:
        """A field by the name a screen reader gives it."""
        return find(
            self.stage.window, MarkdownEditor, lambda each: each.accessibleName() == name, name
        )

    def write(self, name: str, text: str) -> None:
        """Click a field and type in it."""
        field = self.field(name)
        click(field.viewport())
        self.stage.check(field.hasFocus(), f"Bij ‘{name}’ komt het toetsenbord niet aan.")
        type_text(text)
        self.stage.check(field.text() == text, f"Bij ‘{name}’ staat iets anders dan is getypt.")

    def write_per_card(
        self, block_id: str, texts_of: Callable[[CardWords], tuple[tuple[str, str], ...]]
    ) -> None:
        """Take each card in hand and answer the questions about it."""
        for card in CARDS:
            click(self.tile(card.ref))
            for prompt, text in texts_of(card):
                question = self.question(CARDS_EXERCISE, block_id, prompt)
                self.write(f"{self.title(card.ref)}: {question}", text)
        tile = self.tile(CARDS[0].ref)
        click(tile)
        show_in_view(tile)

    def go_on(self) -> None:
        """To the next step."""
        click(find(self.stage.window, QAbstractButton, lambda b: b.text() == "Verder", "Verder"))

    def writing(self) -> EntryId:
        """The entry that is open in the writer."""
        writer: Any = self.stage.window.stack.page("writer")
        draft = writer.draft
        self.stage.check(draft is not None, "Er is niets open om in te schrijven.")
        return draft.entry_id
