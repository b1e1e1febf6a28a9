# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The field people write in: Markdown shown styled, stored exactly as typed."""
