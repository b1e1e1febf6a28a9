# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A save that is refused while somebody writes: the text stays, is tried again, and is kept."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from logbook.core import errors
from logbook.storage.engine import connect
from logbook.texts import error_sentence
from logbook.ui.context import Context
from logbook.ui.demo.hands import find, type_text
from logbook.ui.editor.markdown_editor import MarkdownEditor
from logbook.ui.exercise.writer_page import WriterPage
from tests.faults.helpers import assert_whole, note_texts, opened, start
from tests.ui.recorder import Recorder

Fault = Callable[[Context], AbstractContextManager[None]]
_FIRST = "Dit stond er al, één zin. "
_SECOND = "En dit kwam erbij, regel na regel.\n" * 400


@contextlib.contextmanager
def disk_full(context: Context) -> Iterator[None]:
    """The file may not grow by one page more."""
    connection = context.services._database.connection
    pages = connection.execute("pragma page_count").fetchone()[0]
    connection.execute(f"pragma max_page_count = {pages}")
    yield
    connection.execute("pragma max_page_count = 4294967294")


@contextlib.contextmanager
def read_only(context: Context) -> Iterator[None]:
    """The engine may read and not write."""
    connection = context.services._database.connection
    connection.execute("pragma query_only = on")
    yield
    connection.execute("pragma query_only = off")


@contextlib.contextmanager
def file_gone(context: Context) -> Iterator[None]:
    """Somebody moved the file, and puts it back."""
    path = context.services.paths.logbook
    path.rename(path.with_name("elders.db"))
    yield
    path.with_name("elders.db").rename(path)


@contextlib.contextmanager
def another_file(context: Context) -> Iterator[None]:
    """Something else stands in the place of the file, as a synchronising service may do it."""
    path = context.services.paths.logbook
    path.rename(path.with_name("elders.db"))
    path.write_bytes(path.with_name("elders.db").read_bytes())
    yield
    path.with_name("elders.db").rename(path)


@contextlib.contextmanager
def held(context: Context) -> Iterator[None]:
    """Another connection holds the file longer than anybody waits."""
    context.services._database.connection.execute("pragma busy_timeout = 20")
    with contextlib.closing(connect(context.services.paths.logbook)) as other:
        other.execute("begin exclusive")
        yield
        other.execute("rollback")


FAULTS = [
    pytest.param(disk_full, errors.DiskFull, id="disk full"),
    pytest.param(read_only, errors.ReadOnlyLogbook, id="read-only"),
    pytest.param(file_gone, errors.LogbookGone, id="file gone"),
    pytest.param(another_file, errors.LogbookGone, id="another file in its place"),
    pytest.param(held, errors.BusyLogbook, id="held"),
]


@pytest.fixture
def page(context: Context, qtbot) -> WriterPage:
    """The writer with a note of which the first sentence is kept."""
    made = WriterPage(context)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.new_note()
    made.enter()
    type_text(_FIRST, editor(made))
    assert made.flush()
    return made


def paste(text: str, field: MarkdownEditor) -> None:
    QGuiApplication.clipboard().setText(text)
    field.paste()


def editor(page: WriterPage) -> MarkdownEditor:
    return find(page, MarkdownEditor, lambda each: True)


@pytest.mark.fault
@pytest.mark.parametrize(("fault", "error"), FAULTS)
def test_the_text_stays_and_the_strip_says_why(
    page: WriterPage, context: Context, recorder: Recorder, fault: Fault, error: type
) -> None:
    with fault(context):
        paste(_SECOND, editor(page))
        assert not page.flush()
        assert isinstance(page.draft.failure, error)
        assert error_sentence(page.draft.failure) in recorder.texts[0]
        assert editor(page).text() == _FIRST + _SECOND
        assert _FIRST + _SECOND.rstrip() in page.rescue_text()


@pytest.mark.fault
@pytest.mark.parametrize(("fault", "error"), FAULTS)
def test_it_is_kept_by_itself_when_the_fault_is_over(
    page: WriterPage, context: Context, qtbot, fault: Fault, error: type
) -> None:
    with fault(context):
        paste(_SECOND, editor(page))
        page.flush()
    qtbot.waitUntil(lambda: not page.draft.pending, timeout=8_000)
    assert note_texts(context.services) == [_FIRST + _SECOND]
    assert_whole(context.services)


@pytest.mark.fault
@pytest.mark.parametrize(("fault", "error"), FAULTS)
def test_what_was_kept_before_is_untouched(
    page: WriterPage, context: Context, fault: Fault, error: type
) -> None:
    with fault(context):
        paste(_SECOND, editor(page))
        page.flush()
    assert note_texts(context.services) == [_FIRST]
    assert_whole(context.services)


@pytest.mark.fault
def test_the_strip_offers_to_try_again_and_goes_away(
    page: WriterPage, context: Context, recorder: Recorder
) -> None:
    with disk_full(context):
        paste(_SECOND, editor(page))
        page.flush()
        page.flush()
        assert len(recorder.shown) == 1, "the same trouble is said once"
    assert recorder.shown[0].action_text == "Opnieuw proberen"
    recorder.shown[0].action()
    assert note_texts(context.services) == [_FIRST + _SECOND]


@pytest.mark.fault
def test_a_file_that_may_not_grow_loses_nothing(tmp_path: Path) -> None:
    process = start("-m", "tests.faults.hungry", home=tmp_path)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err.decode()
    refused, kept = out.decode().split()
    assert refused in ("DiskFull", "StorageFailed")
    with opened(tmp_path) as services:
        (text,) = note_texts(services)
    assert len(text) == int(kept) > 20_000


@pytest.mark.fault
def test_the_command_line_waits_for_another_program(tmp_path: Path) -> None:
    with _holder(tmp_path, seconds=1.0):
        process = start("-m", "logbook", "note", "even geduld", home=tmp_path)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 0, err.decode()
    with opened(tmp_path) as services:
        assert note_texts(services) == ["even geduld"]


@pytest.mark.fault
@pytest.mark.slow
def test_the_command_line_says_that_the_file_is_held(tmp_path: Path) -> None:
    with _holder(tmp_path, seconds=30.0):
        process = start("-m", "logbook", "note", "lukt niet", home=tmp_path)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert out == b""
    assert "houdt" in err.decode()
    assert "Traceback" not in err.decode()
    with opened(tmp_path) as services:
        assert note_texts(services) == []


@contextlib.contextmanager
def _holder(home: Path, seconds: float) -> Iterator[None]:
    """Another process that makes a logbook and holds it for some seconds."""
    holder = start("-m", "tests.faults.holder", str(seconds), home=home)
    assert holder.stdout.readline() == b"held\n"
    try:
        yield
    finally:
        holder.kill()
        holder.communicate()
