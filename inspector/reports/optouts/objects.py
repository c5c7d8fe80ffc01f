# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Opt-outs as plain objects with stable keys (docs/optouts.md). No value of a cookie is in them."""

from collections.abc import Iterable
from typing import Any

from inspector.core.finding import CookieRef
from inspector.core.moments import to_iso
from inspector.core.optout import ClearSteps, CompanyWays, OptOutStanding, PolicyOptOut, SetByVisit, Signal, WayLink


def standing_object(standing: OptOutStanding) -> dict[str, Any]:
    """Return one company's opt-out in one place."""
    link, place = standing.link, standing.compartment
    return {
        "vendor": standing.vendor,
        "name": standing.name,
        "company": standing.company,
        "browser": standing.store.browser,
        "profile": standing.store.profile_name or standing.store.profile,
        "store": standing.store.file,
        "partition": place.partition,
        "container": place.container,
        "site": place.site,
        "state": standing.state.value,
        "why": standing.why,
        "cookies": [*_refs(standing.cookies, "opt_out"), *_refs(standing.identifiers, "identifier")],
        "expires": to_iso(standing.expires_us),
        "link": link.url if link is not None else None,
        "one_click": link is not None and link.one_click,
        "ways": [way_object(way) for way in standing.links],
    }


def company_object(asked: CompanyWays) -> dict[str, Any]:
    """Return the company that was asked for, with its ways out."""
    return {
        "vendor": asked.vendor,
        "name": asked.name,
        "ways": [way_object(way) for way in asked.links],
        "other_entries": [{"vendor": vendor, "name": name} for vendor, name in asked.others],
    }


def _refs(refs: Iterable[CookieRef], role: str) -> list[dict[str, Any]]:
    return [{"name": ref.name, "host": ref.host, "partition": ref.partition, "role": role} for ref in refs]


def way_object(way: WayLink) -> dict[str, Any]:
    """Return one way out."""
    return {
        "name": way.name,
        "url": way.url,
        "host": way.host,
        "known": way.known,
        "mechanism": way.mechanism,
        "status": way.status,
        "one_click": way.one_click,
        "requires_login": way.requires_login,
        "stops": way.stops,
        "does_not_stop": way.does_not_stop,
        "lasts": way.lasts or None,
    }


def signal_object(signal: Signal) -> dict[str, Any]:
    """Return one thing that a site took note of."""
    return {
        "kind": signal.kind,
        "site": signal.site,
        "cookie": signal.cookie.name,
        "browser": signal.store.browser,
        "profile": signal.store.profile_name or signal.store.profile,
        "on": signal.on,
        "why": signal.why,
    }


def visit_object(held: SetByVisit) -> dict[str, Any]:
    """Return one cookie that an opt-out visit left."""
    return {
        "cookie": held.cookie.name,
        "host": held.cookie.host,
        "partition": held.cookie.partition,
        "browser": held.store.browser,
        "profile": held.store.profile_name or held.store.profile,
        "why": held.why,
    }


def offer_object(offer: PolicyOptOut, source: str) -> dict[str, Any]:
    """Return one opt-out that a policy offers."""
    return {
        "source": source,
        "target": offer.target,
        "name": offer.name,
        "quote": offer.quote.text,
        "line": offer.quote.line,
        "url": offer.url,
        "class": offer.link_class.value,
        "live_url": offer.live_url,
        "why": offer.why,
        "one_click": offer.one_click,
    }


def steps_object(held: ClearSteps) -> dict[str, Any]:
    """Return the steps for one profile."""
    return {
        "site": held.site,
        "browser": held.store.browser,
        "profile": held.store.profile_name or held.store.profile,
        "cookies": held.cookies,
        "title": held.steps.title,
        "steps": list(held.steps.steps),
        "copy": held.steps.copy or None,
        "warning": held.steps.warning or None,
        "keep": [{"name": ref.name, "host": ref.host} for ref in held.protected],
    }
