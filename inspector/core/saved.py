# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""An audit that was saved as JSON, read back: what is compared with another, and no more."""

from typing import NamedTuple

from inspector.core.cookie import Cookie
from inspector.core.finding import Finding, Verdict
from inspector.core.frozen import frozen


class SavedCookie(NamedTuple):
    """A cookie with the verdict that it had."""

    cookie: Cookie
    verdict: Verdict | None = None


@frozen
class SavedAudit:
    """The site, the findings, those that were set aside, the cookies; and whether all was measured then.

    ``unmeasured`` says why it was not, and is empty where it was. ``off`` are the rules that were switched off.
    ``policy`` is where the policy was that its lines are those of; empty where it was of several files.
    """

    location: str
    site: str
    headline: str = ""
    findings: tuple[Finding, ...] = ()
    ignored: tuple[Finding, ...] = ()
    cookies: tuple[SavedCookie, ...] = ()
    unmeasured: str = ""
    off: frozenset[str] = frozenset()
    now_us: int | None = None
    policy: str = ""
