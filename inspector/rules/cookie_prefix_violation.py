# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A Set-Cookie header breaks the promise of its name's prefix.

What: a name that begins with __Secure- without Secure, or with __Host- without Secure, with a Domain or with a path
other than "/", in a header that a recording has kept.

Why: browsers refuse the cookie, so it does not do what it is for.

Example: Set-Cookie: __Host-sid=...; Secure; Path=/; Domain=shop.example

Sources: RFC 6265bis, 4.1.3 "Cookie Name Prefixes" (compared without regard to case, 5.7).
"""

from collections.abc import Iterator

from inspector.core.cookie import Cookie
from inspector.core.finding import Level
from inspector.rules.api import Outcome, Rule
from inspector.rules.blindness import no_headers
from inspector.rules.case import Case
from inspector.rules.words import named


def check(case: Case) -> Iterator[Outcome]:
    """Yield a finding for each such header."""
    for held in case.of_headers:
        broken = _broken(held.cookie)
        if broken:
            yield RULE.found(
                f"{named(held)} is set {' and '.join(broken)}, against its prefix",
                "Set it as the prefix demands, or take the prefix off the name",
                held,
                evidence=("read in the Set-Cookie header of a recording",),
            )


def _broken(cookie: Cookie) -> tuple[str, ...]:
    name = cookie.name[:9].lower()
    if not name.startswith(("__secure-", "__host-")):
        return ()
    faults = ["without Secure"] if cookie.secure is False else []
    if name.startswith("__host-"):
        faults += ["with a Domain"] if cookie.host_only is False else []
        faults += ["with another path than /"] if cookie.path not in ("/", None) else []
    return tuple(faults)


RULE = Rule("CI603", "cookie-prefix-violation", Level.WARNING, __doc__, check, unasked=no_headers)
