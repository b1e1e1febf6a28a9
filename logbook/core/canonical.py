# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The canonical JSON text of a value, where it is text alone, and the hash of any.

Values with other parts are in `entry.py`. Most values are text alone, there are many of them, and
a note should not wait for what the others need.
"""

from __future__ import annotations

try:  # `json` takes longer to load than a note takes to keep; these are its own
    from _json import encode_basestring as quoted
    from _json import scanstring
except ImportError:  # a Python without them in C
    from json.decoder import scanstring  # type: ignore[attr-defined,no-redef]
    from json.encoder import encode_basestring as quoted

_TEXT_ALONE = '{"text":"'


def canonical_text(text: str) -> str:
    """`Value(text).canonical()`, without the value."""
    return f'{{"text":{quoted(text)}}}'


def text_of(canonical: str) -> str | None:
    """The text of a value that is text alone; None when it has other parts, or is damaged."""
    # Keys are sorted and "text" is the last of them: first means alone.
    if not canonical.startswith(_TEXT_ALONE):
        return None
    try:
        text, end = scanstring(canonical, len(_TEXT_ALONE))
    except ValueError:
        return None
    return text if end == len(canonical) - 1 and canonical.endswith("}") else None


def content_hash(canonical: str) -> str:
    """SHA-256 of a canonical value, in hexadecimal."""
    import hashlib  # loads OpenSSL, which reading has no use for

    return hashlib.sha256(canonical.encode()).hexdigest()
