# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A log-in or session cookie lacks HttpOnly or Secure.

What: a cookie that is known to hold a log-in or a server's session can be read by scripts (no HttpOnly) or is sent over
plain HTTP (no Secure). Cookies of which the store does not tell are left alone.

Why: who gets hold of such a cookie is logged in.

Example: "PHPSESSID" without HttpOnly.

Sources: OWASP Session Management Cheat Sheet; RFC 6265bis, 8.3 and 8.4.
"""

from collections.abc import Iterator

from inspector.core.finding import Level
from inspector.core.label import Purpose
from inspector.core.rule_page import Fact
from inspector.rules.api import Outcome, Rule
from inspector.rules.case import Case
from inspector.rules.words import because, named, what


def check(case: Case) -> Iterator[Outcome]:
    """Yield a finding for each exposed cookie."""
    for purpose in (Purpose.AUTHENTICATION, Purpose.SESSION):
        for held in case.by_purpose.get(purpose, ()):
            cookie = held.cookie
            lacks = [
                word for word, set_ in (("HttpOnly", cookie.http_only), ("Secure", cookie.secure)) if set_ is False
            ]
            if lacks and held.sure:
                yield RULE.found(
                    f"{named(held)} ({what(held)}) is stored without {' and '.join(lacks)}",
                    f"Set it with {' and '.join(lacks)}",
                    held,
                    evidence=because(held),
                )


RULE = Rule(
    "CI601", "authentication-cookie-exposed", Level.NOTE, __doc__, check, by_label=True, needs=(Fact.ATTRIBUTES,)
)
