# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The Logboek page: everything written, newest first, and a pane to read it back."""
