# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Spelling and traceability: underlines, menu and popover while one writes; a check on request."""
