# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Doors to the file system: the one atomic write and the one gate for what comes from outside."""
