# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The three sides of the desk keep a width in which their words fit."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from logbook.core.anchoring import quote_of
from logbook.services.desk import Desk
from logbook.texts.desk import given_back
from logbook.ui.context import Context
from logbook.ui.desk.desk_view import DeskView
from tests.packet_builders import make_packet, next_round, packet_bytes, public, remark, reply


def test_the_list_is_wide_enough_whatever_the_width_was_before(
    context: Context, filled: Desk, qtbot: QtBot
) -> None:
    view = DeskView(context)
    qtbot.addWidget(view)
    view.enter()
    view.panes.resize(1000, 600)
    view.panes.setSizes([80, 660, 260])
    view.resize(1069, 760)
    with qtbot.waitExposed(view):
        view.show()
    assert view.panes.sizes()[0] >= 200


def test_who_gave_back_more_is_told_to_send_each_file() -> None:
    assert "Stuur het bestand" in given_back(1)
    assert "Stuur elk bestand" in given_back(3)


def test_a_reply_stands_below_what_it_answers(view: DeskView, desk: Desk) -> None:
    text = desk.packet(public(1)).packet.entries[0].sections[0].answers[0].text
    first = replace(remark(61, "Begin?"), quote=quote_of(text, 0, 5))
    second = replace(remark(62, "Later?"), quote=quote_of(text, 10, 20))
    said = reply(63, 62, "Ja.")
    packet = next_round(make_packet(1, pair=101), 3, (first, second, said))
    view.acts._desk.add(desk.look(packet_bytes(packet), "p.html"))
    view.show_packet(public(3))
    assert view.remarking.keeper is not None
    answer = view.remarking.keeper.reply(said)
    rows = view.remarks._list
    cards = {id(card): name for name, card in view.remarks.cards.items()}
    shown = [cards[id(rows.itemAt(n).widget())] for n in range(rows.count())]
    assert shown == [first.id, second.id, answer.id]
