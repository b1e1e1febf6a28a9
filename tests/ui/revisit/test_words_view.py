# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Woorden door de tijd: counting beside the main thread, choosing, hiding, and going to a text."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from logbook.core.errors import DamagedLogbook
from logbook.services.changes import Changes
from logbook.ui.context import Context
from logbook.ui.navigation import ReadEntry
from logbook.ui.revisit.words_html import hidden_html
from logbook.ui.revisit.words_view import WordsView
from tests.ui.helpers import assert_accessible
from tests.ui.recorder import Recorder


def written(context: Context, text: str, at: datetime) -> str:
    """A note that was written at this moment."""
    services = context.services
    services.now = lambda: at
    services.__dict__.pop("writing", None)
    return services.writing.add_note(text).id


@pytest.fixture
def entry_id(context: Context) -> str:
    """Three notes of two quarters; the last one's id."""
    written(context, "De stilte duurde. Gordijnen.", datetime(2025, 11, 3, 12, tzinfo=UTC))
    written(context, "Stilte, en <b>gordijnen</b> dicht.", datetime(2026, 2, 3, 12, tzinfo=UTC))
    text = "Twee stiltes. Gordijnen open."
    return written(context, text, datetime(2026, 2, 4, 12, tzinfo=UTC))


@pytest.fixture
def view(context: Context, entry_id: str, qtbot: QtBot) -> WordsView:
    made = WordsView(context)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    made.enter()
    qtbot.waitUntil(lambda: bool(made._parts))
    return made


def shown(view: WordsView) -> list[str]:
    """The words of each quarter as one reads them."""
    return [
        part.words.toPlainText().replace("\xa0", " ") for part in view._parts if not part.isHidden()
    ]


def unbroken(text: str) -> str:
    """Text without what keeps it on one line."""
    return text.replace("\xa0", " ").replace("\u2060", "")


def open_word(view: WordsView, qtbot: QtBot, word: str = "stilte", part: int = 0) -> None:
    view._parts[part].words.link_activated.emit(f"woord:{word}")
    qtbot.waitUntil(lambda: view._card is not None and bool(view._card._sentences))


def test_words_stand_below_their_quarter_the_newest_first(view: WordsView) -> None:
    assert shown(view) == ["gordijnen 2  ·  stilte 2", "gordijnen 1  ·  stilte 1"]
    assert not view.stop.isVisible()
    assert_accessible(view)


def test_a_word_shows_its_sentences_and_leads_to_the_text(
    view: WordsView, entry_id: str, qtbot: QtBot
) -> None:
    open_word(view, qtbot)
    assert view._card is not None
    text = view._card.sentences.toPlainText()
    assert "Stilte, en <b>gordijnen</b> dicht." in text
    assert "Twee stiltes." in text
    assert "duurde" not in text
    assert_accessible(view)
    with qtbot.waitSignal(view.navigation_requested) as wished:
        view._card.sentences.link_activated.emit(f"tekst:{entry_id}")
    assert wished.args == [ReadEntry(entry_id)]  # type: ignore[arg-type]


def test_another_quarter_of_a_word_is_one_step_away(view: WordsView, qtbot: QtBot) -> None:
    open_word(view, qtbot)
    assert view._card is not None
    assert "okt – dec 2025" in unbroken(view._card.others.toPlainText())
    view._card.others.link_activated.emit("kwartaal:2025-4")
    qtbot.waitUntil(lambda: view._card is not None and bool(view._card._sentences))
    assert "De stilte duurde." in view._card.sentences.toPlainText()
    assert view._card.parentWidget() is view._parts[1]


def test_closing_the_card_gives_the_keyboard_back(view: WordsView, qtbot: QtBot) -> None:
    open_word(view, qtbot)
    assert view._card is not None
    view.activateWindow()
    view._card.close_button.setFocus()
    view._card.close_button.click()
    assert view._card is None
    assert view.focusWidget() is view._parts[0].words


def test_a_word_is_hidden_and_comes_back_without_counting_anew(
    view: WordsView, recorder: Recorder, qtbot: QtBot
) -> None:
    open_word(view, qtbot)
    assert view._card is not None
    view._card.hide_button.click()
    assert shown(view) == ["gordijnen 2", "gordijnen 1"]
    assert "stilte" in view.hidden.toPlainText()
    assert recorder.shown[-1].action is not None
    recorder.shown[-1].action()
    assert "stilte" in shown(view)[0]
    assert not view.hidden.isVisible()
    view._context.services.over_time.hide("gordijnen")
    view._context.notifier.announce(Changes(hidden_words=True))
    view.hidden.link_activated.emit("terug:gordijnen")
    assert "gordijnen" in shown(view)[0]
    assert recorder.texts[-1] == "“gordijnen” staat weer in de lijst."


def test_when_everything_is_hidden_it_says_what_will_come(view: WordsView) -> None:
    for word in ("stilte", "gordijnen"):
        view._context.services.over_time.hide(word)
    view._context.notifier.announce(Changes(hidden_words=True))
    assert shown(view) == []
    assert "minstens drie keer" in view.state.text()
    assert view.state.isVisible()


def test_it_counts_anew_only_after_something_was_written(view: WordsView, qtbot: QtBot) -> None:
    before = view._words
    view.enter()
    assert view._words is before
    written(view._context, "stilte stilte", datetime(2026, 2, 5, 12, tzinfo=UTC))
    view._context.notifier.announce(Changes(everything=True))
    view.enter()
    assert view.stop.isVisible()
    qtbot.waitUntil(lambda: bool(view._parts))
    assert shown(view)[0].startswith("stilte 4")


def test_counting_can_be_stopped_and_begun_again(
    context: Context, entry_id: str, qtbot: QtBot
) -> None:
    view = WordsView(context)
    qtbot.addWidget(view)
    view.show()
    view.enter()
    view.stop.click()
    QThreadPool.globalInstance().waitForDone(20_000)
    assert view.state.text() == "Het tellen is gestopt."
    assert view.again.isVisible()
    view.again.click()
    qtbot.waitUntil(lambda: bool(view._parts))
    assert not view.again.isVisible()


def test_leaving_the_screen_ends_the_counting(
    context: Context, entry_id: str, qtbot: QtBot
) -> None:
    view = WordsView(context)
    qtbot.addWidget(view)
    view.show()
    view.enter()
    view.hide()
    QThreadPool.globalInstance().waitForDone(20_000)
    qtbot.wait(1)
    assert view._words is None
    view.show()
    view.enter()
    qtbot.waitUntil(lambda: bool(view._parts))


def test_an_error_is_said(
    context: Context, qtbot: QtBot, recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise DamagedLogbook("x.db", "stuk")

    monkeypatch.setattr(context.services.over_time, "words", refuse)
    view = WordsView(context)
    qtbot.addWidget(view)
    view.show()
    view.enter()
    qtbot.waitUntil(lambda: bool(recorder.shown))
    assert recorder.shown[-1].kind == "error"
    assert view.again.isVisible()


def test_a_long_list_shows_some_words_and_quarters_first(context: Context, qtbot: QtBot) -> None:
    names = [f"{first}{second}boom" for first in "bdfghjk" for second in "aeiou"]
    for year in range(2018, 2026):
        text = " ".join(names)
        written(context, f"{text} {text} {text}", datetime(year, 2, 1, 12, tzinfo=UTC))
    view = WordsView(context)
    qtbot.addWidget(view)
    view.show()
    view.enter()
    qtbot.waitUntil(lambda: bool(view._parts))
    assert len(view._parts) == 6
    part = view._parts[0]
    few = part.words.toPlainText().count("·")
    assert part.more.text() == "Alle 35 woorden"
    part.more.click()
    assert part.words.toPlainText().count("·") == 34 > few
    view.earlier.click()
    assert len(view._parts) == 8
    assert not view.earlier.isVisible()


def test_words_are_escaped() -> None:
    assert "<script>" not in hidden_html(["<script>"])
