# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Made-up cookies for pictures: a shop, a newspaper and their helpers in three browsers, and any number of others."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from inspector.core.cookie import Cookie, Priority, SameSite, SourceScheme, SourceType
from inspector.core.isolation import NOT_ISOLATED, Container, Isolation, Partition
from inspector.core.moments import DAY_US, SECOND_US
from inspector.core.problem import Problem, Severity
from inspector.core.reading import Reading, StoreCount
from inspector.core.store import Family, StoreRef

NOW_US: Final = 1_790_000_000 * SECOND_US
HOME: Final = "/home/ada"

CHROME: Final = StoreRef(
    *("chrome", "Default", f"{HOME}/.config/google-chrome/Default/Cookies", Family.CHROMIUM, "Google Chrome", "Ada"),
    schema_version=24,
    modified_us=NOW_US - 40 * SECOND_US,
)
WORK: Final = StoreRef(
    *(
        "chrome",
        "Profile 1",
        f"{HOME}/.config/google-chrome/Profile 1/Cookies",
        Family.CHROMIUM,
        "Google Chrome",
        "Work",
    ),
    schema_version=24,
    modified_us=NOW_US - 9 * DAY_US,
)
FIREFOX: Final = StoreRef(
    *(
        "firefox",
        "x1.default",
        f"{HOME}/.mozilla/firefox/x1.default/cookies.sqlite",
        Family.FIREFOX,
        "Firefox",
        "default",
    ),
    schema_version=17,
    modified_us=NOW_US - 3 * 3600 * SECOND_US,
)
BRAVE: Final = StoreRef(
    *(
        "brave",
        "Default",
        f"{HOME}/.config/BraveSoftware/Brave-Browser/Default/Cookies",
        Family.CHROMIUM,
        "Brave",
        "Me",
    ),
)


class Made(NamedTuple):
    """The few facts that make one cookie look like another."""

    host: str
    name: str
    days: float | None
    same_site: SameSite = SameSite.LAX
    http_only: bool = False
    isolation: Isolation = NOT_ISOLATED


_SHOP: Final = Isolation(Partition("https://shop.example", True), raw="https://shop.example 1")
_BANKING: Final = Isolation(container=Container(3, "Banking"), raw="^userContextId=3")

EXAMPLES: Final = (
    Made("www.shop.example", "cart", 14, http_only=True),
    Made("www.shop.example", "PHPSESSID", None, http_only=True),
    Made("www.shop.example", "consent", 180, SameSite.STRICT),
    Made(".shop.example", "_ga", 400),
    Made(".shop.example", "_ga_7Q2NE4K1XB", 400),
    Made(".shop.example", "_gid", 1),
    Made(".shop.example", "language", 365, SameSite.UNSPECIFIED),
    Made(".doubleclick.example", "IDE", 390, SameSite.NONE, True),
    Made(".doubleclick.example", "test_cookie", 0.0104, SameSite.NONE),
    Made("chat.helper.example", "visitor", 30, SameSite.NONE, isolation=_SHOP),
    Made("daily.news.example", "sub_token", 90, SameSite.STRICT, True),
    Made("daily.news.example", "csrf", None, SameSite.STRICT),
    Made(".news.example", "ab_group", 30),
    Made("login.bank.example", "device", 400, SameSite.STRICT, True, _BANKING),
    Made("login.bank.example", "SID", None, SameSite.STRICT, True, _BANKING),
    Made("www.grüße.example".encode("idna").decode(), "lang\x1b[31m", 365),
)


def example() -> Reading:
    """Return the small reading: a screenful, with one store that could not be read."""
    stores = (CHROME, WORK, FIREFOX)
    cookies = tuple(_cookie(made, stores[at % 3], at) for at, made in enumerate((*EXAMPLES, *EXAMPLES[3:9])))
    return Reading(cookies, PROBLEMS, (*_counts(cookies, stores), StoreCount(BRAVE, None)))


def many(count: int) -> Reading:
    """Return a reading of any size."""
    stores = (CHROME, WORK, FIREFOX)
    cookies = tuple(_many(count, stores))
    return Reading(cookies, (), _counts(cookies, stores))


def _many(count: int, stores: tuple[StoreRef, ...]) -> Iterator[Cookie]:
    for at in range(count):
        made = EXAMPLES[at % len(EXAMPLES)]
        host = f"{made.host[0] if made.host.startswith('.') else ''}site{at * 7919 % 20011:05}.example"
        yield _cookie(made._replace(host=host), stores[at * 31 % 3], at)


def _counts(cookies: tuple[Cookie, ...], stores: tuple[StoreRef, ...]) -> tuple[StoreCount, ...]:
    return tuple(StoreCount(store, sum(cookie.store == store for cookie in cookies)) for store in stores)


def _cookie(made: Made, store: StoreRef, at: int) -> Cookie:
    updated = NOW_US - (at * 37 % 300) * DAY_US // 10 - at * 977 * SECOND_US
    return Cookie(
        *(store, made.isolation, made.host, not made.host.startswith("."), made.name, "/"),
        created_us=updated - (at % 5) * 20 * DAY_US,
        accessed_us=min(NOW_US, updated + (at % 3) * DAY_US // 4),
        updated_us=updated,
        expires_us=None if made.days is None else updated + round(made.days * DAY_US),
        session=made.days is None,
        secure=made.same_site is not SameSite.UNSPECIFIED,
        http_only=made.http_only,
        same_site=made.same_site,
        partitioned_attribute=made.isolation is _SHOP,
        priority=Priority.MEDIUM,
        source_scheme=SourceScheme.SECURE,
        source_port=443,
        source_type=SourceType.HTTP if made.http_only else SourceType.SCRIPT,
    )


PROBLEMS: Final = (
    Problem(
        "store-locked",
        "The cookie store could not be opened",
        BRAVE.file,
        "another program holds an exclusive lock on it",
        "Close Brave and read again.",
        Severity.FAILED,
    ),
    Problem(
        "rows-odd",
        "Rows whose expiry lies before they were set",
        WORK.file,
        "the clock of the computer was changed",
        "Nothing needs to be done; their lifetime is shown as it is stored.",
        Severity.NOTE,
        2,
    ),
)

PLACES: Final = tuple(
    f"{HOME}/{place}"
    for place in (
        *(".config/google-chrome", ".config/chromium", ".config/microsoft-edge", ".config/BraveSoftware/Brave-Browser"),
        *(".config/vivaldi", ".config/opera", "snap/chromium/common/chromium", ".var/app/org.chromium.Chromium/config"),
        *(".mozilla/firefox", "snap/firefox/common/.mozilla/firefox", ".librewolf", ".zen", ".waterfox"),
    )
)
