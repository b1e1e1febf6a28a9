# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""T1: from a key to the painted letter in 100 kB, our field against a bare one with the same looks.

The floor is a `QTextEdit` whose words carry the same formats as ours shows, set once: it highlights
nothing, checks nothing, keeps no copy and tells nobody. Keys go to both in turn.
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable

from benchmarks.data import WORK, _vocabulary, text_of
from benchmarks.measure import Result, fresh_home
from logbook.paths import word_lists_folder

#: Characters in the text that is typed in, and keys that are timed.
_SIZE = 100_000
_KEYS = 400
_TEXT = "de regen viel zacht op **het raam** en *toen* werd het stil. "


def results_typing() -> list[Result]:
    """T1: p95 and slowest key."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["LOGBOOK_HOME"] = str(fresh_home("home-typing"))
    from PySide6.QtCore import QThreadPool
    from PySide6.QtWidgets import QApplication

    from logbook.ui.lasting_none import keep_none

    keep_none()
    app = QApplication.instance() or QApplication(["Logboek", "-style", "fusion"])
    text = sample_text(_SIZE)
    results = []
    for where, place in (("vooraan", 0.0), ("midden", 0.5), ("achteraan", 1.0)):
        floor, ours = _typed(app, text, place)
        p95 = int(_KEYS * 0.95)
        results += [
            Result("T1", f"toets tot beeld in 100 kB, {where}, p95", floor[p95], ours[p95], 1.5),
            Result("T1", f"idem, traagste toets, {where}", floor[-1], ours[-1], 3.0),
        ]
    QThreadPool.globalInstance().waitForDone()
    return results


def sample_text(size: int) -> str:
    """Prose of this many characters with headings, lists, emphasis and private passages."""
    rng = random.Random(11)
    vocabulary = _words(rng)
    parts: list[str] = []
    length = 0
    while length < size:
        words = f"{text_of(rng, vocabulary, 40)} Toen kwam mevrouw Jansen."
        kind = len(parts) % 9
        first, _, rest = words.partition(" ")
        part = {
            0: f"## {first}",
            2: f"- {words}",
            4: f"**{first}** {rest} *{first}*",
            6: f"{first} %%{rest}%% {first}",
            8: f"> {words}",
        }.get(kind, words)
        parts.append(part)
        length += len(part) + 2
    return "\n\n".join(parts)


def _words(rng: random.Random) -> list[str]:
    """Words of the dictionary, and one in twenty-five that it does not have."""
    lines = (word_lists_folder() / "nl.dic").read_text("utf-8").splitlines()
    stems = [line.split("/")[0] for line in lines]
    known = rng.sample([stem for stem in stems if stem.isalpha() and stem.islower()], 2_400)
    words = known + rng.sample(_vocabulary(random.Random(1)), 100)
    rng.shuffle(words)
    return words


def _typed(app: object, text: str, place: float) -> tuple[list[float], list[float]]:
    """Milliseconds per key, sorted: the floor and ours."""
    from PySide6.QtGui import QTextCursor
    from PySide6.QtWidgets import QApplication, QTextEdit, QVBoxLayout, QWidget

    from logbook.bootstrap import open_services
    from logbook.core.entry import NOTE_BLOCK, AnswerKey, Value
    from logbook.paths import find_paths
    from logbook.services.writing import Edit
    from logbook.settings import Settings
    from logbook.ui.context import Context
    from logbook.ui.editor.answer_field import AnswerField
    from logbook.ui.exercise.draft import Draft
    from logbook.ui.memory import WindowMemory
    from logbook.ui.notifier import Notifier
    from logbook.ui.preferences import Preferences
    from logbook.ui.theme import Theme

    assert isinstance(app, QApplication)
    services = open_services(find_paths(), create=True)
    theme = Theme(app)
    theme.apply(Settings())
    preferences = Preferences(services.paths.settings, Settings(), theme)
    memory = WindowMemory(services.paths.window)
    context = Context(services, theme, Notifier(), None, preferences, memory)  # type: ignore[arg-type]
    key = AnswerKey(NOTE_BLOCK)
    entry = services.writing.begin_note()
    services.writing.save(entry, [Edit(key, Value(text))])
    draft = Draft(context, services.reading.entry(entry.id), None)
    window = QWidget()
    layout = QVBoxLayout(window)
    field = AnswerField(draft, key, theme, "Tekst")
    bare = QTextEdit()
    layout.addWidget(bare)
    layout.addWidget(field)
    window.resize(760, 1300)
    window.show()
    field.editor.setFixedHeight(600)
    _show_place(field.editor, place)
    _underline(app, field.checks)
    _copy_look(field.editor, bare, field.checks.underlines.marks)
    for each in (bare, field.editor):
        each.setFixedHeight(600)
        _show_place(each, place)
    app.processEvents()
    floor = _timer(app, bare)
    ours = _timer(app, field.editor)
    signs = (_TEXT * (_KEYS // len(_TEXT) + 2))[: _KEYS + 20]
    pairs = [(floor(sign), ours(sign)) for sign in signs][20:]
    written = field.editor.text()
    assert len(written) == len(text) + len(signs), "every key arrived"
    field.editor.moveCursor(QTextCursor.MoveOperation.End)
    draft.flush()
    draft.stop()
    window.close()
    window.deleteLater()
    services.close()
    app.processEvents()
    return sorted(p[0] for p in pairs), sorted(p[1] for p in pairs)


def _show_place(editor: object, place: float) -> None:
    """Put the text cursor at this part of the text, and that part in view."""
    from PySide6.QtWidgets import QTextEdit

    assert isinstance(editor, QTextEdit)
    cursor = editor.textCursor()
    cursor.setPosition(round(place * (editor.document().characterCount() - 1)))
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()


def _underline(app: object, checks: object) -> None:
    """Wait until everything in view is underlined, as while one writes."""
    from PySide6.QtWidgets import QApplication

    from logbook.ui.checking.field_checks import FieldChecks

    assert isinstance(app, QApplication)
    assert isinstance(checks, FieldChecks)
    drawn: list[bool] = []
    checks.underlines.drawn.connect(lambda: drawn.append(True))
    for _ in range(200):
        app.processEvents()
        time.sleep(0.05)  # Qt's own wait would not let the other thread work
        if drawn:
            break
    assert drawn, "the checks came to an end"
    assert checks.underlines.marks or not checks.checker.checks_spelling


def _timer(app: object, editor: object) -> Callable[[str], float]:
    """A function that types one letter and waits until it is painted."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QTextEdit

    assert isinstance(app, QApplication)
    assert isinstance(editor, QTextEdit)

    def type_one(sign: str) -> float:
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        app.processEvents()
        started = time.perf_counter()
        QTest.keyClicks(editor, sign)
        app.processEvents()  # the paint that the key asked for
        return (time.perf_counter() - started) * 1000

    return type_one


def _copy_look(ours: object, bare: object, marks: list) -> None:
    """Give a bare editor the text, fonts and formats that ours shows, and its underlines."""
    from PySide6.QtGui import QTextCursor
    from PySide6.QtWidgets import QTextEdit

    assert isinstance(ours, QTextEdit)
    assert isinstance(bare, QTextEdit)
    bare.setFont(ours.font())
    bare.document().setDefaultFont(ours.document().defaultFont())
    bare.setPlainText(ours.toPlainText())
    whole = QTextCursor(bare.document())
    whole.select(QTextCursor.SelectionType.Document)
    whole.mergeBlockFormat(ours.document().firstBlock().blockFormat())
    block = ours.document().firstBlock()
    while block.isValid():
        for run in block.layout().formats():
            cursor = QTextCursor(bare.document())
            cursor.setPosition(block.position() + run.start)
            end = min(run.start + run.length, block.length() - 1)
            cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(run.format)
        block = block.next()
    for mark in marks:
        cursor = QTextCursor(bare.document())
        cursor.setPosition(mark.cursor.selectionStart())
        cursor.setPosition(mark.cursor.selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(mark.format)


if __name__ == "__main__":
    WORK.mkdir(parents=True, exist_ok=True)
    for result in results_typing():
        print(result.row())
