# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Rules for fields, lists, menus and scroll bars; same signs as in `styles_text`."""

CONTROLS = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDoubleSpinBox {
  background: @field; color: @ink; border: 1px solid @line; border-radius: 8px;
  padding: 6u 10u; selection-background-color: @selection; selection-color: @ink;
  placeholder-text-color: @muted;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus,
QDoubleSpinBox:focus {
  border: 2px solid @accent; padding: 5u 9u;
}
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled,
QSpinBox:disabled { color: @muted; background: @panel; }
QLineEdit[role="field"], QPlainTextEdit[role="field"], QTextEdit[role="field"] {
  border-radius: 10px; padding: 8u 12u;
}
QPlainTextEdit[role="field"], QTextEdit[role="field"] { padding: 12u 14u; }
QLineEdit[role="field"]:focus { padding: 7u 11u; }
QPlainTextEdit[role="field"]:focus, QTextEdit[role="field"]:focus { padding: 11u 13u; }
QLineEdit[role="bare"], QPlainTextEdit[role="bare"], QTextEdit[role="bare"] {
  border: none; background: transparent; padding: 0;
}
QTextBrowser, QTextBrowser:focus { border: none; background: transparent; padding: 0; }

QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus, QComboBox QLineEdit,
QComboBox QLineEdit:focus { border: none; background: transparent; padding: 0 0 0 4u; }
QComboBox::drop-down {
  border: none; width: 26u; subcontrol-origin: padding; subcontrol-position: right center;
}
QComboBox::down-arrow {
  image: url("@mark/chevron-down.svg"); width: 14u; height: 14u;
}
QComboBox { combobox-popup: 0; }
QComboBox QAbstractItemView, QComboBox QAbstractItemView:focus {
  background: @card; border: 1px solid @line; border-radius: 0; outline: none;
  selection-background-color: @accent_tint; selection-color: @accent;
}
QComboBox QAbstractItemView::item { padding: 5u 8u; min-height: 20u; border-radius: 6px; }
QSpinBox::up-button, QDoubleSpinBox::up-button {
  border: none; width: 22u; subcontrol-origin: border; subcontrol-position: top right;
}
QSpinBox::down-button, QDoubleSpinBox::down-button {
  border: none; width: 22u; subcontrol-origin: border; subcontrol-position: bottom right;
}
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow {
  image: url("@mark/chevron-up.svg"); width: 11u; height: 11u;
}
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow {
  image: url("@mark/chevron-down.svg"); width: 11u; height: 11u;
}

QCheckBox, QRadioButton {
  background: transparent; spacing: 9u; padding: 3u 5u; border: 2px solid transparent;
  border-radius: 6px; outline: none; font-size: 14u;
}
QCheckBox:focus, QRadioButton:focus { border: 2px solid @accent; }
QCheckBox::indicator, QRadioButton::indicator, QTreeView::indicator, QListView::indicator,
QTableView::indicator, QMenu::indicator {
  width: 16u; height: 16u; border: 1px solid @muted; background: @field;
}
QCheckBox::indicator, QTreeView::indicator, QListView::indicator, QTableView::indicator {
  border-radius: 4px;
}
QRadioButton::indicator { border-radius: 8u; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: @accent; }
QCheckBox::indicator:checked, QTreeView::indicator:checked, QListView::indicator:checked,
QTableView::indicator:checked {
  background: @accent; border-color: @accent; image: url("@mark/check.svg");
}
QCheckBox::indicator:indeterminate {
  background: @accent; border-color: @accent; image: url("@mark/dash.svg");
}
QRadioButton::indicator:checked {
  background: @accent; border-color: @accent; image: url("@mark/dot.svg");
}
QRadioButton[role="segment"] { padding: 3u 8u 3u 6u; spacing: 7u; border-radius: 8px; }
QRadioButton[role="segment"]:hover { background: @hover; }
QRadioButton[role="segment"]:checked { background: @accent_tint; color: @accent; }
QCheckBox:disabled, QRadioButton:disabled { color: @muted; }
QMenu::indicator { border-radius: 4px; left: 6u; }
QMenu::indicator:exclusive { border-radius: 8u; }
QMenu::indicator:checked {
  background: @accent; border-color: @accent; image: url("@mark/check.svg");
}
QMenu::indicator:exclusive:checked { image: url("@mark/dot.svg"); }

QProgressBar { background: @line; border: none; border-radius: 3px; max-height: 6u; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }

QListView, QTreeView, QTableView {
  background: transparent; border: none; outline: none; alternate-background-color: @panel;
  selection-background-color: @accent_tint; selection-color: @ink; gridline-color: @line;
}
QListView:focus, QTreeView:focus, QTableView:focus {
  border: 2px solid @accent; border-radius: 8px;
}
QListView[role="entries"], QListView[role="entries"]:focus { border: none; border-radius: 0; }
QListView::item, QTreeView::item { padding: 6u 8u; border-radius: 6px; color: @ink; }
QTableView::item { padding: 5u 8u; color: @ink; }
QListView::item:hover, QTreeView::item:hover { background: @hover; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected {
  background: @accent_tint; color: @ink;
}
QTableView { background: @card; border: 1px solid @line; border-radius: 10px; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section {
  background: @panel; color: @ink; border: none; border-bottom: 1px solid @line;
  padding: 7u 8u; font-size: 12.5u; font-weight: 600;
}
QTableCornerButton::section { background: @panel; border: none; }

QMenu { background: @card; border: 1px solid @line; border-radius: 8px; padding: 5u; }
QMenu::item { padding: 6u 22u 6u 12u; border-radius: 6px; background: transparent; }
QMenu::item:selected { background: @accent_tint; color: @accent; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @line; margin: 5u 8u; }
QMenu::icon { padding-left: 8u; }

QTabWidget::pane { border: none; border-top: 1px solid @line; }
QTabBar::tab {
  background: transparent; border: none; border-bottom: 2px solid transparent;
  padding: 8u 14u; color: @muted;
}
QTabBar::tab:selected { color: @accent; border-bottom-color: @accent; }
QTabBar::tab:focus { background: @accent_tint; }

QScrollArea, QScrollArea > QWidget#qt_scrollarea_viewport {
  background: transparent; border: none;
}
QScrollArea > QWidget > QWidget[role="scrolled"] { background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; border: none; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; border: none; }
QScrollBar::handle:vertical {
  background: @line; min-height: 36px; border-radius: 4px; margin: 2px;
}
QScrollBar::handle:horizontal {
  background: @line; min-width: 36px; border-radius: 4px; margin: 2px;
}
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QSplitter::handle { background: @background; }
QSplitter::handle:horizontal { border-right: 1px solid @line; }
QSplitter::handle:vertical { border-bottom: 1px solid @line; }
QSplitter::handle:hover { background: @hover; }

QFileDialog QToolButton { padding: 4u; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: @panel; }
QCalendarWidget QAbstractItemView {
  background: @card; border: none; selection-background-color: @accent;
  selection-color: @accent_ink;
}
QCalendarWidget QAbstractItemView::item { padding: 0; }
QCalendarWidget QToolButton { border: none; background: transparent; padding: 4u 8u; }
QCalendarWidget QToolButton#qt_calendar_prevmonth {
  qproperty-icon: url("@mark/chevron-left.svg");
}
QCalendarWidget QToolButton#qt_calendar_nextmonth {
  qproperty-icon: url("@mark/chevron-right.svg");
}
"""
