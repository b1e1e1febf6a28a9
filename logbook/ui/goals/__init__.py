# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Learning goals on screen: a popover to link them, a dialog to write them, a card in Voortgang."""
