# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What leaves and enters the program: core values to strings and back; opens no files."""
