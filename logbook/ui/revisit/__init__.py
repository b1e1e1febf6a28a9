# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Terugblik: the same question years apart, intentions that come back, and words over time."""
