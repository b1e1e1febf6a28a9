# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The fixtures of the screens, for faults while a screen is open."""

from tests.ui.conftest import context, preferences, recorder, services, theme

__all__ = ["context", "preferences", "recorder", "services", "theme"]
