# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`manifest.json` of a package of exercises: bytes to a value and back, every key checked.

Described in docs/formats/pakket.md.
"""

from __future__ import annotations

import json
import re
from typing import Any

from logbook.core.package import Manifest, PackageFacts, PackedFile
from logbook.files.intake import JsonRefused, parse_json

MANIFEST = "manifest.json"
FORMAT = "logboek-package"
VERSION = 1

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_FACTS = ("id", "title", "package_version", "author", "licence", "summary", "language")
_KEYS = {"format", "version", "files", *_FACTS}
_ID_LENGTH, _TEXT_LENGTH, _VERSION_MOST = 60, 500, 9_999


class ManifestRefused(ValueError):
    """A manifest that is not read.

    Args:
        reason: "json", "not-ours", "newer" or "key".
        fact: the key or version it is about.
    """

    def __init__(self, reason: str, fact: str = "") -> None:
        super().__init__(reason, fact)
        self.reason = reason
        self.fact = fact


def render_manifest(manifest: Manifest) -> bytes:
    """The same manifest gives the same bytes."""
    facts = manifest.facts
    content = {
        "format": FORMAT,
        "version": VERSION,
        "id": facts.id,
        "title": facts.title,
        "package_version": facts.version,
        "author": facts.author,
        "licence": facts.licence,
        "summary": facts.summary,
        "language": facts.language,
        "files": [
            {"path": file.path, "size": file.size, "sha256": file.sha256}
            for file in sorted(manifest.files, key=lambda file: file.path)
        ],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def read_manifest(content: bytes) -> Manifest:
    """The value of a manifest.

    Raises:
        ManifestRefused: with the first reason found.
    """
    try:
        data = parse_json(content.decode("utf-8"))
    except (UnicodeDecodeError, JsonRefused):
        raise ManifestRefused("json") from None
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise ManifestRefused("not-ours")
    version = data.get("version")
    if type(version) is not int or version < 1:
        raise ManifestRefused("key", "version")
    if version > VERSION:
        raise ManifestRefused("newer", str(version))
    unknown = sorted(data.keys() - _KEYS)
    if unknown:
        raise ManifestRefused("key", unknown[0])
    return Manifest(_facts(data), _files(data.get("files")))


def _facts(data: dict[str, Any]) -> PackageFacts:
    number = data.get("package_version")
    if type(number) is not int or not 1 <= number <= _VERSION_MOST:
        raise ManifestRefused("key", "package_version")
    return PackageFacts(
        _matching(data, "id", _ID, _ID_LENGTH),
        _text(data, "title"),
        number,
        _text(data, "author"),
        _text(data, "licence"),
        _text(data, "summary", required=False),
        _matching(data, "language", _LANGUAGE, _ID_LENGTH),
    )


def _text(data: dict[str, Any], key: str, *, required: bool = True) -> str:
    value = data.get(key)
    if not isinstance(value, str) or len(value) > _TEXT_LENGTH or not value.isprintable():
        raise ManifestRefused("key", key)
    if required and not value.strip():
        raise ManifestRefused("key", key)
    return value.strip()


def _matching(data: dict[str, Any], key: str, pattern: re.Pattern[str], most: int) -> str:
    value = data.get(key)
    if not isinstance(value, str) or len(value) > most or not pattern.fullmatch(value):
        raise ManifestRefused("key", key)
    return value


def _files(found: Any) -> tuple[PackedFile, ...]:
    if not isinstance(found, list):
        raise ManifestRefused("key", "files")
    files = tuple(_file(each) for each in found)
    if len({file.path for file in files}) != len(files):
        raise ManifestRefused("key", "files")
    return tuple(sorted(files, key=lambda file: file.path))


def _file(found: Any) -> PackedFile:
    if not isinstance(found, dict) or found.keys() != {"path", "size", "sha256"}:
        raise ManifestRefused("key", "files")
    path, size, digest = found["path"], found["size"], found["sha256"]
    good = isinstance(path, str) and type(size) is int and size >= 0 and isinstance(digest, str)
    if not good or not _SHA256.fullmatch(digest):
        raise ManifestRefused("key", "files")
    return PackedFile(path, size, digest)
