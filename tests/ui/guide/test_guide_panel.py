# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from logbook.ui.actions import ACTIONS, caption_of, keys_text
from logbook.ui.context import Context
from logbook.ui.demo.hands import click, press, settle, words_on
from logbook.ui.guide.guide_panel import GuidePanel
from logbook.ui.guide.topics import COMMON, TOPICS
from logbook.ui.pages import PAGES, WELCOME, PageSpec
from tests.ui.helpers import assert_accessible


@pytest.fixture
def panel(context: Context, qtbot) -> GuidePanel:
    made = GuidePanel(context)
    qtbot.addWidget(made)
    made.resize(380, 800)
    made.show()
    return made


def shown(panel: GuidePanel, topic: str) -> list[str]:
    """The lines that the panel shows about this topic."""
    panel.show_topic(topic)
    settle()
    return words_on(panel).splitlines()


@pytest.mark.parametrize("spec", [*PAGES, WELCOME], ids=lambda spec: spec.name)
def test_every_screen_has_a_topic(spec: PageSpec, context: Context, qtbot) -> None:
    page = spec.load()(context)
    qtbot.addWidget(page)
    assert page.guide_topic() in TOPICS


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_shows_all_its_words(panel: GuidePanel, topic: str) -> None:
    lines, found = shown(panel, topic), TOPICS[topic]
    for words in (found.title, *found.paragraphs, *(word for key in found.keys for word in key)):
        assert words in lines


def test_every_shortcut_is_listed(panel: GuidePanel) -> None:
    lines = shown(panel, "today")
    for spec in ACTIONS:
        assert lines[lines.index(keys_text(spec)) :].count(caption_of(spec)) == 1


def test_a_screen_without_a_topic_gets_what_holds_everywhere(panel: GuidePanel) -> None:
    assert COMMON.title in shown(panel, "bestaat-niet")


def test_another_topic_replaces_the_first(panel: GuidePanel) -> None:
    shown(panel, "today")
    lines = shown(panel, "progress")
    assert "Voortgang" in lines
    assert "Vandaag" not in lines


def test_escape_closes(panel: GuidePanel, qtbot) -> None:
    panel.show_topic("today")
    with qtbot.waitSignal(panel.close_requested):
        press(Qt.Key.Key_Escape, widget=panel)


def test_the_cross_closes(panel: GuidePanel, qtbot) -> None:
    panel.show_topic("today")
    with qtbot.waitSignal(panel.close_requested):
        click(panel.close_button)


def test_every_control_has_a_name(panel: GuidePanel) -> None:
    shown(panel, "writer")
    assert_accessible(panel)


def test_words_wrap_in_a_narrow_panel_with_large_text(panel: GuidePanel, context: Context) -> None:
    shown(panel, "writer")
    context.preferences.change(text_size=200)
    panel.resize(300, 700)
    assert panel._content.width() <= panel.width()


@pytest.mark.parametrize("topic", [*TOPICS.values(), COMMON], ids=lambda topic: topic.title)
def test_words_keep_the_tone(topic) -> None:
    words = " ".join((topic.title, *topic.paragraphs))
    assert "!" not in words
    assert "Oeps" not in words
