# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""From claims to the record: one answer for each field, by rules that say what outweighs what.

A denial is the gravest thing that a policy can say, since a cookie may contradict it: it enters the record only where
no equally express statement speaks against it; then the field is ``conflicting``. What follows only from context (a
sentence that names nobody) yields to an express denial. The site and third parties are different speakers.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from inspector.core.policy import (
    Claim,
    Controls,
    Document,
    NamedCookie,
    OptOut,
    PolicyDate,
    PolicyRecord,
    Scope,
    Stance,
    StatedPurpose,
    Subject,
    Vendor,
)
from inspector.policies.claims import ClaimReading
from inspector.policies.conflicts import find_conflicts
from inspector.policies.lexicon import NOTHING_KNOWN, VendorLexicon
from inspector.policies.named import merge_named

_THIRD: Final = (Subject.THIRD_PARTIES, Subject.NAMED_THIRD_PARTY)
# Fields about one speaker, or about data: every claim weighs the same there, whoever is its subject.
_PLAIN: Final = (
    "cross_site_tracking", "personal_data_in_cookies", "data_sale", "session_cookies", "persistent_cookies",
    "anonymous_visit", "data_transfer",
)  # fmt: skip


def derive_record(document: Document, reading: ClaimReading, lexicon: VendorLexicon | None = None) -> PolicyRecord:
    """Return the record of a document from its claims."""
    claims = reading.claims
    stances = _stances(claims, reading.weak)
    named = merge_named(claims)
    return PolicyRecord(
        stances=stances,
        controls=_controls(claims),
        delegates=_said(claims, "delegates"),
        dart_cookie=_said(claims, "dart_cookie"),
        vendors=_vendors(claims),
        opt_outs=_opt_outs(claims, lexicon or NOTHING_KNOWN),
        named_cookies=tuple(cookie for cookie in named if cookie.storage == "cookie"),
        storage=_storage(claims, named),
        policy_date=_date(document, claims),
        language=reading.language,
        enumerates=_enumerates(claims, named),
        complete=_said(claims, "complete"),
        states_purposes=any(
            field.startswith("purposes.") and stance is Stance.DECLARED for field, stance in stances.items()
        ),
        children=tuple(dict.fromkeys(name for claim in claims if claim.field == "children" for name in claim.names)),
        conflicts=find_conflicts(claims, stances, reading.weak),
    )


def _stances(claims: Sequence[Claim], weak: frozenset[str]) -> dict[str, Stance]:
    by_field: dict[str, list[Claim]] = {}
    for claim in claims:
        by_field.setdefault(claim.field, []).append(claim)
    stances = {}
    for field in (*_PLAIN, *(f"purposes.{purpose.value}" for purpose in StatedPurpose), "third_party_cookies"):
        if field in by_field:
            stances[field] = _weighed(by_field[field], weak)
    stances.update(_of_cookies(by_field, weak))
    return {field: stance for field, stance in stances.items() if stance is not Stance.UNSTATED}


def _weighed(claims: Sequence[Claim], weak: frozenset[str]) -> Stance:
    """Denied where only denied, or declared no better than by context; conflicting where both are express."""
    denied = [claim for claim in claims if claim.stance is Stance.DENIED]
    declared = [claim for claim in claims if claim.stance is Stance.DECLARED]
    if not denied:
        return Stance.DECLARED if declared else Stance.UNSTATED
    express = [claim for claim in declared if claim.id not in weak and claim.scope is not Scope.CONDITION]
    if not express:
        return Stance.DENIED
    if all(claim.id in weak for claim in denied):
        return Stance.DECLARED
    field = claims[0].field
    if field == "personal_data_in_cookies" and all(claim.scope is not Scope.ALL for claim in denied):
        return Stance.DECLARED  # "some cookies hold none": others do
    if field.startswith("purposes.") and all(claim.subject in _THIRD for claim in express):
        return Stance.DECLARED  # the site does not, others on it do
    if field == "data_transfer":
        return Stance.DENIED
    return Stance.CONFLICTING


def _of_cookies(by_field: dict[str, list[Claim]], weak: frozenset[str]) -> dict[str, Stance]:
    """Cookies as such: a flat denial of the site's own still leaves those of others."""
    own = by_field.get("first_party_cookies", [])
    every = by_field.get("cookies", [])
    denied = [claim for claim in (*own, *every) if claim.stance is Stance.DENIED]
    express = [
        claim for claim in (*own, *every) if _declares(claim) and claim.id not in weak and claim.subject not in _THIRD
    ]
    others = [
        claim
        for claim in (*every, *by_field.get("third_party_cookies", []))
        if _declares(claim) and claim.subject in _THIRD and claim.scope is not Scope.KIND
    ]
    if denied:
        flat = any(claim.field == "cookies" for claim in denied)
        first = Stance.CONFLICTING if express else Stance.DENIED
        if others:
            return {"first_party_cookies": first, "cookies": Stance.DECLARED}
        return {"first_party_cookies": first, "cookies": first} if flat else {"first_party_cookies": first}
    stances = {}
    if any(_declares(claim) for claim in own):
        stances["first_party_cookies"] = Stance.DECLARED
    if any(_declares(claim) for claim in (*own, *every)) or others:
        stances["cookies"] = Stance.DECLARED
    return stances


def _declares(claim: Claim) -> bool:
    return claim.stance is Stance.DECLARED


def _said(claims: Iterable[Claim], field: str) -> bool:
    return any(claim.field == field and claim.stance is Stance.DECLARED for claim in claims)


def _controls(claims: Sequence[Claim]) -> Controls:
    signals = {claim.stance for claim in claims if claim.field == "controls.do_not_track"}
    signal = "unstated"
    if signals:
        signal = "ignored" if Stance.DENIED in signals else "honoured"
    return Controls(_said(claims, "controls.browser_settings"), _said(claims, "controls.consent_tool"), signal)


def _vendors(claims: Sequence[Claim]) -> tuple[Vendor, ...]:
    found: dict[str, str] = {}
    for claim in claims:
        if claim.field.startswith("vendors.") and claim.vendor is not None:
            found.setdefault(claim.vendor, claim.provider or claim.vendor)
    return tuple(Vendor(vendor, name) for vendor, name in found.items())


def _opt_outs(claims: Sequence[Claim], lexicon: VendorLexicon) -> tuple[OptOut, ...]:
    """Each target and address once; words alone only where no address was printed for the target."""
    found: dict[tuple[str, str | None], OptOut] = {}
    for claim in claims:
        if claim.opt_out is None:
            continue
        known = lexicon.opt_out(claim.url) if claim.url else lexicon.live(claim.opt_out)
        live, kind = (known.live_url, known.kind) if known is not None else (None, "")
        found.setdefault((claim.opt_out, claim.url), OptOut(claim.opt_out, claim.url, kind, live))
    printed = {target for target, url in found if url}
    return tuple(offer for (target, url), offer in found.items() if url or target not in printed)


def _storage(claims: Sequence[Claim], named: Sequence[NamedCookie]) -> tuple[NamedCookie, ...]:
    kept = [item for item in named if item.storage != "cookie"]
    kinds = {item.storage for item in kept}
    for claim in claims:
        if claim.field == "storage":
            kept.extend(NamedCookie("", storage=name) for name in claim.names if name not in kinds)
            kinds.update(claim.names)
    return tuple(kept)


def _enumerates(claims: Sequence[Claim], named: Sequence[NamedCookie]) -> bool:
    """A list of cookies by name: two of them, or one that a list announces."""
    announced = any(claim.field in {"enumerates", "complete"} for claim in claims)
    return len(named) >= 2 or (len(named) == 1 and announced)


def _date(document: Document, claims: Sequence[Claim]) -> PolicyDate | None:
    """The policy's date: the text's own, else the archive's."""
    for claim in claims:
        if claim.field == "policy_date":
            return PolicyDate(date.fromisoformat(claim.names[0]), claim.names[1])
    return PolicyDate(document.source.archived, "archive") if document.source.archived is not None else None
