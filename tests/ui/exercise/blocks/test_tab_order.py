# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Which fields Tab goes through, and that to ask for them harms none of them."""

from __future__ import annotations

import gc
import weakref

from PySide6.QtWidgets import QLineEdit, QTextBrowser, QVBoxLayout, QWidget

from logbook.ui.exercise.blocks.tab_order import fields_in


class _Text(QTextBrowser):
    pass


def test_a_text_that_scrolls_is_not_let_go_of(qtbot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    body = QVBoxLayout(page)
    field = QLineEdit(page)
    body.addWidget(field)
    body.addWidget(_Text(page))
    texts = [weakref.ref(each) for each in page.children() if isinstance(each, _Text)]
    found = [type(each) for each in fields_in(page)]
    assert found == [QLineEdit, _Text]
    text = texts[0]()
    assert text is not None
    text.viewport()  # from here on its inside is a child of it
    del text
    gc.collect()
    assert texts[0]() is not None
