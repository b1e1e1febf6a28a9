# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Labels on screen: chips, a popover to give them, a dialog to keep them in order."""
