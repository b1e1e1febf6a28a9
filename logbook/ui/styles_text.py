# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Rules for words, buttons and frames. `@name` is a colour, `12u` a length that follows the text.

Lines of one pixel and their radius stay what they are at every text size.
"""

TEXT = """
QWidget { color: @ink; }
QMainWindow, QDialog, QStackedWidget, QWidget[role="page"] { background: @background; }
QToolTip { background: @card; color: @ink; border: 1px solid @line; padding: 4u 8u; }

QLabel { background: transparent; }
QLabel[role="page-title"] { font: 600 26u @reading; }
QLabel[role="display"] { font: 600 32u @reading; }
QLabel[role="title"] { font: 600 20u @reading; }
QLabel[role="heading"] { font: 600 18u @reading; }
QLabel[role="reading"] { font: 400 17u @reading; }
QLabel[role="body"] { font-size: 14u; }
QLabel[role="strong"] { font-size: 14u; font-weight: 600; }
QLabel[role="muted"] { font-size: 14u; color: @muted; }
QLabel[role="small"] { font-size: 12.5u; color: @muted; }
QLabel[role="section"] { font-size: 12.5u; font-weight: 600; }
QLabel[role="caution"] { font-size: 12.5u; color: @ochre; }
QLabel:disabled { color: @muted; }
QLabel[role="chip-neutral"], QLabel[role="chip-accent"], QLabel[role="chip-ochre"],
QLabel[role="chip-rose"] {
  font-size: 12.5u; font-weight: 500; padding: 2u 9u; border-radius: 9u;
  background: @hover; color: @muted;
}
QLabel[role="chip-neutral"] { background: @panel; color: @muted; }
QLabel[role="chip-accent"] { background: @accent_tint; color: @accent; }
QLabel[role="chip-ochre"] { background: @ochre_tint; color: @ochre; }
QLabel[role="chip-rose"] { background: @rose_tint; color: @rose; }

QPushButton, QToolButton {
  background: @card; color: @ink; border: 1px solid @line; border-radius: 8px;
  padding: 7u 14u; font-size: 14u; font-weight: 500; outline: none;
}
QPushButton:hover, QToolButton:hover { background: @hover; }
QPushButton:pressed, QToolButton:pressed { background: @line; }
QPushButton:checked, QToolButton:checked { background: @accent_tint; color: @accent; }
QPushButton:focus, QToolButton:focus { border: 2px solid @accent; padding: 6u 13u; }
QPushButton:disabled, QToolButton:disabled { color: @muted; background: transparent; }

QPushButton[role="primary"] {
  background: @accent; color: @accent_ink; border-color: @accent;
}
QPushButton[role="primary"]:hover { background: @accent_hover; }
QPushButton[role="primary"]:pressed { background: @accent_hover; }
QPushButton[role="primary"]:focus { border: 2px solid @ink; }
QPushButton[role="primary"]:disabled {
  background: @line; border-color: @line; color: @muted;
}
QPushButton[role="quiet"], QToolButton[role="quiet"] {
  background: transparent; border: 1px solid transparent;
}
QToolButton[role="quiet"] { padding: 6u; }
QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover { background: @hover; }
QPushButton[role="quiet"]:checked, QToolButton[role="quiet"]:checked {
  background: @accent_tint; color: @accent;
}
QPushButton[role="quiet"]:focus { border: 2px solid @accent; }
QToolButton[role="quiet"]:focus { border: 2px solid @accent; padding: 5u; }
QToolButton::menu-indicator { image: none; }
QPushButton::menu-indicator {
  image: url("@mark/chevron-down.svg"); width: 14u; height: 14u;
  subcontrol-origin: padding; subcontrol-position: right center; right: 8u;
}
QPushButton[role="link"] {
  background: transparent; border: 0 solid transparent; border-radius: 0; color: @accent;
  padding: 3u 0; border-bottom: 2px solid transparent; text-align: left;
}
QPushButton[role="link"]:hover { text-decoration: underline; background: transparent; }
QPushButton[role="link"]:focus { background: @accent_tint; border-bottom: 2px solid @accent; }
QPushButton[role="crumb"] {
  background: transparent; border: 1px solid transparent; color: @muted; padding: 3u 4u;
  font-weight: 400;
}
QPushButton[role="crumb"]:hover { color: @ink; text-decoration: underline; }
QPushButton[role="crumb"]:focus { border: 2px solid @accent; padding: 2u 3u; }
QPushButton[role="aside"] {
  background: transparent; border: 0 solid transparent; border-radius: 0; color: @muted;
  padding: 2u 0; border-bottom: 2px solid transparent; font-size: 12.5u; font-weight: 400;
}
QPushButton[role="aside"]:hover { color: @ink; text-decoration: underline; }
QPushButton[role="aside"]:focus {
  background: @accent_tint; color: @accent; border-bottom: 2px solid @accent;
}
QPushButton[role="chip"], QPushButton[role="chip-on"] {
  font-size: 12.5u; padding: 3u 10u; border-radius: 10u; background: @panel; color: @muted;
  border: 1px solid transparent;
}
QPushButton[role="chip"]:hover { background: @hover; color: @ink; }
QPushButton[role="chip-on"] { background: @accent_tint; color: @accent; border-color: @accent; }
QPushButton[role="chip"]:focus, QPushButton[role="chip-on"]:focus {
  border: 2px solid @accent; padding: 2u 9u;
}
QPushButton[role="rail"], QPushButton[role="rail-icon"] {
  background: transparent; border: 1px solid transparent; text-align: left;
  padding: 8u 9u; font-weight: 400; color: @ink;
}
QPushButton[role="rail"]:hover, QPushButton[role="rail-icon"]:hover { background: @hover; }
QPushButton[role="rail"]:checked, QPushButton[role="rail-icon"]:checked {
  background: @accent_tint; color: @accent; font-weight: 600;
}
QPushButton[role="rail-icon"] { text-align: center; padding: 8u 0; }
QPushButton[role="rail"]:focus { border: 2px solid @accent; padding: 7u 8u; }
QPushButton[role="rail-icon"]:focus { border: 2px solid @accent; padding: 7u 0; }
QPushButton[role="row"] {
  background: transparent; border: 1px solid transparent; text-align: left; font-weight: 400;
}
QPushButton[role="row"]:hover { background: @hover; }
QPushButton[role="row"]:checked { background: @accent_tint; color: @ink; }
QPushButton[role="row"]:focus { border: 2px solid @accent; }

QFrame[role="card"] { background: @card; border: 1px solid @line; border-radius: 12px; }
QFrame[role="card-link"] { background: @card; border: 1px solid @line; border-radius: 12px; }
QFrame[role="card-link"]:hover { border-color: @accent; }
QFrame[role="card"]:focus { border: 2px solid @accent; }
QFrame[role="card-then"] { background: @panel; border: 1px solid @line; border-radius: 12px; }
QFrame[role="panel"] { background: @panel; border: none; }
QFrame[role="side"] { background: @background; border: none; border-left: 1px solid @line; }
QFrame[role="beside"] { background: @background; border: none; }
QFrame[role="rail"] { background: @panel; border: none; border-right: 1px solid @line; }
QFrame[role="bar"] { background: @background; border: none; border-bottom: 1px solid @line; }
QFrame[role="foot"] { background: @background; border: none; border-top: 1px solid @line; }
QFrame[role="line"] { background: @line; border: none; }
QFrame[role="care"], QFrame[role="case"], QFrame[role="tip"] {
  border: none; border-radius: 10px;
}
QFrame[role="care"] { background: @ochre_tint; border-left: 3px solid @ochre; }
QFrame[role="case"] { background: @panel; border-left: 3px solid @muted; }
QFrame[role="tip"] { background: @accent_tint; border-left: 3px solid @accent; }
QFrame[role="strip-info"], QFrame[role="strip-success"] {
  background: @accent_tint; border: none; border-bottom: 1px solid @line;
}
QFrame[role="strip-warning"] {
  background: @ochre_tint; border: none; border-bottom: 1px solid @line;
}
QFrame[role="strip-error"] { background: @rose_tint; border: none; border-bottom: 1px solid @line; }
"""
