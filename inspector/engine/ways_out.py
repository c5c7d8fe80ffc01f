# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The ways out of the parties that were seen: those that the policy offers, then those that we know of.

What a link is, and whether it may be opened with one click, is the guard's to say.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from inspector.core.label import Purpose
from inspector.core.moments import from_datetime
from inspector.core.optout import OptOutStanding, PolicyOptOut
from inspector.core.report import WayOut
from inspector.knowledge.book import Knowledge
from inspector.knowledge.records import LinkStatus, OptOut
from inspector.optouts.classes import classify_link
from inspector.optouts.verify import verify
from inspector.rules.case import Case, CookieCase, kinds_of
from inspector.rules.purposes import NON_NECESSARY

_MOST: Final = 60


def opt_outs_of(judged: Sequence[CookieCase], knowledge: Knowledge, now: datetime) -> tuple[OptOutStanding, ...]:
    """Return what the judged cookies prove of opt-outs; without a recorded one among them there is nothing to prove."""
    if not any(kind.label.purpose is Purpose.OPT_OUT for kind in kinds_of(judged)):
        return ()
    return verify([(held.cookie, held.label) for held in judged], knowledge, from_datetime(now)).standings


def ways_out(case: Case, judged: Sequence[CookieCase]) -> tuple[WayOut, ...]:
    """Return them, each address once."""
    labels = [kind.label for kind in kinds_of(judged)]
    vendors = {label.vendor for label in labels if label.vendor is not None and label.group in NON_NECESSARY}
    offered = [_offered(case.knowledge, offer) for offer in case.offers if offer.url or offer.live_url]
    known = [
        _known(way, case.knowledge)
        for vendor in sorted(vendors)
        for way in case.knowledge.opt_outs(vendor)
        if way.status is LinkStatus.LIVE
    ]
    unique: dict[str, WayOut] = {}
    for way in (*offered, *known):
        unique.setdefault(way.url, way)
    return tuple(unique.values())[:_MOST]


def _offered(knowledge: Knowledge, offer: PolicyOptOut) -> WayOut:
    way = knowledge.opt_out(offer.live.id) if offer.live is not None else None
    if offer.url is None:  # named by words only: the address is ours
        return _of(offer, offer.live_url or "", way.one_click if way is not None else False, way, None)
    live = offer.live_url if offer.live_url != offer.url else None
    return _of(offer, offer.url, offer.one_click, way if live is None else None, live)


def _of(offer: PolicyOptOut, url: str, one_click: bool, way: OptOut | None, live_url: str | None) -> WayOut:
    return WayOut(
        offer.target,
        way.name if way is not None else offer.name,
        url,
        offer.link_class.value,
        True,
        one_click,
        way.stops if way is not None else "",
        way.requires_login if way is not None else False,
        offer.why,
        live_url,
    )


def _known(way: OptOut, knowledge: Knowledge) -> WayOut:
    found = classify_link(way.url, knowledge)
    return WayOut(
        way.vendor,
        way.name,
        way.url,
        found.link_class.value,
        False,
        found.one_click and way.one_click,
        way.stops,
        way.requires_login,
        found.why,
    )
