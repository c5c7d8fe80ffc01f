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


def isolate(site: str | None, ancestor: int | None) -> Isolation:
    """Return the partition of a row. The ancestor bit means nothing where there is no partition, but is in the key."""
    if not site:
        return Isolation(raw="^1" if ancestor else "")
    known = None if ancestor is None else bool(ancestor)
    return Isolation(Partition(site, known), raw=f"{site}^{'' if ancestor is None else int(bool(ancestor))}")
