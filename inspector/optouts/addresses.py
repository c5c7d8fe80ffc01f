# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Whether an address is safe to hand to a browser, decided before anything parses it.

Python's ``urlsplit`` strips newlines and takes ``https://evil.example\\@good.example/`` for the second host; browsers
follow the WHATWG URL standard and go to the first. So whatever the two could read differently is refused, and what is
left is written out anew from its parts. Hosts: UTS 46 and RFC 5891 through ``idna``; mixed scripts: UTS 39.
"""

import re
import unicodedata
from enum import StrEnum
from typing import Final, NamedTuple
from urllib.parse import quote

from inspector.core.visible import visible
from inspector.knowledge.site import public_site

LONGEST: Final = 2048
_LONGEST_HOST: Final = 253  # RFC 1035
_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_HTTPS: Final = re.compile(r"https://([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?", re.IGNORECASE)
_LABEL: Final = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_NUMBER: Final = re.compile(r"[0-9]+|0x[0-9a-f]*")  # a last label like this makes a host an IPv4 address (WHATWG)
_KEPT: Final = "!$%&'()*+,-./:;=?@_~"  # RFC 3986 without what browsers rewrite; "%" so that nothing is encoded twice
_FORBIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_OTHER_DOTS: Final = "\u3002\uff0e\uff61"  # full stops that UTS 46 maps to "."
_LIKE_LATIN: Final = frozenset(
    "асԁеһіјӏорԛѕԝхуҽпгѵѡԍтмвнк"
)  # Cyrillic that reads as Latin: a label of these alone is a trap
_SEPARATE: Final = {"CJK", "HIRAGANA", "KATAKANA", "BOPOMOFO", "HANGUL", "IDEOGRAPHIC"}  # written together


class Fault(StrEnum):
    """What is wrong with an address: it is none, or it is one that nobody should follow."""

    MALFORMED = "malformed"
    UNSAFE = "unsafe"
    NOT_HTTPS = "not_https"


class Refused(NamedTuple):
    """Why an address is not handed to a browser. ``scheme`` is in lower case, ``host`` as far as it could be told."""

    fault: Fault
    why: str
    scheme: str = ""
    host: str = ""


class Address(NamedTuple):
    """A safe address, written anew: ``host`` is what browsers ask for, ``shown`` what people read, ``site`` whose."""

    url: str
    host: str
    shown: str
    site: str

    @property
    def host_text(self) -> str:
        """The host as a confirmation shows it: in Unicode, with its punycode where the two differ."""
        return self.host if self.shown == self.host else f"{self.shown} ({self.host})"


def check_address(text: str) -> Address | Refused:
    """Return the address that may be opened, or why none may."""
    refused = _unreadable(text)
    if refused is not None:
        return refused
    text = text.strip(" ")
    scheme = _SCHEME.match(text)
    name = scheme[1].lower() if scheme else ""
    if scheme and re.match(r"\d*(?:[/?#]|$)", text[scheme.end() :]) and "." in name:
        return Refused(Fault.MALFORMED, "it lacks its beginning, https://")  # example.com:443/path
    if not scheme:
        return Refused(Fault.MALFORMED, "it lacks its beginning, https://")
    if name not in ("http", "https"):
        return Refused(Fault.UNSAFE, f'it begins with "{visible(name, 30)}:", which is no page', name)
    if any(map(str.isspace, text)):
        return Refused(Fault.MALFORMED, "it has a blank in it")
    return _plain_http(text) if name == "http" else _parsed(text)


def _unreadable(text: str) -> Refused | None:
    if len(text) > LONGEST:
        return Refused(Fault.MALFORMED, f"it is longer than {LONGEST:,} characters")
    inner = text.strip(" ")
    if not inner:
        return Refused(Fault.MALFORMED, "it is empty")
    for character in inner:
        kind = unicodedata.category(character)
        if kind in _FORBIDDEN:
            what = "an invisible character" if kind == "Cf" else "a control character"
            return Refused(Fault.UNSAFE, f"it holds {what} (U+{ord(character):04X}), which can hide where it leads")
        if character == "\\":
            return Refused(Fault.UNSAFE, "it holds a backslash, which programs read differently")
    return None


def _plain_http(text: str) -> Refused:
    secure = _parsed("https" + text[4:])
    if isinstance(secure, Refused):
        return secure
    return Refused(Fault.NOT_HTTPS, "it is not encrypted (http): anybody on the way can change it", "http")


def _parsed(text: str) -> Address | Refused:
    parts = _HTTPS.fullmatch(text)
    if parts is None:
        return Refused(Fault.MALFORMED, "it has no // behind https:", "https")
    authority, path, query, fragment = parts.groups()
    host = _host_of(authority)
    if isinstance(host, Refused):
        return host
    name = _ascii(host)
    if isinstance(name, Refused):
        return name
    refused = _checked_host(name)
    if refused is not None:
        return refused
    site = public_site(name)
    if site is None:
        return Refused(Fault.MALFORMED, f"{visible(name, 80)} is no public host", "https", name)
    tail = quote(path or "/", safe=_KEPT)
    tail += "" if query is None else "?" + quote(query, safe=_KEPT)
    tail += "" if fragment is None else "#" + quote(fragment, safe=_KEPT)
    url = f"https://{name}{tail}"
    if len(url) > LONGEST:
        return Refused(Fault.MALFORMED, f"written out it is longer than {LONGEST:,} characters", "https")
    return Address(url, name, _unicode(name), site)


def _host_of(authority: str) -> str | Refused:
    if "@" in authority:
        return Refused(Fault.UNSAFE, "it has a name before its host (user@host), which hides where it leads", "https")
    if authority.startswith("["):
        return Refused(Fault.UNSAFE, "it leads to a number (an IP address), not to a named host", "https")
    host, mark, port = authority.partition(":")
    if mark and port not in ("", "443"):
        return Refused(Fault.UNSAFE, "it leads to an unusual port", "https")
    if not host:
        return Refused(Fault.MALFORMED, "it names no host", "https")
    if "%" in host:
        return Refused(Fault.UNSAFE, "its host is written in codes", "https")
    return host


def _ascii(host: str) -> str | Refused:
    """Return the host as it is asked for. Look-alike forms that browsers map ("ｇoogle") are refused, not mapped."""
    if host.isascii():
        return host.lower()
    if any(dot in host for dot in _OTHER_DOTS):
        return Refused(Fault.UNSAFE, "its host has a dot that is none, which browsers read as one", "https")
    import idna  # here because few hosts need it

    try:
        name = idna.encode(host.lower()).decode("ascii")
    except (idna.IDNAError, UnicodeError):
        return Refused(Fault.UNSAFE, "its host has characters that no host may have", "https")
    return name.lower()


def _checked_host(name: str) -> Refused | None:
    labels = name.split(".")
    if len(labels) < 2:
        number = _NUMBER.fullmatch(name)
        if number:
            return Refused(Fault.UNSAFE, "it leads to a number (an IP address), not to a named host", "https")
        return Refused(Fault.MALFORMED, f'"{visible(name, 80)}" has no dot, so it is no public host', "https")
    if _NUMBER.fullmatch(labels[-1]) or (labels[-1] == "" and _NUMBER.fullmatch(labels[-2])):
        return Refused(Fault.UNSAFE, "it leads to a number (an IP address), not to a named host", "https")
    if len(name) > _LONGEST_HOST or not all(map(_LABEL.fullmatch, labels)):
        return Refused(Fault.MALFORMED, f'"{visible(name, 80)}" is no host name', "https")
    for label in labels:
        refused = _checked_label(label)
        if refused is not None:
            return refused
    return None


def _checked_label(label: str) -> Refused | None:
    if not label.startswith("xn--"):
        return None
    import idna  # here because few hosts need it

    try:
        text = idna.decode(label)
        same = idna.encode(text).decode("ascii") == label
    except (idna.IDNAError, UnicodeError):
        return Refused(Fault.UNSAFE, f'"{label[:70]}" cannot be decoded', "https")
    if not same:
        return Refused(Fault.UNSAFE, f'"{label[:70]}" cannot be decoded to one text', "https")
    scripts = _scripts(text)
    if len(scripts) > 1:
        names = " and ".join(sorted(scripts))
        return Refused(
            Fault.UNSAFE, f'"{visible(text, 70)}" mixes letters that look alike ({names}): {label[:70]}', "https"
        )
    if text and set(text) - set("-0123456789") <= _LIKE_LATIN:
        return Refused(Fault.UNSAFE, f'"{visible(text, 70)}" only looks like Latin letters: {label[:70]}', "https")
    return None


def _scripts(text: str) -> set[str]:
    """Return the scripts of a label's letters, by the first word of their names; East Asian ones count as one."""
    scripts = set()
    for character in text:
        if unicodedata.category(character).startswith("L"):
            word = unicodedata.name(character, "UNKNOWN").partition(" ")[0]
            scripts.add("East Asian" if word in _SEPARATE else word.title())
    return scripts


def _unicode(name: str) -> str:
    """Return a checked host as people read it."""
    if "xn--" not in name:
        return name
    import idna  # here because few hosts need it

    return idna.decode(name)
