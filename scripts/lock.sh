#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
#
# Renews requirements.txt (the program) and requirements-dev.txt (the program and our tools) from
# pyproject.toml: exact versions with hashes, for every platform and Python from 3.11 on.
# No address of a package index is written; the check at the end says so.
#
# Usage: scripts/lock.sh [--upgrade]

set -eu
cd "$(dirname "$0")/.."

compile() { # OUTPUT [OPTION...]
    output=$1
    shift
    .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --custom-compile-command 'make lock' --output-file "$output" "$@" pyproject.toml
}

compile requirements.txt "$@"
compile requirements-dev.txt --group dev --constraints requirements.txt "$@"

if grep -nE '://|--(extra-)?index-url|--find-links' requirements.txt requirements-dev.txt; then
    echo 'A lock file holds an address: see the lines above.' >&2
    exit 1
fi
