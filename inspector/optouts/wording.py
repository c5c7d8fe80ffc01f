# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The reasons for states, in sentences. They name cookies and never their values."""

from collections.abc import Sequence
from typing import Final

from inspector.core.moments import SECOND_US, to_iso
from inspector.core.optout import Compartment, EarlierOptOut, OptOutState, OptOutVisit
from inspector.knowledge.records import OptOutSays
from inspector.optouts.marks import Held, Place, named

_HONOURS: Final = "whether the company honours it cannot be seen"
_MOST_SITES: Final = 3
_WRITTEN_US: Final = 120 * SECOND_US  # Chromium writes cookies out every 30 seconds, Firefox when it is idle


def day(us: int) -> str:
    """Return a moment as a day."""
    return (to_iso(us) or "")[:10]


def recorded(marks: Sequence[Held], place: Place, ends_us: int | None) -> str:
    """It is there and nothing stands against it."""
    until = f" until {day(ends_us)}" if ends_us is not None else ""
    where = f", {place.compartment.label} only" if place.compartment.label else ""
    return f"{named(marks)} records it in this profile{where}{until}; {_HONOURS}"


def contradicted(marks: Sequence[Held], identifiers: Sequence[Held]) -> str:
    """An identifier stands beside it."""
    newer = _newest(identifiers), _newest(marks)
    since = ", set after it" if None not in newer and newer[0] > newer[1] else ""  # type: ignore[operator]  # neither is None
    return f"{named(marks)} records an opt-out, and {named(identifiers)} identifies this browser all the same{since}"


def _newest(held: Sequence[Held]) -> int | None:
    times = [
        time for each in held if (time := _set_at(each)) is not None
    ]  # creation where no real time of setting is kept
    return max(times, default=None)


def _set_at(held: Held) -> int | None:
    cookie = held.cookie
    return cookie.updated_us if cookie.updated_us is not None and cookie.updated_is_real else cookie.created_us


def unread(marks: Sequence[Held]) -> str:
    """The value that decides was not read."""
    if any(mark.locked for mark in marks):
        return f"the value of {named(marks)} decides, and it is locked or damaged"
    return f"the value of {named(marks)} decides, and it was not read"


def unconfirmed(marks: Sequence[Held]) -> str:
    """It is there by name; what the value means is not known."""
    return f"{named(marks)} is an opt-out cookie by its name; what its value means is not known"


def beside_unread(marks: Sequence[Held], others: Sequence[Held]) -> str:
    """It is there, and beside it something that may be an identifier, by its value."""
    how = "is locked or damaged" if any(other.locked for other in others) else "was not read"
    return f"{named(marks)} records an opt-out; the value of {named(others)} decides whether it is in force, and {how}"


def beside_doubtful(marks: Sequence[Held], others: Sequence[Held]) -> str:
    """It is there, and beside it something that nobody knows to be an identifier or none."""
    return f"{named(marks)} records an opt-out; whether {named(others)} beside it identifies this browser is not known"


def ends_with_session(marks: Sequence[Held]) -> str:
    """It is gone when the browser is closed."""
    return f"{named(marks)} records it only until the browser is closed; {_HONOURS}"


def ends_soon(marks: Sequence[Held], ends_us: int) -> str:
    """It ends within a month."""
    return f"{named(marks)} records it, but only until {day(ends_us)}; opt out again before; {_HONOURS}"


def expired(marks: Sequence[Held]) -> str:
    """It is past its end."""
    ends = [mark.cookie.expires_us for mark in marks if mark.cookie.expires_us is not None]
    told = any(mark.says is OptOutSays.OPTED_OUT for mark in marks)
    what = "recorded it" if told else "is an opt-out cookie by its name"
    return f"{named(marks)} {what} and ended on {day(max(ends))}"


def gone(was: EarlierOptOut, now_us: int) -> str:
    """An earlier look saw it."""
    if was.expires_us is not None and was.expires_us <= now_us:
        return f"it was seen on {day(was.seen_us)} and ended on {day(was.expires_us)}"
    if was.state is OptOutState.EXPIRES_SOON and was.expires_us is None:
        return f"it was seen on {day(was.seen_us)}, kept only until the browser was closed, and is gone"
    return f"it was seen on {day(was.seen_us)} and is gone: clearing cookies clears opt-outs, too"


def cannot_reach(place: Place, elsewhere: Compartment | None) -> str:
    """The identifier sits where an opt-out does not get to."""
    where = place.compartment.label
    if elsewhere is None:
        return f"the company's cookies are kept apart {where}, where an opt-out made on its own page does not reach"
    there = elsewhere.label or "outside partitions"
    return f"an opt-out is recorded {there}; it does not reach the company's cookies {where}"


def perhaps_gone(was: EarlierOptOut) -> str:
    """An earlier look saw it, and this one did not see everything."""
    seen = f"it was seen on {day(was.seen_us)}"
    return f"{seen}; not all cookies of this profile could be read, so whether it is gone is not known"


def not_seen(visit: OptOutVisit | None, now_us: int) -> str:
    """No opt-out is there."""
    if visit is None:
        return "no opt-out is recorded here"
    whose = "its" if visit.vendor is not None else "a programme's"
    soon = "the browser may not have written it yet, " if now_us - visit.opened_us < _WRITTEN_US else ""
    opened = f"{whose} page was opened on {day(visit.opened_us)}, and no opt-out is recorded since"
    return (
        f"{opened}: {soon}third-party cookies may be blocked, it may have been another browser or profile, or the form "
        "was not finished"
    )


def on_sites(held: Sequence[Held]) -> str:
    """The company's cookies are on the sites' own domains, and so would its opt-out be; empty where there are none."""
    sites = sorted({each.compartment.site for each in held if each.compartment.site is not None})
    more = len(sites) - _MOST_SITES
    shown = ", ".join(sites[:_MOST_SITES]) + (f" and {more} more" if more > 0 else "")
    return f"no opt-out is recorded; it would be on each site by itself ({shown})" if sites else ""
