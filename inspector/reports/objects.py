# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Records as plain objects with stable keys, for JSON and CSV. ``None`` is what the store does not tell."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import Any, Final

from inspector import __version__
from inspector.core.cookie import Cookie
from inspector.core.evidence import Sighting as Seen
from inspector.core.isolation import Container, Partition
from inspector.core.label import Label
from inspector.core.moments import to_iso
from inspector.core.narrowed import Narrowed
from inspector.core.problem import Problem
from inspector.core.reading import Reading, StoreCount
from inspector.core.survey import Sighting

PROGRAM: Final = {"name": "cookie-inspector", "version": __version__}


def cookie_objects(reading: Reading, with_values: bool = False) -> Iterator[dict[str, Any]]:
    """Yield each cookie of a reading as an object: its facts, how it came to be there, and what its label says."""
    seen = reading.evidence.sightings
    for cookie, label in zip_longest(reading.cookies, reading.labels):
        fields = cookie_object(cookie, with_values) | set_fields(cookie, seen.get(cookie.key) if seen else None)
        yield fields if label is None else fields | label_fields(label, reading.knowledge)


def refused_objects(reading: Reading, with_values: bool = False) -> Iterator[dict[str, Any]]:
    """Yield each cookie that was tried and not kept, with why: it is no part of what the browser holds."""
    for held in reading.evidence.refused:
        yield cookie_object(held.cookie, with_values) | set_fields(held.cookie, held.sighting) | {"why": held.why}


def set_fields(cookie: Cookie, seen: Seen | None) -> dict[str, Any]:
    """Return the two lifetimes apart, and who set a cookie on which pages, as far as a recording tells.

    ``lifetime_days`` of the record is the requested one where that is known, else the stored one.
    """
    asked, stored = cookie.requested, cookie.stored_lifetime
    return {
        "requested_days": asked.days,
        "requested_basis": asked.basis,
        "stored_days": stored.days,
        "stored_basis": stored.basis,
        "pages": [] if seen is None else list(seen.pages),
        "set_by": None if seen is None else seen.setter,
        "set_by_header": None if seen is None or not seen.from_header else True,
        "sent_back": None if seen is None or not seen.sent_back else True,
    }


def label_fields(label: Label, knowledge: str) -> dict[str, Any]:
    """Return what a label says; ``disputed`` says who says otherwise, ``knowledge`` on which edition it rests."""
    return {
        "purpose": label.purpose.value,
        "group": label.group.value,
        "subtype": label.subtype.value or None,
        "tracks": label.tracks.value,
        "vendor": label.vendor_name,
        "party": label.party.value,
        "confidence": label.confidence,
        "disputed": list(label.disputed),
        "because": list(label.because),
        "tracks_because": list(label.tracks_because),
        "vendor_id": label.vendor,
        "knowledge": knowledge,
    }


def cookie_object(cookie: Cookie, with_value: bool = False) -> dict[str, Any]:
    """Return every fact of a cookie; the value only where it was asked for, ``None`` where it could not be opened."""
    store, isolation, lifetime = cookie.store, cookie.isolation, cookie.lifetime
    fields = {
        "id": cookie.id,
        "browser": store.browser,
        "profile": store.profile,
        "container": container_name(isolation.container),
        "first_party_domain": isolation.first_party_domain,
        "store": store.file,
        "host": cookie.host,
        "host_only": cookie.host_only,
        "name": cookie.name,
        "path": cookie.path,
        "partition": _partition(isolation.partition),
        "partitioned_attribute": cookie.partitioned_attribute,
        "same_site": cookie.same_site,
        "secure": cookie.secure,
        "http_only": cookie.http_only,
        "session": cookie.session,
        "created": to_iso(cookie.created_us),
        "accessed": to_iso(cookie.accessed_us),
        "updated": to_iso(cookie.updated_us),
        "expires": to_iso(cookie.expires_us),
        "lifetime_days": lifetime.days,
        "lifetime_basis": lifetime.basis,
        "priority": cookie.priority,
        "source_scheme": cookie.source_scheme,
        "source_port": cookie.source_port,
        "source_type": cookie.source_type,
        "value_state": cookie.value_state,
        "value_length": cookie.value_length,
        "problems": [f"{field}: {why}" for field, why in cookie.problems],
    }
    if with_value:
        fields["value"] = None if cookie.value is None else cookie.value.reveal()
    return fields


def problem_object(problem: Problem) -> dict[str, Any]:
    """Return a problem with everything that it says."""
    return {
        "code": problem.code,
        "severity": problem.severity,
        "what": problem.what,
        "where": problem.where,
        "why": problem.why or None,
        "what_to_do": problem.what_to_do or None,
        "count": problem.count,
    }


def narrowed_object(narrowed: Narrowed) -> dict[str, Any]:
    """Return what a filter left of a list; findings where there are some to show."""
    fields: dict[str, Any] = {
        "line": narrowed.line,
        "cookies": narrowed.cookies,
        "of_cookies": narrowed.of_cookies,
    }
    if narrowed.findings is not None:
        fields |= {"findings": narrowed.findings, "of_findings": narrowed.of_findings}
    return fields


def store_object(count: StoreCount) -> dict[str, Any]:
    """Return a store that was looked at; ``cookies`` is the whole store's number, ``None`` where it was not read."""
    store = count.store
    return {
        "browser": store.browser,
        "browser_name": store.browser_name or None,
        "profile": store.profile,
        "profile_name": store.profile_name,
        "store": store.file,
        "family": store.family,
        "schema_version": store.schema_version,
        "modified": to_iso(store.modified_us),
        "cookies": count.cookies,
    }


def sighting_object(sighting: Sighting) -> dict[str, Any]:
    """Return one profile of a browser with one of its stores."""
    store = sighting.store
    return {
        "browser": sighting.browser,
        "browser_name": sighting.browser_name,
        "packaging": sighting.packaging or None,
        "profile": sighting.profile,
        "profile_name": sighting.profile_name,
        "store": None if store is None else store.file,
        "family": None if store is None else store.family,
        "schema_version": None if store is None else store.schema_version,
        "modified": None if store is None else to_iso(store.modified_us),
        "may_lag_seconds": sighting.may_lag_s,
        "cookies": sighting.cookies,
    }


def container_name(container: Container | None) -> str | None:
    """Return a container as people know it; one without a name is told by its number."""
    if container is None:
        return None
    return str(container.id) if container.name is None else container.name


def _partition(partition: Partition | None) -> dict[str, Any] | None:
    if partition is None:
        return None
    return {"site": partition.site, "has_cross_site_ancestor": partition.has_cross_site_ancestor}
