# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The desk of a supervisor: reading what students sent, remarking, giving back."""
