# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A label for a `FlowLayout`, which gives each part the width it asks for."""

from __future__ import annotations

from PySide6.QtCore import QSize

from logbook.ui.widgets.labels import PlainLabel


class FlowLabel(PlainLabel):
    """A label that takes one line when there is room for it and wraps when there is not."""

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.lineSpacing() + 2)
