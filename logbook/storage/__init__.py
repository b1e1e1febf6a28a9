# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""SQLite behind stores that take and give core values; nothing else knows that tables exist."""
