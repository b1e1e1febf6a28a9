# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Run a function beside the main thread and answer on it. Knows nothing of what is run.

While something runs here no garbage is looked for: Python would do that in whichever thread makes
the next object, and a widget that is taken apart beside the main thread ends the program.
"""

from __future__ import annotations

import contextlib
import gc
import logging
from collections.abc import Callable, Iterator
from threading import Lock
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

_log = logging.getLogger(__name__)


class _NoGarbage:
    """Holds off the search for garbage as long as anybody needs that."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._holding = 0
        self._was_on = False

    @contextlib.contextmanager
    def hold(self) -> Iterator[None]:
        """Look for none inside this; any thread, also several at once."""
        with self._lock:
            if self._holding == 0:
                self._was_on = gc.isenabled()
                gc.disable()
            self._holding += 1
        try:
            yield
        finally:
            with self._lock:
                self._holding -= 1
                if self._holding == 0 and self._was_on:
                    gc.enable()


_no_garbage = _NoGarbage()


class _Answer(QObject):
    """Lives in the main thread; goes with its parent, and then nobody is called any more."""

    def __init__(
        self,
        on_done: Callable[[Any], None],
        on_error: Callable[[Exception], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._on_done = on_done
        self._on_error = on_error

    @Slot(object)
    def give_result(self, result: object) -> None:
        on_done = self._on_done
        self._let_go()
        on_done(result)

    @Slot(object)
    def give_error(self, error: Exception) -> None:
        on_error = self._on_error
        self._let_go()
        on_error(error)

    def _let_go(self) -> None:
        """Hold nobody any more: the last to hold our parent must not be what goes with it."""
        self._on_done = self._on_error = _nobody
        self.deleteLater()


def _nobody(_answer: object) -> None:
    """Is called no more."""


class _Relay(QObject):
    done = Signal(object)
    failed = Signal(object)


class _Job(QRunnable):
    def __init__(self, function: Callable[[], Any], relay: _Relay) -> None:
        super().__init__()
        self._function = function
        self._relay = relay

    def run(self) -> None:
        with _no_garbage.hold():
            self._work()

    def _work(self) -> None:
        try:
            result = self._function()
        except Exception as error:  # noqa: BLE001 - handed to whoever asked
            _log.info("background work failed: %s", type(error).__name__)
            with contextlib.suppress(RuntimeError):  # the program is closing
                self._relay.failed.emit(error)
        else:
            with contextlib.suppress(RuntimeError):
                self._relay.done.emit(result)


def run(
    function: Callable[[], Any],
    on_done: Callable[[Any], None],
    on_error: Callable[[Exception], None],
    parent: QObject,
) -> None:
    """Run `function` in the thread pool; its result or error arrives on the main thread.

    Args:
        function: takes nothing; opens its own database connection when it needs one.
        parent: when it is gone before the answer, nobody is called.
    """
    answer = _Answer(on_done, on_error, parent)
    # A child of the answer: it must go in this thread, whichever lets go of it last.
    relay = _Relay(answer)
    queued = Qt.ConnectionType.QueuedConnection
    relay.done.connect(answer.give_result, queued)
    relay.failed.connect(answer.give_error, queued)
    QThreadPool.globalInstance().start(_Job(function, relay))
