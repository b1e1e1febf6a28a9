# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLockFile
from PySide6.QtWidgets import QApplication, QFileDialog

from logbook.core.errors import DiskFull
from logbook.paths import Paths, find_paths
from logbook.settings import Settings, load_settings, save_settings
from logbook.ui.closing import rescue_quietly
from logbook.ui.session import Session
from logbook.ui.single_instance import ShowRequests, ask_to_show
from logbook.ui.unexpected import Unexpected
from logbook.ui.unexpected_dialog import UnexpectedDialog, describe
from logbook.ui.window_lock import WindowLock
from tests.ui.helpers import assert_accessible
from tests.ui.recorder import Recorder

Open = Callable[[], Session]


@pytest.fixture
def paths() -> Paths:
    found = find_paths()
    save_settings(found.settings, Settings(started=True))
    return found


@pytest.fixture
def open_session(
    qapp: QApplication, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Open]:
    made: list[Session] = []
    monkeypatch.setattr(qapp, "quit", lambda: None)

    def begin() -> Session:
        session = Session(qapp, find_paths(), Unexpected())
        made.append(session)
        session.start()
        return session

    yield begin
    for session in made:
        session.close()
        if session._trouble is not None:
            session._trouble.finish()


def choices(session: Session) -> list[str]:
    assert session.window is None
    assert session._trouble is not None
    assert session._trouble.window is not None
    assert_accessible(session._trouble.window)
    return list(session._trouble.window.buttons)


def test_session_opens_a_window_on_a_new_logbook(open_session: Open, paths: Paths) -> None:
    session = open_session()
    assert session.window is not None
    assert paths.logbook.is_file()
    assert paths.logbook.stat().st_mode & 0o777 == 0o600


def test_closing_the_window_lets_go_of_logbook_and_lock(
    open_session: Open, paths: Paths, qtbot
) -> None:
    session = open_session()
    assert session.window is not None
    session.window.close()
    assert session.window is None
    qtbot.waitUntil(lambda: not Path(f"{paths.logbook}.lock").exists())


def test_damaged_settings_are_said_and_the_defaults_used(open_session: Open, paths: Paths) -> None:
    paths.settings.write_text("{ kapot", encoding="utf-8")
    session = open_session()
    assert session.window is not None
    strip = session.window.context.messages.strip
    assert not strip.isHidden()
    assert str(paths.settings) in strip.text.text() or "instellingen" in strip.text.text().lower()
    assert session.preferences.settings == Settings()


@pytest.mark.parametrize(
    "content", [b"", b"dit is geen logboek" * 20, b"SQLite format 3\x00" + b"\x00" * 2000]
)
def test_file_that_is_no_logbook_gets_a_calm_window(
    open_session: Open, paths: Paths, content: bytes
) -> None:
    paths.logbook.parent.mkdir(parents=True)
    paths.logbook.write_bytes(content)
    session = open_session()
    assert choices(session) == ["again", "other", "new", "folder", "close"]
    assert session._trouble is not None
    assert len(session._trouble.window.sentence.text()) > 30
    assert paths.logbook.read_bytes() == content


def test_trying_again_opens_when_the_trouble_is_over(open_session: Open, paths: Paths) -> None:
    paths.logbook.parent.mkdir(parents=True)
    paths.logbook.write_bytes(b"geen logboek")
    session = open_session()
    paths.logbook.unlink()
    assert session._trouble is not None
    session._trouble.window.buttons["again"].click()
    assert session.window is not None
    assert session._trouble.window is None


def test_folder_that_cannot_be_made_is_said(
    open_session: Open, paths: Paths, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "bestand").write_text("")
    monkeypatch.setenv("LOGBOOK_FILE", str(tmp_path / "bestand" / "logboek.db"))
    assert "again" in choices(open_session())


@pytest.mark.parametrize(
    ("choice", "dialog"), [("other", "getOpenFileName"), ("new", "getSaveFileName")]
)
def test_another_logbook_can_be_chosen(
    open_session: Open,
    paths: Paths,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    choice: str,
    dialog: str,
) -> None:
    paths.logbook.parent.mkdir(parents=True)
    paths.logbook.write_bytes(b"geen logboek")
    target = tmp_path / "ander.db"
    monkeypatch.setattr(QFileDialog, dialog, lambda *_args, **_names: (str(target), ""))
    session = open_session()
    assert session._trouble is not None
    session._trouble.window.buttons[choice].click()
    assert session.window is not None
    assert target.is_file()
    assert load_settings(paths.settings).logbook == str(target)


def test_logbook_of_the_settings_is_opened(
    open_session: Open, paths: Paths, tmp_path: Path
) -> None:
    save_settings(paths.settings, Settings(started=True, logbook=str(tmp_path / "mijn.db")))
    session = open_session()
    assert session.logbook == tmp_path / "mijn.db"
    assert session.logbook.is_file()


def test_asked_logbook_wins_over_the_settings(
    open_session: Open, paths: Paths, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    save_settings(paths.settings, Settings(started=True, logbook=str(tmp_path / "mijn.db")))
    monkeypatch.setenv("LOGBOOK_FILE", str(tmp_path / "gevraagd.db"))
    assert open_session().logbook == tmp_path / "gevraagd.db"


def test_second_window_offers_to_show_the_first(open_session: Open, qtbot) -> None:
    first = open_session()
    assert first.window is not None
    with qtbot.waitSignal(first.painted, timeout=5_000):
        pass
    second = open_session()
    assert choices(second) == ["show", "again", "other", "close"]


def test_first_window_shows_itself_when_asked(tmp_path: Path, qtbot, qapp: QApplication) -> None:
    import subprocess

    logbook = tmp_path / "logboek.db"
    requests = ShowRequests(logbook)
    script = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication\n"
        "app = QCoreApplication([])\n"
        "from logbook.ui.single_instance import ask_to_show\n"
        "sys.exit(0 if ask_to_show(Path(sys.argv[1])) else 1)"
    )
    with qtbot.waitSignal(requests.show_requested, timeout=20_000):
        asker = subprocess.Popen([sys.executable, "-c", script, str(logbook)])
    qtbot.waitUntil(lambda: asker.poll() is not None, timeout=20_000)
    assert asker.returncode == 0
    requests.close()


def test_asking_a_window_that_is_not_there_fails(tmp_path: Path, qapp: QApplication) -> None:
    assert not ask_to_show(tmp_path / "logboek.db")


def test_lock_of_a_process_that_is_gone_is_taken_over(tmp_path: Path) -> None:
    logbook = tmp_path / "logboek.db"
    mine = QLockFile(f"{logbook}.lock")
    assert mine.tryLock(0)
    text = Path(f"{logbook}.lock").read_text(encoding="utf-8")
    mine.unlock()
    gone = text.replace(str(os.getpid()), "999999", 1)
    Path(f"{logbook}.lock").write_text(gone, encoding="utf-8")
    lock = WindowLock(logbook)
    assert lock.take()
    lock.release()


def test_lock_of_another_computer_is_for_the_user_to_judge(
    open_session: Open, paths: Paths
) -> None:
    paths.logbook.parent.mkdir(parents=True)
    mine = QLockFile(f"{paths.logbook}.lock")
    assert mine.tryLock(0)
    lines = Path(f"{paths.logbook}.lock").read_text(encoding="utf-8").splitlines()
    mine.unlock()
    lines = [lines[0], lines[1], "laptop-thuis", "een ander kenmerk", "nog een"]
    Path(f"{paths.logbook}.lock").write_text("\n".join(lines) + "\n", encoding="utf-8")
    session = open_session()
    assert choices(session) == ["again", "take_over", "other", "close"]
    assert session._trouble is not None
    assert "laptop-thuis" in session._trouble.window.sentence.text()
    session._trouble.window.buttons["take_over"].click()
    assert session.window is not None


def test_logbook_that_moved_is_opened_at_its_new_place(
    open_session: Open, paths: Paths, tmp_path: Path, qtbot
) -> None:
    session = open_session()
    with qtbot.waitSignal(session.painted):
        pass
    first = session.window
    assert first is not None
    context = first.context
    context.services.writing.add_note("Blijft bestaan.")
    target = tmp_path / "elders" / "logboek.db"
    target.parent.mkdir()
    context.services.move(target)
    context.preferences.change(logbook=str(target))
    first.restart_requested.emit()
    qtbot.waitUntil(lambda: session.window not in (None, first))
    assert session.window is not None
    assert session.window.context.services.paths.logbook == target
    assert session.window.context.services.reading.count() == 1


def test_end_of_the_session_keeps_text_even_when_the_logbook_refuses(
    open_session: Open, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = open_session()
    assert session.window is not None
    page = session.window.stack.page("today")
    monkeypatch.setattr(page, "flush", lambda: False)
    monkeypatch.setattr(page, "rescue_text", lambda: "Mijn woorden")
    session.end_now()
    (kept,) = paths.data.glob("Niet bewaard *.md")
    assert kept.read_text(encoding="utf-8") == "Mijn woorden"
    monkeypatch.undo()


def test_rescue_goes_on_to_the_next_folder(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("")
    kept = rescue_quietly("woorden", (tmp_path / "bestand" / "map", tmp_path / "goed"))
    assert kept is not None
    assert kept.parent == tmp_path / "goed"


def failure(text: str) -> ValueError:
    try:
        raise ValueError(text)
    except ValueError as error:
        return error


def test_details_hold_places_and_not_what_was_written() -> None:
    error = failure("Mijn geheime zin")
    details = describe(error, error.__traceback__)
    assert "ValueError" in details
    assert "failure" in details
    assert "geheim" not in details


def test_expected_failure_nobody_caught_is_said_in_the_strip(qapp: QApplication) -> None:
    recorder: Any = Recorder()
    unexpected = Unexpected()
    unexpected.set_window(None, recorder)
    unexpected.handle(DiskFull, DiskFull("/tmp/logboek.db"), None)
    assert recorder.shown[0].kind == "error"


def test_dialog_of_an_unexpected_error_is_accessible(theme: Any, qtbot) -> None:
    dialog = UnexpectedDialog("details")
    qtbot.addWidget(dialog)
    assert_accessible(dialog)
    dialog.copy_button.click()
    assert QApplication.clipboard().text() == "details"
