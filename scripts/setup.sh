#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
#
# Makes the checkout ready for use: a virtual environment in .venv with exactly the packages of
# requirements-dev.txt, the project itself (editable), and the system libraries Qt asks for.
# Does nothing, quickly, when all of that is in place. Knows nothing of the program itself.
#
# Usage: scripts/setup.sh [--window]     --window: libraries that only a visible window needs must
#                                        be there too, otherwise a missing one is only mentioned
# Environment: PYTHON                    the Python to use (3.11 or newer)

set -eu
cd "$(dirname "$0")/.."

lock=requirements-dev.txt
stamp=.venv/logboek-setup
qt_packages='libegl1 libgl1 libglib2.0-0 libfontconfig1 libxkbcommon0 libdbus-1-3'
window_packages='libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0
    libxcb-render-util0 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0 libwayland-cursor0'
need_window=no
[ "${1:-}" = --window ] && need_window=yes

. scripts/packages.sh

# --- Python ---------------------------------------------------------------------------------------

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

find_python() {
    for candidate in ${PYTHON:-} python3.11 python3.12 python3.13 python3.14 python3.15 python3; do
        if new_enough "$candidate"; then
            echo "$candidate"
            return
        fi
    done
    stop "Logboek heeft Python 3.11 of nieuwer nodig en kan dat hier niet vinden.
Op Debian en Ubuntu typ je dit. Begin daarna opnieuw:
  $(apt_line python3 python3-venv $qt_packages $window_packages)"
}

# Debian keeps the part of Python that makes virtual environments in a package of its own.
ensure_venv_module() { # PYTHON
    "$1" -c 'import ensurepip, venv' >/dev/null 2>&1 && return
    version=$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    install_packages "python$version-venv" || true
    "$1" -c 'import ensurepip, venv' >/dev/null 2>&1 ||
        stop "Python mist het onderdeel dat een eigen omgeving maakt.
Op Debian en Ubuntu typ je dit. Begin daarna opnieuw:
  $(apt_line "python$version-venv" $qt_packages $window_packages)"
}

# What the environment was made from: another lock, project file, script or folder means again.
fingerprint() {
    echo "$(pwd) $(cat "$lock" pyproject.toml scripts/setup.sh | cksum)"
}

is_current() {
    [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(fingerprint)" ] && [ -x .venv/bin/python ]
}

install_environment() {
    python=$(find_python)
    ensure_venv_module "$python"
    say 'Logboek klaarzetten in de map .venv (de eerste keer ongeveer 150 MB ophalen) …'
    # an environment that does not run, or that was made in another folder, is made anew
    if ! .venv/bin/python -m pip --version 2>/dev/null | grep -qF "$(pwd)/.venv/"; then
        "$python" -m venv --clear .venv
    fi
    rm -f "$stamp"
    pip='.venv/bin/python -m pip --disable-pip-version-check --no-input'
    $pip install -qq --require-hashes --no-deps -r "$lock" </dev/null &&
        $pip install -qq --no-deps --no-build-isolation --no-index -e . </dev/null ||
        stop 'Niet alle pakketten zijn geïnstalleerd. Vaak is er dan geen internet. Begin daarna opnieuw.'
    fingerprint >"$stamp"
}

# --- libraries of Qt ------------------------------------------------------------------------------

# Prints the names of shared libraries that these files of Qt ask for and the system lacks.
missing_libraries() { # FILE UNDER PySide6/Qt ...
    command -v ldd >/dev/null 2>&1 || return 0
    for file in "$@"; do
        ldd .venv/lib/python3*/site-packages/PySide6/Qt/"$file" 2>/dev/null || true
    done | sed -n 's/^[[:space:]]*\([^ ]*\) => not found.*/\1/p' | sort -u
}

missing_for_qt() {
    missing_libraries lib/libQt6Widgets.so.6 lib/libQt6DBus.so.6 plugins/platforms/libqoffscreen.so
}

missing_for_window() { missing_libraries plugins/platforms/libqxcb.so; }

ensure_libraries() {
    [ -z "$(missing_for_window)" ] && [ -f "$stamp.qt" ] && return
    if [ -n "$(missing_for_qt)$(missing_for_window)" ]; then
        # shellcheck disable=SC2086  # lists of words
        install_packages $qt_packages $window_packages || true
    fi
    missing=$(missing_for_qt)
    # shellcheck disable=SC2086,SC2116
    [ -z "$missing" ] || stop "Qt, het vensterprogramma onder Logboek, mist: $(echo $missing)
Op Debian en Ubuntu typ je dit. Begin daarna opnieuw:
  $(apt_line $qt_packages $window_packages)"
    touch "$stamp.qt"
    missing=$(missing_for_window)
    [ -n "$missing" ] || return 0
    # shellcheck disable=SC2086,SC2116
    say "Voor een zichtbaar venster ontbreekt nog: $(echo $missing)
Op Debian en Ubuntu typ je daarvoor:
  $(apt_line $window_packages)"
    [ "$need_window" = no ]
}

is_current || install_environment
ensure_libraries
