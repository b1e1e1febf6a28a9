#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
#
# Sets up and opens Logboek. Without a display it walks through the program by itself instead
# (`logbook demo`), in a window that nobody sees, and says where the pictures are.

set -eu
cd "$(dirname "$0")/.."

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname -s)" = Darwin ]; then
    scripts/setup.sh --window
    exec .venv/bin/logbook "$@"
fi

scripts/setup.sh
echo 'Hier is geen beeldscherm: Logboek laat zich nu zonder venster zien (logbook demo).'
QT_QPA_PLATFORM=offscreen exec .venv/bin/logbook demo "$@"
