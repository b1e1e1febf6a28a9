# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The floor of S1 and M1: the least window that can be a logbook; ends after its first paint.

A list, a plain-text editor, menus and a status bar (design "app").
"""

import sys

from PySide6.QtWidgets import QApplication, QListWidget, QMainWindow, QPlainTextEdit, QSplitter

from benchmarks.first_paint import end_after_first_paint

app = QApplication(sys.argv)
window = QMainWindow()
window.setWindowTitle("App")
splitter = QSplitter()
titles = QListWidget()
titles.addItems([f"Bijdrage {n}" for n in range(100)])
splitter.addWidget(titles)
splitter.addWidget(QPlainTextEdit())
window.setCentralWidget(splitter)
for caption in ("Bestand", "Bewerken", "Help"):
    window.menuBar().addMenu(caption).addAction(caption)
window.statusBar().showMessage("Klaar")
window.resize(1280, 800)
window.show()
end_after_first_paint(app)
