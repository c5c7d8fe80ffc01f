# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The sites of the cookies that were read: what an audit can be asked for, and how much there is to judge."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from inspector.core.cookie import Cookie
from inspector.knowledge.site import registrable
from inspector.rules.attribution import top_level_host


class FoundSite(NamedTuple):
    """A site by its registrable domain: cookies of its own hosts, and third parties' cookies in its partition."""

    site: str
    own: int
    partitioned: int = 0

    @property
    def cookies(self) -> int:
        """All that an audit of the site can judge."""
        return self.own + self.partitioned


def found_sites(cookies: Iterable[Cookie]) -> tuple[FoundSite, ...]:
    """Return the sites of some cookies, in the order of their names.

    A cookie in a site's partition (CHIPS, Total Cookie Protection) was set during a visit to that site, so a site with
    no cookie of its own can be there too.
    """
    own: Counter[str] = Counter()
    partitioned: Counter[str] = Counter()
    for (host, top), count in Counter((cookie.host, top_level_host(cookie)) for cookie in cookies).items():
        site = registrable(host)
        own[site] += count
        if top and registrable(top) != site:
            partitioned[registrable(top)] += count
    names = sorted(site for site in {*own, *partitioned} if site)
    return tuple(FoundSite(site, own[site], partitioned[site]) for site in names)
