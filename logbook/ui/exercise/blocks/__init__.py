# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""One view for each kind of block; `factory.make_block_view` picks the right one."""
