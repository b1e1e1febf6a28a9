#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
#
# Installs what the tests with other programs need: browsers, Node with the driver for both, and
# LibreOffice Writer. Does nothing, quickly, when all of that is in place.
#
# Usage: scripts/browsers.sh [chromium] [firefox] [writer]

set -eu
cd "$(dirname "$0")/.."
. scripts/packages.sh

driver=tests/browser/node_modules/puppeteer-core

has() { command -v "$1" >/dev/null 2>&1; }

# Names of the Debian packages that are missing for these programs.
missing_packages() { # chromium|firefox|writer ...
    for program in "$@"; do
        case $program in
            chromium) has chromium || has chromium-browser || has google-chrome || echo chromium ;;
            firefox) has firefox-esr || has firefox || echo firefox-esr ;;
            writer) has soffice || echo libreoffice-writer ;;
            *) stop "Onbekend: $program. Kies uit chromium, firefox en writer." ;;
        esac
    done
    case " $* " in
        *' chromium '* | *' firefox '*)
            has node || echo nodejs
            has npm || echo npm
            ;;
    esac
}

wanted_driver() { sed -n 's/.*"puppeteer-core": "\(.*\)".*/\1/p' tests/browser/package.json; }

has_driver() {
    [ -f "$driver/package.json" ] && grep -q "\"version\": \"$(wanted_driver)\"" "$driver/package.json"
}

# Exactly the version of package.json. No lock file: it would hold the address of a registry.
install_driver() {
    has_driver && return
    say "De besturing van browsers ophalen (puppeteer-core $(wanted_driver)) …"
    log=$(mktemp)
    (cd tests/browser && npm install --no-save --no-package-lock --ignore-scripts --no-audit \
        --no-fund --loglevel=error) >"$log" 2>&1 </dev/null || tail -n 15 "$log" >&2
    rm -f "$log"
    has_driver || stop 'De besturing van browsers is niet geïnstalleerd. Vaak is er dan geen internet.
Zonder kan deze toets niet: probeer het opnieuw met internet.'
}

[ $# -gt 0 ] || set -- chromium
missing=$(missing_packages "$@")
if [ -n "$missing" ]; then
    # shellcheck disable=SC2086  # a list of words
    install_packages $missing || true
    missing=$(missing_packages "$@")
    # shellcheck disable=SC2086
    [ -z "$missing" ] || stop "Voor de toetsen van deelpakketten ontbreekt nog: $(echo $missing)
Op Debian en Ubuntu typ je dit. Begin daarna opnieuw:
  $(apt_line $missing)"
fi
case " $* " in
    *' chromium '* | *' firefox '*) install_driver ;;
esac
