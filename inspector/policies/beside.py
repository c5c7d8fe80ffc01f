# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Words of purposes in a sentence about cookies that are not the cookies': data beside them, other clauses, code."""

from typing import Final

from inspector.core.policy import StatedPurpose as P
from inspector.policies.controls import is_foreword
from inspector.policies.patterns import compiled
from inspector.policies.purposes import PurposeHit
from inspector.policies.statements import Statement

_NEAR: Final = 100
_FOLLOWS_ABOUT: Final = (
    r"(?:track|follow|monitor)\w*\s[^.;]{0,60}?\b(?:across\s+(?:the\s+(?:web|internet)|other|ø)"
    r"|on\s+(?:other|ø)|from\s+(?:web\s?)?site\s+to)"
)
# What is embedded is no content: "beacons are small images embedded in a page".
_EMBEDDED_CODE: Final = (
    r"\b(?:beacons?|gifs?|pixels?|bugs?|scripts?|codes?|sdks?|tags?|images?|graphics?|files?|objects?)\b(?![^.;]*\b(?:videos?|posts?|maps?|feeds?)\b)"
    r"[^.;]{0,70}$"
)
_ADS_BASED_ON: Final = r"\b(?:ads|advert\w+)\s+(?:\w+\s+){0,2}?based\s+(?:up)?on\s+(?:\w+\s+){0,3}$"
# "Advertisers collect information about your visits to provide ads": that is no statistics of this site.
_LEARNS_FOR_ADS: Final = (
    r"(?<=advertisers)\s+(?:\w+\s+){0,8}?(?:cookies|technologies|beacons)\s+to\s+(?:collect|gather|use|obtain|receive|compile)\w*\s+"
    r"(?:\w+\s+){0,2}?(?:information|data)\s+(?:about|on|regarding)\s+(?:your|users?'?|their|visitors?'?)\s[^.;]{0,90}?\bto\s+"
    r"(?:\w+\s+){0,2}?(?:provide|serve|show|deliver|display|target|select)\w*\s+(?:\w+\s+){0,3}?(?:ads|advert\w+)"
    r"|\bmeasur\w+\s+(?:\w+\s+){0,3}?(?:effectiveness|performance|success)\s+of\s+(?:\w+\s+)?(?:ads|advert\w+)"
)
_TIMES_AN_AD: Final = (
    r".{0,14}\b(?:number|times)\b(?:\s+of\s+times)?\s+(?:(?:that\s+)?(?:you|users?|visitors?)\s+)?"
    r"(?:\w+\s+){0,4}?(?:ads?|advert\w+)\b"
)
_SAME_AD: Final = (
    r"\b(?:same|duplicate\w*|repeat\w*)\b[^.;]{0,40}\b(?:ads?|advert\w*)\b"
    r"|\b(?:ads?|advert\w*)\b[^.;]{0,40}\b(?:repeatedly|(?:over\s+and\s+over|once)\s+again|too\s+often|more\s+than\s+once)\b"
)
# "Without cookies you can still buy": they are not for that.
_STILL: Final = (
    r"\b(?:you|users?|visitors?)\s+(?:can|may|will)\s+still\s+(?:(?!\bbut\b|\bnot\b|\bunable\b|\bcannot\b)[^.;])*$"
)
# "For statistics, never for advertising".
_NEVER_FOR: Final = r"(?:^|,|\band|\bbut)\s*(?:never|not)\s+(?:\w+\s+)?for\s+(?:(?:the|any|our|purposes?|of)\s+){0,3}$"
_CALLED_COOKIELESS: Final = r"\bcookie-?(?:less|free)\s+(?:\w+\s+)?$"
_ENDS_ON: Final = (
    r"\b(?:delet|expir|remov|eras|destroy)\w*\b[^.;]*"
    r"\b(?:log(?:ging|ged)?[\s-]?out|sign(?:ing|ed)?[\s-]?out|log[\s-]?off)$"
)
# Cookies in a list of the data that is collected: the other items are data, no purposes.
_AMONG_DATA: Final = (
    r"\b(?:information|data)\b(?:(?!\b(?:through|using|via|by|with|technolog\w+)\b)[^.;ĸŵ])*?\b(?:such\s+as|including|includes?|like|may\s+include)\b"
    r"[^.;ĸŵ]*,\s*(?:(?:and|or|any|the|your)\s+){0,2}\"?ĸ++(?:\s+(?:information|data|ids?|identifiers?|numbers?))?\"?\s*(?:,|and\b|or\b|[.;]|$)"
    r"(?!\s*(?:to|that|which|in\s+order)\b)"
)
# "The data is used for marketing, and cookies may be used there": the first clause is not about cookies.
_DATA_FIRST: Final = r"^[^ĸŵ]*\b(?:information|data)\b[^ĸŵ]*ʋ++[^ĸŵ]*,\s+and\s+(?=(?:[a-z]+\s+){0,2}[\"']?ĸ)"


def is_beside(plain: str, hit: PurposeHit) -> bool:
    """Whether what a plain sentence says at a hit is no purpose of its cookies."""
    before = plain[max(0, hit.start - _NEAR) : hit.start]
    if compiled(_NEVER_FOR).search(before):
        return True
    if compiled(_CALLED_COOKIELESS).search(before):
        return True
    if hit.purpose in (P.CART, P.AUTHENTICATION) and compiled(_STILL).search(before):
        return True
    if hit.purpose is P.AUTHENTICATION:  # when a cookie ends is not what it is for
        return compiled(_ENDS_ON).search(before + plain[hit.start : hit.end]) is not None
    if hit.purpose is P.SOCIAL:
        return compiled(_EMBEDDED_CODE).search(before) is not None
    if hit.purpose is P.PREFERENCES:  # "how you can manage your preferences"
        return is_foreword(plain)
    return hit.purpose is P.ANALYTICS and _counts_elsewhere(plain, hit, before)


def _counts_elsewhere(plain: str, hit: PurposeHit, before: str) -> bool:
    """Whether it is about other sites, about what advertisements rest on, or about how often one is shown."""
    return bool(
        compiled(_FOLLOWS_ABOUT).match(plain, hit.start)
        or compiled(_ADS_BASED_ON).search(before)
        or any(match.start() <= hit.start < match.end() for match in compiled(_LEARNS_FOR_ADS).finditer(plain))
        or compiled(_TIMES_AN_AD).match(plain, max(0, hit.start - 12))
    )


def limits_ads(plain: str, hit: PurposeHit) -> bool:
    """Whether a negation only limits advertisements: "so that you are not shown the same banner again"."""
    around = plain[max(0, hit.start - _NEAR) : hit.end + _NEAR // 2]
    return hit.purpose is P.ADVERTISING and compiled(_SAME_AD).search(around) is not None


def lists_data(statement: Statement) -> bool:
    """Whether cookies are one item of a list of data that is collected."""
    return compiled(_AMONG_DATA).search(statement.coded) is not None


def end_of_data(statement: Statement) -> int:
    """Return where a first clause about data ends, before one about cookies; 0 where there is none."""
    data = compiled(_DATA_FIRST).match(statement.coded)
    return data.end() if data else 0
