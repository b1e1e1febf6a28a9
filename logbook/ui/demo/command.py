# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The command `logbook demo [MAP]`: plays the journey, says what it does and where things are."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_HELP = """\
Gebruik: logbook demo [--watch] [MAP]

Laat het echte venster zelf door het hoofdwerk lopen, met een wegwerplogboek: kaarten kiezen,
schrijven, sluiten, opnieuw openen, teruglezen, voortgang en exporteren. Jouw logboek blijft dicht.
Van elk scherm komt een plaatje in MAP, samen met de exports; zonder MAP in een nieuwe map.

  --watch   toon het venster op het beeldscherm
"""
#: What the offscreen platform says about things it has no window manager for.
_NOISE = "This plugin does not support"


def run_demo(arguments: Sequence[str]) -> int:
    """Play the demo; 0 when everything held, 1 when something did not, 2 for wrong use.

    Args:
        arguments: what came after `demo`.
    """
    if "--help" in arguments or "-h" in arguments:
        sys.stdout.write(_HELP)
        return 0
    watch = "--watch" in arguments
    folders = [argument for argument in arguments if argument != "--watch"]
    if len(folders) > 1 or any(folder.startswith("-") for folder in folders):
        sys.stderr.write("Dit begrijp ik niet. Typ: logbook demo [--watch] [MAP]\n")
        return 2
    if not watch:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        folder = Path(folders[0] if folders else tempfile.mkdtemp(prefix="logboek-demo-"))
        folder = folder.expanduser().absolute()
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        sys.stderr.write(
            f"De map {folders[0] if folders else tempfile.gettempdir()} kan niet worden gebruikt. "
            "Er is niets veranderd. Kies een andere map.\n"
        )
        return 1
    return _play(folder)


def _play(folder: Path) -> int:
    from logbook.core.errors import LogbookError
    from logbook.texts import error_sentence
    from logbook.ui.app import make_application
    from logbook.ui.demo.hands import NotSeen
    from logbook.ui.demo.journey import Journey
    from logbook.ui.demo.stage import Stage

    qInstallMessageHandler(_on_qt_message)
    app = make_application()
    with tempfile.TemporaryDirectory(prefix="logboek-demo-home-") as home:
        stage = Stage(app, Path(home), folder, _say)
        sys.excepthook = stage.mistakes.handle
        try:
            facts = Journey(stage).walk()
        except NotSeen as trouble:
            sys.stderr.write(f"De demo stopt hier: {trouble}\n")
            return 1
        except LogbookError as error:
            sys.stderr.write(f"De demo stopt hier. {error_sentence(error)}\n")
            return 1
        finally:
            stage.close()
            sys.excepthook = sys.__excepthook__
            qInstallMessageHandler(None)
    _say(f"Klaar: elk woord staat er. {len(facts.pictures)} plaatjes en 3 exports in {folder}")
    return 0


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _on_qt_message(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    if not text.startswith(_NOISE):
        sys.stderr.write(f"{text}\n")
