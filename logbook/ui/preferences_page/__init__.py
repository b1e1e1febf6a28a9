# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Instellingen: the choices of the user, in force the moment they are made."""
