# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The packet page in real browsers: Chromium in `make test`, all in `make test-browsers`."""
