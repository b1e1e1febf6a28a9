# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.formats.package_manifest import ManifestRefused, read_manifest, render_manifest
from tests.package_builders import contents, manifest_of

WHOLE = manifest_of(contents())
GOOD: dict[str, Any] = json.loads(render_manifest(WHOLE))


def reason_of(content: bytes) -> tuple[str, str]:
    with pytest.raises(ManifestRefused) as refused:
        read_manifest(content)
    return refused.value.reason, refused.value.fact


def changed(**values: object) -> bytes:
    return json.dumps(GOOD | values).encode()


def test_what_was_written_is_read() -> None:
    assert read_manifest(render_manifest(WHOLE)) == WHOLE


@pytest.mark.parametrize("content", [b"", b"{", b"\xff{}", b'{"id": 1, "id": 2}', b"[" * 40])
def test_what_is_no_json_is_refused(content: bytes) -> None:
    assert reason_of(content)[0] == "json"


@pytest.mark.parametrize("content", [b"[]", b"{}", b'{"format": "logboek", "version": 1}'])
def test_another_json_is_not_ours(content: bytes) -> None:
    assert reason_of(content)[0] == "not-ours"


def test_a_newer_form_is_told() -> None:
    assert reason_of(changed(version=2)) == ("newer", "2")


FILE = GOOD["files"][0]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("version", 0), ("version", True), ("version", "1"),
        ("id", "Groep"), ("id", "../groep"), ("id", ""), ("id", 1), ("id", "a" * 61),
        ("title", ""), ("title", "  "), ("title", None), ("title", "a\nb"), ("title", "x" * 501),
        ("author", ""), ("author", "a\u202eb"), ("licence", ""), ("summary", 3),
        ("package_version", 0), ("package_version", 1.0), ("package_version", True),
        ("language", "Nederlands"), ("extra", 1),
        ("files", {}), ("files", [1]), ("files", [FILE, FILE]), ("files", [FILE | {"mode": 1}]),
        ("files", [FILE | {"size": -1}]), ("files", [FILE | {"size": True}]),
        ("files", [FILE | {"sha256": "x"}]), ("files", [FILE | {"path": 1}]),
    ],
)  # fmt: skip
def test_a_wrong_value_is_named(key: str, value: object) -> None:
    assert reason_of(changed(**{key: value})) == ("key", key)


@pytest.mark.parametrize("key", sorted(GOOD.keys() - {"format"}))
def test_a_missing_key_is_named(key: str) -> None:
    content = json.dumps({name: value for name, value in GOOD.items() if name != key}).encode()
    assert reason_of(content) == ("key", key)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


@given(st.sampled_from(sorted(GOOD)), JSON)
def test_any_value_is_read_or_refused(key: str, value: object) -> None:
    try:
        read_manifest(changed(**{key: value}))
    except ManifestRefused:
        return
    assert isinstance(value, type(GOOD[key]))
