# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Ctrl+K: one list of everything that can be opened or done, found by typing."""
