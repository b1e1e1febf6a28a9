# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`NamedTuple` as `typing` has it, without loading `typing`: a third of a short command's start.

For values of commands that must start fast. Type checkers see the one of `typing`.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    try:
        from _collections import _tuplegetter as field_getter
    except ImportError:  # a Python without it in C, as in `collections`
        from operator import itemgetter

        def field_getter(at, doc):  # noqa: D103
            return property(itemgetter(at), doc=doc)

    class _Named(type):
        """Makes a tuple with named fields of a class that only declares them."""

        def __new__(cls, name, bases, body):
            fields = () if bases == (tuple,) else tuple(body.get("__annotations__", ()))
            defaults = {field: body.pop(field) for field in fields if field in body}
            getters = {field: field_getter(at, "") for at, field in enumerate(fields)}
            names = {"_fields": fields, "_field_defaults": defaults, "__match_args__": fields}
            return super().__new__(cls, name, bases, {"__slots__": (), **body, **getters, **names})

    class NamedTuple(tuple, metaclass=_Named):
        """As `typing.NamedTuple`."""

        def __new__(cls, *values, **named):  # noqa: D102
            fields = cls._fields
            if len(values) == len(fields) and not named:
                return tuple.__new__(cls, values)
            if len(values) <= len(fields):
                rest = fields[len(values) :]
                found = {**cls._field_defaults, **named}
                if named.keys() - set(rest) or any(field not in found for field in rest):
                    raise TypeError(f"{cls.__name__} takes {', '.join(fields)}")
                values += tuple(found[field] for field in rest)
            else:
                raise TypeError(f"{cls.__name__} takes {len(fields)} values")
            return tuple.__new__(cls, values)

        @classmethod
        def _make(cls, values):
            made = tuple.__new__(cls, values)
            return made if len(made) == len(cls._fields) else cls(*made)

        def _replace(self, /, **named):
            return type(self)(**{**self._asdict(), **named})

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            fields = ", ".join(f"{name}={value!r}" for name, value in self._asdict().items())
            return f"{type(self).__name__}({fields})"

        def __getnewargs__(self):
            return tuple(self)
