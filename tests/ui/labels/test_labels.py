# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Labels with real widgets: the row of chips, the popover, the dialog."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from logbook.core.entry import EntryId
from logbook.core.label import LabelColour
from logbook.core.query import parse
from logbook.services.changes import Changes
from logbook.ui.context import Context
from logbook.ui.labels.colours import ColourBox, colour_name
from logbook.ui.labels.entry_tags import EntryTags
from logbook.ui.labels.label_popover import LabelPopover
from logbook.ui.labels.labels_dialog import LabelsDialog
from logbook.ui.navigation import FindEntries
from logbook.ui.styles_labels import INKS
from logbook.ui.tokens import DARK, LIGHT, Tokens
from logbook.ui.widgets.buttons import Button
from tests.ui.helpers import assert_accessible
from tests.ui.recorder import Recorder
from tests.ui.test_theme import contrast


@pytest.fixture
def entry_id(context: Context) -> EntryId:
    return context.services.writing.add_note("Over stilte").id


@pytest.fixture
def tags(context: Context, qtbot: QtBot, entry_id: EntryId) -> Iterator[EntryTags]:
    host = QWidget()
    qtbot.addWidget(host)
    made = EntryTags(context, lambda: entry_id, host)
    QVBoxLayout(host).addWidget(made)
    host.resize(500, 200)
    with qtbot.waitExposed(host):
        host.show()
    made.show_entry(entry_id)
    yield made
    host.close()  # and keep it until here


def chips(tags: EntryTags) -> list[str]:
    return [
        each.text()
        for each in tags.findChildren(Button)
        if str(each.property("role")).startswith("label-") and not each.isHidden()
    ]


def popover(tags: EntryTags) -> LabelPopover:
    found = tags.label_popover
    assert found is not None
    return found


def rows(found: LabelPopover) -> list[str]:
    return [found.list.item(row).text() for row in range(found.list.count())]


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("colour", LabelColour)
def test_names_stand_out_from_their_colour(tokens: Tokens, colour: LabelColour) -> None:
    ink = getattr(tokens, INKS[colour])
    assert contrast(ink, getattr(tokens, f"{INKS[colour]}_tint")) >= 4.5
    for ground in (tokens.background, tokens.card):
        assert contrast(ink, ground) >= 3


def test_every_colour_has_a_name_of_its_own(qapp: object) -> None:
    assert len({colour_name(colour) for colour in LabelColour}) == len(LabelColour)


def test_a_label_is_made_by_typing_and_enter(
    tags: EntryTags, context: Context, entry_id: EntryId
) -> None:
    tags.label_button.click()
    found = popover(tags)
    assert_accessible(found)
    assert not found.colour.isVisible()
    QTest.keyClicks(found.field, "stilte")
    assert rows(found) == ["“stilte” maken"]
    assert found.colour.isVisible()
    found.colour.set_colour(LabelColour.VIOLET)
    QTest.keyClick(found.field, Qt.Key.Key_Return)
    labels = context.services.reading.summary(entry_id).labels
    assert [(label.name, label.colour) for label in labels] == [("stilte", LabelColour.VIOLET)]
    assert chips(tags) == ["stilte"]
    assert found.field.text() == ""
    assert "stilte" in tags.label_button.accessibleName()
    found.hide()


def test_several_are_ticked_with_the_keys(
    tags: EntryTags, context: Context, entry_id: EntryId
) -> None:
    for name in ("een", "twee", "drie"):
        context.services.labels.create(name)
    tags.open_labels()
    found = popover(tags)
    assert rows(found) == ["drie", "een", "twee"]
    QTest.keyClick(found.field, Qt.Key.Key_Return)
    QTest.keyClick(found.field, Qt.Key.Key_Down)
    QTest.keyClick(found.field, Qt.Key.Key_Down)
    QTest.keyClick(found.field, Qt.Key.Key_Return)
    assert chips(tags) == ["drie", "twee"]
    QTest.keyClick(found.field, Qt.Key.Key_Return)
    assert chips(tags) == ["drie"]
    QTest.keyClicks(found.field, "EE")
    assert rows(found)[:2] == ["een", "twee"]
    assert found.isVisible()
    QTest.keyClick(found.field, Qt.Key.Key_Escape)
    assert not found.isVisible()
    assert [label.name for label in context.services.reading.summary(entry_id).labels] == ["drie"]


def test_the_mouse_ticks_too(tags: EntryTags, context: Context) -> None:
    context.services.labels.create("een")
    tags.open_labels()
    found = popover(tags)
    place = found.list.visualItemRect(found.list.item(0)).center()
    QTest.mouseClick(found.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert found.list.item(0).checkState() is Qt.CheckState.Checked
    assert chips(tags) == ["een"]
    found.hide()


def test_nothing_stored_is_said(context: Context, qtbot: QtBot, recorder: Recorder) -> None:
    made = EntryTags(context, lambda: None)
    qtbot.addWidget(made)
    made.open_labels()
    made.open_goals()
    assert made.label_popover is None
    assert len(recorder.texts) == 2


def test_chips_follow_what_changes_elsewhere(
    tags: EntryTags, context: Context, entry_id: EntryId
) -> None:
    services = context.services
    label, _ = services.labels.create("een")
    context.notifier.announce(services.labels.assign([entry_id], [label.id]))
    assert chips(tags) == ["een"]
    context.notifier.announce(services.labels.rename(label.id, "eerste"))
    assert chips(tags) == ["eerste"]
    _, changes = services.labels.delete(label.id)
    context.notifier.announce(changes)
    assert chips(tags) == []


def test_a_chip_leads_to_all_with_its_label(
    tags: EntryTags, context: Context, entry_id: EntryId, qtbot: QtBot
) -> None:
    context.services.labels.give([entry_id], ["stilte & rust", 'de "kern"'])
    context.notifier.announce(Changes(labels=True))
    assert_accessible(tags)
    wishes: list[FindEntries] = []
    tags.navigation_requested.connect(wishes.append)
    for chip in [b for b in tags.findChildren(Button) if "label-" in b.property("role")]:
        qtbot.keyClick(chip, Qt.Key.Key_Space)
    found = [context.services.finding.count(parse(wish.query)) for wish in wishes]
    assert found == [1, 1]


class TestDialog:
    @pytest.fixture
    def dialog(self, context: Context, qtbot: QtBot, entry_id: EntryId) -> LabelsDialog:
        labels = context.services.labels
        for name in ("aa", "bb", "cc"):
            label, _ = labels.create(name)
            if name != "cc":
                labels.assign([entry_id], [label.id])
        made = LabelsDialog(context)
        qtbot.addWidget(made)
        made.show()
        return made

    def names(self, context: Context) -> list[tuple[str, int]]:
        return [(each.label.name, each.entries) for each in context.services.labels.all()]

    def test_every_control_has_a_name(self, dialog: LabelsDialog) -> None:
        assert_accessible(dialog)
        dialog.hide()

    def test_counts_are_shown(self, dialog: LabelsDialog) -> None:
        shown = [dialog.list.item(row).text() for row in range(3)]
        assert shown == ["aa · 1 bijdrage", "bb · 1 bijdrage", "cc"]
        dialog.hide()

    def test_a_label_is_renamed_and_coloured(self, dialog: LabelsDialog, context: Context) -> None:
        dialog.name.setText("Zorg")
        QTest.keyClick(dialog.name, Qt.Key.Key_Return)
        assert self.names(context) == [("bb", 1), ("cc", 0), ("Zorg", 1)]
        assert dialog.isVisible()
        assert dialog.current is not None
        assert dialog.current.label.name == "Zorg"
        dialog.colour.set_colour(LabelColour.BROWN)
        dialog.colour.activated.emit(dialog.colour.currentIndex())
        assert context.services.labels.named("zorg").colour is LabelColour.BROWN
        dialog.hide()

    def test_a_name_that_is_taken_is_said_in_the_dialog(
        self, dialog: LabelsDialog, context: Context
    ) -> None:
        dialog.name.setText("BB")
        QTest.keyClick(dialog.name, Qt.Key.Key_Return)
        assert "bb" in dialog.line.words.text()
        assert dialog.name.text() == "aa"
        assert len(self.names(context)) == 3
        dialog.hide()

    def test_deleting_can_be_undone(self, dialog: LabelsDialog, context: Context) -> None:
        dialog.delete.click()
        assert self.names(context) == [("bb", 1), ("cc", 0)]
        dialog.line.button.click()
        assert self.names(context) == [("aa", 1), ("bb", 1), ("cc", 0)]
        assert dialog.line.isHidden()
        dialog.hide()

    def test_merging_can_be_undone(self, dialog: LabelsDialog, context: Context) -> None:
        menu = dialog.make_merge_menu()
        menu.triggered.emit(menu.actions()[1])
        menu.deleteLater()
        assert self.names(context) == [("bb", 1), ("cc", 1)]
        assert dialog.current is not None
        assert dialog.current.label.name == "cc"
        dialog.line.button.click()
        assert self.names(context) == [("aa", 1), ("bb", 1), ("cc", 0)]
        dialog.hide()

    def test_a_new_one_gets_a_name_that_is_free(
        self, dialog: LabelsDialog, context: Context
    ) -> None:
        dialog.new.click()
        dialog.new.click()
        assert [name for name, _ in self.names(context)] == [
            "aa",
            "bb",
            "cc",
            "Nieuw label",
            "Nieuw label 2",
        ]
        dialog.hide()


def test_without_labels_the_dialog_says_so(context: Context, qtbot: QtBot) -> None:
    dialog = LabelsDialog(context)
    qtbot.addWidget(dialog)
    assert not dialog.nothing.isHidden()
    assert dialog.detail.isHidden()


def test_colours_are_chosen_by_name(context: Context, qtbot: QtBot) -> None:
    box = ColourBox(context.theme)
    qtbot.addWidget(box)
    assert box.count() == 8
    box.set_colour(LabelColour.GREY)
    assert box.colour is LabelColour.GREY
    assert box.currentText() == "grijs"
