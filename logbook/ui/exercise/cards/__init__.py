# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Choosing cards and keeping them in view: the table, the list, the strip, the large view."""
