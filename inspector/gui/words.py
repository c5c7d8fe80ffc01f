# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Facts of a record in words: enumerations, yes and no, lengths of time, moments, amounts.

A store that does not tell gives a word that says so; nothing unknown is worded as "no".
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final, TypeVar

from PySide6.QtCore import QDateTime, QLocale

from inspector.core.cookie import Priority, SameSite, SourceScheme, SourceType, ValueState
from inspector.core.lifetime import Lifetime, LifetimeBasis
from inspector.core.moments import DAY_US, SECOND_US, to_datetime, to_iso
from inspector.gui.translation import QT_TRANSLATE_NOOP, translate

_M = TypeVar("_M", bound=StrEnum)

MINUTE_US: Final = 60 * SECOND_US
HOUR_US: Final = 60 * MINUTE_US
_MONTH_DAYS: Final = 30.436_875  # of the Gregorian calendar on average

SAME_SITE: Final[Mapping[SameSite, str]] = {
    SameSite.STRICT: QT_TRANSLATE_NOOP("words", "Strict"),
    SameSite.LAX: QT_TRANSLATE_NOOP("words", "Lax"),
    SameSite.NONE: QT_TRANSLATE_NOOP("words", "None"),
    SameSite.UNSPECIFIED: QT_TRANSLATE_NOOP("words", "Not set"),
    SameSite.UNKNOWN: QT_TRANSLATE_NOOP("words", "Unknown"),
}
PRIORITY: Final[Mapping[Priority, str]] = {
    Priority.LOW: QT_TRANSLATE_NOOP("words", "Low"),
    Priority.MEDIUM: QT_TRANSLATE_NOOP("words", "Medium"),
    Priority.HIGH: QT_TRANSLATE_NOOP("words", "High"),
    Priority.UNKNOWN: QT_TRANSLATE_NOOP("words", "Unknown"),
}
SOURCE_SCHEME: Final[Mapping[SourceScheme, str]] = {
    SourceScheme.SECURE: QT_TRANSLATE_NOOP("words", "A secure connection (https)"),
    SourceScheme.NON_SECURE: QT_TRANSLATE_NOOP("words", "An insecure connection (http)"),
    SourceScheme.MIXED: QT_TRANSLATE_NOOP("words", "Both http and https"),
    SourceScheme.FILE: QT_TRANSLATE_NOOP("words", "A local file"),
    SourceScheme.UNSET: QT_TRANSLATE_NOOP("words", "Not recorded when it was set"),
    SourceScheme.UNKNOWN: QT_TRANSLATE_NOOP("words", "Unknown"),
}
SOURCE_TYPE: Final[Mapping[SourceType, str]] = {
    SourceType.HTTP: QT_TRANSLATE_NOOP("words", "A server, in an HTTP response"),
    SourceType.SCRIPT: QT_TRANSLATE_NOOP("words", "A script on a page"),
    SourceType.OTHER: QT_TRANSLATE_NOOP("words", "The browser itself or an extension"),
    SourceType.UNSET: QT_TRANSLATE_NOOP("words", "Not recorded when it was set"),
    SourceType.UNKNOWN: QT_TRANSLATE_NOOP("words", "Unknown"),
}
VALUE_STATE: Final[Mapping[ValueState, str]] = {
    ValueState.NOT_READ: QT_TRANSLATE_NOOP("words", "Not read"),
    ValueState.PLAINTEXT: QT_TRANSLATE_NOOP("words", "Read, hidden"),
    ValueState.DECRYPTED: QT_TRANSLATE_NOOP("words", "Decrypted, hidden"),
    ValueState.EMPTY: QT_TRANSLATE_NOOP("words", "Empty"),
    ValueState.LOCKED: QT_TRANSLATE_NOOP("words", "Locked"),
    ValueState.CORRUPT: QT_TRANSLATE_NOOP("words", "Damaged"),
    ValueState.DIGEST_MISMATCH: QT_TRANSLATE_NOOP("words", "Belongs to another host"),
}
BASIS: Final[Mapping[LifetimeBasis, str]] = {
    LifetimeBasis.UPDATED: QT_TRANSLATE_NOOP("words", "as the site set it"),
    LifetimeBasis.CREATED: QT_TRANSLATE_NOOP(
        "words", "at most: counted from when it was first set, the last renewal is not recorded"
    ),
    LifetimeBasis.CAP: QT_TRANSLATE_NOOP("words", "at the browser's limit: the site asked for this or more"),
    LifetimeBasis.OVER_CAP: QT_TRANSLATE_NOOP(
        "words", "over today's limit of browsers: set before the limit came, or changed when the store was upgraded"
    ),
    LifetimeBasis.INCONSISTENT: QT_TRANSLATE_NOOP(
        "words", "it ends before it was set: the times in the store contradict each other"
    ),
    LifetimeBasis.STATED: QT_TRANSLATE_NOOP("words", "as stated in the record"),
    LifetimeBasis.SESSION: QT_TRANSLATE_NOOP("words", "ends with the browser session"),
    LifetimeBasis.UNKNOWN: QT_TRANSLATE_NOOP("words", "the store does not tell"),
}


def word(table: Mapping[_M, str], member: _M) -> str:
    """Return the word of an enumeration's member. The tables are apart because members of two may be equal strings."""
    return translate("words", table[member])


def yes_no(answer: bool | None) -> str:
    """Return yes, no, or that the store does not tell."""
    if answer is None:
        return translate("words", "Unknown")
    return translate("words", "Yes") if answer else translate("words", "No")


def amount(number: int) -> str:
    """Return a whole number with the separators of the user's language."""
    return QLocale().toString(number)


def cookies(count: int) -> str:
    """Return "1 cookie" or "5,214 cookies"."""
    return translate("words", "1 cookie") if count == 1 else translate("words", "%Ln cookies", None, count)


_SPANS: Final[tuple[tuple[float, int, Callable[[int], str]], ...]] = (
    (2 * MINUTE_US, SECOND_US, lambda count: translate("words", "%Ln s", None, count)),
    (2 * HOUR_US, MINUTE_US, lambda count: translate("words", "%Ln min", None, count)),
    (2 * DAY_US, HOUR_US, lambda count: translate("words", "%Ln h", None, count)),
    (float("inf"), DAY_US, lambda count: translate("words", "%Ln days", None, count)),
)
_MOST: Final = 2**31 - 1  # what Qt can put in place of %Ln


def span(us: int) -> str:
    """Return a length of time in its natural unit, rounded; whole days from two days on, as lifetimes are promised."""
    size = abs(us)
    if round(size / HOUR_US) == 24:
        return ("−" if us < 0 else "") + translate("words", "1 day")
    unit, counted = next((unit, counted) for below, unit, counted in _SPANS if size < below)
    return ("−" if us < 0 else "") + counted(min((size + unit // 2) // unit, _MOST))


def long_span(us: int) -> str:
    """Return a length of time as in :func:`span`, with months where there are so many days that a person counts so."""
    days = us / DAY_US
    if days < 60:
        return span(us)
    months = round(days / _MONTH_DAYS)
    return translate("words", "{days} (about {months} months)").format(days=span(us), months=amount(months))


def lifetime_words(lifetime: Lifetime) -> str:
    """Return a lifetime for a table cell; its sign says whether the number is a bound (see the basis)."""
    if lifetime.us is None:
        session = lifetime.basis is LifetimeBasis.SESSION
        return translate("words", "Session") if session else translate("words", "Unknown")
    bound = {LifetimeBasis.CREATED: "≤ ", LifetimeBasis.CAP: "≥ "}.get(lifetime.basis, "")
    return bound + span(lifetime.us)


def basis(lifetime: Lifetime) -> str:
    """Return what a lifetime was computed from."""
    return word(BASIS, lifetime.basis)


def day(us: int | None) -> str:
    """Return the local day of a moment in the user's format with a full year; years beyond 9999 as ISO text."""
    return _local(us, clock=False)


def moment(us: int | None) -> str:
    """Return the local day and time of a moment; years beyond 9999 as ISO text."""
    return _local(us, clock=True)


def _local(us: int | None, *, clock: bool) -> str:
    if us is None:
        return ""
    if to_datetime(us) is None:
        return to_iso(us) or ""
    locale, local = QLocale(), QDateTime.fromMSecsSinceEpoch(us // 1000)
    text = locale.toString(local.date(), _date_format(locale))
    return f"{text}, {locale.toString(local.time(), QLocale.FormatType.ShortFormat)}" if clock else text


def _date_format(locale: QLocale) -> str:
    """Return the short date format with four digits for the year: a cookie may expire in 2038 or 1938."""
    short = locale.dateFormat(QLocale.FormatType.ShortFormat)
    return short if "yyyy" in short else short.replace("yy", "yyyy")


def distance(us: int, now_us: int) -> str:
    """Return how far a moment is from now: "in 30 days", "2 h ago"."""
    size, later = abs(us - now_us), us > now_us
    if size >= 2 * DAY_US:  # said whole: behind "vor" German has another form of the word
        days = min((size + DAY_US // 2) // DAY_US, _MOST)
        ahead, behind = translate("words", "in %Ln days", None, days), translate("words", "%Ln days ago", None, days)
        return ahead if later else behind
    template = translate("words", "in {span}") if later else translate("words", "{span} ago")
    return template.format(span=span(size))


def issues(count: int) -> str:
    """Return "No issues", "1 issue" or "12 issues"."""
    if count == 0:
        return translate("IssuesPanel", "No issues")
    return translate("IssuesPanel", "1 issue") if count == 1 else translate("IssuesPanel", "%Ln issues", None, count)
