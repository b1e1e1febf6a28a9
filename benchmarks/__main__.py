# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`python -m benchmarks [--quick] [GOAL …]`: prints the table for benchmarks/README.md."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from benchmarks import (
    exporting,
    loading,
    packet_page,
    palette,
    saving,
    searching,
    starting,
    typing_speed,
    window_search,
)
from benchmarks.data import SIZES, logbook_of
from benchmarks.measure import Result


def main() -> None:
    """Measure the asked goals, all by default."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--quick", action="store_true", help="up to 10,000 entries")
    parser.add_argument("goals", nargs="*", help="for example B1 S4")
    options = parser.parse_args()
    sizes = SIZES[:3] if options.quick else SIZES
    middle = 10_000
    groups: dict[tuple[str, ...], Callable[[], list[Result]]] = {
        ("S4",): starting.results_version,
        ("S1", "S2"): lambda: starting.results_window(sizes),
        ("B1", "B2", "B3"): lambda: saving.results_saving(sizes),
        ("B4",): lambda: saving.results_note(middle),
        ("I1",): lambda: saving.results_import(middle),
        ("X1", "X2"): lambda: exporting.results_export(middle),
        ("X4",): lambda: exporting.results_memory(1_000, middle),
        ("L1",): loading.results_loading,
        ("Z1",): lambda: searching.results_process(sizes[1:]),
        ("Z3",): lambda: [
            *searching.results_window(sizes[-1]),
            *window_search.results_typing(sizes[-1]),
        ],
        ("M2",): lambda: searching.results_memory(middle),
        ("K1",): lambda: palette.results_palette(sizes[-1]),
        ("D1",): packet_page.results_packet,
        ("T1",): typing_speed.results_typing,
        ("M1",): lambda: starting.results_memory(sizes),
    }
    if not options.goals or set(options.goals) - {"D1", "L1", "T1"}:
        for size in sizes:
            logbook_of(size)
    print("| Doel | Wat | Vloer | Wij | Verhouding | Grens | Gehaald |")
    print("|---|---|---|---|---|---|---|")
    for goals, measure in groups.items():
        if not options.goals or set(goals) & set(options.goals):
            for result in measure():
                print(result.row(), flush=True)


if __name__ == "__main__":
    main()
