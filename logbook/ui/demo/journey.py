# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The main job, done by hand: cards, words, closing halfway, coming back, reading and progress.

Each step acts on what is on screen and looks whether the program did what it promises.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QTableView

from logbook.core.entry import NOTE_BLOCK, AnswerKey, EntryId, EntryState
from logbook.core.exercise import Exercise
from logbook.services.checking import verify
from logbook.ui.demo import words
from logbook.ui.demo.exports import write_exports
from logbook.ui.demo.hands import (
    button,
    click,
    find,
    press,
    settle,
    show_in_view,
    type_text,
    wait_until,
    words_on,
)
from logbook.ui.demo.stage import Stage
from logbook.ui.editor.markdown_editor import MarkdownEditor
from logbook.ui.exercise.cards.tile import CardTile
from logbook.ui.widgets.ring import Ring

CARDS_EXERCISE = "drijfveren-in-beeld"
HALFWAY_EXERCISE = "toen-ik-zelf-hulp-vroeg"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the demo saw and left behind, for who wants to look again.

    Args:
        shown: the words that were on screen at some moments, by the name of the moment.
        card_round, half_round, note: the entries that were written.
        exports: the files written, by format.
    """

    steps: tuple[str, ...]
    shown: dict[str, str]
    card_round: EntryId
    half_round: EntryId
    note: EntryId
    pictures: tuple[Path, ...]
    exports: dict[str, Path]


class Journey:
    """Walks through the program on a stage."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.shown: dict[str, str] = {}
        self.card_round = self.half_round = self.note = EntryId("")

    def walk(self) -> Facts:
        """All of it, in order.

        Raises:
            NotSeen: something was not as it should be; the text says what.
        """
        self.first_start()
        self.write_note()
        self.choose_cards()
        self.write_about_cards()
        self.look_beside()
        self.answer_per_card()
        self.exchange_and_conclude()
        self.close_halfway()
        self.find_every_word()
        self.read_back()
        self.see_progress()
        self.change_the_look()
        exports = self.take_along()
        self.stage.close()
        self.stage.check(
            not list(verify(self.stage.paths.logbook)), "Het logboek is niet helemaal in orde."
        )
        return Facts(
            tuple(self.stage.steps),
            self.shown,
            self.card_round,
            self.half_round,
            self.note,
            tuple(self.stage.pictures),
            exports,
        )

    # --- beginning

    def first_start(self) -> None:
        """The first page and Vandaag."""
        stage = self.stage
        stage.step("Ik open Logboek voor het eerst. Er is nog niets geschreven.")
        stage.open()
        stage.picture("eerste-start")
        stage.step("Ik kies ‘Begin met schrijven’ en kom op Vandaag.")
        click(button(stage.window, "Begin met schrijven"))
        wait_until(lambda: "Vier kaarten" in self._words(), "Vandaag noemt geen oefening.")
        stage.check(self._reading.count() == 0, "Er staat al iets in een nieuw logboek.")

    def write_note(self) -> None:
        """A free note on Vandaag; it is kept by itself."""
        stage = self.stage
        stage.step("Ik schrijf een vrije notitie. Bewaren gaat vanzelf.")
        type_text(words.NOTE)
        wait_until(lambda: "Bewaard" in self._words(), "Er staat niet bij dat de tekst is bewaard.")
        (line,) = self._reading.entries()
        self.note = line.id
        stored = self._reading.entry(line.id).value(AnswerKey(NOTE_BLOCK)).text
        stage.check(stored == words.NOTE, "De notitie staat niet in het logboek.")
        stage.picture("vandaag")

    # --- the cards

    def choose_cards(self) -> None:
        """Four cards, by mouse and by keyboard."""
        stage, window = self.stage, self.stage.window
        stage.step("Oefeningen: ik begin met ‘Vier kaarten voor wat mij drijft’.")
        click(window.rail.button("exercises"))
        stage.picture("oefeningen")
        click(button(window, f"Beginnen: {self._exercise(CARDS_EXERCISE).title}"))
        stage.picture("kaarten")
        stage.step("Ik kies vier kaarten: twee met de muis, twee met het toetsenbord.")
        first, second, third, fourth = (self._tile(card.ref) for card in words.CARDS)
        click(first)
        click(second)
        for tile in (third, fourth):
            press(Qt.Key.Key_Right)
            stage.check(tile.hasFocus(), "De pijltjes lopen niet langs de kaarten.")
            press(Qt.Key.Key_Space)
        stage.check("4 van 4 gekozen" in self._words(), "Er zijn geen vier kaarten gekozen.")
        stage.picture("vier-kaarten-gekozen")

    def write_about_cards(self) -> None:
        """The drive, the words and the reason for each card."""
        stage = self.stage
        stage.step("Bij elke kaart schrijf ik de drijfveer, een paar woorden en waarom.")
        click(button(stage.window, "Verder met deze kaarten"))
        self._write_per_card("four-cards", lambda card: card.about)
        self.card_round = self._writing()
        stage.picture("woorden-bij-een-kaart")

    def look_beside(self) -> None:
        """Card and words next to each other."""
        stage = self.stage
        stage.step("Kaart en woorden liggen naast elkaar. Bij twee valt me nog iets op.")
        self._go_on()
        for card in words.CARDS:
            title = self._title(card.ref)
            if card.remark:
                self._write(f"Opmerking bij {title}", card.remark)
            drive = card.about[0][1]
            stage.check(drive in self._words(), f"‘{drive}’ staat niet naast de kaart.")
        self.shown["beside"] = self._words()
        stage.window.stack.currentWidget().view.steps.verticalScrollBar().setValue(0)
        stage.picture("naast-elkaar")

    def answer_per_card(self) -> None:
        """Two questions for each card."""
        stage = self.stage
        stage.step("Ik beantwoord twee vragen bij elke kaart; de kaart blijft in beeld.")
        self._go_on()
        self._write_per_card("card-questions", lambda card: card.questions)
        stage.picture("vragen-bij-een-kaart")

    def exchange_and_conclude(self) -> None:
        """The exchange, one sentence, and closing for now."""
        stage = self.stage
        stage.step("Ik vertelde het een medestudent en schrijf op wat ik daaruit meeneem.")
        self._go_on()
        click(button(stage.window, "In gesprek"))
        for prompt, text in words.EXCHANGE:
            self._write(self._question(CARDS_EXERCISE, "exchange", prompt), text)
        stage.picture("uitwisselen")
        stage.step("Tot slot: wat drijft mij, in één zin? Daarna ‘Voor nu afronden’.")
        self._go_on()
        self._write(self._question(CARDS_EXERCISE, "in-one-sentence"), words.ONE_SENTENCE)
        stage.picture("in-een-zin")
        click(button(stage.window, "Voor nu afronden"))
        entry = self._reading.entry(self.card_round)
        stage.check(entry.state is EntryState.CLOSED, "De ronde is niet afgerond.")
        for card in words.CARDS:
            for text in card.texts:
                stage.check(
                    any(answer.value.text == text for answer in entry.answers),
                    f"‘{text}’ staat niet in het logboek.",
                )
        self.shown["closed"] = self._words()
        stage.picture("voor-nu-afgerond")

    # --- the lid closes

    def close_halfway(self) -> None:
        """Another exercise, halfway a word, and the window goes away."""
        stage, window = self.stage, self.stage.window
        stage.step(
            "Ik begin aan ‘Aan de andere kant van de tafel’ en sluit het venster halverwege."
        )
        click(window.rail.button("exercises"))
        title = self._exercise(HALFWAY_EXERCISE).title
        click(button(window, f"Beginnen: {title}"))
        stage.picture("met-zorg")
        for block, prompt, text in words.HALFWAY:
            self._write(self._question(HALFWAY_EXERCISE, block, prompt), text)
        self.half_round = self._writing()
        stage.close()

    def find_every_word(self) -> None:
        """The program opens where it was, with every word."""
        stage = self.stage
        stage.step("Ik open Logboek opnieuw. Het staat waar ik was, met elk woord.")
        stage.open()
        wait_until(
            lambda: stage.window.stack.current_name == "writer",
            "Logboek opent niet waar ik gebleven was.",
        )
        for block, prompt, text in words.HALFWAY:
            field = self._field(self._question(HALFWAY_EXERCISE, block, prompt))
            stage.check(field.text() == text, f"‘{text}’ staat niet meer op het scherm.")
        self.shown["reopened"] = self._words()
        stage.picture("teruggevonden")
        stage.step("Vandaag biedt aan om daar verder te schrijven.")
        click(stage.window.rail.button("today"))
        wait_until(lambda: "Ga verder" in self._words(), "Vandaag noemt het concept niet.")
        self.shown["today"] = self._words()
        stage.picture("vandaag-met-concept")

    # --- reading back and progress

    def read_back(self) -> None:
        """The Logboek: the list, the pane, and a search."""
        stage, window = self.stage, self.stage.window
        stage.step("Logboek: alles staat er, en ik lees de vier kaarten terug.")
        click(window.rail.button("logbook"))
        page = window.stack.currentWidget()
        view = page.view
        stage.check(self._reading.count() == 3, "Er staan geen drie bijdragen in het logboek.")
        title = self._exercise(CARDS_EXERCISE).title
        model = view.model()
        row = next(r for r in range(model.rowCount()) if model.index(r, 0).data() == title)
        place = view.visualRect(model.index(row, 0)).center()
        click(view.viewport(), QPoint(place))
        wait_until(
            lambda: words.ONE_SENTENCE in self._words(), "Het leesvenster toont de tekst niet."
        )
        self.shown["reading"] = self._words()
        stage.picture("logboek")
        stage.step(f"Ik zoek op ‘{words.NOTE_WORD}’ en vind mijn notitie.")
        page.bar.field.setFocus()
        type_text(words.NOTE_WORD)
        wait_until(lambda: "wachtruimte" in self._words(), "De notitie wordt niet gevonden.")
        stage.picture("zoeken")
        stage.step("F1 geeft uitleg bij dit scherm.")
        press(Qt.Key.Key_F1, widget=window)
        stage.check(window.side.shown == "guide", "F1 opent geen uitleg.")
        stage.picture("uitleg")
        press(Qt.Key.Key_F1, widget=window)

    def see_progress(self) -> None:
        """The ring, the chapter page and the table."""
        stage, window = self.stage, self.stage.window
        stage.step("Voortgang: in 2 van de 5 oefeningen van hoofdstuk 1 heb ik geschreven.")
        click(window.rail.button("progress"))
        ring = find(window, Ring, lambda each: True, "de ring van hoofdstuk 1")
        self.shown["ring"] = ring.accessibleName()
        stage.check(ring.accessibleName().startswith("2 van 5"), "De ring telt niet tot 2 van 5.")
        stage.picture("voortgang")
        stage.step("Ik open de bladzijde van hoofdstuk 1.")
        click(ring.parentWidget())
        wait_until(
            lambda: "Oefeningen en rondes" in self._words(),
            "De bladzijde van hoofdstuk 1 blijft weg.",
        )
        self.shown["chapter"] = self._words()
        stage.picture("hoofdstuk")
        stage.step("Dezelfde voortgang als tabel.")
        click(window.rail.button("progress"))
        click(button(window, "Als tabel"))
        table = find(window, QTableView, lambda each: True, "de tabel")
        self.shown["table"] = _cells(table)
        stage.check(
            self._exercise(CARDS_EXERCISE).title in self.shown["table"],
            "De tabel noemt de oefening niet.",
        )
        stage.picture("als-tabel")
        click(button(window, "Als tabel"))

    # --- the look, and everything along

    def change_the_look(self) -> None:
        """Dark and twice as large, at once."""
        stage, window = self.stage, self.stage.window
        stage.step("Instellingen: ik kies donker. Dat geldt meteen.")
        click(window.rail.button("settings"))
        stage.picture("instellingen")
        click(button(window, "Licht of donker: Donker"))
        stage.check(window.context.theme.dark, "Het venster werd niet donker.")
        stage.picture("instellingen-donker")
        self._visit("donker")
        stage.step("De tekst kan twee keer zo groot. Alles blijft te lezen en te bereiken.")
        click(window.rail.button("settings"))
        click(button(window, "Licht of donker: Licht"))
        click(button(window, "Grootte van de tekst: 200 %"))
        stage.check(window.context.theme.scale == 2, "De tekst werd niet groter.")
        stage.picture("instellingen-200")
        self._visit("200")

    def take_along(self) -> dict[str, Path]:
        """Everything in three open formats."""
        stage = self.stage
        stage.step("Ik neem alles mee: als JSON, Markdown en HTML.")
        return write_exports(stage, self.stage.window.context.services.transfer)

    # --- what the steps share

    @property
    def _reading(self):
        return self.stage.window.context.services.reading

    def _visit(self, look: str) -> None:
        """A picture of each screen in the look that is chosen now."""
        stage, window = self.stage, self.stage.window
        for name in ("today", "exercises", "logbook", "progress"):
            click(window.rail.button(name))
            wait_until(lambda: len(self._words()) > 40, f"Het scherm {name} bleef leeg.")
            stage.picture(f"{window.rail.button(name).accessibleName().lower()}-{look}")
        click(window.rail.button("exercises"))
        title = self._exercise(HALFWAY_EXERCISE).title
        click(button(window, f"Ga verder: {title}"))
        stage.picture(f"schrijven-{look}")

    def _words(self) -> str:
        return words_on(self.stage.window)

    def _exercise(self, exercise_id: str) -> Exercise:
        library = self.stage.window.context.services.content.library()
        exercise = library.exercise(exercise_id)
        assert exercise is not None, "the exercises of chapter 1 come with the program"
        return exercise

    def _question(self, exercise_id: str, block_id: str, prompt_id: str = "") -> str:
        """A question as the exercise words it now; that is also the name of its field."""
        block = self._exercise(exercise_id).block(block_id)
        assert block is not None, "the demo follows the exercises"
        found = [prompt.text for prompt in block.prompts if prompt.id == prompt_id]
        return found[0] if found else block.title

    def _title(self, ref: str) -> str:
        library = self.stage.window.context.services.content.library()
        card = library.card(ref)
        assert card is not None, "the deck comes with the program"
        return card.title

    def _tile(self, ref: str) -> CardTile:
        return find(self.stage.window, CardTile, lambda tile: tile.face.ref == ref, ref)

    def _field(self, name: str) -> MarkdownEditor:
        return find(
            self.stage.window, MarkdownEditor, lambda each: each.accessibleName() == name, name
        )

    def _write(self, name: str, text: str) -> None:
        """Click a field and type in it."""
        field = self._field(name)
        click(field.viewport())
        self.stage.check(field.hasFocus(), f"Bij ‘{name}’ komt het toetsenbord niet aan.")
        type_text(text)
        self.stage.check(field.text() == text, f"Bij ‘{name}’ staat iets anders dan is getypt.")

    def _write_per_card(self, block_id: str, texts_of) -> None:
        """Take each card in hand and answer the questions about it."""
        for card in words.CARDS:
            click(self._tile(card.ref))
            for prompt, text in texts_of(card):
                question = self._question(CARDS_EXERCISE, block_id, prompt)
                self._write(f"{self._title(card.ref)}: {question}", text)
        tile = self._tile(words.CARDS[0].ref)
        click(tile)
        show_in_view(tile)

    def _go_on(self) -> None:
        click(find(self.stage.window, QAbstractButton, lambda b: b.text() == "Verder", "Verder"))
        settle()

    def _writing(self) -> EntryId:
        """The entry that is open in the writer."""
        draft = self.stage.window.stack.page("writer").draft
        self.stage.check(draft is not None, "Er is niets open om in te schrijven.")
        return draft.entry_id


def _cells(table: QTableView) -> str:
    model = table.model()
    return "\n".join(
        str(model.index(row, column).data() or "")
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    )
