# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The main job, done by hand: cards, words, closing halfway, coming back, reading and progress.

Each step acts on what is on screen and looks whether the program did what it promises.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QTableView

from logbook.core.entry import NOTE_BLOCK, AnswerKey, EntryId, EntryState
from logbook.services.checking import verify
from logbook.ui.demo import words
from logbook.ui.demo.actor import CARDS_EXERCISE, HALFWAY_EXERCISE, Actor
from logbook.ui.demo.exports import write_exports
from logbook.ui.demo.hands import button, click, find, press, scroll_to, type_text, wait_until
from logbook.ui.demo.stage import Stage
from logbook.ui.widgets.ring import Ring


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


class Journey(Actor):
    """Walks through the program on a stage."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
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
        wait_until(lambda: "Vier kaarten" in self.words(), "Vandaag noemt geen oefening.")
        stage.check(self.reading.count() == 0, "Er staat al iets in een nieuw logboek.")

    def write_note(self) -> None:
        """A free note on Vandaag; it is kept by itself."""
        stage = self.stage
        stage.step("Ik schrijf een vrije notitie. Bewaren gaat vanzelf.")
        type_text(words.NOTE)
        wait_until(lambda: "Bewaard" in self.words(), "Er staat niet bij dat de tekst is bewaard.")
        (line,) = self.reading.entries()
        self.note = line.id
        stored = self.reading.entry(line.id).value(AnswerKey(NOTE_BLOCK)).text
        stage.check(stored == words.NOTE, "De notitie staat niet in het logboek.")
        stage.picture("vandaag")

    # --- the cards

    def choose_cards(self) -> None:
        """Four cards, by mouse and by keyboard."""
        stage, window = self.stage, self.stage.window
        stage.step("Oefeningen: ik begin met ‘Vier kaarten voor wat mij drijft’.")
        click(window.rail.button("exercises"))
        stage.picture("oefeningen")
        click(button(window, f"Beginnen: {self.exercise(CARDS_EXERCISE).title}"))
        stage.picture("kaarten")
        stage.step("Ik kies vier kaarten: twee met de muis, twee met het toetsenbord.")
        first, second, third, fourth = (self.tile(card.ref) for card in words.CARDS)
        click(first)
        click(second)
        for tile in (third, fourth):
            press(Qt.Key.Key_Right)
            stage.check(tile.hasFocus(), "De pijltjes lopen niet langs de kaarten.")
            press(Qt.Key.Key_Space)
        stage.check("4 van 4 gekozen" in self.words(), "Er zijn geen vier kaarten gekozen.")
        scroll_to(find(window, QComboBox, lambda box: box.accessibleName() == "Kaartset"))
        stage.picture("vier-kaarten-gekozen")

    def write_about_cards(self) -> None:
        """The drive, the words and the reason for each card."""
        stage = self.stage
        stage.step("Bij elke kaart schrijf ik de drijfveer, een paar woorden en waarom.")
        click(button(stage.window, "Verder met deze kaarten"))
        self.write_per_card("four-cards", lambda card: card.about)
        self.card_round = self.writing()
        stage.picture("woorden-bij-een-kaart")

    def look_beside(self) -> None:
        """Card and words next to each other."""
        stage = self.stage
        stage.step("Kaart en woorden liggen naast elkaar. Bij twee valt me nog iets op.")
        self.go_on()
        for card in words.CARDS:
            title = self.title(card.ref)
            if card.remark:
                self.write(f"Opmerking bij {title}", card.remark)
            drive = card.about[0][1]
            stage.check(drive in self.words(), f"‘{drive}’ staat niet naast de kaart.")
        self.shown["beside"] = self.words()
        self.page.view.steps.verticalScrollBar().setValue(0)
        stage.picture("naast-elkaar")

    def answer_per_card(self) -> None:
        """Two questions for each card."""
        stage = self.stage
        stage.step("Ik beantwoord twee vragen bij elke kaart; de kaart blijft in beeld.")
        self.go_on()
        self.write_per_card("card-questions", lambda card: card.questions)
        stage.picture("vragen-bij-een-kaart")

    def exchange_and_conclude(self) -> None:
        """The exchange, one sentence, and closing for now."""
        stage = self.stage
        stage.step("Ik vertelde het een medestudent en schrijf op wat ik daaruit meeneem.")
        self.go_on()
        click(button(stage.window, "In gesprek"))
        for prompt, text in words.EXCHANGE:
            self.write(self.question(CARDS_EXERCISE, "exchange", prompt), text)
        stage.picture("uitwisselen")
        stage.step("Tot slot: wat drijft mij, in één zin? Daarna ‘Voor nu afronden’.")
        self.go_on()
        self.write(self.question(CARDS_EXERCISE, "in-one-sentence"), words.ONE_SENTENCE)
        stage.picture("in-een-zin")
        click(button(stage.window, "Voor nu afronden"))
        entry = self.reading.entry(self.card_round)
        stage.check(entry.state is EntryState.CLOSED, "De ronde is niet afgerond.")
        for card in words.CARDS:
            for text in card.texts:
                stage.check(
                    any(answer.value.text == text for answer in entry.answers),
                    f"‘{text}’ staat niet in het logboek.",
                )
        self.shown["closed"] = self.words()
        stage.picture("voor-nu-afgerond")

    # --- the lid closes

    def close_halfway(self) -> None:
        """Another exercise, halfway a word, and the window goes away."""
        stage, window = self.stage, self.stage.window
        stage.step(
            "Ik begin aan ‘Aan de andere kant van de tafel’ en sluit het venster halverwege."
        )
        click(window.rail.button("exercises"))
        title = self.exercise(HALFWAY_EXERCISE).title
        click(button(window, f"Beginnen: {title}"))
        stage.picture("met-zorg")
        for block, prompt, text in words.HALFWAY:
            self.write(self.question(HALFWAY_EXERCISE, block, prompt), text)
        self.half_round = self.writing()
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
            field = self.field(self.question(HALFWAY_EXERCISE, block, prompt))
            stage.check(field.text() == text, f"‘{text}’ staat niet meer op het scherm.")
        self.shown["reopened"] = self.words()
        stage.picture("teruggevonden")
        stage.step("Vandaag biedt aan om daar verder te schrijven.")
        click(stage.window.rail.button("today"))
        wait_until(lambda: "Ga verder" in self.words(), "Vandaag noemt het concept niet.")
        self.shown["today"] = self.words()
        stage.picture("vandaag-met-concept")

    # --- reading back and progress

    def read_back(self) -> None:
        """The Logboek: the list, the pane, and a search."""
        stage, window = self.stage, self.stage.window
        stage.step("Logboek: alles staat er, en ik lees de vier kaarten terug.")
        click(window.rail.button("logbook"))
        page = self.page
        view = page.view
        stage.check(self.reading.count() == 3, "Er staan geen drie bijdragen in het logboek.")
        title = self.exercise(CARDS_EXERCISE).title
        model = view.model()
        row = next(r for r in range(model.rowCount()) if model.index(r, 0).data() == title)
        place = view.visualRect(model.index(row, 0)).center()
        click(view.viewport(), QPoint(place))
        wait_until(
            lambda: words.ONE_SENTENCE in self.words(), "Het leesvenster toont de tekst niet."
        )
        self.shown["reading"] = self.words()
        stage.picture("logboek")
        stage.step(f"Ik zoek op ‘{words.NOTE_WORD}’ en vind mijn notitie.")
        page.bar.field.setFocus()
        type_text(words.NOTE_WORD)
        wait_until(lambda: "wachtruimte" in self.words(), "De notitie wordt niet gevonden.")
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
        click(ring.parentWidget() or ring)
        wait_until(
            lambda: "Oefeningen en rondes" in self.words(),
            "De bladzijde van hoofdstuk 1 blijft weg.",
        )
        self.shown["chapter"] = self.words()
        stage.picture("hoofdstuk")
        stage.step("Dezelfde voortgang als tabel.")
        click(window.rail.button("progress"))
        click(button(window, "Als tabel"))
        table = find(window, QTableView, lambda each: True, "de tabel")
        self.shown["table"] = _cells(table)
        stage.check(
            self.exercise(CARDS_EXERCISE).title in self.shown["table"],
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
        self.visit("donker")
        stage.step("De tekst kan twee keer zo groot. Alles blijft te lezen en te bereiken.")
        click(window.rail.button("settings"))
        click(button(window, "Licht of donker: Licht"))
        click(button(window, "Grootte van de tekst: 200 %"))
        stage.check(window.context.theme.scale == 2, "De tekst werd niet groter.")
        stage.picture("instellingen-200")
        self.visit("200")

    def take_along(self) -> dict[str, Path]:
        """Everything in three open formats."""
        stage = self.stage
        stage.step("Ik neem alles mee: als JSON, Markdown en HTML.")
        return write_exports(stage, self.stage.window.context.services.transfer)


def _cells(table: QTableView) -> str:
    model = table.model()
    return "\n".join(
        str(model.index(row, column).data() or "")
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    )
