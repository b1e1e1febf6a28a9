# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Delen: choose, ask, replace names, look at exactly what leaves, and send."""
