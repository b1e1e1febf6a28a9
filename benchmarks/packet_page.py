# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""D1: a share packet of 40 entries with 160 pictures in Chromium, against an empty page there.

Sealed: from the press on "Openen" to the first frame with the packet, and how much of that is
making the key of the passphrase, which may not be quicker. Needs `scripts/browsers.sh chromium`.
"""

from __future__ import annotations

import statistics
from pathlib import Path
from typing import Any

from benchmarks.measure import Result, fresh_home, in_pairs
from logbook.formats.packet_file import write_packet_file
from logbook.formats.sealed import new_key
from tests.browser.conftest import Browser
from tests.browser.samples import PASSPHRASE, large_packet

_EMPTY = '<!DOCTYPE html><html lang="nl"><title>Leeg</title><body></body></html>'


def results_packet() -> list[Result]:
    """Size, arriving at the page, and opening it with the passphrase."""
    home = fresh_home("packet-page")
    plain, sealed, empty = (home / f"{name}.html" for name in ("plain", "sealed", "empty"))
    plain.write_bytes(write_packet_file(large_packet(), None))
    sealed.write_bytes(write_packet_file(large_packet(), new_key(PASSPHRASE)))
    empty.write_text(_EMPTY, "utf-8")
    browser = Browser("chromium", home)
    try:
        floor, ours = in_pairs(
            lambda: _arriving(browser, empty), lambda: _arriving(browser, plain), times=7
        )
        opened = [browser.value("opening", sealed, passphrase=PASSPHRASE) for _ in range(7)]
    finally:
        browser.close()
    whole, after = (statistics.median(each[name] for each in opened) for name in ("ms", "after"))
    size = max(path.stat().st_size for path in (plain, sealed)) / 1e6
    return [
        Result("D1", "grootste van het open en het versleutelde pakket", 5.0, size, 1.0, "MB"),
        Result("D1", "open pakket getekend, tegen een lege bladzijde", floor, ours, 10.0),
        Result("D1", "versleuteld pakket, van sleutel tot beeld", 1000.0, after, 1.0),
        Result("D1", "hetzelfde, tegen een lege bladzijde", floor, after, 10.0),
        Result("D1", "hetzelfde met het maken van de sleutel erbij", 1000.0, whole, 1.0),
    ]


def _arriving(browser: Browser, path: Path) -> float:
    found: Any = browser.value("arriving", address=path.as_uri())
    return float(found)
