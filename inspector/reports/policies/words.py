# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The record's terms in words for people."""

from typing import Final

from inspector.core.policy import LifetimeFrom, Stance, StatedLifetime

FIELDS: Final = {
    "cookies": "Cookies are used",
    "first_party_cookies": "The site's own cookies",
    "third_party_cookies": "Cookies of third parties",
    "cross_site_tracking": "Following visitors across sites",
    "personal_data_in_cookies": "Personal data in cookies",
    "data_sale": "Personal data is sold",
    "session_cookies": "Cookies for the session only",
    "persistent_cookies": "Cookies that persist",
    "anonymous_visit": "Visiting anonymously",
    "data_transfer": "Personal data is passed on",
    "purposes.cart": "For the shopping cart",
    "purposes.authentication": "For logging in",
    "purposes.security": "For security",
    "purposes.preferences": "For preferences",
    "purposes.analytics": "For analytics",
    "purposes.advertising": "For advertising",
    "purposes.social": "For social media",
    "purposes.necessary": "Necessary cookies",
    "controls.browser_settings": "Browser settings",
    "controls.consent_tool": "Consent or a settings panel",
    "controls.do_not_track": "Do Not Track",
    "dart_cookie": "The DART cookie",
    "named_cookies": "A cookie by name",
    "storage": "Other storage",
    "children": "Children and age",
    "enumerates": "Lists its cookies",
    "complete": "Says the list is complete",
    "delegates": "Refers to another page",
    "policy_date": "Date",
    "states_purposes": "States purposes",
}
_STANCES: Final = {
    Stance.DECLARED: "yes",
    Stance.DENIED: "no",
    Stance.CONFLICTING: "says both",
    Stance.UNSTATED: "not stated",
}
_BASES: Final = {
    LifetimeFrom.AT_MOST: "at most ",
    LifetimeFrom.LAST_VISIT: "after the last visit: ",
    LifetimeFrom.INACTIVITY: "without activity: ",
}


def field_words(field: str) -> str:
    """Return a field's name in words."""
    if field in FIELDS:
        return FIELDS[field]
    head, _, rest = field.partition(".")
    known = {"vendors": "Third party", "opt_outs": "Opt-out"}.get(head)
    return f"{known} {rest}" if known else field.replace("_", " ")


def stance_words(stance: Stance) -> str:
    """Return a stance in words."""
    return _STANCES[stance]


def lifetime_words(lifetime: StatedLifetime | None) -> str:
    """Return a stated lifetime in words, empty where none is stated."""
    if lifetime is None:
        return ""
    if lifetime.session:
        return "session"
    if lifetime.days is None:
        words = {LifetimeFrom.PERSISTENT: "persistent, no number", LifetimeFrom.CHOICES: "several lifetimes"}
        return words.get(lifetime.basis, "until something happens")
    return _BASES.get(lifetime.basis, "") + _span(lifetime.days)


def _span(days: float) -> str:
    for size, unit in ((365.0, "year"), (30.0, "month"), (1.0, "day"), (1 / 24, "hour"), (1 / 1_440, "minute")):
        amount = days / size
        if round(amount) >= 1 and abs(amount - round(amount)) < 1e-4:
            return f"{round(amount)} {unit}{'' if round(amount) == 1 else 's'}"
    return f"{days:.1f} days" if days >= 1 else f"{round(days * 86_400)} seconds"
