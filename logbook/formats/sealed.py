# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Sealing a text with a passphrase: what a page in a browser can open with WebCrypto, and back.

The key comes from the passphrase (NFC, UTF-8) by PBKDF2-HMAC-SHA-256; the text is compressed
(gzip) and encrypted with AES-256-GCM. The whole header is authenticated, its purpose included, so
that a packet cannot pass for an answer. Every message has a fresh initialisation vector.

Source: NIST SP 800-38D (2007) for GCM; RFC 8018 (2017) for PBKDF2; OWASP Password Storage Cheat
Sheet (2023) for 600,000 rounds.
"""

from __future__ import annotations

import base64
import binascii
import json
import secrets
import unicodedata
import zlib
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from logbook.core.share_errors import FormatMissing
from logbook.formats.json_fields import Refused

ITERATIONS = 600_000
#: A file may ask for this many rounds; more would only keep a machine busy.
_ITERATIONS_MOST = 2_000_000
_SALT, _IV, _TAG = 16, 12, 16

SEALED_FORMAT = "logboek-verzegeld"
SEALED_VERSION = 1
_HEADER_KEYS = {"format", "version", "kdf", "cipher", "purpose"}
_KDF_KEYS = {"name", "hash", "iterations", "salt"}
_CIPHER_KEYS = {"name", "iv"}


class Purpose(StrEnum):
    """What was sealed."""

    PACKET = "deelpakket"
    ANSWER = "reactie"


@dataclass(frozen=True, slots=True)
class Key:
    """A key with the salt it was made with, so that an answer can be sealed with the same."""

    secret: bytes
    salt: bytes
    iterations: int = ITERATIONS

    def __repr__(self) -> str:
        return "Key()"  # never in a log


class WrongPassphrase(ValueError):
    """The passphrase is another one, or the sealed text was changed."""


def new_key(passphrase: str) -> Key:
    """A key from a passphrase with a fresh salt."""
    return derive_key(passphrase, secrets.token_bytes(_SALT), ITERATIONS)


def derive_key(passphrase: str, salt: bytes, iterations: int) -> Key:
    """The key of a passphrase with this salt; some tenths of a second."""
    try:
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC
    except ImportError:
        raise FormatMissing("cryptography") from None

    words = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    made = PBKDF2HMAC(SHA256(), 32, salt, iterations).derive(words)
    return Key(made, salt, iterations)


def seal(text: str, key: Key, purpose: Purpose) -> dict[str, Any]:
    """The sealed form of a text: a JSON object with its header and `data`."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    iv = secrets.token_bytes(_IV)
    header = {
        "format": SEALED_FORMAT,
        "version": SEALED_VERSION,
        "purpose": purpose.value,
        "kdf": {
            "name": "PBKDF2",
            "hash": "SHA-256",
            "iterations": key.iterations,
            "salt": base64.b64encode(key.salt).decode(),
        },
        "cipher": {"name": "AES-256-GCM", "iv": base64.b64encode(iv).decode()},
    }
    packed = _gzip(text.encode())
    data = AESGCM(key.secret).encrypt(iv, packed, authenticated(header))
    return {**header, "data": base64.b64encode(data).decode()}


def is_sealed(data: Any) -> bool:
    """Whether a parsed JSON value says that it is sealed."""
    return isinstance(data, dict) and data.get("format") == SEALED_FORMAT


def key_of(data: dict[str, Any], passphrase: str) -> Key:
    """The key with which a sealed object opens, if the passphrase is right.

    Raises:
        Refused: the header is not one of ours.
    """
    salt, iterations = _kdf(data)
    return derive_key(passphrase, salt, iterations)


def has_salt_of(data: dict[str, Any], key: Key) -> bool:
    """Whether a sealed object was sealed with the same salt and rounds as this key.

    Raises:
        Refused: the header is not one of ours.
    """
    return _kdf(data) == (key.salt, key.iterations)


def unseal(data: dict[str, Any], key: Key, purpose: Purpose, *, limit: int) -> str:
    """The text in a sealed object.

    Args:
        limit: the text may hold this many bytes when unpacked.

    Raises:
        Refused: the header is not one of ours, of another purpose, or the text is too large.
        WrongPassphrase: the key does not fit, or something was changed.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    _kdf(data)
    if data["purpose"] != purpose.value:
        raise Refused("purpose", str(data["purpose"])[:40])
    cipher = data["cipher"]
    if not isinstance(cipher, dict) or set(cipher) != _CIPHER_KEYS:
        raise Refused("shape", "cipher")
    if cipher["name"] != "AES-256-GCM":
        raise Refused("shape", "cipher.name")
    iv, sealed = _bytes(cipher["iv"], "iv"), _bytes(data["data"], "data")
    if len(iv) != _IV or len(sealed) < _TAG:
        raise Refused("shape", "data")
    header = {name: part for name, part in data.items() if name != "data"}
    try:
        packed = AESGCM(key.secret).decrypt(iv, sealed, authenticated(header))
    except InvalidTag:
        raise WrongPassphrase from None
    return _unpacked(packed, limit)


def authenticated(header: dict[str, Any]) -> bytes:
    """The bytes of a header that are authenticated: JSON, keys sorted, no blanks.

    The page makes the same bytes from the same header.
    """
    return json.dumps(header, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _kdf(data: dict[str, Any]) -> tuple[bytes, int]:
    if set(data) != _HEADER_KEYS | {"data"} or data["format"] != SEALED_FORMAT:
        raise Refused("shape", "header")
    if data["version"] != SEALED_VERSION or isinstance(data["version"], bool):
        raise Refused("version", str(data["version"])[:20])
    kdf = data["kdf"]
    if not isinstance(kdf, dict) or set(kdf) != _KDF_KEYS:
        raise Refused("shape", "kdf")
    iterations = kdf["iterations"]
    if kdf["name"] != "PBKDF2" or kdf["hash"] != "SHA-256" or type(iterations) is not int:
        raise Refused("shape", "kdf")
    if not ITERATIONS <= iterations <= _ITERATIONS_MOST:
        raise Refused("shape", "kdf.iterations")
    salt = _bytes(kdf["salt"], "salt")
    if len(salt) != _SALT:
        raise Refused("shape", "kdf.salt")
    return salt, iterations


def _bytes(text: Any, name: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError, TypeError):
        raise Refused("shape", name) from None


def _gzip(data: bytes) -> bytes:
    # Without a time: the file would say when it was made.
    packer = zlib.compressobj(9, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def _unpacked(packed: bytes, limit: int) -> str:
    unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        data = unpacker.decompress(packed, limit + 1)
        if len(data) > limit:
            raise Refused("size", str(limit))
        if not unpacker.eof or unpacker.unused_data:
            raise Refused("shape", "data")
        return data.decode()
    except (zlib.error, UnicodeDecodeError):
        raise Refused("shape", "data") from None
