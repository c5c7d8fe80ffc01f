# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A link that the policy prints as an opt-out cannot be one, or nobody should follow it.

What: the address is not encrypted (http) or otherwise unsafe, is no address at all, belongs to another company than the
one that the sentence names, or is a picture, an archive's copy or an e-mail address. A script that works only on the
site's own page, and an address that our table has with https and the policy with http, are notes.

Why: the visitor is sent the wrong way, or to where anybody on the network can answer in the company's name.

Example: "Improve Digital (www.indexexchange.com)"; a 1x1 picture printed as the opt-out of a company.

Sources: the WHATWG URL standard, and links found in real policies.
"""

from collections.abc import Iterator

from inspector.core.finding import Level
from inspector.core.optout import LinkClass, PolicyOptOut
from inspector.core.visible import visible
from inspector.rules.api import Outcome, Rule
from inspector.rules.case import Case

_LONGEST = 120


def check(case: Case) -> Iterator[Outcome]:
    """Yield a finding for each such link."""
    for offer in case.offers:
        level = _level(offer)
        if level is None or offer.url is None:
            continue
        claim = case.policy.claim(offer.claim)
        yield RULE.found(
            f"{_said(offer)}: {visible(offer.url, _LONGEST) or '(empty)'}",
            f"Offer {visible(offer.live_url, 300)} instead" if offer.live_url else "Check the link",
            claims=() if claim is None else (claim,),
            level=level,
            evidence=(visible(offer.why, 400),),
        )


def _level(offer: PolicyOptOut) -> Level | None:
    if offer.link_class.is_fault:
        return Level.WARNING
    script = offer.link_class is LinkClass.SITE_ONLY and (offer.url or "").lower().startswith("javascript:")
    return Level.NOTE if script or _is_plain_http(offer) else None


def _is_plain_http(offer: PolicyOptOut) -> bool:
    return offer.link_class is LinkClass.LIVE and (offer.url or "").lower().startswith("http:")


def _said(offer: PolicyOptOut) -> str:
    if _is_plain_http(offer):
        return "An opt-out link is printed without encryption"
    return _SAID[offer.link_class]


_SAID = {
    LinkClass.UNSAFE: "An opt-out link is not safe to follow",
    LinkClass.MALFORMED: "An opt-out link is no address",
    LinkClass.WRONG_VENDOR: "An opt-out link leads to somebody else",
    LinkClass.NOT_AN_OPT_OUT: "An opt-out link is no opt-out",
    LinkClass.SITE_ONLY: "An opt-out is a script, which works on the site's own page only",
}

RULE = Rule("CI503", "opt-out-link-unsafe", Level.WARNING, __doc__, check, about_policy=True)
