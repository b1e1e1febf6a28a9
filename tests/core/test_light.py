# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Named tuples that load fast behave as those of `typing`."""

from __future__ import annotations

import copy
import pickle

import pytest

from logbook.core.light import NamedTuple


class Pair(NamedTuple):
    """Two values."""

    first: str
    second: int = 2

    @property
    def both(self) -> str:
        return f"{self.first}{self.second}"


def test_it_is_a_tuple_with_names() -> None:
    pair = Pair("a")
    assert pair == ("a", 2) == Pair(first="a", second=2)
    assert (pair.first, pair.second, pair.both) == ("a", 2, "a2")
    assert repr(pair) == "Pair(first='a', second=2)"
    assert hash(pair) == hash(("a", 2))
    assert pair._fields == ("first", "second")


def test_it_is_copied_with_a_change() -> None:
    pair = Pair("a")
    assert pair._replace(second=3) == Pair("a", 3)
    assert type(Pair._make(["b", 4])) is Pair
    assert copy.deepcopy(pair) == pickle.loads(pickle.dumps(pair)) == pair


@pytest.mark.parametrize(
    ("values", "named"),
    [((), {}), (("a", 1, 2), {}), (("a",), {"first": "b"}), (("a",), {"third": 3})],
)
def test_it_takes_its_own_fields_only(values: tuple[object, ...], named: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        Pair(*values, **named)  # type: ignore[arg-type]


def test_nothing_can_be_set() -> None:
    with pytest.raises(AttributeError):
        Pair("a").third = 3  # type: ignore[attr-defined]
