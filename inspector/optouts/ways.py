# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A company's ways out as records for the faces, the best first, and what each leaves in cookies to check it by."""

from collections.abc import Iterable
from typing import Final

from inspector.core.optout import WayLink
from inspector.knowledge.book import Knowledge
from inspector.knowledge.records import LinkStatus, Mechanism, OptOut
from inspector.optouts.addresses import Address, check_address
from inspector.optouts.classes import rank

# Why cookies cannot show an opt-out of this kind.
NOTHING_IN_COOKIES: Final = {
    Mechanism.ACCOUNT: "it is a setting of the account, kept by the company and not in a cookie",
    Mechanism.FORM: "it is a form: what was sent is kept by the company and not in a cookie",
    Mechanism.ADD_ON: "it is an add-on that blocks a script and sets no cookie",
    Mechanism.GPC: "it is a signal that the browser sends, which no cookie shows",
    Mechanism.LINK_PAGE: "it is a page of choices, and which cookie would record one is not known",
    Mechanism.COOKIE: "which cookie records it is not known",
}


def way_link(way: OptOut) -> WayLink:
    """Return a way out as faces show it."""
    address = check_address(way.url)
    host = address.host_text if isinstance(address, Address) else ""
    return WayLink(
        way.id,
        way.name,
        address.url if isinstance(address, Address) else way.url,
        host,
        way.known,
        way.stops,
        way.does_not_stop,
        way.mechanism.value,
        way.status.value,
        way.one_click and isinstance(address, Address),
        way.requires_login,
        way.lasts,
    )


def ways_of(vendor_id: str, knowledge: Knowledge) -> tuple[OptOut, ...]:
    """Return a vendor's ways out that exist, the one to use first."""
    return tuple(sorted((way for way in knowledge.opt_outs(vendor_id) if _exists(way)), key=rank))


def _exists(way: OptOut) -> bool:
    return way.status is LinkStatus.LIVE


def links_of(vendor_id: str, knowledge: Knowledge) -> tuple[WayLink, ...]:
    """Return a vendor's ways out for the faces, each address once."""
    first: dict[str, WayLink] = {}
    for way in ways_of(vendor_id, knowledge):
        first.setdefault(way.url, way_link(way))
    return tuple(first.values())


def leaves_a_cookie(ways: Iterable[OptOut]) -> bool:
    """Whether an opt-out of this vendor can be seen in cookies at all."""
    return any(cookie for way in ways for cookie in way.cookies if not cookie.consent)


def why_nothing(ways: Iterable[OptOut]) -> str:
    """Return why the ways leave nothing to see."""
    kinds = dict.fromkeys(way.mechanism for way in ways)
    return "; ".join(NOTHING_IN_COOKIES[kind] for kind in kinds) or "no way out is known, so nothing to look for"
