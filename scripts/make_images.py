# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Renews the pictures in `docs/images` with those of the demo: the real program, light, 1280 × 800.

Run `make images` after a change that shows.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from logbook.ui.demo.command import run_demo

#: Which picture of the demo becomes which file.
_PICTURES = {
    "vandaag-met-concept": "vandaag",
    "vier-kaarten-gekozen": "kaarten",
    "woorden-bij-een-kaart": "schrijven",
    "voortgang": "voortgang",
}


def main() -> int:
    """Play the demo and copy its pictures; 0 when that went well."""
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
    sys.exit(main())
