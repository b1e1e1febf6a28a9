# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
#
# Installing packages of Debian and Ubuntu, for the other scripts: `. scripts/packages.sh`.

say() { printf '%s\n' "$*" >&2; }
stop() { say "$@"; exit 1; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo -n "$@"
    fi
}

may_install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    [ "$(id -u)" -eq 0 ] || { command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; }
}

# Runs apt-get without questions, waiting up to ten minutes for another apt; shows its words only on
# failure.
apt() {
    log=$(mktemp)
    if as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y \
        -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3 "$@" >"$log" 2>&1 </dev/null; then
        rm -f "$log"
    else
        tail -n 15 "$log" >&2
        rm -f "$log"
        return 1
    fi
}

# Installs Debian packages if we may. Fails, without a word, if we may not.
install_packages() {
    may_install || return 1
    say "Systeempakketten installeren: $(echo "$@")"
    # a fresh system has no package lists, an old one may have stale ones: ask for new ones then
    apt install --no-install-recommends "$@" 2>/dev/null ||
        { apt update && apt install --no-install-recommends "$@"; }
}

apt_line() { echo "sudo apt-get install --no-install-recommends $(echo "$@")"; }
