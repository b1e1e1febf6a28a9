# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The command line: thin commands; data on stdout, messages on stderr, honest exit codes."""
