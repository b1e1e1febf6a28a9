# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The table of screens: what stands in the rail, and where each screen is made.

A screen's module is imported at its first visit, so that the first paint pays for one screen.
Beyond `Page` the window calls, on the screens that have them: `LogbookPage.read_entry(id)`,
`LibraryPage.show_chapter(number)`, `ProgressPage.show_chapter(number)`, `RevisitPage.look_back(id,
block)`, `.compare(exercise_id, entry_ids, block)`, `.answer_intention(id, block)` and
`.show_words()`, `FeedbackPage.show_packet(id)` and `.open_files(paths)`, `SharePage.begin(ids)` and
`.next_round(id)`, and on the writer `open_exercise(id, new_round)`, `open_entry(id)` and
`new_note()`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:

    def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
        """As in Qt; its stubs say object."""

else:
    from PySide6.QtCore import QT_TRANSLATE_NOOP


class PageSpec(NamedTuple):
    """One screen. `in_rail` is "top", "bottom" or "" (not in the rail)."""

    name: str
    caption: str
    icon: str
    module: str
    class_name: str
    in_rail: str = "top"

    def load(self) -> Any:
        """The class of the screen."""
        return getattr(import_module(f"logbook.ui.{self.module}"), self.class_name)


WRITER = "writer"
REVISIT = "revisit"
SHARE = "share"
FEEDBACK = "feedback"

PAGES = (
    PageSpec(
        "today", QT_TRANSLATE_NOOP("pages", "Vandaag"), "sun", "today.today_page", "TodayPage"
    ),
    PageSpec(
        "exercises",
        QT_TRANSLATE_NOOP("pages", "Oefeningen"),
        "notebook-pen",
        "library.library_page",
        "LibraryPage",
    ),
    PageSpec(
        "logbook",
        QT_TRANSLATE_NOOP("pages", "Logboek"),
        "book-open",
        "logbook.logbook_page",
        "LogbookPage",
    ),
    PageSpec(
        "progress",
        QT_TRANSLATE_NOOP("pages", "Voortgang"),
        "chart-no-axes-column",
        "progress.progress_page",
        "ProgressPage",
    ),
    PageSpec(
        REVISIT,
        QT_TRANSLATE_NOOP("pages", "Terugblik"),
        "history",
        "revisit.revisit_page",
        "RevisitPage",
    ),
    PageSpec(
        FEEDBACK,
        QT_TRANSLATE_NOOP("pages", "Feedback"),
        "messages-square",
        "feedback.feedback_page",
        "FeedbackPage",
    ),
    PageSpec(
        "settings",
        QT_TRANSLATE_NOOP("pages", "Instellingen"),
        "settings",
        "preferences_page.preferences_page",
        "PreferencesPage",
        "bottom",
    ),
    PageSpec(
        SHARE,
        QT_TRANSLATE_NOOP("pages", "Delen"),
        "",
        "sharing.share_page",
        "SharePage",
        "",
    ),
    PageSpec(
        WRITER,
        QT_TRANSLATE_NOOP("pages", "Schrijven"),
        "",
        "exercise.writer_page",
        "WriterPage",
        "",
    ),
)
BY_NAME = {spec.name: spec for spec in PAGES}

REFERENCE = PageSpec("reference", "", "", "reference.reference_panel", "ReferencePanel", "")
GUIDE = PageSpec("guide", "", "", "guide.guide_panel", "GuidePanel", "")
WELCOME = PageSpec("welcome", "", "", "welcome.welcome_page", "WelcomePage", "")
