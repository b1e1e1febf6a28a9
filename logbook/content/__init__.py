# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Markdown in exercises/ and resources/ becomes core values; knows no database and no screen."""
