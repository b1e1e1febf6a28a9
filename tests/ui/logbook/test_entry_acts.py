# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from PySide6.QtGui import QPdfWriter

from logbook.core.entry import AnswerKey, Value
from logbook.ui.context import Context
from logbook.ui.logbook.day_dialog import DayChoice, DayDialog
from logbook.ui.logbook.logbook_page import LogbookPage
from logbook.ui.printing import draw_document
from tests.ui.helpers import assert_accessible
from tests.ui.logbook.conftest import Desk

MakePage = Callable[..., LogbookPage]


@pytest.mark.parametrize(
    ("format_name", "ending"), [("html", "html"), ("markdown", "md"), ("json", "json")]
)
def test_one_entry_is_exported(
    desk: Desk,
    make_page: MakePage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    format_name: str,
    ending: str,
) -> None:
    desk.note("Alleen deze / niet die")
    desk.note("Kop: één/twee\n\nwoorden")
    page = make_page()
    proposals: list[str] = []

    def choose(_parent: object, _title: str, proposal: str, _filter: str) -> tuple[str, str]:
        proposals.append(Path(proposal).name)
        return str(tmp_path / f"uit.{ending}"), ""

    monkeypatch.setattr("logbook.ui.logbook.entry_acts.QFileDialog.getSaveFileName", choose)
    exports = page.pane.menu.exports.actions()
    next(each for each in exports if each.data() == format_name).trigger()
    text = (tmp_path / f"uit.{ending}").read_text(encoding="utf-8")
    assert "woorden" in text
    assert "Alleen deze" not in text
    assert proposals == [f"Kop één twee.{ending}"]
    if format_name == "json":
        assert len(json.loads(text)["entries"]) == 1


def test_export_that_cannot_be_written_is_said(
    desk: Desk, make_page: MakePage, recorder, tmp_path: Path
) -> None:
    entry_id = desk.note("Iets")
    page = make_page()
    page.pane_acts.acts.export_to(entry_id, "markdown", tmp_path / "geen" / "map" / "uit.md")
    assert recorder.shown[-1].kind == "error"


def test_act_on_an_entry_that_is_gone_is_said(
    desk: Desk, make_page: MakePage, context: Context, recorder
) -> None:
    entry_id = desk.note("Iets")
    page = make_page()
    context.services.writing.delete_for_good(entry_id)
    page.pane_acts.remove(entry_id)
    page.pane_acts.acts.copy_markdown(entry_id)
    assert [message.kind for message in recorder.shown] == ["error", "error"]


def test_day_is_chosen_in_a_calendar(
    desk: Desk, make_page: MakePage, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry_id = desk.note("Iets")
    page = make_page()

    def choose(dialog: DayDialog) -> None:
        assert_accessible(dialog)
        dialog.calendar.setSelectedDate(QDate(2026, 3, 4))
        dialog.choose.click()

    monkeypatch.setattr(DayDialog, "exec", choose)
    page.pane.menu.choose_day.trigger()
    assert context.services.reading.entry(entry_id).about_date == date(2026, 3, 4)


def test_day_of_writing_can_be_chosen_again(qtbot) -> None:
    dialog = DayDialog(date(2026, 3, 4))
    qtbot.addWidget(dialog)
    assert dialog.choice is None
    dialog.writing_day.click()
    assert dialog.choice == DayChoice(None)


def test_print_holds_title_words_and_pictures(
    desk: Desk, make_page: MakePage, tmp_path: Path
) -> None:
    desk.round(
        "drijfveren-in-beeld",
        {
            AnswerKey("four-cards"): Value(cards=("beelden/brug",)),
            AnswerKey("in-one-sentence"): Value("Ik *blijf*."),
        },
    )
    document = make_page().pane_acts.make_print()
    text = document.toPlainText()
    assert "Vier kaarten voor wat mij drijft" in text
    assert "Ik blijf." in text
    assert "Bron: " in text
    writer = QPdfWriter(str(tmp_path / "uit.pdf"))
    draw_document(document, writer)
    assert b"/Subtype /Image" in (tmp_path / "uit.pdf").read_bytes()
