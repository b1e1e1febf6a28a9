# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Feedback that came home: the page, the cards of remarks, and remarks beside what is read."""
