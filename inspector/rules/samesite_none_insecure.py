# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A Set-Cookie header says SameSite=None without Secure.

What: a header that a recording has kept. Stores and imported files do not show this: browsers refuse such cookies, and
several formats write "none" for cookies that said nothing.

Why: current browsers refuse the cookie, so it does not do what it is for; where one keeps it, it travels in the clear.

Example: Set-Cookie: sid=...; SameSite=None

Sources: RFC 6265bis, 5.7: "If the cookie's same-site-flag is None, abort unless the secure-only-flag is true".
"""

from collections.abc import Iterator

from inspector.core.cookie import SameSite
from inspector.core.finding import Level
from inspector.rules.api import Outcome, Rule
from inspector.rules.blindness import no_headers
from inspector.rules.case import Case
from inspector.rules.words import named


def check(case: Case) -> Iterator[Outcome]:
    """Yield a finding for each such header."""
    for held in case.of_headers:
        if held.cookie.same_site is SameSite.NONE and held.cookie.secure is False:
            yield RULE.found(
                f"{named(held)} is set with SameSite=None and without Secure",
                "Add Secure, or leave SameSite=None out",
                held,
                evidence=("read in the Set-Cookie header of a recording",),
            )


RULE = Rule("CI602", "samesite-none-insecure", Level.WARNING, __doc__, check, unasked=no_headers)
