# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Turn a policy into a first draft of ``cookies.yml``, every line with the quote that it rests on."""

import json
from collections.abc import Iterable, Iterator
from typing import Final

from inspector.core.policy import Claim, NamedCookie, Policy, Stance, StatedLifetime, StatedPurpose
from inspector.core.visible import visible
from inspector.policies.declarations.own import DENIALS

_WIDTH: Final = 160
_HEAD: Final = (
    "# A first draft, made by Cookie Inspector from the policy named below. Each line rests on the quote above it.",
    "# Read it against the site before you keep it; docs/cookies-yml.md describes the format.",
)


def draft_declaration(policy: Policy) -> str:
    """Return the draft as YAML text."""
    source = policy.document.source
    lines = [*_HEAD, f"# Source: {_plain(source.location)}", f"# SHA-256: {source.sha256}", "version: 1"]
    if policy.record.policy_date:
        lines += [*_quoted(_claims(policy, "policy_date")), f"updated: {policy.record.policy_date.date.isoformat()}"]
    if policy.record.complete:
        lines += [*_quoted(_claims(policy, "complete")), "complete: true"]
    lines += _purposes(policy)
    lines += _denied(policy)
    lines += _vendors(policy)
    lines += _cookies(policy)
    return "\n".join(lines) + "\n"


def _purposes(policy: Policy) -> Iterator[str]:
    declared = [p for p in StatedPurpose if policy.record.stance(f"purposes.{p}") is Stance.DECLARED]
    if declared:
        yield "purposes:"
    for purpose in declared:
        yield from _quoted(_claims(policy, f"purposes.{purpose}", Stance.DECLARED), "  ")
        yield f"  - {purpose}"


def _denied(policy: Policy) -> Iterator[str]:
    """What the policy denies flatly; what it contradicts itself on is left to its authors, as a comment."""
    stances = policy.record.stances
    paths = {name: name for name in DENIALS} | {f"purposes.{purpose}": str(purpose) for purpose in StatedPurpose}
    denied = [(path, name) for path, name in paths.items() if stances.get(path) is Stance.DENIED]
    if denied:
        yield "denied:"
    for path, name in denied:
        yield from _quoted(_claims(policy, path, Stance.DENIED), "  ")
        yield f"  - {name}"
    for path, stance in stances.items():
        if stance is Stance.CONFLICTING:
            yield f"# The policy contradicts itself on {path}: decide which holds."
            yield from _quoted(_claims(policy, path), most=4)


def _vendors(policy: Policy) -> Iterator[str]:
    if policy.record.vendors:
        yield "vendors:"
    for vendor in policy.record.vendors:
        claims = [
            claim for claim in policy.claims if claim.vendor == vendor.id or claim.field == f"vendors.{vendor.id}"
        ]
        yield from _quoted(claims, "  ")
        yield f"  - id: {_text(vendor.id)}"
        if vendor.name and vendor.name != vendor.id:
            yield f"    name: {_text(vendor.name)}"
        opt_out = next((held for held in policy.record.opt_outs if held.target == vendor.id), None)
        if opt_out and (opt_out.url or opt_out.live_url):
            yield f"    opt_out: {_text(opt_out.live_url or opt_out.url or '')}"


def _cookies(policy: Policy) -> Iterator[str]:
    if policy.record.named_cookies:
        yield "cookies:"
    for cookie in policy.record.named_cookies:
        yield from _quoted((claim for claim in policy.claims if cookie.name in claim.names), "  ")
        yield f"  - name: {_text(cookie.name)}"
        yield from _facts(cookie)


def _facts(cookie: NamedCookie) -> Iterator[str]:
    if cookie.provider:
        yield f"    provider: {_text(cookie.provider)}"
    if cookie.purpose:
        yield f"    purpose: {cookie.purpose}"
    if lifetime := lifetime_text(cookie.lifetime):
        yield f"    lifetime: {_text(lifetime)}"
    if cookie.storage != "cookie":
        yield f"    storage: {_text(cookie.storage)}"


def lifetime_text(lifetime: StatedLifetime | None) -> str:
    """Return a stated lifetime in the words of ``cookies.yml``; empty where none is stated that it can hold."""
    if lifetime is None:
        return ""
    if lifetime.session:
        return "session"
    if lifetime.days is None:
        return "persistent" if lifetime.basis == "persistent" else ""
    seconds = round(lifetime.days * 86_400)
    for size, unit in ((86_400, "days"), (3_600, "hours"), (60, "minutes")):
        if seconds % size == 0 and seconds:
            return f"{seconds // size} {unit}"
    return f"{seconds} seconds"


def _claims(policy: Policy, field: str, stance: Stance | None = None) -> Iterator[Claim]:
    return (claim for claim in policy.claims if claim.field == field and stance in (None, claim.stance))


def _quoted(claims: Iterable[Claim], indent: str = "", most: int = 1) -> Iterator[str]:
    """The quotes of the first claims as comments, with the line of the source that they stand on."""
    for number, claim in enumerate(claims):
        if number >= most:
            return
        yield f'{indent}# line {claim.quote.line}: "{_plain(claim.quote.text)}"'


def _plain(text: str) -> str:
    """One visible line: nothing in a quote may end the comment it stands in."""
    return visible(" ".join(text.split()), _WIDTH)


def _text(text: str) -> str:
    """A YAML double-quoted scalar; JSON's strings are that (YAML 1.2, 5.7 and 7.3.1)."""
    return json.dumps(visible(text), ensure_ascii=False)
