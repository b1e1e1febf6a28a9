# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""One own photo of our JSON, checked like a photo from anywhere else, becomes a record."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re

from logbook.core.record import PictureRecord
from logbook.core.wording import PHOTO_PREFIX
from logbook.files.photos import KEPT_LIMIT, check_kept
from logbook.formats.json_fields import Refused, keyed, text

_NAME = re.compile(rf"{PHOTO_PREFIX}[0-9a-f]{{8}}/f[0-9a-f]{{8}}\.(jpg|png)")
_NEEDED = {"name", "sha256", "data"}
_KEYS = _NEEDED | {"deck", "title", "description"}
#: Characters of the words beside a photo.
_TITLE, _DESCRIPTION = 80, 600


def read_picture(data: object) -> PictureRecord:
    """The record of one photo.

    Raises:
        Refused: a part is missing or wrong, or the bytes are not a photo as the program keeps them.
    """
    picture = keyed(data, "pictures", _NEEDED, _KEYS)
    name = text(picture, "name", 64)
    known = _NAME.fullmatch(name)
    if known is None:
        raise Refused("bad-value", "name")
    encoded = text(picture, "data", KEPT_LIMIT * 4 // 3 + 4)
    try:
        content = base64.b64decode(encoded, validate=True)
        kind = check_kept(content).kind.value
    except (binascii.Error, ValueError):
        raise Refused("bad-picture", name) from None
    sha256 = text(picture, "sha256", 64)
    if kind != known[1] or hashlib.sha256(content).hexdigest() != sha256:
        raise Refused("bad-picture", name)
    words = (text(picture, "deck", _TITLE), text(picture, "title", _TITLE))
    return PictureRecord(name, *words, text(picture, "description", _DESCRIPTION), sha256, content)
