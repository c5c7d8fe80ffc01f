# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What of a cookie tells its purpose, whether it came from a browser's store or from a row of a file."""

from typing import Final, NamedTuple
from urllib.parse import urlsplit

from inspector.core.cookie import Cookie, SameSite, is_timeless
from inspector.core.moments import DAY_US
from inspector.core.secret import Secret

_new: Final = tuple.__new__


class Traits(NamedTuple):
    """The evidence of one cookie. ``None`` is "not known", never "no"; a value is only looked at, never shown.

    ``site`` is the host or site of the page that the cookie was found on. ``third_party`` is what a record states
    itself, used where ``site`` is not known. ``wildcard``: the name is the beginning of a family of names.
    ``partitioned``: whether it lives in a partition of its own for each top-level site.
    """

    name: str
    host: str | None = None
    site: str | None = None
    third_party: bool | None = None
    path: str | None = None
    value: Secret | None = None
    session: bool | None = None
    lifetime_days: float | None = None
    http_only: bool | None = None
    secure: bool | None = None
    host_only: bool | None = None
    same_site: SameSite = SameSite.UNKNOWN
    partitioned: bool | None = None
    wildcard: bool = False


def traits_of(cookie: Cookie, site: str | None = None) -> Traits:
    """Return the traits of a cookie from a store; ``site`` is the page's, where it is known better than by partition.

    A partition's key names the top-level site under which the cookie was set, which is the only page a store tells.
    """
    partition = cookie.isolation.partition
    if site is None and partition is not None:
        site = urlsplit(partition.site).hostname if "://" in partition.site else partition.site
    us, key = None if is_timeless(cookie) else cookie.lifetime.us, cookie.host_key
    return _new(  # by position, without properties and without a step of Python: this is asked of every cookie
        Traits,
        (
            cookie.name,
            key[1:] if key[:1] == "." else key,
            site or None,
            None,
            cookie.path,
            cookie.value,
            cookie.session,
            None if us is None else us / DAY_US,
            cookie.http_only,
            cookie.secure,
            cookie.host_only,
            cookie.same_site,
            partition is not None,
            False,
        ),
    )
