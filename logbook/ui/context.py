# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What every page needs, handed to its constructor; no globals."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from logbook.bootstrap import Services
    from logbook.ui.memory import WindowMemory
    from logbook.ui.messages import Messages
    from logbook.ui.notifier import Notifier
    from logbook.ui.preferences import Preferences
    from logbook.ui.theme import Theme


class Context(NamedTuple):
    """The services of the open logbook and the parts of the window that pages share."""

    services: Services
    theme: Theme
    notifier: Notifier
    messages: Messages
    preferences: Preferences
    memory: WindowMemory
