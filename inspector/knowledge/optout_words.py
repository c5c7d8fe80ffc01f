# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Opt-out cookies that no table has, told by their words: by the name, by the value, or only by both together.

A false hit hides a tracker behind a kind word, so words that many cookies share (``dnt``, ``oo``, ``ignore``) count
only where the other half agrees. Words of consent tools are left out: ``consenttype=optout`` names a kind of law.

The patterns are measured in ``tests/knowledge/test_optout_words.py``, on the tables' own opt-outs with the tables left
out, and on the labelled development cookies, none of which may be called an opt-out that is none.
"""

import re
from functools import cache
from typing import Final
from urllib.parse import unquote_plus

LONGEST_NAME: Final = 256
LONGEST_VALUE: Final = 200  # of a value with an opt-out among other fields; a sentinel alone is far shorter
_LONGEST_SENTINEL: Final = 48
NO: Final = frozenset({"", "0", "false", "no", "n", "off", "null", "undefined", "none", "f", "in", "optin", "opt_in"})
YES: Final = frozenset({"1", "true", "yes", "y", "t", "on", "out", "2"})
HINTS: Final = ("opt", "no", "oo", "dnt", "vacy")
"""One of them, in lower case, is in every name of which :func:`may_say` is true."""

_NAME_SAYS: Final = (  # words apart: opt_out, ab.optOut, TTDOptOut, UTOPTOUT, zoptout, OptOutCookie
    r"(?:^|[^a-zA-Z]|(?<=[a-z])(?=O)|(?<=[A-Z])(?=Opt))"
    r"(?i:opt(?:ed)?[-_. ]?outs?)(?:$|[^a-zA-Z]|(?=[A-Z][a-z]))"
    r"|(?i:(?:tracking|ad|ads|cookie|user|global|nai|daa)[-_.]?opt[-_.]?outs?)(?:$|[^a-z])"
    r"|(?i:opt[-_.]?outs?(?:cookie|status|flag)?)$"
)
_NOT_OF_NAME: Final = (  # what opts out of a display, or is about opting out without being one
    r"(?i:newsletter|e-?mail|popup|banner|modal|survey|tour|beta|notif|push|chat|promo|type|mode|law|regime|policy|show"
    r"|time|date|count|version|url|link|token|csrf|session|nonce)"
)
_WEAK_NAME: Final = (  # oo, qoo, OX_dnt, NO_COOKIE, apn-privacy: they count with a "yes" only
    r"(?:^|[-_.]|(?<=[a-z])(?=[A-Z]))(?i:dnt|do[-_]?not[-_]?track|no[-_]?track(?:ing)?|no[-_]?cookies?"
    r"|do[-_]?not[-_]?sell)(?:$|[-_.])"
    r"|^(?i:[a-z]{0,2}oo|[a-z]{2,4}[-_]oo|(?:ad|ads|apn)[-_]privacy)$"
)
_WEAK_YES: Final = YES | {"opt-out", "optout", "opt_out", "donottrack", "dnt"}
_VALUE_SAYS: Final = (  # OPT_OUT, opted+out, cOPT_OUT, 33Across Optout, emxoptout, NOTARGET
    r"(?i:(?:[a-z0-9]{0,12}[-_+ :=]?){0,3}opt(?:ed)?[-_+ ]?outs?|no[-_]?target|total[-_]?opt[-_]?out)"
)
_VALUE_FIELD: Final = r"(?i:(?:^|[|&;,:!~])\"?opt[-_]?out\"?[=:]\"?(?:1|true|yes|y)\"?(?:$|[|&;,:!~}]))"
_VALUE_IGNORES: Final = r"(?i:ignore|opted[-_+ ]?out|donottrack|do[-_+ ]?not[-_+ ]?track)"
_ID_NAME: Final = r"(?:^|[^a-zA-Z]|[a-z])(?i:u?u?id\d?|guid|did|visitor|eloqua)$"
_NULL_ID: Final = r"(?i:(?:guid=)?(?:0{8}-0{4}-0{4}-0{4}-0{12}|0{12,40}))|-1"
_ABOUT_CONSENT: Final = (
    r"(?i:consent|type|mode|law|regime|policy|model|region|jurisdiction|banner|default|geo|country|theme|cmp|gdpr|lang)"
)


@cache
def _form(text: str) -> re.Pattern[str]:
    """Return a form ready to be used: most of them few scans ask for, and to make them all would be felt."""
    return re.compile(text)


def may_say(name: str) -> bool:
    """Whether a name can have to do with an opt-out at all; quick, for what is asked of every cookie."""
    if len(name) > LONGEST_NAME:
        return False
    folded = name.lower()
    if "opt" in folded and name_says(name):
        return True
    hinted = "no" in folded or "oo" in folded or "dnt" in folded or "vacy" in folded  # one is in every weak name
    return hinted and _form(_WEAK_NAME).search(name) is not None


def value_may_say(value: str) -> bool:
    """Whether a value can have to do with an opt-out at all; quick, for what is asked of every cookie."""
    if len(value) > LONGEST_VALUE:
        return False
    folded = value.lower()
    return "out" in folded or "notarget" in folded or folded in _SENTINELS or folded.startswith(("guid=0", "0000"))


_SENTINELS: Final = frozenset({"ignore", "-1", "donottrack", "no_target", "no-target"})


def name_says(name: str) -> bool:
    """Whether a name alone says that the cookie is for an opt-out.

    >>> name_says("TTDOptOut"), name_says("zoptout"), name_says("checkout"), name_says("newsletter_optout")
    (True, True, False, False)
    """
    if len(name) > LONGEST_NAME or "out" not in name.lower() or "opt" not in name.lower():
        return False
    return _form(_NAME_SAYS).search(name) is not None and _form(_NOT_OF_NAME).search(name) is None


def both_say(name: str, value: str) -> bool:
    """Whether a name that many cookies share and a value say it together.

    >>> both_say("OX_dnt", "1"), both_say("OX_dnt", "0"), both_say("nb_id", "ignore")
    (True, False, True)
    """
    if len(name) > LONGEST_NAME or len(value) > _LONGEST_SENTINEL:
        return False
    if _form(_WEAK_NAME).search(name) is not None and _form(_NOT_OF_NAME).search(name) is None:
        return value.strip().lower() in _WEAK_YES
    return _form(_ID_NAME).search(name) is not None and _form(_VALUE_IGNORES).fullmatch(_plain(value)) is not None


def value_says(name: str, value: str) -> bool:
    """Whether a value says it in so many words, in a cookie that is not about consent.

    >>> value_says("uid", "OPT_OUT"), value_says("cmplz_consenttype", "optout"), value_says("x", "a|optout=1|b")
    (True, False, True)
    """
    if len(value) > LONGEST_VALUE or _form(_ABOUT_CONSENT).search(name[:LONGEST_NAME]) is not None:
        return False
    text = _plain(value)
    if len(text) <= _LONGEST_SENTINEL and _form(_VALUE_SAYS).fullmatch(text) is not None:
        return True
    return _form(_VALUE_FIELD).search(text) is not None


def is_null_id(name: str, value: str) -> bool:
    """Whether an identifier was replaced by one that is everybody's; it takes a host of an advertiser to mean anything.

    >>> is_null_id("UID", "00000000-0000-0000-0000-000000000000"), is_null_id("page", "-1")
    (True, False)
    """
    if len(name) > LONGEST_NAME or len(value) > _LONGEST_SENTINEL:
        return False
    return _form(_ID_NAME).search(name) is not None and _form(_NULL_ID).fullmatch(_plain(value)) is not None


def _plain(value: str) -> str:
    return unquote_plus(value) if "%" in value else value
