# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A person's corrections of labels and of matches: each with its reason, applied last, and shown wherever it acts."""

from collections.abc import Sequence
from dataclasses import replace

from inspector.core.cookie import Cookie
from inspector.core.finding import DeclaredBy
from inspector.core.frozen import frozen
from inspector.core.label import Label, Purpose, Tracks
from inspector.core.policy import Claim, Policy
from inspector.core.report import Correction
from inspector.core.visible import visible
from inspector.rules.declarations import Match
from inspector.rules.selectors import Selector


@frozen
class LabelCorrection:
    """What a cookie is for, in a person's word. ``host`` is a host or a domain above it; ``None`` is any."""

    name: str
    host: str | None
    purpose: Purpose
    reason: str
    author: str = ""
    vendor: str | None = None
    tracks: Tracks | None = None


@frozen
class MatchCorrection:
    """Whether the sentence that holds ``quote`` declares a cookie. Without a quote, ``declared`` false means: none."""

    name: str
    host: str | None
    declared: bool
    reason: str
    author: str = ""
    quote: str = ""


@frozen
class Corrections:
    """All corrections, in the order of the file; the first that fits a cookie counts."""

    labels: tuple[LabelCorrection, ...] = ()
    matches: tuple[MatchCorrection, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.labels or self.matches)


def fits(correction: LabelCorrection | MatchCorrection, cookie: Cookie) -> bool:
    """Whether a correction speaks of a cookie; its name may be a pattern such as ``_x_*``."""
    return Selector(correction.name, correction.host).fits(cookie.name, cookie.host)


def corrected_label(
    cookie: Cookie, label: Label, corrections: Sequence[LabelCorrection]
) -> tuple[Label, Correction | None]:
    """Return the label a person gave, or the one there was."""
    found = next((correction for correction in corrections if fits(correction, cookie)), None)
    if found is None:
        return label, None
    says = f'"{visible(cookie.name, 80)}" is {found.purpose.value}'
    by = f" ({visible(found.author, 80)})" if found.author else ""
    told = replace(
        label,
        purpose=found.purpose,
        vendor=found.vendor or label.vendor,
        vendor_name=None if found.vendor else label.vendor_name,
        tracks=found.tracks or label.tracks,
        confidence=1.0,
        disputed=(),
        because=(f"corrected by a person{by}: {visible(found.reason, 300)}", *label.because),
    )
    return told, Correction("label", says, found.reason, found.author)


def corrected_matches(
    cookie: Cookie, matches: tuple[Match, ...], corrections: Sequence[MatchCorrection], policy: Policy
) -> tuple[tuple[Match, ...], Correction | None]:
    """Return the matches as a person corrected them."""
    found = next((correction for correction in corrections if fits(correction, cookie)), None)
    if found is None:
        return matches, None
    name = visible(cookie.name, 80)
    if not found.declared:
        left = tuple(match for match in matches if found.quote and found.quote not in match.claim.quote.text)
        return left, Correction("match", f'"{name}" is not declared by that', found.reason, found.author)
    claim = _quoted(policy, found.quote)
    if claim is None:
        return matches, None
    match = Match(DeclaredBy.CORRECTION, claim, f"a person says so: {visible(found.reason, 300)}")
    return (match, *matches), Correction("match", f'"{name}" is declared by that', found.reason, found.author)


def _quoted(policy: Policy, quote: str) -> Claim | None:
    return next((claim for claim in policy.claims if quote and quote in claim.quote.text), None)
