# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The command `logbook exercises preview BESTAND`: one preview window, without a logbook."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from logbook.core.errors import LogbookError
from logbook.paths import absolute, find_paths
from logbook.services.previewing import refusal
from logbook.settings import Settings, load_settings
from logbook.texts import error_sentence

_HELP = """\
Gebruik: logbook exercises preview BESTAND

Opent een venster met de oefening in BESTAND, zoals iemand haar doet. Bewaar je het bestand, dan
gaat het venster mee; fouten staan er met hun regel bij. Wat je in dit venster typt, wordt niet
bewaard. Je logboek blijft dicht.
"""


def run_preview(arguments: Sequence[str]) -> int:
    """Show the window until it is closed; 0, 1 when there is no such file, 2 for wrong use.

    Args:
        arguments: what came after `exercises preview`.
    """
    if "--help" in arguments or "-h" in arguments:
        sys.stdout.write(_HELP)
        return 0
    names = [name for name in arguments if name != "--"]
    if len(names) != 1 or (names[0].startswith("-") and "--" not in arguments):
        sys.stderr.write("Dit begrijp ik niet. Typ: logbook exercises preview BESTAND\n")
        return 2
    try:
        file = absolute(Path(names[0]))
    except LogbookError as error:
        sys.stderr.write(f"{error_sentence(error)}\n")
        return 1
    if sentence := refusal(file):
        sys.stderr.write(f"{names[0]}: {sentence}\n")
        return 1
    return _show(file)


def _show(file: Path) -> int:
    from logbook.ui.app import make_application
    from logbook.ui.preferences import Preferences
    from logbook.ui.preview.preview_window import PreviewWindow
    from logbook.ui.quit_signals import QuitSignals
    from logbook.ui.theme import Theme
    from logbook.ui.unexpected import Unexpected

    app = make_application()
    paths = find_paths()
    try:
        settings = load_settings(paths.settings)
    except LogbookError:
        settings = Settings()
    theme = Theme(app)
    theme.apply(settings)
    window = PreviewWindow(file, paths, theme, Preferences(paths.settings, settings, theme))
    unexpected = Unexpected(app)
    unexpected.set_window(window, window.messages)
    sys.excepthook = unexpected.handle
    signals = QuitSignals(app)
    signals.quit_requested.connect(window.close)
    window.closed.connect(app.quit)
    window.show()
    code = app.exec()
    sys.excepthook = sys.__excepthook__
    signals.close()
    return code
