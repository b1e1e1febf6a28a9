# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Logboek: a reflection logbook. This package knows its own version and nothing else here."""

__version__ = "0.1.0"
