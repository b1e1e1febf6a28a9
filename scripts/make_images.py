# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Renews the pictures in `docs`: those of the demo and those of the manual for authors.

All come from the real program, light. Run `make images` after a change that shows; for the manual
alone `python -m scripts.make_images manual`.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from logbook.ui.demo.command import run_demo

#: Which picture of the demo becomes which file.
_PICTURES = {
    "vandaag-met-concept": "vandaag",
    "vier-kaarten-gekozen": "kaarten",
    "woorden-bij-een-kaart": "schrijven",
    "voortgang": "voortgang",
}


def main(arguments: Sequence[str]) -> int:
    """Make the pictures; 0 when that went well."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if "manual" not in arguments and (code := _play_demo()):
        return code
    # Not at the top: the demo chooses the platform before the first part of Qt is there.
    from logbook.ui.app import make_application
    from scripts.manual.pictures import make_pictures

    make_pictures(make_application())
    return 0


def _play_demo() -> int:
    target = Path(__file__).parents[1] / "docs" / "images"
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        code = run_demo([folder])
        if code:
            return code
        for name, file_name in _PICTURES.items():
            (found,) = Path(folder).glob(f"[0-9]*-{name}.png")
            shutil.copyfile(found, target / f"{file_name}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
