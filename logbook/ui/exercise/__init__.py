# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Writing in an exercise or a free note: the page, its parts and the autosave behind it."""
