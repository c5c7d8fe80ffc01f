# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The shape of a value: what kind of text it is, never what it says. The only module here that opens a value.

Formats cited: RFC 9562 (UUID), RFC 7519 (JWT), IAB TCF v2 (consent string), developers.google.com/analytics (``GA1.``),
Meta's "fbp and fbc parameters". Every form is matched in linear time on at most :data:`LONGEST` characters.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache, lru_cache
from typing import Final, NamedTuple

from inspector.core.secret import Secret

LONGEST: Final = 4096  # characters that are looked at; browsers drop longer cookies (RFC 6265bis 5.7)


class Kind(StrEnum):
    """What a value looks like as a whole."""

    EMPTY = "empty text"
    FLAG = "flag"
    SMALL_NUMBER = "small number"
    EPOCH = "moment in time"
    LONG_NUMBER = "long number"
    UUID = "UUID"
    HEX = "hexadecimal id"
    GA_CLIENT = "Google Analytics client id"
    META_BROWSER = "Meta browser id"
    CLICK_ID = "click id"
    JWT = "signed token (JWT)"
    TCF = "consent string (TCF)"
    CONSENT = "consent record"
    LANGUAGE = "language code"
    COUNTRY = "country code"
    DATE = "date"
    WORD = "word"
    ADDRESS = "address of a page"
    CART_OBJECT = "cart as an object"
    OBJECT = "object"
    LIST = "list"
    SERVER = "name of a server"
    RANDOM = "random text"
    ID_AND_TIME = "id with a moment in time"
    TEXT = "text"

    @property
    def identifies(self) -> bool | None:
        """Whether it can tell one browser from others: yes, no, or ``None`` where the shape does not tell."""
        return _IDENTIFIES.get(self)


_IDENTIFIES: Final[Mapping[Kind, bool]] = {
    **dict.fromkeys((Kind.UUID, Kind.HEX, Kind.GA_CLIENT, Kind.META_BROWSER, Kind.RANDOM, Kind.ID_AND_TIME), True),
    **dict.fromkeys((Kind.EMPTY, Kind.FLAG, Kind.SMALL_NUMBER, Kind.EPOCH, Kind.LANGUAGE, Kind.COUNTRY), False),
    **dict.fromkeys((Kind.DATE, Kind.WORD), False),
}


class _Form(NamedTuple):
    kind: Kind
    first: str  # what its first character can be: 0 digit, a lower, A upper, - anything else
    text: str


_FORMS: Final = (
    _Form(Kind.EPOCH, "0", r"1[3-9]\d{8}(?:\d{3}|\d{6}|\.\d{1,6})?"),
    _Form(Kind.SMALL_NUMBER, "0-", r"-?\d{1,6}(?:\.\d{1,3})?"),
    _Form(Kind.LONG_NUMBER, "0", r"\d{7,40}"),
    _Form(Kind.GA_CLIENT, "A", r"GA1\.\d{1,2}\.[\w-]+\.\d+|GS\d\.\d\..+"),
    _Form(Kind.META_BROWSER, "a", r"fb\.\d\.1\d{9,12}\..+"),
    _Form(Kind.UUID, "0aA", r"(?i:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})"),
    _Form(Kind.HEX, "0aA", r"(?i:(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{16,128})"),
    _Form(Kind.JWT, "a", r"eyJ[\w-]{5,}\.[\w-]{5,}\.[\w-]*"),
    _Form(Kind.TCF, "A", r"[BC][O-Q][\w-]{20,}(?:\.[\w-]+)*"),
    _Form(Kind.CLICK_ID, "0A", r"(?:GCL\.\d+\.|1\.1\.\d+\.1\d{9}|Cj[0-9A-Z]|EAIaIQ).*"),
    _Form(Kind.LANGUAGE, "a", r"[a-z]{2}[-_][A-Za-z]{2}"),
    _Form(Kind.COUNTRY, "A", r"[A-Z]{2,3}"),
    _Form(Kind.DATE, "0A", r"\d{4}-\d\d-\d\d(?:[T +].*)?|[A-Z][a-z]{2},? .*\d{4}.*"),
    _Form(
        Kind.SERVER,
        "0aA",
        r"(?i:(?=[awsnhfbp])(?:app|web|srv|server|node|host|www|fe|backend|pod|s)[-_]?\d{1,4}(?:[-_.][\w.-]+)?)|\d{6,}\.\d{4,5}\.0{4}",
    ),
    _Form(Kind.WORD, "aA", r"[A-Za-z][a-z]{2,19}"),
    _Form(Kind.ADDRESS, "a-", r"https?:.*|/[^/ ].*|/"),
    _Form(Kind.OBJECT, "-", r"\{.*"),
    _Form(Kind.LIST, "-", r"\[.*"),
)
# What is one of some words is looked up, which is faster than a form.
_FLAGS: Final = frozenset((
    "0", "1", "true", "false", "yes", "no", "on", "off", "y", "n",
    "enable", "enabled", "disable", "disabled", "null", "undefined", "none",
))  # fmt: skip
_LANGUAGES: Final = frozenset((
    "en", "de", "fr", "es", "it", "nl", "pl", "pt", "sv", "da", "fi", "nb", "cs", "hu", "ro",
    "ru", "tr", "uk", "ja", "zh", "ko", "ar", "el", "he", "bg", "hr", "sk",
))  # fmt: skip
_LONGEST_WORD: Final = max(map(len, _FLAGS))
SHAPES_OF_WORDS: Final[Mapping[str, Kind]] = {
    **dict.fromkeys(_LANGUAGES, Kind.LANGUAGE),
    **dict.fromkeys(_FLAGS, Kind.FLAG),
    "": Kind.EMPTY,
}
"""The shapes of the commonest values, word by word: :func:`kind_of_text` says the same of them, later."""
_LOWER_HEX: Final = re.compile("[0-9a-f]{16,128}")  # the next commonest; the forms before it hold no such text
_LEAST_HEX: Final = 16
SAYS_NOTHING: Final = frozenset({Kind.EMPTY, Kind.FLAG, Kind.EPOCH, Kind.HEX, Kind.LANGUAGE})
"""Shapes of which every text is one of a few words or mere digits: none can say in words that it is an opt-out."""

# Members of an enum are slow to ask for (0.2 us in CPython 3.11), and every value is asked about.
_A_TEXT, _EMPTY, _FLAG, _LANGUAGE, _HEX = Kind.TEXT, Kind.EMPTY, Kind.FLAG, Kind.LANGUAGE, Kind.HEX
_CONSENTS, _CART_OBJECT, _ID_AND_TIME, _RANDOM_TEXT = Kind.CONSENT, Kind.CART_OBJECT, Kind.ID_AND_TIME, Kind.RANDOM
_OPEN: Final = frozenset({Kind.TEXT, Kind.OBJECT, Kind.LIST})  # kinds that are looked into
_CONSENT: Final = re.compile(
    r"(?:necessary|essential|functional|preferences|statistics|analytics|performance|marketing|targeting)"
    r"['\"]?\s?[:=]\s?['\"]?(?:true|false|1|0|yes|no|allow|deny|accept|reject)|isgpcenabled=|groups=c?\d+:"
    r"|consent_?(?:id|date|version|uuid)|implied consent"
)
_CART: Final = re.compile(r'"(?:cart|basket|items?|sku|qty|quantity|product_?ids?|line_?items?)"\s?:')
_UUID_IN: Final = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")
_MOMENT_IN: Final = re.compile(r"(?<!\d)1[3-9]\d{8}(?:\d{3})?(?!\d)")
_RANDOM: Final = re.compile(r"[\w+/=~!*.-]{16,}")
_MIXED: Final = re.compile(r"\d{9}|(?=[A-Za-z0-9_-]{12})[A-Za-z_-]*\d+[A-Za-z_-]+\d|(?:[a-z]+[A-Z]+){4}")
_LEAST_MIXED: Final = 12  # shorter texts are mixed only by nine digits, or by four pairs of small and capital letters
_LEAST_PAIRS: Final = 8
_UUID_DASHES: Final = 4
_PERCENT: Final[Mapping[str, str]] = {
    **{"%7b": "{", "%5b": "[", "%22": '"', "%3a": ":", "%2f": "/"},
    **{"%2c": ",", "%3d": "=", "%7c": "|", "%20": " ", "%2b": "+"},
}
_ENCODED: Final = re.compile("(?i:" + "|".join(_PERCENT) + ")")


def kind_of(value: Secret) -> Kind:
    """Return the shape of a value."""
    return kind_of_text(value.reveal())


def kind_of_text(text: str) -> Kind:
    """Return the shape of a text; at most its first :data:`LONGEST` characters are looked at."""
    head = text[:LONGEST]
    if "%" in head:
        head = _ENCODED.sub(lambda found: _PERCENT[found[0].lower()], head)
    head = head.strip('" ')
    if not head:
        return _EMPTY
    if len(head) <= _LONGEST_WORD:
        if head.lower() in _FLAGS:
            return _FLAG
        if head in _LANGUAGES:
            return _LANGUAGE
    if len(head) >= _LEAST_HEX and _LOWER_HEX.fullmatch(head) is not None and not head.isalpha() and not head.isdigit():
        return _HEX
    pattern, kinds = _forms(head[0])
    found = pattern.fullmatch(head)
    if found is not None and found.lastindex is not None:
        kind = kinds[found.lastindex - 1]
        return kind if kind not in _OPEN else _look_into(head, kind)
    return _look_into(head, _A_TEXT)


@lru_cache(maxsize=256)
def _forms(first: str) -> tuple[re.Pattern[str], tuple[Kind, ...]]:
    """Return the forms that can begin with a character, as one expression with a group for each."""
    return _forms_of_class(_class_of(first))


def _class_of(first: str) -> str:
    if not first.isascii() or not first.isalnum():
        return "-"
    if first.isdigit():
        return "0"
    return "A" if first.isupper() else "a"


@cache
def _forms_of_class(first: str) -> tuple[re.Pattern[str], tuple[Kind, ...]]:
    forms = [form for form in _FORMS if first in form.first]
    return re.compile("|".join(f"({form.text})" for form in forms), re.DOTALL), tuple(form.kind for form in forms)


def _look_into(text: str, kind: Kind) -> Kind:
    """Tell what an object, a list or a mixed text is about."""
    if "=" in text or ":" in text or " " in text:
        folded = text.lower()
        if _CONSENT.search(folded):
            return _CONSENTS
        if kind is not _A_TEXT:
            return _CART_OBJECT if _CART.search(folded) else kind
    elif kind is not _A_TEXT:
        return kind
    if len(text) < _LEAST_MIXED and (len(text) < _LEAST_PAIRS or (text.islower() and not text[2:9].isdecimal())):
        return _A_TEXT  # too short for all that is looked for below: nine digits would fill the middle
    if text.count("-") >= _UUID_DASHES and _UUID_IN.search(text.lower()):
        return _ID_AND_TIME
    if _MIXED.search(text) is None:
        return _A_TEXT
    if _MOMENT_IN.search(text):
        return _ID_AND_TIME
    return _RANDOM_TEXT if _RANDOM.fullmatch(text) else _A_TEXT
