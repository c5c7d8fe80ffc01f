# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a cell of the cookie table stands for in the filter line, by its column: for "show only" and "hide"."""

from collections.abc import Callable, Mapping
from typing import Final

from inspector.core.filter.editing import Value
from inspector.core.filter.fields import Field
from inspector.core.filter.query import fields_by_name
from inspector.core.filter.subject import Around, Subject
from inspector.core.visible import visible
from inspector.gui.models.facets import BANDS
from inspector.gui.models.rows import CookieRow

_FIELDS: Final = fields_by_name()
_AROUND: Final = Around(0)  # none of these fields looks at a clock


def _choice(name: str) -> Callable[[CookieRow], Value | None]:
    """A field with a fixed set of answers."""
    field = _FIELDS[name]

    def value(row: CookieRow) -> Value | None:
        key = field.key(Subject(*row), _AROUND)
        return Value(name, field.word(key), key) if isinstance(key, str) else None

    return value


def _text(name: str, text: Callable[[CookieRow], str | None]) -> Callable[[CookieRow], Value | None]:
    """A field of texts; that there is none has a word of its own."""

    def value(row: CookieRow) -> Value | None:
        told = text(row)
        return Value(name, visible(told)) if told else Value(name, "none", plain=True)

    return value


def _lifetime(row: CookieRow) -> Value | None:
    """The band that a lifetime lies in: to ask for its microseconds would show one cookie."""
    field: Field = _FIELDS["lifetime"]
    key = field.key(Subject(*row), _AROUND)
    return next((value for value, holds in BANDS if holds(key)), None)


def _vendor(row: CookieRow) -> Value | None:
    return None if row.label is None else _COMPANY(row)


def _vendor_name(row: CookieRow) -> str | None:
    return None if row.label is None else row.label.vendor_name or row.label.vendor


_COMPANY: Final = _text("company", _vendor_name)


def _partition(row: CookieRow) -> str | None:
    partition = row.cookie.isolation.partition
    return None if partition is None else partition.site.rpartition("://")[2]


def _container(row: CookieRow) -> str | None:
    container = row.cookie.isolation.container
    return None if container is None else container.name or str(container.id)


VALUES: Final[Mapping[str, Callable[[CookieRow], Value | None]]] = {
    "host": _text("site", lambda row: row.cookie.host),
    "name": _text("name", lambda row: row.cookie.name),
    "purpose": _choice("purpose"),
    "sure": _choice("sure"),
    "tracks": _choice("tracks"),
    "verdict": _choice("verdict"),
    "lifetime": _lifetime,
    "vendor": _vendor,
    "browser": _text("browser", lambda row: row.cookie.store.label),
    "secure": _choice("secure"),
    "http_only": _choice("httponly"),
    "same_site": _choice("samesite"),
    "partition": _text("within", _partition),
    "container": _text("container", _container),
    "path": _text("path", lambda row: row.cookie.path),
}


def value_of_cell(column: str, row: CookieRow) -> Value | None:
    """Return what a cell stands for, ``None`` where the filter has no word for it."""
    tell = VALUES.get(column)
    return None if tell is None else tell(row)
