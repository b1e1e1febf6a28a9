# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Looking at an exercise while its author writes it; nothing that is typed there stays."""
