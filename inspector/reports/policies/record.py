# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The published record of a policy as plain values: every key always there, in one order; its schema is stable."""

from typing import Any, Final

from inspector.core.policy import (
    Claim,
    NamedCookie,
    Policy,
    Source,
    Stance,
    StatedPurpose,
)

STANCES: Final = (
    "cookies",
    "first_party_cookies",
    "third_party_cookies",
    "cross_site_tracking",
    "personal_data_in_cookies",
    "data_sale",
    "session_cookies",
    "persistent_cookies",
)


def record_of(policy: Policy) -> dict[str, Any]:
    """Return the record of one policy."""
    record, source = policy.record, policy.document.source
    return {
        "source": source_of(source),
        "title": policy.document.title,
        "policy_date": (
            {"date": record.policy_date.date.isoformat(), "basis": record.policy_date.basis}
            if record.policy_date
            else None
        ),
        "archived": source.archived is not None,
        "language": record.language,
        **{name: str(record.stance(name)) for name in STANCES},
        "purposes": {str(purpose): str(record.stance(f"purposes.{purpose}")) for purpose in StatedPurpose},
        "anonymous_visit": str(record.stance("anonymous_visit")),
        "data_transfer": str(record.stance("data_transfer")),
        "children": list(record.children),
        "delegates": record.delegates,
        "enumerates": record.enumerates,
        "complete": record.complete,
        "states_purposes": record.states_purposes,
        "controls": record.controls._asdict(),
        "vendors": [{"id": vendor.id, "name": vendor.name} for vendor in record.vendors],
        "dart_cookie": record.dart_cookie,
        "opt_outs": [
            {"target": held.target, "url": held.url, "class": held.kind or None, "live_url": held.live_url}
            for held in record.opt_outs
        ],
        "named_cookies": [_cookie(held) for held in (*record.named_cookies, *record.storage) if held.name],
        "storage": [{"kind": item.storage, "key": item.name or None} for item in record.storage],
        "conflicts": [
            {"field": conflict.field, "claims": list(conflict.claims), "why": conflict.why}
            for conflict in record.conflicts
        ],
        "claims": [claim_of(claim) for claim in policy.claims],
    }


def source_of(source: Source) -> dict[str, Any]:
    """Return where a document came from."""
    return {
        "location": source.location,
        "sha256": source.sha256,
        "retrieved": source.retrieved.isoformat() if source.retrieved else None,
        "media_type": source.media_type,
        "encoding": source.encoding or None,
        "archived_on": source.archived.isoformat() if source.archived else None,
        "original_url": source.original_url,
        "redirects": list(source.redirects),
    }


def _cookie(cookie: NamedCookie) -> dict[str, Any]:
    return {
        "name": cookie.name,
        "provider": cookie.provider,
        "purpose": _seven(cookie.purpose),
        "lifetime": cookie.lifetime.value if cookie.lifetime else None,
        "lifetime_basis": str(cookie.lifetime.basis) if cookie.lifetime else None,
        "storage": cookie.storage,
    }


def _seven(purpose: StatedPurpose | None) -> str | None:
    """A cookie's purpose is one of seven; that it is necessary says nothing of what it is for."""
    return None if purpose in (None, StatedPurpose.NECESSARY) else str(purpose)


def claim_of(claim: Claim) -> dict[str, Any]:
    """Return one claim."""
    return {
        "id": claim.id,
        "field": claim.field,
        "stance": str(claim.stance),
        "subject": str(claim.subject),
        "scope": str(claim.scope),
        "purpose": str(claim.purpose) if claim.purpose else None,
        "vendor": claim.vendor,
        "names": list(claim.names),
        "lifetime": claim.lifetime_value,
        "lifetime_basis": str(claim.lifetime.basis) if claim.lifetime else None,
        "opt_out": claim.opt_out,
        "url": claim.url,
        "quote": claim.quote.text,
        "start": claim.quote.start,
        "end": claim.quote.end,
        "line": claim.quote.line,
    }


def unread(location: str) -> dict[str, Any]:
    """Return the record of a source that could not be read: nothing stated, and said so."""
    return {"source": {"location": location, "sha256": None, "retrieved": None}, "unread": True, "claims": []}


def stated(policy: Policy) -> dict[str, Stance]:
    """Return the stances that the policy takes, in the record's order."""
    names = (*STANCES, *(f"purposes.{p}" for p in StatedPurpose), "anonymous_visit", "data_transfer")
    return {name: policy.record.stance(name) for name in names if policy.record.stance(name) is not Stance.UNSTATED}
