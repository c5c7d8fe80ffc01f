# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A promise of the policy is in tension with a cookie, though no cookie can break it outright.

What: a promise of anonymity beside a persistent identifier; "not passed to any company" beside another company's
cookie; "cookies hold no personal information" beside a cookie with an e-mail address in it (where values were read).

Why: the promise may be meant otherwise than a visitor reads it. The finding lays the two side by side and judges no
more.

Example: "You may visit our site anonymously" and a "visitor_id" that lives for a year.

Sources: CJEU, C-582/14 (Breyer) and Article 29 Working Party, opinion 4/2012: identifiers in cookies may be personal
data.
"""

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple
from urllib.parse import unquote

from inspector.core.finding import Level
from inspector.core.label import Tracks
from inspector.core.late_pattern import late
from inspector.core.policy import Claim, Scope, Stance
from inspector.core.secret import Secret
from inspector.rules.api import Outcome, Rule
from inspector.rules.case import Case, CookieCase
from inspector.rules.purposes import EXEMPT, NON_NECESSARY
from inspector.rules.words import because, named, what

_EMAIL: Final = late(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{2,63}){1,3}")
_LONGEST_VALUE: Final = 4096


def _identifies(held: CookieCase) -> bool:
    tracks = held.label.tracks in (Tracks.WITHIN_SITE, Tracks.CROSS_SITE)
    return held.persistent and tracks and held.label.purpose not in EXEMPT


def _goes_to_others(held: CookieCase) -> bool:
    """A third party's cookie, or one that another company's script set on the site and reports on."""
    others = held.label.vendor is not None and held.label.group in NON_NECESSARY
    return held.label.purpose not in EXEMPT and (held.third or (others and held.sure))


def _holds_address(held: CookieCase) -> bool:
    value = held.cookie.value
    return value is not None and holds_address(value)


def holds_address(value: Secret) -> bool:
    """Whether an e-mail address stands in a value."""
    return _EMAIL.search(unquote(value.reveal()[:_LONGEST_VALUE])) is not None


class _Tension(NamedTuple):
    """A promise (field and stance), what it reads like, which cookies are in tension with it, and how."""

    field: str
    stance: Stance
    promise: str
    cookies: Callable[[CookieCase], bool]
    how: str
    own: bool = True  # whether the site's own cookies speak for it best


_TENSIONS: Final = (
    _Tension("anonymous_visit", Stance.DECLARED, "an anonymous visit", _identifies, "is a persistent identifier"),
    _Tension(
        "data_transfer",
        Stance.DENIED,
        "that nothing is passed to outside parties",
        _goes_to_others,
        "tells another company of the visit",
        own=False,
    ),
    _Tension(
        "personal_data_in_cookies",
        Stance.DENIED,
        "that cookies hold no personal information",
        _holds_address,
        "has an e-mail address in its value",
    ),
)


def _promises(case: Case, tension: _Tension) -> tuple[Claim, ...]:
    """The sentences that promise it of everything, in a policy that does so as a whole."""
    if case.policy.record.stance(tension.field) not in (tension.stance, Stance.UNSTATED):
        return ()
    return tuple(claim for claim in case.claims(tension.field, tension.stance) if claim.scope is Scope.ALL)


def check(case: Case) -> Iterator[Outcome]:
    """Yield a finding for each promise that cookies are in tension with."""
    for tension in _TENSIONS:
        claims = _promises(case, tension)
        found = [held for held in case.cookies if tension.cookies(held)] if claims else []
        if found:
            first = max(found, key=lambda held: (held.sure, held.own is tension.own))
            yield RULE.found(
                f"the policy promises {tension.promise}; {named(first)} ({what(first)}) {tension.how}",
                "Say what the promise means beside this cookie",
                first,
                claims[:1],
                others=[held for held in found if held is not first],
                evidence=because(first),
                rests_on_label=tension.cookies is not _holds_address,
                subject=tension.field,
            )


RULE = Rule("CI209", "promise-in-tension", Level.NOTE, __doc__, check, by_label=True)
