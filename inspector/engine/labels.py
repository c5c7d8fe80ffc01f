# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Labels for an audit by the knowledge tables alone."""

from collections.abc import Sequence

from inspector.core.cookie import Cookie
from inspector.core.label import Label, Party, Purpose, Tracks
from inspector.engine.audit_cookies import Classify
from inspector.knowledge.book import Knowledge
from inspector.knowledge.records import KnownCookie
from inspector.knowledge.site import registrable


def known_labels(knowledge: Knowledge) -> Classify:
    """Return a classifier that knows what the tables know, and nothing else."""

    def classify(cookies: Sequence[Cookie], site: str) -> Sequence[Label]:
        return [_label(cookie, site, knowledge) for cookie in cookies]

    return classify


def _label(cookie: Cookie, site: str, knowledge: Knowledge) -> Label:
    opt_out = _opt_out(cookie, site, knowledge)
    if opt_out is not None:
        return opt_out
    first = next(iter(knowledge.find(cookie.name, cookie.host)), None)
    if first is None:
        return Label(party=_party(cookie, site))
    vendor = knowledge.vendor(first.vendor) if first.vendor else None
    party = _party(cookie, site)
    return Label(
        first.purpose,
        first.subtype,
        first.vendor,
        vendor.name if vendor else None,
        party,
        _tracks(first, party),
        confidence=0.95,
        disputed=first.disputed,
        because=(f"known: {first.source}",),
    )


def _opt_out(cookie: Cookie, site: str, knowledge: Knowledge) -> Label | None:
    """Return the label of a cookie that records an opt-out: ``id`` is one where its value is OPT_OUT, and no other."""
    value = None if cookie.value is None else cookie.value.reveal()
    match = knowledge.opt_out_state(cookie.name, cookie.host, value)
    if match is None or not match.is_opt_out_cookie:
        return None
    vendor = knowledge.vendor(match.vendor) if match.vendor else None
    return Label(
        Purpose.OPT_OUT,
        vendor=match.vendor,
        vendor_name=vendor.name if vendor else None,
        party=_party(cookie, site),
        tracks=Tracks.NO,
        confidence=0.95,
        because=(match.because,),
    )


def _party(cookie: Cookie, site: str) -> Party:
    if not site:
        return Party.UNKNOWN
    return Party.FIRST if registrable(cookie.host_key) == registrable(site) else Party.THIRD


def _tracks(known: KnownCookie, party: Party) -> Tracks:
    if known.identifier is None or known.purpose is Purpose.UNKNOWN:
        return Tracks.UNKNOWN
    if not known.identifier:
        return Tracks.NO
    return Tracks.CROSS_SITE if party is Party.THIRD else Tracks.WITHIN_SITE
