# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A mistake of ours in a command: one sentence, and a log that holds places, never words."""

from __future__ import annotations

import os
import platform
import traceback

from logbook import __version__
from logbook.clock import now_utc
from logbook.core.errors import LogbookError
from logbook.paths import find_paths


def log_failure(error: BaseException) -> str:
    """Log where it went wrong; returns the sentence to show.

    The message of the error is left out: it may quote what somebody wrote.
    """
    lines = [
        f"{now_utc().isoformat(timespec='seconds')} logbook {__version__},"
        f" Python {platform.python_version()}, {platform.system()}",
        *(_chain(error)),
        "",
    ]
    try:
        path = find_paths().cache / "fouten.log"
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(descriptor, "a", encoding="utf-8") as stream:
            stream.write("\n".join(lines))
    except (OSError, LogbookError):
        return (
            "Er ging iets mis in het programma zelf. Wat al bewaard was is veilig. "
            "Een verslag van de fout kon niet worden bewaard."
        )
    return (
        "Er ging iets mis in het programma zelf. Wat al bewaard was is veilig. "
        f"Waar het misging staat in {path}, zonder jouw woorden."
    )


def _chain(error: BaseException | None) -> list[str]:
    lines: list[str] = []
    while error is not None:
        lines.append(type(error).__qualname__)
        for frame in traceback.extract_tb(error.__traceback__):
            lines.append(f"  {frame.filename}:{frame.lineno} {frame.name}")
        error = error.__cause__ or error.__context__
    return lines
