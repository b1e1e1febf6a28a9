# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The only entry point: `logbook` and `python -m logbook`.

Answers `--version` before anything else is imported; opens the window without a command, for
`demo` and for `exercises preview`; everything else goes to the commands, which never import Qt.
"""

import os
import sys


def main() -> int:
    """Run the program; the exit code."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        from logbook import __version__

        sys.stdout.write(f"logbook {__version__}\n")
        return 0
    if _wants_window(arguments):
        from logbook.ui.app import main as open_window

        return open_window(arguments)
    from logbook.cli.main import main as run_command

    code = run_command(arguments)
    if _command(arguments)[0] in ("note", "search"):
        _leave(code)
    return code


def _leave(code: int) -> None:
    """End now: what was written is on disk, and clearing up takes longer than the work itself."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        return  # Python ends as it does when nobody reads on
    os._exit(code)


def _command(arguments: list[str]) -> list[str]:
    """What stands behind the name of a logbook: the command and its arguments."""
    waiting = list(arguments)
    while waiting:
        if waiting[0] == "--logbook" and len(waiting) > 1:
            del waiting[:2]
        elif waiting[0].startswith("--logbook="):
            del waiting[0]
        else:
            break
    return waiting


def _wants_window(arguments: list[str]) -> bool:
    """Whether there is no command, or one that shows a window."""
    command = _command(arguments)
    return not command or command[0] == "demo" or command[:2] == ["exercises", "preview"]


if __name__ == "__main__":
    sys.exit(main())
