# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Vandaag: where one goes on, a free note, and what could be next."""
