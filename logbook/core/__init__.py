# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The domain: immutable values and pure functions on them; standard library only."""
