# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Records for tests of what comes after the readers: one call, one cookie, only what matters is named."""

from typing import Any

from inspector.core.cookie import Cookie
from inspector.core.isolation import NOT_ISOLATED, Isolation
from inspector.core.moments import DAY_US, SECOND_US
from inspector.core.problem import Problem, Severity
from inspector.core.reading import Reading, StoreCount
from inspector.core.store import Family, StoreRef

NOW_US = 1_790_000_000 * SECOND_US  # 2026-09-21 14:13:20 UTC


def store(browser: str = "firefox", profile: str = "default", **facts: Any) -> StoreRef:
    """A store of a browser."""
    facts = {"browser_name": browser.title(), "family": Family.FIREFOX, **facts}
    return StoreRef(browser=browser, profile=profile, file=f"/made/{browser}/{profile}/cookies.sqlite", **facts)


STORE = store()


def cookie(host: str = "shop.test", name: str = "cart", isolation: Isolation = NOT_ISOLATED, **facts: Any) -> Cookie:
    """A cookie; a store is only told where it matters."""
    facts = {"store": STORE, "host_only": not host.startswith("."), "path": "/", **facts}
    return Cookie(host_key=host, name=name, isolation=isolation, **facts)


def lasting(days: float, **facts: Any) -> Cookie:
    """A cookie that was set now and lives for some days."""
    return cookie(updated_us=NOW_US, expires_us=NOW_US + round(days * DAY_US), session=False, **facts)


def reading(*cookies: Cookie, problems: tuple[Problem, ...] = ()) -> Reading:
    """A reading of the stores that the cookies name."""
    stores = dict.fromkeys(each.store for each in cookies)
    counts = (StoreCount(found, sum(each.store == found for each in cookies)) for found in stores)
    return Reading(cookies, problems, tuple(counts))


def problem(what: str = "It is locked", where: str = STORE.file, severity: Severity = Severity.FAILED) -> Problem:
    """A problem with every text."""
    return Problem("store-locked", what, where, "another program holds it", "Close the browser.", severity)
