# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the integers in Chromium's ``Cookies`` table mean (``net/cookies/cookie_constants.h``)."""

from typing import Any, Final

from inspector.core.cookie import Priority, SameSite, SourceScheme, SourceType
from inspector.core.isolation import Isolation, Partition

# -1 and the retired 3 ("Extended") are "unspecified". NULL: no such column.
SAME_SITE: Final = {
    -1: SameSite.UNSPECIFIED,
    0: SameSite.NONE,
    1: SameSite.LAX,
    2: SameSite.STRICT,
    3: SameSite.UNSPECIFIED,
    None: SameSite.UNKNOWN,
}
PRIORITY: Final = {0: Priority.LOW, 1: Priority.MEDIUM, 2: Priority.HIGH, None: Priority.UNKNOWN}
SCHEME: Final = {
    0: SourceScheme.UNSET,
    1: SourceScheme.NON_SECURE,
    2: SourceScheme.SECURE,
    None: SourceScheme.UNKNOWN,
}
SOURCE: Final = {
    0: SourceType.UNSET,
    1: SourceType.HTTP,
    2: SourceType.SCRIPT,
    3: SourceType.OTHER,
    None: SourceType.UNKNOWN,
}
FLAG: Final[dict[Any, bool | None]] = {0: False, 1: True, None: None}


class Ports(dict[Any, int | None]):
    """The port of a cell; a cell of another type, which SQLite keeps in any column, is a ``TypeError``."""

    def __missing__(self, cell: Any) -> int | None:
        if cell is not None and cell.__class__ is not int:
            raise TypeError(cell.__class__)
        self[cell] = cell
        return None if cell is None else int(cell)


def isolate(site: str | None, ancestor: int | None) -> Isolation:
    """Return the partition of a row; raise ``TypeError`` for cells that are none, which SQLite keeps in any column.

    The ancestor bit means nothing where there is no partition, but is in the key.
    """
    if (site is not None and site.__class__ is not str) or ancestor not in (0, 1, None):
        raise TypeError(site.__class__, ancestor.__class__)
    if not site:
        return Isolation(raw="^1" if ancestor else "")
    known = None if ancestor is None else bool(ancestor)
    return Isolation(Partition(site, known), raw=f"{site}^{'' if ancestor is None else int(bool(ancestor))}")
