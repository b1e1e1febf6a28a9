# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Shows what is in a package of exercises, lets the user choose, and adds it.

Reading and installing happen beside the main thread; this dialog shows how far they are.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from logbook import texts
from logbook.core.errors import LogbookError, PackageStopped
from logbook.core.package import Relation
from logbook.services.packages import Offer, Packages
from logbook.ui import background
from logbook.ui.library.package_view import PackageView
from logbook.ui.library.package_watch import PackageWatch
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.labels import PlainLabel

_WIDTH, _HEIGHT = 640, 620
#: The package in the file is the better choice; for the others it is what one has.
_FORWARD = (Relation.NEW, Relation.NEWER)


class PackageDialog(QDialog):
    """From a file to installed exercises, or to why that cannot be.

    Signals:
        installed(Offer): the package stands.
    """

    installed = Signal(object)

    def __init__(
        self, packages: Packages, path: Path, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._packages = packages
        self._path = path
        self._theme = theme
        self._offer: Offer | None = None
        self._watch = PackageWatch()
        self._build()
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def look(self) -> None:
        """Read the file and show what is in it."""
        self._show_work(self.tr("Het pakket wordt nagekeken …"))
        packages, path = self._packages, self._path

        def work(watch: PackageWatch) -> Offer:
            offer = packages.look(path, watch)
            if watch.is_stopped:
                packages.drop(offer)
                raise PackageStopped
            return offer

        self._run(work, self._on_looked)

    def done(self, result: int) -> None:
        """Close; what was unpacked and not added is let go."""
        self._watch.stop()
        if self._offer is not None:
            self._packages.drop(self._offer)
            self._offer = None
        super().done(result)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(200))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_buttons()

    # --- building

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Oefeningen toevoegen"))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        self.view = PackageView(self._theme, self)
        body.addWidget(self.view, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(28, 12, 28, 20)
        foot.setSpacing(10)
        self.status = PlainLabel("", "muted", self, wrap=True)
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Hoe ver het is"))
        foot.addWidget(self.status)
        foot.addWidget(self.progress)
        self._row = QHBoxLayout()
        self._row.setSpacing(10)
        self._row.addStretch(1)
        self.keep = Button(self.tr("Annuleren"), "", "", self)
        self.add = Button(self.tr("Toevoegen"), "primary", "", self)
        self._row.addWidget(self.keep)
        self._row.addWidget(self.add)
        foot.addLayout(self._row)
        body.addLayout(foot)
        self.keep.clicked.connect(self.reject)
        self.add.clicked.connect(self._on_add_clicked)

    def _show_work(self, sentence: str) -> None:
        self.status.setText(sentence)
        self.status.show()
        self.progress.setRange(0, 0)
        self.progress.show()
        self.add.hide()
        self._fit_buttons()
        self.keep.setText(self.tr("Annuleren"))
        self.keep.set_role("")
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_choice(self, offer: Offer) -> None:
        self.status.hide()
        self.progress.hide()
        if offer.problems or offer.relation is Relation.IDENTICAL:
            self._show_end()
            return
        forward = offer.relation in _FORWARD
        captions = {
            Relation.NEW: (self.tr("Annuleren"), self.tr("Toevoegen")),
            Relation.NEWER: (self.tr("Houden wat ik heb"), self.tr("Nieuwe versie nemen")),
        }
        other = (self.tr("Houden wat ik heb"), self.tr("Het pakket uit dit bestand nemen"))
        keep, add = captions.get(offer.relation, other)
        self.keep.setText(keep)
        self.add.setText(add)
        self.keep.set_role("" if forward else "primary")
        self.add.set_role("primary" if forward else "")
        self.add.show()
        (self.add if forward else self.keep).setFocus(Qt.FocusReason.OtherFocusReason)
        self._fit_buttons()

    def _show_end(self) -> None:
        self.add.hide()
        self.keep.setText(self.tr("Sluiten"))
        self.keep.set_role("primary")
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fit_buttons()

    def _run(
        self, work: Callable[[PackageWatch], object], on_done: Callable[[object], None]
    ) -> None:
        watch = self._watch = PackageWatch()
        watch.moved.connect(self._on_watch_moved)
        background.run(lambda: work(watch), on_done, self._on_failed, self)

    # --- slots

    def _on_looked(self, offer: object) -> None:
        assert isinstance(offer, Offer)
        self._offer = offer
        self.view.show_offer(offer)
        self._show_choice(offer)

    @Slot()
    def _on_add_clicked(self) -> None:
        offer, packages = self._offer, self._packages
        if offer is None:
            return
        self._offer = None  # from here on `install` lets go of it
        self._show_work(self.tr("De oefeningen worden toegevoegd …"))

        def work(watch: PackageWatch) -> Offer:
            packages.install(offer, watch, replace=True)
            return offer

        self._run(work, self._on_installed)

    def _on_installed(self, offer: object) -> None:
        self.installed.emit(offer)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, LogbookError):
            raise error
        if isinstance(error, PackageStopped):
            return
        self.status.hide()
        self.progress.hide()
        self.view.show_refusal(texts.error_sentence(error))
        self._show_end()

    @Slot(int, int)
    def _on_watch_moved(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    @Slot()
    def _on_theme_changed(self) -> None:
        px = self._theme.px
        parent = self.parentWidget()
        room = parent.window().size() if parent else self.screen().availableSize()
        wide = min(px(_WIDTH), max(room.width() - 40, 320))
        self.resize(wide, min(px(_HEIGHT), max(room.height() - 40, 300)))
        self._fit_buttons()

    def _fit_buttons(self) -> None:
        """Put the buttons below each other when their captions need more than there is."""
        needed = self.keep.sizeHint().width() + self.add.sizeHint().width() + 76
        fits = needed <= self.width() or self.add.isHidden()
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if fits else direction.BottomToTop)
