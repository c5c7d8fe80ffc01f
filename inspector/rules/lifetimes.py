# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""How long a cookie lives, as bounds that can be proven, and the comparison with a declared lifetime.

A store keeps the moment of expiry. Where it also keeps the moment of setting, the lifetime as set is known exactly.
Where it does not, what is left of it now is a lower bound, because the cookie was set before now; the time since
creation is an upper bound. At a browser's cap the site may have asked for more: the stored lifetime is a lower bound.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from inspector.core.cookie import Cookie, SourceType, is_timeless
from inspector.core.lifetime import CAP_US, UNKNOWN_LIFETIME, LifetimeBasis
from inspector.core.moments import DAY_US, SECOND_US
from inspector.core.policy import LifetimeFrom, StatedLifetime
from inspector.core.store import Family

FACTOR: Final = 1.5  # CookieBlock's tolerance (USENIX Security 2022, method 3): 1.5 times and a day
VOID: Final = "it ends before it was set: it deletes a cookie, or its record contradicts itself"
_NEAR_CAP_US: Final = 120 * SECOND_US
ASKED: Final = "as it was asked for when it was set"
_SLACK_US: Final = 60 * SECOND_US  # clocks of page, browser and file differ


class Cap(NamedTuple):
    """A browser's limit on lifetimes: for whom (``scripts``: cookies set by scripts only), days, and who says so."""

    browsers: tuple[str, ...]
    families: tuple[Family, ...]
    scripts: bool
    days: int
    source: str


CAPS: Final = (
    Cap(("brave",), (), True, 7, "Brave before 1.83 (brave-browser issue 3443; lifted by brave-core 30479)"),
    Cap(("brave",), (), False, 180, "Brave: ValidateAndAdjustExpiryDate in its canonical_cookie.cc"),
    Cap((), (Family.SAFARI,), True, 7, "WebKit: Intelligent Tracking Prevention 2.1"),
    Cap((), (Family.CHROMIUM, Family.FIREFOX), False, 400, "RFC 6265bis 5.5: at most 400 days"),
)


class Life(NamedTuple):
    """What is proven of a lifetime: at least ``lower_us``, at most ``upper_us`` (``None``: not known).

    ``cap_days`` is set where the stored lifetime is the browser's cap. ``how`` says what it was told from.
    """

    session: bool | None
    lower_us: int | None = None
    upper_us: int | None = None
    cap_days: int | None = None
    how: str = ""

    @property
    def exact(self) -> bool:
        """Whether the lifetime as set is known exactly."""
        return self.lower_us is not None and self.lower_us == self.upper_us


def is_void(cookie: Cookie) -> bool:
    """Whether a cookie ends before it is set: so sites delete cookies, and a browser keeps none of that kind."""
    return not is_timeless(cookie) and cookie.lifetime.basis is LifetimeBasis.INCONSISTENT


def lives_of(cookies: Iterable[Cookie], now_us: int | None) -> list[Life]:
    """Return :func:`life_of` each cookie, for very many: most of those files that tell no times are told here."""
    lives: list[Life] = []
    for cookie in cookies:
        expires = cookie.expires_us
        if now_us is None or expires is None or cookie.session is not False or not is_timeless(cookie):
            lives.append(life_of(cookie, now_us))
            continue
        left = expires - now_us if expires > now_us else 0
        lives.append(tuple.__new__(Life, (False, left, None, _cap_of_left(left), LEFT)))  # as _from_what_is_left
    return lives


def life_of(cookie: Cookie, now_us: int | None) -> Life:
    """Return what is proven of a cookie's lifetime at ``now_us``.

    ``None``: the moment that is judged at lies before the newest date in the input. A cookie may have been set after
    it, so that what was left of it then is no lower bound of anything.
    """
    if cookie.requested is not UNKNOWN_LIFETIME:
        asked, stated = cookie.requested
        if stated is LifetimeBasis.STATED and asked is not None:
            return Life(False, asked, asked, None, ASKED)
    expires = cookie.expires_us
    if cookie.session or expires is None:
        return Life(cookie.session)
    left = None if now_us is None else expires - now_us if expires > now_us else 0
    if cookie.created_us is None and cookie.updated_us is None:
        return _from_what_is_left(left)
    us, basis = cookie.stored_lifetime
    if us is None or basis is LifetimeBasis.OVER_CAP:
        return _from_what_is_left(left)
    if basis is LifetimeBasis.CREATED:
        cap = _cap(cookie, us)
        how = CLOCK_BEHIND if left is None else "from its creation; when it was last set is not recorded"
        return Life(False, left, None if cap else us, cap, how)
    cap = 400 if basis is LifetimeBasis.CAP else _cap(cookie, us)
    if cap is not None:
        return Life(False, us, None, cap, "as stored, which is the browser's limit")
    return Life(False, us, us, None, "as set")


def _from_what_is_left(left: int | None) -> Life:
    """A file without times: an expiry a full cap away (less the day in which it was saved) was cut to the cap."""
    if left is None:
        return Life(False, how=CLOCK_BEHIND)
    return Life(False, left, None, _cap_of_left(left), LEFT)


def _cap_of_left(left: int) -> int | None:
    return 400 if _LEAST_CAP_US <= left <= _MOST_CAP_US else None


CLOCK_BEHIND: Final = (
    "how long it was set for is not recorded, and what is left of it tells nothing: the moment judged at lies before "
    "the newest date in the input"
)
LEFT: Final = "what is left of it now; when it was set is not recorded"
_LEAST_CAP_US: Final = CAP_US - DAY_US
_MOST_CAP_US: Final = CAP_US + _NEAR_CAP_US


def _cap(cookie: Cookie, us: int) -> int | None:
    for cap in CAPS:
        applies = cookie.store.browser.startswith(cap.browsers) if cap.browsers else cookie.store.family in cap.families
        if applies and abs(us - cap.days * DAY_US) <= _NEAR_CAP_US and _may_be(cookie, cap):
            return cap.days
    return None


def _may_be(cookie: Cookie, cap: Cap) -> bool:
    """Whether the cap may have acted: where the store does not tell who set it, a script may have."""
    return not cap.scripts or cookie.source_type is not SourceType.HTTP


class Comparison(NamedTuple):
    """A declared lifetime against a cookie's: ``outlives`` is proven, ``within`` is proven, or neither."""

    outlives: bool
    within: bool
    why: str


def compare(life: Life, stated: StatedLifetime, *, strict: bool) -> Comparison:
    """Compare in days. Only for stated lifetimes with a number (see :func:`comparable`)."""
    declared_us = round((stated.days or 0.0) * DAY_US)
    if life.session or (life.upper_us is not None and life.upper_us <= declared_us + _SLACK_US):
        return Comparison(False, True, "it does not live longer than declared")
    if outlives(life, stated, strict=strict):
        lives = f"it asks for {shown(life)}" if life.how == ASKED else f"it lives {shown(life)}"
        return Comparison(True, False, f"{lives}; {stated_text(stated)} are declared")
    if life.upper_us is not None and not _exceeds(life.upper_us, declared_us, strict=strict):
        return Comparison(False, True, "it lives longer than declared, within the tolerance (1.5 times, or a day)")
    return Comparison(False, False, "how long it was set for is not known well enough")


def outlives(life: Life, stated: StatedLifetime, *, strict: bool) -> bool:
    """Whether a cookie is proven to live longer than declared: what :func:`compare` says, without the sentence."""
    if life.session or life.lower_us is None:
        return False
    declared_us = round((stated.days or 0.0) * DAY_US)
    within = life.upper_us is not None and life.upper_us <= declared_us + _SLACK_US
    return not within and _exceeds(life.lower_us, declared_us, strict=strict)


def _exceeds(us: int, declared_us: int, *, strict: bool) -> bool:
    if strict:
        return us > declared_us + _SLACK_US
    return us > FACTOR * declared_us and us - declared_us >= DAY_US


def comparable(stated: StatedLifetime | None) -> bool:
    """Whether a stated lifetime has one number to compare with."""
    return (
        stated is not None
        and stated.days is not None
        and not stated.session
        and stated.basis is not (LifetimeFrom.CHOICES)
    )


def shown(life: Life) -> str:
    """Return a lifetime in words."""
    if life.session:
        return "for the session"
    if life.lower_us is None or (life.lower_us <= 0 and not life.exact):
        return "for a time that is not recorded"
    text = days_text(life.lower_us / DAY_US)
    return text if life.exact else f"at least {text}"


def kept_text(life: Life, cookie: Cookie) -> str:
    """Return that a cookie is kept so long, or only asks to be, and what the browser kept where it was less."""
    if life.how != ASKED:
        return f"is kept {shown(life)}"
    us = cookie.shortened_us
    kept = "" if us is None else f" (the browser keeps it {days_text(us / DAY_US)})"
    return f"asks to be kept {shown(life)}{kept}"


def stated_text(stated: StatedLifetime) -> str:
    """Return a stated lifetime in words, with what it counts from where that is not the setting."""
    if stated.session:
        return "the session"
    text = days_text(stated.days) if stated.days is not None else "no number"
    relative = {
        LifetimeFrom.AT_MOST: "at most {}",
        LifetimeFrom.LAST_VISIT: "{} after the last visit (an upper bound)",
        LifetimeFrom.INACTIVITY: "{} of inactivity (an upper bound)",
    }
    return relative.get(stated.basis, "{}").format(text)


def days_text(days: float) -> str:
    """Return days as people say them: hours and minutes below a day and a half.

    >>> days_text(400.0), days_text(0.5), days_text(1)
    ('400 days', '12 hours', '24 hours')
    """
    if days >= 1.5:
        return f"{days:.0f} days"
    if days >= 1 / 24:
        return f"{days * 24:.0f} hours"
    return f"{days * 1440:.0f} minutes"
