# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Copy the icons we use from the npm package lucide-static to logbook/ui/assets/icons.

Knows which icons those are; `logbook/ui/theme.py` gives them their colour by replacing
`currentColor`. To add an icon, add its name and run:

    .venv/bin/python scripts/make_icons.py
"""

import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ICONS = Path(__file__).resolve().parent.parent / "logbook" / "ui" / "assets" / "icons"
PACKAGE = "lucide-static@1.62.0"

NAMES = """
    arrow-down arrow-left arrow-right arrow-up book-open calendar chart-no-axes-column check
    chevron-down chevron-right circle circle-check circle-dot clipboard-check clock columns-2 copy
    download ellipsis-vertical file-text flag folder folder-open grid-2x2 grip-vertical history
    images info library link list list-checks list-filter list-ordered lock maximize
    messages-square minimize notebook-pen panel-right-close panel-right-open pause pencil pin
    play plus repeat-2 rotate-ccw route scale search settings shield-alert shuffle
    sliders-horizontal sun table tag target text trash-2 triangle-alert undo-2 x
""".split()  # noqa: SIM905 - a list of names reads best as text


def main() -> int:
    """Replace the folder's icons by those of the package."""
    ICONS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        packed = subprocess.run(
            ["npm", "pack", "--silent", PACKAGE],
            cwd=name,
            check=True,
            capture_output=True,
            text=True,
        ).stdout.split()[-1]
        with tarfile.open(Path(name) / packed) as archive:
            archive.extractall(name, filter="data")
        package = Path(name) / "package"
        absent = [icon for icon in NAMES if not (package / "icons" / f"{icon}.svg").exists()]
        if absent:
            sys.stderr.write(f"not in {PACKAGE}: {' '.join(absent)}\n")
            return 1
        for old in ICONS.glob("*.svg"):
            old.unlink()
        for icon in NAMES:
            svg = (package / "icons" / f"{icon}.svg").read_text(encoding="utf-8")
            svg = re.sub(r"<!--.*?-->\s*", "", svg, flags=re.DOTALL)
            (ICONS / f"{icon}.svg").write_text(svg, encoding="utf-8")
        licence = (package / "LICENSE").read_text(encoding="utf-8")
        (ICONS / "LICENSE").write_text(licence, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
