# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Ids that stand in packets and answer files; they say nothing, not even when they were made."""

from __future__ import annotations

import secrets

from logbook.core.packet import PublicId


def new_public_id() -> PublicId:
    """A new random id: 128 bits from the system."""
    return PublicId(secrets.token_hex(16))
