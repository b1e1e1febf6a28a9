# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage
from PySide6.QtWidgets import QLabel, QTextBrowser

from logbook.core.entry import AnswerKey, Value
from logbook.paths import find_paths
from logbook.settings import StepMode
from logbook.ui.editor.markdown_editor import MarkdownEditor
from logbook.ui.exercise.blocks.cards import CardsBlockView
from logbook.ui.preview.preview_window import PreviewWindow
from tests.content.builders import deck_text, exercise_text, write
from tests.ui.helpers import assert_accessible
from tests.ui.preview.conftest import BODY

WRONG = BODY.replace("{#noticed}", "{#noticed .tekst}")

Show = Callable[[Path], PreviewWindow]


def save(file: Path, body: str) -> None:
    file.write_text(exercise_text("mijn", body), encoding="utf-8")


def titles(window: PreviewWindow) -> list[str]:
    return [block.title for block in window.walk.exercise.steps] if window.walk.exercise else []


def mistakes(window: PreviewWindow) -> list[str]:
    shown = window.mistakes.list
    return [shown.item(row).text() for row in range(shown.count())]


def type_in(window: PreviewWindow, text: str, qtbot) -> MarkdownEditor:
    steps = window.walk.steps
    assert steps is not None
    view = steps.view(steps.block_id)
    assert view is not None
    field = view.findChild(MarkdownEditor)
    assert field is not None
    qtbot.keyClicks(field, text)
    return field


def test_exercise_is_shown_as_a_student_walks_it(window: PreviewWindow) -> None:
    assert window.walk.steps is not None
    assert window.walk.steps.block_id == "what"
    assert len(window.walk.panel.rows) == 4
    assert window.mistakes.isHidden()
    assert "wordt niet bewaard" in window.notice.text()
    assert window.windowTitle().startswith("Voorbeeld: Een proef")
    assert_accessible(window)


def test_nothing_that_is_typed_is_stored(window: PreviewWindow, qtbot) -> None:
    home = Path(os.environ["LOGBOOK_HOME"])
    before = sorted(home.rglob("*"))
    type_in(window, "Een geheim.", qtbot)
    draft = window.walk.draft
    assert draft is not None
    with qtbot.waitSignal(draft.saved, timeout=5_000):
        pass
    window.close()
    assert sorted(home.rglob("*")) == before == []
    assert not find_paths().logbook.exists()


def test_words_of_an_earlier_step_come_back_in_a_later_one(window: PreviewWindow, qtbot) -> None:
    type_in(window, "Een deur ging dicht.", qtbot)
    steps = window.walk.steps
    assert steps is not None
    steps.go_to_block("noticed")
    view = steps.view("noticed")
    assert view is not None
    shown = [label.text() for label in view.findChildren(QLabel) if label.isVisibleTo(view)]
    texts = [*shown, *(each.toPlainText() for each in view.findChildren(QTextBrowser))]
    assert any("Een deur ging dicht." in text for text in texts)


def test_saved_file_comes_on_screen(window: PreviewWindow, file: Path, qtbot) -> None:
    save(file, BODY.replace("Wat viel op?", "Wat merkte je?"))
    qtbot.waitUntil(lambda: "Wat merkte je?" in titles(window), timeout=5_000)


def test_file_that_is_replaced_is_followed_on_and_on(
    window: PreviewWindow, file: Path, qtbot
) -> None:
    for number in range(3):
        other = file.with_name(".mijn.md.swp")
        save(other, BODY.replace("Wat viel op?", f"Vraag {number}?"))
        other.replace(file)
        qtbot.waitUntil(lambda n=number: f"Vraag {n}?" in titles(window), timeout=5_000)


def test_what_was_typed_and_where_one_was_stay(window: PreviewWindow, file: Path, qtbot) -> None:
    window.walk.go_to_block("noticed")
    type_in(window, "Zij lachte.", qtbot)
    save(file, f"## Vooraf {{#before .line}}\n{BODY}")
    qtbot.waitUntil(lambda: "Vooraf" in titles(window), timeout=5_000)
    steps = window.walk.steps
    assert steps is not None
    assert steps.block_id == "noticed"
    view = steps.view("noticed")
    assert view is not None
    field = view.findChild(MarkdownEditor)
    assert field is not None
    assert field.toPlainText() == "Zij lachte."


def test_step_that_is_taken_out_leads_to_the_one_before(
    window: PreviewWindow, file: Path, qtbot
) -> None:
    window.walk.go_to_block("pick")
    assert window.walk.draft is not None
    window.walk.draft.set_value(AnswerKey("pick"), Value(options=("rust",)))
    save(file, BODY.partition("## Wat kies je?")[0])
    qtbot.waitUntil(lambda: len(titles(window)) == 2, timeout=5_000)
    assert window.walk.steps is not None
    assert window.walk.steps.block_id == "noticed"


def test_mistakes_are_shown_beside_the_last_good_version(
    window: PreviewWindow, file: Path, qtbot
) -> None:
    save(file, WRONG)
    qtbot.waitUntil(window.mistakes.isVisible, timeout=5_000)
    line = (
        file.read_text(encoding="utf-8").splitlines().index("## Wat viel op? {#noticed .tekst}") + 1
    )
    assert len(mistakes(window)) == 1
    assert mistakes(window)[0].startswith(f"Regel {line}: .tekst is geen bekende soort stap.")
    assert window.mistakes.heading.text().startswith("1 fout in dit bestand.")
    assert "Wat viel op?" in titles(window)
    window.mistakes.list.setCurrentRow(0)
    qtbot.keyClick(window.mistakes.list, Qt.Key.Key_Return)
    steps = window.walk.steps
    assert steps is not None
    assert steps.block_id == "noticed"
    assert list(steps.marks) == ["noticed"]
    assert_accessible(window)
    save(file, BODY)
    qtbot.waitUntil(window.mistakes.isHidden, timeout=5_000)
    assert window.walk.steps is not None
    assert window.walk.steps.marks == {}


def test_mistakes_can_be_copied(window: PreviewWindow, file: Path, qtbot) -> None:
    save(file, WRONG.replace("{#saw}", ""))
    qtbot.waitUntil(window.mistakes.isVisible, timeout=5_000)
    assert len(mistakes(window)) == 2
    window.mistakes.copy_button.click()
    assert QGuiApplication.clipboard().text() == "\n".join(mistakes(window))
    window.mistakes.list.setFocus()
    window.mistakes.list.item(1).setSelected(True)
    qtbot.keyClick(window.mistakes.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == mistakes(window)[1]


def test_file_with_mistakes_from_the_start_has_no_exercise_yet(
    open_preview: Show, file: Path, qtbot
) -> None:
    save(file, WRONG)
    window = open_preview(file)
    assert window.walk.nothing.isVisible()
    assert window.walk.panel.isHidden()
    assert window.mistakes.isVisible()
    assert_accessible(window)
    save(file, BODY)
    qtbot.waitUntil(lambda: window.walk.steps is not None, timeout=5_000)
    assert window.walk.panel.isVisible()


def test_file_that_is_gone_for_a_moment_is_no_news(
    window: PreviewWindow, file: Path, qtbot
) -> None:
    file.rename(file.with_suffix(".bak"))
    qtbot.wait(500)
    assert window.mistakes.isHidden()
    save(file, BODY.replace("Wat viel op?", "Wat merkte je?"))
    qtbot.waitUntil(lambda: "Wat merkte je?" in titles(window), timeout=5_000)


@pytest.mark.parametrize("whole_folder", [False, True])
def test_file_that_goes_is_told_and_read_again_when_it_is_back(
    window: PreviewWindow, file: Path, qtbot, whole_folder: bool
) -> None:
    if whole_folder:
        shutil.rmtree(file.parent)
    else:
        file.unlink()
    qtbot.waitUntil(window.mistakes.isVisible, timeout=6_000)
    assert mistakes(window) == ["Dit bestand of deze map is er niet. Kijk of de naam klopt."]
    assert "Wat viel op?" in titles(window)
    file.parent.mkdir(exist_ok=True)
    save(file, BODY)
    qtbot.waitUntil(window.mistakes.isHidden, timeout=6_000)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"a" * 300 * 1024, "Dit bestand is groter dan 256 kB."),
        (b"\x89PNG\r\n\x1a\n\xff\xfe", "Dit bestand is geen leesbare tekst."),
        (b"", "Het bestand begint niet met gegevens."),
    ],
)
def test_unreadable_content_is_one_sentence(
    window: PreviewWindow, file: Path, qtbot, content: bytes, sentence: str
) -> None:
    file.write_bytes(content)
    window.read_again()
    assert any(sentence in said for said in mistakes(window))
    assert window.walk.steps is not None


def test_deck_that_changed_comes_with_reading_again(
    open_preview: Show, tmp_path: Path, qtbot
) -> None:
    deck = "werk2/exercises/decks/mijne/deck.md"
    write(
        tmp_path,
        {
            deck: deck_text("mijne", "| rust | Rust | Niets hoeft. |\n| moed | Moed | Toch. |\n"),
            "werk2/exercises/x/mijn.md": exercise_text(
                "mijn", "## Kies {#kies .cards deck=mijne pick=1}\n"
            ),
        },
    )
    window = open_preview(tmp_path / "werk2/exercises/x/mijn.md")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    before = window.walk.steps
    write(
        tmp_path, {deck: deck_text("mijne", "| rust | Stilte | Niets. |\n| moed | Moed | Ja. |\n")}
    )
    qtbot.keyClick(window, Qt.Key.Key_F5)
    assert window.walk.steps is not before
    library = window.context.services.content.library()
    assert library.decks["mijne"].cards[0].title == "Stilte"


def test_reading_the_same_leaves_the_screen_alone(window: PreviewWindow) -> None:
    before = window.walk.steps
    window.bar.read.click()
    assert window.walk.steps is before


def test_steps_can_be_walked_in_other_ways_only_here(window: PreviewWindow) -> None:
    window.bar.mode_requested.emit(StepMode.ALL)
    assert window.walk.steps is not None
    assert window.walk.steps.mode is StepMode.ALL
    assert window.context.preferences.settings.step_mode is StepMode.STEP


def test_last_button_says_that_nothing_happens(window: PreviewWindow) -> None:
    assert window.walk.steps is not None
    window.walk.go_to_block("plan")
    window.walk.steps.foot.finish_button.click()
    assert "gebeurt er niets" in window.messages.strip.text.text()


def test_reference_page_opens_beside_it(window: PreviewWindow) -> None:
    window.walk.reference_requested.emit("models/referentiekader")
    assert window.side.shown == "reference"


def test_file_and_folder_open_elsewhere(
    window: PreviewWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def open_url(url: QUrl) -> bool:
        asked.append(url.toLocalFile())
        return len(asked) == 1

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    window.bar.edit.click()
    assert window.messages.strip.isHidden()
    window.bar.folder.click()
    assert asked == [str(file), str(file.parent)]
    assert str(file) in window.messages.strip.text.text()


def test_narrow_window_keeps_every_button(window: PreviewWindow, qtbot) -> None:
    window.resize(560, 500)
    qtbot.waitUntil(lambda: not window.bar.edit.isVisible())
    assert_accessible(window)


def _photo() -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(0)
    image.save(buffer, "PNG")
    return data.data()


def test_own_photos_cannot_be_added_here(window: PreviewWindow) -> None:
    from logbook.core.errors import LogbookError

    assert not window.context.services.keeps
    with pytest.raises(LogbookError):
        window.context.services.own_cards.add("foto-een", "Mijn foto’s", "Een", _photo())


def test_own_photos_are_not_offered_here(open_preview: Show, file: Path) -> None:
    save(file, "## Kies {#kies .cards deck=beelden pick=1}\n")
    window = open_preview(file)
    assert window.walk.steps is not None
    view = window.walk.steps.view("kies")
    assert isinstance(view, CardsBlockView)
    assert view.table.bar.own_photos.isHidden()
