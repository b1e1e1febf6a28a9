# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Own photos as cards: adding them, describing them, and looking after own decks."""
