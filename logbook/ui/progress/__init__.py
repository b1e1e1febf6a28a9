# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Voortgang: what was done, as facts; per chapter, over the year and as a table."""
