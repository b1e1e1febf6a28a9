# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A process that writes a note until the system refuses to let the file grow, and then may again.

Prints which error the draft told, and how many characters were kept in the end.
"""

from __future__ import annotations

import resource
import signal
from types import SimpleNamespace

from PySide6.QtCore import QCoreApplication

from logbook.bootstrap import open_services
from logbook.core.entry import NOTE_BLOCK, AnswerKey, Value
from logbook.paths import find_paths
from logbook.ui.exercise.draft import Draft
from logbook.ui.notifier import Notifier

_NOTE = AnswerKey(NOTE_BLOCK)
_ROOM = 200_000


def main() -> None:
    """Write, be refused, and write again."""
    app = QCoreApplication(["hungry"])
    services = open_services(find_paths(), create=True)
    context = SimpleNamespace(services=services, notifier=Notifier())
    draft = Draft(context, services.writing.begin_note(), None)  # type: ignore[arg-type]
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    size = services.paths.logbook.stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + _ROOM, most))
    text, refused = "", None
    while refused is None:
        text += f"Regel {len(text)}: ik schrijf door tot de schijf vol is.\n" * 200
        draft.set_value(_NOTE, Value(text))
        draft.flush()
        refused = draft.failure
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    if not draft.flush():
        raise SystemExit("still refused")
    services.close()
    print(type(refused).__name__, len(text))
    del app


if __name__ == "__main__":
    main()
