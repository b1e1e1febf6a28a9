# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Namen: what could lead to somebody in what would leave, and roles in its place.

What is replaced counts in this packet; the texts at home stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QListWidget, QListWidgetItem, QWidget

from logbook import texts
from logbook.core.errors import LogbookError
from logbook.core.sharing import SENDER, ShareDraft
from logbook.services.rendering import render_html
from logbook.services.share_names import ShareFinding
from logbook.services.trace_edits import role_fits
from logbook.texts.sharing import findings_left, places_replaced
from logbook.texts.traces import TRACE_LABELS
from logbook.ui.acts import Acts
from logbook.ui.background import run
from logbook.ui.checking.finding_view import FindingView, Scope
from logbook.ui.context import Context
from logbook.ui.sharing.share_texts import own_share_texts, share_texts
from logbook.ui.sharing.share_work import ShareWork
from logbook.ui.sharing.step import Step
from logbook.ui.sharing.words_dialog import WordsDialog
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.frames import CardFrame
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import lay_beside
from logbook.ui.widgets.rich_text import RichText
from logbook.ui.widgets.shortcuts import add_shortcut
from logbook.ui.widgets.undo_line import UndoLine

_BESIDE = 640
_ROWS = 9


class NamesStep(Step):
    """The third step."""

    enter_goes_on = False
    width_wished = 900

    def __init__(self, context: Context, work: ShareWork, parent: QWidget | None = None) -> None:
        super().__init__(context, work, "", parent)
        self.title.setText(self.tr("Wie is er te herkennen?"))
        self.setAccessibleName(self.tr("Namen vervangen"))
        self._acts = Acts(context, self)
        self._groups: list[list[ShareFinding]] = []
        self._draft = ShareDraft()
        self._turn = 0
        self._filling = False
        self._say(
            self.tr(
                "Zet een rol in de plaats van wat iemand aanwijst. Dat geldt alleen in wat je nu "
                "deelt: je bijdragen zelf blijven zoals ze zijn."
            )
        )
        self.count = self._say("", "strong")
        self._build_findings()
        self.line = UndoLine(self.column)
        self.body.addWidget(self.line)
        self.other = Button(self.tr("Andere woorden vervangen …"), "", "pencil", self.column)
        self.body.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeft)
        self._build_limits()
        self.body.addStretch(1)
        self.list.currentRowChanged.connect(self._show_current)
        self.view.replace_requested.connect(self._on_view_replace_requested)
        self.view.ignore_requested.connect(self._on_view_ignore_requested)
        self.other.clicked.connect(self._on_other_clicked)
        add_shortcut(self, QKeySequence.StandardKey.Undo, self._on_undo_keys)
        context.theme.changed.connect(self._fit)

    def _build_findings(self) -> None:
        self._some = CardFrame(self.column)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(20)
        self.list = QListWidget(self._some)
        self.list.setProperty("role", "choices")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Wat de controle zag"))
        self.view = FindingView(self._context.theme, self._some)
        self.view.ignore.setText(self.tr("Laat staan"))
        self.view.ignore.setToolTip(self.tr("In wat je nu deelt niet meer aangeven"))
        self._sides.addWidget(self.list, 2, Qt.AlignmentFlag.AlignTop)
        self._sides.addWidget(self.view, 3)
        self._some.body.addLayout(self._sides)
        self.body.addWidget(self._some)
        self._some.hide()

    def _build_limits(self) -> None:
        note = CardFrame(self.column, "case", 16)
        title = self.tr("Wat deze controle niet ziet")
        note.body.addWidget(PlainLabel(title, "strong", note, wrap=True))
        words = RichText(self._context.theme, note, px=14, reading=False)
        words.setAccessibleName(title)
        words.set_html(render_html(self._context.services.traces.limits()))
        note.body.addWidget(words)
        self.body.addWidget(note)

    # -- looking -----------------------------------------------------------------------------------

    def enter(self) -> None:
        self.line.say("")
        self._acts.ask(self._work.drop_gone)
        if not self._groups:
            self.count.setText(self.tr("Even kijken …"))
        self.look()

    def focus_first(self) -> None:
        (self.list if self._some.isVisible() else self.other).setFocus()

    @Slot()
    def look(self) -> None:
        """Look at what would leave, beside the main thread; an answer that is late is dropped."""
        names = self._context.services.sharing.names
        gathered = self._acts.ask(lambda: (self._work.draft, names.gather(self._work.draft)))
        if gathered is None:
            return
        draft, entries = gathered
        self._turn += 1
        turn = self._turn

        def take(found: tuple[ShareFinding, ...]) -> None:
            if turn == self._turn:
                self._draft = draft
                self._take(found)

        run(lambda: names.look(draft, entries), take, self._on_failed, self)

    def _take(self, found: tuple[ShareFinding, ...]) -> None:
        at = max(self.list.currentRow(), 0)
        # Until something is found the button below has the keyboard.
        first = self.other.hasFocus() and not self._some.isVisible()
        inside = first or self._some.isAncestorOf(self.focusWidget() or self)
        self._groups = self._grouped(found)
        self._filling = True
        self.list.clear()
        for group in self._groups:
            finding = group[0].found.finding
            words = f"{' '.join(finding.trace.text.split())} · {TRACE_LABELS[finding.kind]}"
            if len(group) > 1:
                words = self.tr("{words} · {number} keer").format(words=words, number=len(group))
            QListWidgetItem(words, self.list).setToolTip(group[0].title)
        self.list.setCurrentRow(min(at, len(self._groups) - 1))
        self._filling = False
        self._some.setVisible(bool(found))
        self.count.setText(self._count_words(len(found)))
        self._fit()
        self._show_current()
        if inside:
            self.focus_first()
        self.state_changed.emit()

    def _grouped(self, found: tuple[ShareFinding, ...]) -> list[list[ShareFinding]]:
        """The same in one group, each group at the place of its first."""
        groups: list[list[ShareFinding]] = []
        left = list(found)
        while left:
            same = self._context.services.traces.same(
                [each.found for each in left], left[0].found.finding
            )
            kept = {id(each) for each in same}
            groups.append([each for each in left if id(each.found) in kept])
            left = [each for each in left if id(each.found) not in kept]
        return groups

    def _count_words(self, found: int) -> str:
        replaced = len(self._draft.pseudonyms)
        parts = [findings_left(found)]
        return " ".join([*parts, f"{places_replaced(replaced)}."] if replaced else parts)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, LogbookError):
            raise error
        self.count.setText(texts.error_sentence(error))

    @property
    def current(self) -> list[ShareFinding]:
        """The same findings in all texts, the chosen ones; empty for none."""
        row = self.list.currentRow()
        return self._groups[row] if 0 <= row < len(self._groups) else []

    @Slot()
    def _show_current(self) -> None:
        if self._filling or not self.current:
            return
        chosen, same = self.current[0], len(self.current)
        offered = next((e for e in self._work.entries if e.id == chosen.entry_id), None)
        parts = {part.key: part.caption for part in offered.parts} if offered else {}
        question = " · ".join(filter(None, (chosen.title, parts.get(chosen.found.key, ""))))
        roles = self._roles(chosen)
        self.view.show_finding(chosen.found, question, roles, (same, same), locked="")
        if same > 1:
            self.view.scope_box.setCurrentIndex(1)  # one person has one role in all texts

    def _roles(self, chosen: ShareFinding) -> tuple[str, ...]:
        """What can stand there: roles that were chosen before first."""
        finding = chosen.found.finding
        put = self._context.services.sharing.names.replacements(self._draft)
        fitting = [each.role for each in reversed(put) if role_fits(each.role, finding)]
        if chosen.found.part == SENDER:
            fitting.insert(0, self.tr("Student A"))
        edits = self._context.services.trace_edits
        return tuple(dict.fromkeys((*fitting, *edits.roles(chosen.entry_id, finding))))

    # -- acting ------------------------------------------------------------------------------------

    @Slot()
    def _on_view_replace_requested(self) -> None:
        role = self.view.role
        if not self.current or not role:
            return
        chosen = self.current[0]
        known = [each for group in self._groups for each in group]
        names, everywhere = self._context.services.sharing.names, self.view.scope is Scope.SAME

        def act(draft: ShareDraft) -> ShareDraft:
            return names.replace(draft, chosen, role, everywhere=everywhere, known=known)

        self._change(act, replaced=len(self.current) if everywhere else 1)

    @Slot()
    def _on_view_ignore_requested(self) -> None:
        meant = self.current if self.view.scope is Scope.SAME else self.current[:1]
        names = self._context.services.sharing.names

        def act(draft: ShareDraft) -> ShareDraft:
            for each in meant:
                draft = names.leave(draft, each)
            return draft

        self._change(act)

    @Slot()
    def _on_other_clicked(self) -> None:
        names = self._context.services.sharing.names
        gathered = self._acts.ask(lambda: names.gather(self._work.draft))
        if gathered is None:
            return
        shown = (*share_texts(gathered), *own_share_texts(self._work.told))
        places = WordsDialog.ask(self._context.theme, shown, self.window())
        if not places:
            return

        def act(draft: ShareDraft) -> ShareDraft:
            for each in reversed(places):  # of one text the last first: places before it stay
                text = each.text
                draft = names.replace_words(
                    draft, text.entry_id, text.key, text.part,
                    start=each.start, end=each.end, words=each.words,
                )  # fmt: skip
            return draft

        self._change(act, replaced=len(places))

    def _change(self, act: Callable[[ShareDraft], ShareDraft], *, replaced: int = 0) -> None:
        """Carry out an act on the draft; the line offers to undo it."""
        before, kept = self._work.draft, self._work.told
        after = self._acts.ask(lambda: act(before))
        if after is None:
            return
        self._work.take(after)
        said = f"{places_replaced(replaced)}." if replaced else self.tr("Dit blijft staan.")
        self.line.say(said, lambda: self._undo(kept))
        self.look()

    def _undo(self, kept: ShareDraft) -> None:
        self._work.put_back(kept)
        self.look()

    @Slot()
    def _on_undo_keys(self) -> None:
        if self.line.button.isVisible():
            self.line.button.click()

    # -- size --------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        beside = self.viewport().width() >= self._theme.px(_BESIDE)
        lay_beside(self._sides, beside)
        row = self.list.sizeHintForRow(0) if self.list.count() else 0
        rows = min(self.list.count(), _ROWS if beside else 4)
        self.list.setFixedHeight(rows * row + 12)
