# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The ways out of the parties that were seen: those that the policy offers, then those that we know of."""

from collections.abc import Sequence
from typing import Final

from inspector.core.policy import OptOut as Offer
from inspector.core.report import WayOut
from inspector.knowledge.records import LinkStatus, OptOut
from inspector.rules.case import Case, CookieCase
from inspector.rules.purposes import NON_NECESSARY

_MOST: Final = 60


def ways_out(case: Case, judged: Sequence[CookieCase]) -> tuple[WayOut, ...]:
    """Return them, each address once."""
    vendors = dict.fromkeys(
        held.label.vendor for held in judged if held.label.vendor is not None and held.label.group in NON_NECESSARY
    )
    offered = [_offered(case, offer) for offer in case.policy.record.opt_outs if offer.url or offer.live_url]
    known = [_known(way) for vendor in sorted(vendors) for way in case.knowledge.opt_outs(vendor) if _works(way)]
    unique: dict[str, WayOut] = {}
    for way in (*offered, *known):
        unique.setdefault(way.url, way)
    return tuple(unique.values())[:_MOST]


def _works(way: OptOut) -> bool:
    return way.status is LinkStatus.LIVE


def _offered(case: Case, offer: Offer) -> WayOut:
    vendor = case.knowledge.vendor(offer.target)
    url = offer.url or offer.live_url or ""
    same = next((way for way in case.knowledge.opt_outs(offer.target) if way.url == url), None)
    if same is not None:
        return _known(same)._replace(offered_by_policy=True)
    old = case.knowledge.legacy_link(url)
    status = old.status.value if old is not None else "unknown"
    return WayOut(offer.target, vendor.name if vendor else offer.target, url, status, True)


def _known(way: OptOut) -> WayOut:
    return WayOut(way.vendor, way.name, way.url, way.status.value, False, way.one_click, way.stops, way.requires_login)
