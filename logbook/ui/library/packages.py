# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Acts on packages from the library: choose a file, look into it, add it, remove it, undo that."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from logbook.core.errors import LogbookError
from logbook.services.changes import Changes
from logbook.texts import packages as words
from logbook.ui.acts import Acts
from logbook.ui.context import Context

if TYPE_CHECKING:
    from logbook.services.packages import Offer
    from logbook.ui.library.package_dialog import PackageDialog
    from logbook.ui.library.packages_dialog import PackagesDialog

_MEMORY = "library/package-folder"


class PackageActs(QObject):
    """Adds and removes packages for one page; `page` is what dialogs stand above."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._acts = Acts(context, self)
        self._undo = 0
        self._manager: PackagesDialog | None = None

    def fill_menu(self, menu: QMenu) -> None:
        """Add these acts to a menu."""
        menu.addAction(self.tr("Oefeningen toevoegen …")).triggered.connect(self.choose_file)
        menu.addAction(self.tr("Pakketten beheren …")).triggered.connect(self.manage)

    @Slot()
    def choose_file(self) -> None:
        """Ask for a package file and show what is in it."""
        folder = self._context.memory.get(_MEMORY, str(Path.home()))
        kinds = self.tr("Pakketten met oefeningen (*{ending});;Alle bestanden (*)")
        name, _ = QFileDialog.getOpenFileName(
            self._page,
            self.tr("Oefeningen toevoegen"),
            folder,
            kinds.format(ending=words.ENDING),
        )
        if name:
            self._context.memory.set(_MEMORY, str(Path(name).parent))
            self.open_file(Path(name))

    def open_file(self, path: Path) -> PackageDialog:
        """Show what is in a package file."""
        # Not at the top, as below: few visits to the library need it.
        from logbook.ui.library.package_dialog import PackageDialog

        packages = self._context.services.packages
        dialog = PackageDialog(packages, path, self._context.theme, self._page)
        dialog.installed.connect(self._on_installed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        dialog.look()
        return dialog

    @Slot()
    def manage(self) -> PackagesDialog:
        """Show the installed packages."""
        from logbook.ui.library.packages_dialog import PackagesDialog

        packages = self._context.services.packages
        dialog = PackagesDialog(self._context.theme, self._page)
        dialog.show_packages(packages.installed())
        dialog.remove_requested.connect(self._on_remove_requested)
        dialog.restore_requested.connect(self.restore)
        dialog.finished.connect(self._on_manager_finished)
        dialog.open()
        self._manager = dialog
        return dialog

    @Slot()
    def _on_manager_finished(self) -> None:
        if self._manager is not None:
            self._manager.deleteLater()
            self._manager = None

    @Slot(str)
    def restore(self, package_id: str) -> None:
        """Put back what was removed."""
        self._context.messages.dismiss(self._undo)
        packages = self._context.services.packages
        try:
            changes = packages.restore(package_id)
        except LogbookError as error:
            self._acts.say(error)
            return
        self._show_changed(changes, package_id, removed=False)

    def _show_changed(self, changes: Changes, package_id: str, *, removed: bool) -> None:
        self._context.services.content.reload()
        self._context.notifier.announce(changes)
        if self._manager is not None:
            self._manager.show_removed(package_id, removed)

    @Slot(object)
    def _on_installed(self, offer: Offer) -> None:
        self._context.services.content.reload()
        self._context.notifier.announce(Changes(library=True))
        self._context.messages.show(words.installed(offer.facts), "success")

    @Slot(str, str)
    def _on_remove_requested(self, package_id: str, title: str) -> None:
        packages = self._context.services.packages
        try:
            changes = packages.remove(package_id)
        except LogbookError as error:
            self._acts.say(error)
            return
        self._show_changed(changes, package_id, removed=True)
        self._undo = self._context.messages.show(
            words.removed(title),
            action_text=self.tr("Ongedaan maken"),
            action=lambda: self.restore(package_id),
        )
