# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The examples of the manual for authors, and their pictures from the real program."""
