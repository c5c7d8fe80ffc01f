# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""How an audit is worded for people: every verdict with a sign, a word and a tone, so that colour is never alone."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from inspector.core.cookie import Cookie
from inspector.core.finding import Attribution, ClaimVerdict, DeclaredBy, Level, Verdict
from inspector.core.label import Group, Label, Party, Purpose, Subtype
from inspector.core.lifetime import LifetimeBasis
from inspector.core.policy import Stance
from inspector.core.report import Completeness
from inspector.reports.words import span


class Word(NamedTuple):
    """A word with its sign (for text), its icon (for pages) and its tone: bad, warn, tense, good, plain or mute."""

    sign: str
    text: str
    icon: str
    tone: str
    explained: str = ""


VERDICTS: Final[Mapping[Verdict, Word]] = {
    Verdict.CONTRADICTS: Word("✖", "contradicts", "cross", "bad", "the policy says that such a cookie is not used"),
    Verdict.OUTLIVES: Word("▲", "outlives", "clock", "warn", "it lives longer than the policy says"),
    Verdict.UNDECLARED: Word("▲", "undeclared", "warn", "warn", "nothing in the policy declares it"),
    Verdict.DECLARED: Word("✔", "declared", "check", "good", "the policy declares it"),
    Verdict.NOT_STATED: Word(
        "–", "not stated", "dash", "plain", "the policy does not speak of it, or too little to judge it"
    ),
    Verdict.NOT_JUDGED: Word("?", "not judged", "question", "mute", "it could not be judged; the reason is given"),
}
CLAIMS: Final[Mapping[ClaimVerdict, Word]] = {
    ClaimVerdict.BROKEN: Word("✖", "broken", "cross", "bad", "a cookie goes against it"),
    ClaimVerdict.IN_TENSION: Word("≠", "in tension", "tension", "tense", "it is hard to square with what was seen"),
    ClaimVerdict.KEPT: Word("✔", "kept", "check", "good", "what was seen agrees with it"),
    ClaimVerdict.NOT_MEASURED: Word("?", "not measured", "question", "mute", "a cookie could show it, and none did"),
    ClaimVerdict.NOT_TESTABLE: Word("–", "not testable", "dash", "plain", "no cookie could show it"),
}
LEVELS: Final[Mapping[Level, Word]] = {
    Level.ERROR: Word("✖", "error", "cross", "bad", "the cookies go against a statement of the policy"),
    Level.WARNING: Word("▲", "warning", "warn", "warn", "the policy does not cover what was found"),
    Level.NOTE: Word("•", "note", "dot", "note", "worth knowing; no verdict rests on it alone"),
}
GROUPS: Final[Mapping[Group, str]] = {
    Group.NECESSARY: "Necessary",
    Group.PREFERENCES: "Preferences",
    Group.ANALYTICS: "Analytics",
    Group.MARKETING: "Marketing",
    Group.UNKNOWN: "Unknown",
}
PURPOSES: Final[Mapping[Purpose, str]] = {
    Purpose.CART: "Cart",
    Purpose.SESSION: "Session",
    Purpose.AUTHENTICATION: "Log-in",
    Purpose.SECURITY: "Security",
    Purpose.LOAD_BALANCING: "Load balancing",
    Purpose.CONSENT: "Consent choice",
    Purpose.OPT_OUT: "Opt-out",
    Purpose.PREFERENCES: "Preferences",
    Purpose.FUNCTIONAL: "Functional",
    Purpose.ANALYTICS: "Analytics",
    Purpose.ADVERTISING: "Advertising",
    Purpose.SOCIAL: "Social networks",
    Purpose.UNKNOWN: "Unknown",
}
SUBTYPES: Final[Mapping[Subtype, str]] = {
    Subtype.NONE: "",
    Subtype.GOOGLE_DART: "DART",
    Subtype.AFFILIATE: "affiliate",
    Subtype.ID_SYNC: "identifier exchange",
    Subtype.AB_TESTING: "A/B test",
    Subtype.MEDIA: "media",
}
TIES: Final[Mapping[Attribution, str]] = {
    Attribution.OWN: "Its host is the site's own",
    Attribution.PARTITIONED: "A third party's, stored in this site's partition",
    Attribution.EVIDENCE: "The recording names the page that set it",
    Attribution.TESTER: "This site's on the tester's word that nothing else was visited",
    Attribution.UNKNOWN: "In this browser, site unknown",
    Attribution.ELSEWHERE: "Stored in another site's partition",
}
MATCHED: Final[Mapping[DeclaredBy, str]] = {
    DeclaredBy.CORRECTION: "by a person's correction",
    DeclaredBy.NAME: "by its name",
    DeclaredBy.PATTERN: "by a pattern of its name",
    DeclaredBy.VENDOR: "by its company",
    DeclaredBy.PURPOSE: "by its purpose",
}
COMPLETENESS: Final[Mapping[Completeness, str]] = {
    Completeness.SILENT: "says nothing that a cookie could be compared with",
    Completeness.PARTIAL: "states purposes without claiming to list every cookie",
    Completeness.COMPLETE: "claims to list or cover every cookie",
}
STANCES: Final[Mapping[Stance, str]] = {
    Stance.DECLARED: "",
    Stance.DENIED: "denied",
    Stance.CONFLICTING: "said and denied",
    Stance.UNSTATED: "not stated",
}
_FIELDS: Final = {
    "cookies": "Cookies",
    "first_party_cookies": "The site's own cookies",
    "third_party_cookies": "Third parties' cookies",
    "cross_site_tracking": "Tracking across sites",
    "personal_data_in_cookies": "Personal data in cookies",
    "data_sale": "Sale of data",
    "data_transfer": "Transfer of data to others",
    "session_cookies": "Session cookies",
    "persistent_cookies": "Persistent cookies",
    "named_cookies": "Cookies by name",
    "dart_cookie": "The DART cookie",
    "anonymous_visit": "Anonymous visit",
    "children": "Children",
    "enumerates": "A list of cookies",
    "complete": "Nothing but this",
    "states_purposes": "What cookies are for",
    "policy_date": "Date of the policy",
    "delegates": "More on another page",
    "storage": "Local storage",
    "online": "Covers the website only",
    "terms": "Terms and conditions",
    "controls.browser_settings": "Choice: browser settings",
    "controls.consent_tool": "Choice: consent tool",
    "controls.do_not_track": "Choice: Do Not Track",
}


def field_title(field: str) -> str:
    """Return what a field of the policy's record is about; one that we have no words for is told by its own.

    >>> field_title("purposes.cart"), field_title("opt_outs.nai")
    ('Purpose: cart', 'Opt-out: nai')
    """
    known = _FIELDS.get(field)
    if known is not None:
        return known
    kind, _, rest = field.partition(".")
    title = {"purposes": "Purpose", "vendors": "Company", "opt_outs": "Opt-out", "controls": "Choice"}.get(kind)
    if title and rest:
        return f"{title}: {rest.replace('_', ' ') if kind == 'purposes' else rest}"
    return field.replace("_", " ").replace(".", ": ").capitalize()


def purpose_text(label: Label) -> str:
    """Return what a cookie is for: ``Advertising / DART``."""
    subtype = SUBTYPES[label.subtype]
    return f"{PURPOSES[label.purpose]} / {subtype}" if subtype else PURPOSES[label.purpose]


def party_text(label: Label) -> str:
    """Return whose cookie it is, seen from the site; empty where that is not known."""
    return {
        Party.FIRST: "first party",
        Party.SAME_COMPANY: "same company",
        Party.THIRD: "third party",
        Party.UNKNOWN: "",
    }[label.party]


def lifetime_text(cookie: Cookie, now_us: int) -> str:
    """Return how long a cookie was set to live, never more exactly than its record proves."""
    us, basis = cookie.lifetime
    if basis is LifetimeBasis.SESSION:
        return "session"
    if us is None:
        return _rest(cookie, now_us)
    if us <= 0:
        return "over when it was set"
    said = {
        LifetimeBasis.STATED: "asks for {}",
        LifetimeBasis.CREATED: "at most {}",
        LifetimeBasis.CAP: "{} or more: the browser's limit",
        LifetimeBasis.OVER_CAP: "{} are stored, more than browsers keep today",
    }
    kept = cookie.shortened_us
    return said.get(basis, "{}").format(span(us)) + ("" if kept is None else f", the browser keeps {span(kept)}")


def _rest(cookie: Cookie, now_us: int) -> str:
    if cookie.expires_us is None:
        return "persistent, how long is not recorded" if cookie.session is False else "not recorded"
    left = cookie.expires_us - now_us
    return f"at least {span(left)}" if left > 0 else "has ended"
