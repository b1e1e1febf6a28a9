# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The screens beside the rail: made at their first visit, entered and left in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from logbook.ui.pages import BY_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from logbook.services.changes import Changes
    from logbook.ui.context import Context
    from logbook.ui.page import Page


class PageStack(QStackedWidget):
    """Holds the screens by name.

    Signals:
        navigation_requested(Wish): a screen asks to go somewhere.
        page_built(str): a screen was made.
    """

    navigation_requested = Signal(object)
    page_built = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._pages: dict[str, Page] = {}
        context.notifier.changed.connect(self._on_notifier_changed)

    @property
    def current_name(self) -> str:
        """The name of the screen in view, "" before the first."""
        shown = self.currentWidget()
        return next((name for name, page in self._pages.items() if page is shown), "")

    @property
    def current_page(self) -> Page | None:
        """The screen in view."""
        return self._pages.get(self.current_name)

    def guide_topic(self) -> str:
        """What the guide opens at, for the screen in view."""
        page = self.current_page
        return page.guide_topic() if page is not None else ""

    def __iter__(self) -> Iterator[Page]:
        return iter(tuple(self._pages.values()))

    def is_built(self, name: str) -> bool:
        """Whether a screen was visited before."""
        return name in self._pages

    def page(self, name: str) -> Page:
        """A screen by its name; made when it was not there yet."""
        if name not in self._pages:
            made: Page = BY_NAME[name].load()(self._context, self)
            made.setObjectName(name)
            made.setProperty("role", "page")
            made.navigation_requested.connect(self.navigation_requested)
            self._pages[name] = made
            self.addWidget(made)
            self.page_built.emit(name)
        return self._pages[name]

    def show_page(self, name: str) -> None:
        """Bring a screen into view: the one before is left, this one entered."""
        page, before = self.page(name), self.current_page
        if before is not None and before is not page and self.currentWidget() is before:
            before.leave()
        self.setCurrentWidget(page)
        page.enter()

    def flush(self) -> bool:
        """Make what is pending on any screen durable; False when a screen could not."""
        results = [page.flush() for page in self]  # every one, also after a failure
        return all(results)

    def rescue_text(self) -> str:
        """What the screens could not make durable."""
        return "\n\n".join(text for page in self if (text := page.rescue_text()))

    @Slot(object)
    def _on_notifier_changed(self, changes: Changes) -> None:
        for page in self:
            page.apply_changes(changes)
