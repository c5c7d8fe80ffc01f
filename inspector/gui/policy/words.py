# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a policy says, in words: fields of the record, stances, subjects, scopes, lifetimes, the policy as a whole."""

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Final, TypeVar

from PySide6.QtCore import QDate, QLocale

from inspector.core.moments import DAY_US
from inspector.core.policy import Claim, LifetimeFrom, Policy, Scope, Stance, StatedLifetime, StatedPurpose, Subject
from inspector.core.visible import visible
from inspector.gui import words
from inspector.gui.translation import QT_TRANSLATE_NOOP, translate

_M = TypeVar("_M", bound=StrEnum)
_WEEKDAY: Final = re.compile(r"[,،]? ?d{3,4}[,،]?")

FIELDS: Final[Mapping[str, str]] = {
    "cookies": QT_TRANSLATE_NOOP("policy", "Cookies are used"),
    "first_party_cookies": QT_TRANSLATE_NOOP("policy", "The site's own cookies"),
    "third_party_cookies": QT_TRANSLATE_NOOP("policy", "Cookies of third parties"),
    "cross_site_tracking": QT_TRANSLATE_NOOP("policy", "Following visitors across sites"),
    "personal_data_in_cookies": QT_TRANSLATE_NOOP("policy", "Personal data in cookies"),
    "data_sale": QT_TRANSLATE_NOOP("policy", "Personal data is sold"),
    "session_cookies": QT_TRANSLATE_NOOP("policy", "Cookies for the session only"),
    "persistent_cookies": QT_TRANSLATE_NOOP("policy", "Cookies that persist"),
    "anonymous_visit": QT_TRANSLATE_NOOP("policy", "Visiting anonymously"),
    "data_transfer": QT_TRANSLATE_NOOP("policy", "Personal data is passed on"),
    "purposes.cart": QT_TRANSLATE_NOOP("policy", "For the shopping cart"),
    "purposes.authentication": QT_TRANSLATE_NOOP("policy", "For logging in"),
    "purposes.security": QT_TRANSLATE_NOOP("policy", "For security"),
    "purposes.preferences": QT_TRANSLATE_NOOP("policy", "For preferences"),
    "purposes.analytics": QT_TRANSLATE_NOOP("policy", "For analytics"),
    "purposes.advertising": QT_TRANSLATE_NOOP("policy", "For advertising"),
    "purposes.social": QT_TRANSLATE_NOOP("policy", "For social media"),
    "purposes.necessary": QT_TRANSLATE_NOOP("policy", "Necessary cookies"),
    "controls.browser_settings": QT_TRANSLATE_NOOP("policy", "Choice: browser settings"),
    "controls.consent_tool": QT_TRANSLATE_NOOP("policy", "Choice: consent or a settings panel"),
    "controls.do_not_track": QT_TRANSLATE_NOOP("policy", "Choice: Do Not Track"),
    "dart_cookie": QT_TRANSLATE_NOOP("policy", "The DART cookie"),
    "named_cookies": QT_TRANSLATE_NOOP("policy", "A cookie by name"),
    "storage": QT_TRANSLATE_NOOP("policy", "Other storage"),
    "children": QT_TRANSLATE_NOOP("policy", "Children and age"),
    "enumerates": QT_TRANSLATE_NOOP("policy", "Lists its cookies"),
    "complete": QT_TRANSLATE_NOOP("policy", "The list is complete"),
    "delegates": QT_TRANSLATE_NOOP("policy", "Refers to another page"),
    "policy_date": QT_TRANSLATE_NOOP("policy", "The policy's date"),
    "states_purposes": QT_TRANSLATE_NOOP("policy", "Purposes are stated"),
}
STANCES: Final[Mapping[Stance, str]] = {
    Stance.DECLARED: QT_TRANSLATE_NOOP("policy", "Declared"),
    Stance.DENIED: QT_TRANSLATE_NOOP("policy", "Denied"),
    Stance.CONFLICTING: QT_TRANSLATE_NOOP("policy", "Both"),
    Stance.UNSTATED: QT_TRANSLATE_NOOP("policy", "Not stated"),
}
SUBJECTS: Final[Mapping[Subject, str]] = {
    Subject.SITE: QT_TRANSLATE_NOOP("policy", "The site"),
    Subject.NAMED_THIRD_PARTY: QT_TRANSLATE_NOOP("policy", "A third party"),
    Subject.THIRD_PARTIES: QT_TRANSLATE_NOOP("policy", "Third parties"),
    Subject.OTHER_SITES: QT_TRANSLATE_NOOP("policy", "Other sites"),
}
SCOPES: Final[Mapping[Scope, str]] = {
    Scope.ALL: QT_TRANSLATE_NOOP("policy", "Without limits"),
    Scope.KIND: QT_TRANSLATE_NOOP("policy", "One kind of cookie"),
    Scope.PURPOSE: QT_TRANSLATE_NOOP("policy", "One purpose"),
    Scope.CONDITION: QT_TRANSLATE_NOOP("policy", "Only under a condition"),
    Scope.PAGE: QT_TRANSLATE_NOOP("policy", "One page or part of the site"),
}
PURPOSES: Final[Mapping[StatedPurpose, str]] = {
    StatedPurpose.CART: QT_TRANSLATE_NOOP("policy", "Shopping cart"),
    StatedPurpose.AUTHENTICATION: QT_TRANSLATE_NOOP("policy", "Logging in"),
    StatedPurpose.SECURITY: QT_TRANSLATE_NOOP("policy", "Security"),
    StatedPurpose.PREFERENCES: QT_TRANSLATE_NOOP("policy", "Preferences"),
    StatedPurpose.ANALYTICS: QT_TRANSLATE_NOOP("policy", "Analytics"),
    StatedPurpose.ADVERTISING: QT_TRANSLATE_NOOP("policy", "Advertising"),
    StatedPurpose.SOCIAL: QT_TRANSLATE_NOOP("policy", "Social media"),
    StatedPurpose.NECESSARY: QT_TRANSLATE_NOOP("policy", "Necessary"),
}
LIFETIME_BASES: Final[Mapping[LifetimeFrom, str]] = {
    LifetimeFrom.SET: QT_TRANSLATE_NOOP("policy", "counted from when it is set"),
    LifetimeFrom.AT_MOST: QT_TRANSLATE_NOOP("policy", "at most"),
    LifetimeFrom.LAST_VISIT: QT_TRANSLATE_NOOP("policy", "counted from the last visit"),
    LifetimeFrom.INACTIVITY: QT_TRANSLATE_NOOP("policy", "counted without activity"),
    LifetimeFrom.EVENT: QT_TRANSLATE_NOOP("policy", "until something happens; no number is given"),
    LifetimeFrom.SESSION: QT_TRANSLATE_NOOP("policy", "until the browser session ends"),
    LifetimeFrom.PERSISTENT: QT_TRANSLATE_NOOP("policy", "it persists; no number is given"),
    LifetimeFrom.CHOICES: QT_TRANSLATE_NOOP("policy", "several different lifetimes are stated"),
}
DATES: Final[Mapping[str, str]] = {
    "effective": QT_TRANSLATE_NOOP("policy", "In force since {date}"),
    "updated": QT_TRANSLATE_NOOP("policy", "Last updated {date}"),
    "dated": QT_TRANSLATE_NOOP("policy", "Dated {date}"),
    "archive": QT_TRANSLATE_NOOP("policy", "No date of its own; archived {date}"),
}


def word(table: Mapping[_M, str], member: _M) -> str:
    """Return the word of an enumeration's member."""
    return translate("policy", table[member])


def what(field: str) -> str:
    """Return a field of the record in words; a field that is not known here keeps its own name, made readable."""
    if field in FIELDS:
        return translate("policy", FIELDS[field])
    head, _, rest = field.partition(".")
    named = {
        "vendors": translate("policy", "Third party: {name}"),
        "opt_outs": translate("policy", "Opt-out: {name}"),
    }.get(head)
    return named.format(name=visible(rest, 80)) if named else visible(field.replace("_", " ").replace(".", ": "), 80)


def who(claim: Claim, vendors: Mapping[str, str]) -> str:
    """Return whom a claim is about: a party's name where the text gives one."""
    name = claim.provider or (vendors.get(claim.vendor, claim.vendor) if claim.vendor else None)
    if claim.subject is Subject.NAMED_THIRD_PARTY and name:
        return visible(name, 120)
    return word(SUBJECTS, claim.subject)


def lifetime(stated: StatedLifetime | None) -> str:
    """Return a stated lifetime in words, empty where none is stated."""
    if stated is None:
        return ""
    if stated.session:
        return translate("policy", "Session")
    return translate("policy", "No number") if stated.days is None else words.span(round(stated.days * DAY_US))


def an_address() -> str:
    """Return the words for an address that nobody has given yet."""
    return translate("policy", "A policy from an address")


def pasted() -> str:
    """Return what a text without a place is called."""
    return translate("policy", "Pasted text")


def claims(count: int) -> str:
    """Return "1 claim" or "41 claims"."""
    return translate("policy", "1 claim") if count == 1 else translate("policy", "%Ln claims", None, count)


def headline(policy: Policy) -> str:
    """Return what kind of policy this is in one line: its date, its language, how much it says."""
    parts = (_date(policy), _archived(policy), _language(policy), kind(policy), claims(len(policy.claims)))
    return " · ".join(part for part in parts if part)


def kind(policy: Policy) -> str:
    """Return how much a policy says of its cookies."""
    record = policy.record
    if record.enumerates and record.complete:
        return translate("policy", "Names its cookies and says that these are all")
    if record.enumerates:
        return translate("policy", "Names its cookies")
    if record.complete:
        return translate("policy", "Says that this is all it uses cookies for")
    if record.states_purposes:
        return translate("policy", "States purposes, no list of cookies")
    if record.delegates:
        return translate("policy", "Refers to another page for its cookies")
    return translate("policy", "Names neither cookies nor purposes")


def _date(policy: Policy) -> str:
    found = policy.record.policy_date
    if found is None:
        return translate("policy", "No date found")
    template = DATES.get(found.basis, QT_TRANSLATE_NOOP("policy", "Dated {date}"))
    return translate("policy", template).format(date=long_date(found.date))


def _archived(policy: Policy) -> str:
    day, found = policy.document.source.archived, policy.record.policy_date
    if day is None or (found is not None and found.basis == "archive"):
        return ""
    return translate("policy", "Archived {date}").format(date=long_date(day))


def long_date(day: date) -> str:
    """Return a date as the user's language writes it, its month a word, so that no one takes the day for the month."""
    locale = QLocale()
    return locale.toString(QDate(day.year, day.month, day.day), _without_weekday(locale))


def _without_weekday(locale: QLocale) -> str:
    """Return a language's long format of dates less the name of the day, which most of them begin with."""
    found = _WEEKDAY.sub("", locale.dateFormat(QLocale.FormatType.LongFormat)).strip(" ,،")
    return found if all(part in found for part in ("d", "M", "yyyy")) else "d MMMM yyyy"


def _language(policy: Policy) -> str:
    code = policy.record.language or policy.document.language
    if not code:
        return translate("policy", "Language not recognised")
    language = QLocale.codeToLanguage(code.split("-")[0])
    named = QLocale.languageToString(language)
    return visible(code, 12) if language in (QLocale.Language.AnyLanguage, QLocale.Language.C) else named
