# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The shape of a value: what kind of text it is, never what it says. The only module here that opens a value.

A shape is a kind, a length class and a few marks, so that nobody can guess the value from it. Formats cited: RFC 9562
(UUID), RFC 7519 (JWT), IAB TCF v2 (consent string), developers.google.com/analytics (``GA1.``), Meta's "fbp and fbc".
"""

import re
from enum import StrEnum
from typing import Final, NamedTuple

from inspector.core.secret import Secret

LONGEST: Final = 4096  # characters that are looked at; browsers drop longer cookies (RFC 6265bis 5.7)


class Kind(StrEnum):
    """What a value looks like as a whole."""

    EMPTY = "empty"
    FLAG = "flag"
    SMALL_NUMBER = "small number"
    EPOCH = "moment"
    LONG_NUMBER = "long number"
    UUID = "UUID"
    HEX = "hexadecimal id"
    GA_CLIENT = "Google Analytics client id"
    META_BROWSER = "Meta browser id"
    CLICK_ID = "click id"
    JWT = "signed token (JWT)"
    TCF = "consent string (TCF)"
    CONSENT = "consent record"
    LANGUAGE = "language"
    COUNTRY = "country"
    DATE = "date"
    WORD = "word"
    ADDRESS = "address of a page"
    CART_OBJECT = "cart as an object"
    OBJECT = "object"
    LIST = "list"
    SERVER = "name of a server"
    RANDOM = "random text"
    ID_AND_TIME = "id with a moment"
    TEXT = "text"


_FORMS: Final = (
    (Kind.FLAG, r"[01]|(?i:true|false|yes|no|on|off|y|n|enabled?|disabled?|null|undefined|none)"),
    (Kind.EPOCH, r"1[3-9]\d{8}(?:\d{3}|\d{6}|\.\d{1,6})?"),
    (Kind.SMALL_NUMBER, r"-?\d{1,6}(?:\.\d{1,3})?"),
    (Kind.LONG_NUMBER, r"\d{7,40}"),
    (Kind.GA_CLIENT, r"GA1\.\d{1,2}\.[\w-]+\.\d+|GS\d\.\d\..+"),
    (Kind.META_BROWSER, r"fb\.\d\.1\d{9,12}\..+"),
    (Kind.UUID, r"(?i:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})"),
    (Kind.HEX, r"(?i:(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{16,128})"),
    (Kind.JWT, r"eyJ[\w-]{5,}\.[\w-]{5,}\.[\w-]*"),
    (Kind.TCF, r"[BC][O-Q][\w-]{20,}(?:\.[\w-]+)*"),
    (Kind.CLICK_ID, r"(?:GCL\.\d+\.|1\.1\.\d+\.1\d{9}|Cj[0-9A-Z]|EAIaIQ).*"),
    (
        Kind.LANGUAGE,
        r"[a-z]{2}[-_][A-Za-z]{2}|(?:en|de|fr|es|it|nl|pl|pt|sv|da|fi|no|cs|hu|ro|ru|tr|uk|ja|zh|ko|ar|el)",
    ),
    (Kind.COUNTRY, r"[A-Z]{2,3}"),
    (Kind.DATE, r"\d{4}-\d\d-\d\d(?:[T +].*)?|[A-Z][a-z]{2},? .*\d{4}.*"),
    (
        Kind.SERVER,
        r"(?i:(?:app|web|srv|server|node|host|www|fe|backend|pod|s)[-_]?\d{1,4}(?:[-_.][\w.-]+)?)|\d{6,}\.\d{4,5}\.0{4}",
    ),
    (Kind.WORD, r"[A-Za-z][a-z]{2,19}"),
    (Kind.ADDRESS, r"https?:.*|/[^/ ].*|/"),
    (Kind.OBJECT, r"\{.*"),
    (Kind.LIST, r"\[.*"),
)
_FORM: Final = re.compile("|".join(f"(?P<f{number}>{form})" for number, (_, form) in enumerate(_FORMS)), re.DOTALL)
_CONSENT: Final = re.compile(
    r"(?i:necessary|essential|functional|preferences|statistics|analytics|performance|marketing|targeting)"
    r"['\"]?\s?[:=]\s?['\"]?(?:true|false|1|0|yes|no|allow|deny|accept|reject)|isGpcEnabled=|groups=C?\d+:|consentid|"
    r"(?i:consent_?(?:date|id|version|uuid)|implied consent)"
)
_CART: Final = re.compile(r"""(?i:"(?:cart|basket|items?|sku|qty|quantity|product_?ids?|line_?items?)"\s?:)""")
_UUID_IN: Final = re.compile(r"(?i:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})")
_EPOCH_IN: Final = re.compile(r"(?<!\d)1[3-9]\d{8}(?:\d{3})?(?!\d)")
_RANDOM: Final = re.compile(r"[\w+/=~!*.-]{16,}")
_ID_RUN: Final = re.compile(r"[A-Za-z0-9_-]{12,}")

_PERCENT: Final = {
    "%7b": "{",
    "%5b": "[",
    "%22": '"',
    "%3a": ":",
    "%2f": "/",
    "%2c": ",",
    "%3d": "=",
    "%7c": "|",
    "%20": " ",
    "%2b": "+",
}
_ENCODED: Final = re.compile("(?i:" + "|".join(_PERCENT) + ")")


class Shape(NamedTuple):
    """A value's shape. ``length`` is a class (0, 1, 2-3, 4-7, ... by powers of two), not the length itself."""

    kind: Kind
    length: int
    marks: tuple[str, ...] = ()

    @property
    def identifies(self) -> bool | None:
        """Whether it can tell one browser from others: yes, no, or ``None`` where the shape does not tell."""
        if self.kind in _IDENTIFIES:
            return True
        return False if self.kind in _DOES_NOT else None


_IDENTIFIES: Final = frozenset(
    {Kind.UUID, Kind.HEX, Kind.GA_CLIENT, Kind.META_BROWSER, Kind.RANDOM, Kind.ID_AND_TIME, Kind.CLICK_ID}
)
_DOES_NOT: Final = frozenset(
    {Kind.EMPTY, Kind.FLAG, Kind.SMALL_NUMBER, Kind.EPOCH, Kind.LANGUAGE, Kind.COUNTRY, Kind.DATE, Kind.WORD}
)


def shape_of(value: Secret) -> Shape:
    """Return the shape of a value."""
    return shape_of_text(value.reveal())


def shape_of_text(text: str) -> Shape:
    """Return the shape of a text; at most its first :data:`LONGEST` characters are looked at."""
    head = text[:LONGEST]
    plain = _ENCODED.sub(lambda found: _PERCENT[found[0].lower()], head) if "%" in head else head
    plain = plain.strip('" ')
    return Shape(_kind(plain), min(len(head), LONGEST).bit_length(), _marks(head, plain))


def _kind(text: str) -> Kind:
    if not text:
        return Kind.EMPTY
    found = _FORM.fullmatch(text)
    kind = Kind.TEXT if found is None else _FORMS[int(str(found.lastgroup)[1:])][0]
    if kind in (Kind.TEXT, Kind.OBJECT, Kind.LIST):
        return _by_content(text, kind)
    return kind


def _by_content(text: str, kind: Kind) -> Kind:
    """Tell what an object, a list or a mixed text is about."""
    if _CONSENT.search(text):
        return Kind.CONSENT
    if kind is not Kind.TEXT:
        return Kind.CART_OBJECT if _CART.search(text) else kind
    if _UUID_IN.search(text) or (_EPOCH_IN.search(text) and _has_id(text)):
        return Kind.ID_AND_TIME
    return Kind.RANDOM if _RANDOM.fullmatch(text) and _has_id(text) else Kind.TEXT


def _has_id(text: str) -> bool:
    """Whether a run of letters and digits is mixed enough not to be words."""
    return any(
        any(letter.isdigit() for letter in run[0]) and sum(letter.isalpha() for letter in run[0]) > 2
        for run in _ID_RUN.finditer(text)
    ) or any(sum(letter.isdigit() for letter in run[0]) > 8 for run in _ID_RUN.finditer(text))


def _marks(raw: str, plain: str) -> tuple[str, ...]:
    marks = [name for name, sign in _SIGNS if sign in plain]
    if "%" in raw:
        marks.append("encoded")
    if _EPOCH_IN.search(plain):
        marks.append("moment")
    if _UUID_IN.search(plain):
        marks.append("uuid")
    return tuple(marks)


_SIGNS: Final = (("=", "="), ("|", "|"), (".", "."), (":", ":"), ("@", "@"), ("&", "&"), ("space", " "), ("comma", ","))
