# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`logbook demo`: the real window, driven through the main job on a throw-away logbook."""
