# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Small parts that several screens use; each looks after its own look and nothing else."""
