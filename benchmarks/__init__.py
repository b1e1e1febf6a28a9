# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Speed as a ratio to a floor in the same run. Run with `make benchmark`."""
