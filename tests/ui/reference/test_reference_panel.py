# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from logbook.core.library import Library, ReferencePage
from logbook.ui.context import Context
from logbook.ui.reference.reference_panel import ReferencePanel
from logbook.ui.widgets.rich_text import RichText
from tests.ui.helpers import assert_accessible

PAGES = {
    "models/een": ReferencePage(
        "models/een",
        "een",
        "Model één",
        "model",
        "Waar het om gaat.",
        "Naar een boek",
        "actueel",
        'Tekst met [twee](naslag:terms/twee).\n\n!!! tip "Let op"\n    Een *tip*.\n\nSlot.',
    ),
    "terms/twee": ReferencePage(
        "terms/twee", "twee", "Begrip twee", "term", "", "", "historisch", "Kort."
    ),
    "terms/boos": ReferencePage(
        "terms/boos",
        "boos",
        "<b>Boos</b>",
        "term",
        "<i>x</i>",
        "",
        "actueel",
        '<script>alert(1)</script>\n\n<img src="file:///etc/passwd">\n\n![x](file:///etc/passwd)',
    ),
}


@pytest.fixture
def panel(context: Context, monkeypatch: pytest.MonkeyPatch, qtbot) -> ReferencePanel:
    library = replace(Library(), pages=PAGES)
    monkeypatch.setattr(type(context.services.content), "library", lambda _self: library)
    panel = ReferencePanel(context)
    qtbot.addWidget(panel)
    panel.resize(380, 600)
    panel.show()
    return panel


def words(panel: ReferencePanel) -> str:
    labels = [w.text() for w in panel.content.findChildren(QLabel)]
    bodies = [w.toPlainText() for w in panel.content.findChildren(RichText)]
    return "\n".join([*labels, *bodies])


def test_page_shows_title_kind_summary_body_and_source(panel: ReferencePanel) -> None:
    panel.open_page("models/een")
    for text in ("Model één", "model", "Waar het om gaat.", "Tekst met", "Let op", "Een tip."):
        assert text in words(panel)
    assert "Bron: Naar een boek" in words(panel)


def test_historic_page_says_so(panel: ReferencePanel) -> None:
    panel.open_page("terms/twee")
    assert "historisch" in words(panel)
    assert "begrip" in words(panel)


def test_link_is_followed_inside_the_panel_and_back(panel: ReferencePanel) -> None:
    panel.open_page("models/een")
    panel.findChildren(RichText)[0].link_activated.emit("naslag:terms/twee")
    assert panel.title.text() == "Begrip twee"
    panel.back.click()
    assert panel.title.text() == "Model één"
    panel.forward.click()
    assert panel.title.text() == "Begrip twee"
    assert not panel.forward.isEnabled()


def test_page_opened_after_going_back_ends_the_way_forward(panel: ReferencePanel) -> None:
    for path in ("models/een", "terms/twee"):
        panel.open_page(path)
    panel.go_back()
    panel.open_page("terms/boos")
    assert not panel.forward.isEnabled()
    panel.go_back()
    assert panel.path == "models/een"


def test_same_page_again_is_no_step(panel: ReferencePanel) -> None:
    panel.open_page("models/een")
    panel.open_page("models/een")
    assert not panel.back.isEnabled()


def test_unknown_page_gives_a_calm_sentence(panel: ReferencePanel) -> None:
    panel.open_page("models/weg")
    assert "Deze pagina is er niet" in words(panel)
    assert "verder met de oefening" in words(panel)


def test_escape_and_the_cross_ask_to_close(panel: ReferencePanel, qtbot) -> None:
    panel.open_page("models/een")
    with qtbot.waitSignal(panel.close_requested):
        qtbot.keyClick(panel.findChildren(RichText)[0], Qt.Key.Key_Escape)
    with qtbot.waitSignal(panel.close_requested):
        panel.close_button.click()


def test_link_to_the_web_opens_only_after_yes(
    panel: ReferencePanel, recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        "logbook.ui.reference.outside.QDesktopServices.openUrl",
        lambda url: opened.append(url.toString()) or True,
    )
    panel.open_page("models/een")
    body = panel.findChildren(RichText)[0]
    recorder.answers = ["Hier blijven", "Openen"]
    body.link_activated.emit("https://example.org/a")
    assert opened == []
    assert recorder.asked[0][0] == "Deze link opent je browser"
    body.link_activated.emit("https://example.org/b")
    body.link_activated.emit("file:///etc/passwd")
    body.link_activated.emit("javascript:alert(1)")
    assert opened == ["https://example.org/b"]
    assert len(recorder.asked) == 2


def test_hostile_page_is_text_and_loads_nothing(panel: ReferencePanel) -> None:
    panel.open_page("terms/boos")
    assert "<b>Boos</b>" in words(panel)
    for body in panel.findChildren(RichText):
        assert "<script" not in body.toHtml()
        assert 'src="file' not in body.toHtml()


def test_every_control_has_a_name(panel: ReferencePanel) -> None:
    panel.open_page("models/een")
    panel.open_page("terms/twee")
    assert_accessible(panel)


def test_every_shipped_page_can_be_shown(library_context: Context, qtbot) -> None:
    panel = ReferencePanel(library_context)
    qtbot.addWidget(panel)
    for path, page in library_context.services.content.library().pages.items():
        panel.open_page(path)
        assert panel.title.text() == page.title
