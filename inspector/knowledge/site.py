# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The site that a host belongs to, by the Public Suffix List that tldextract bundles; nothing is ever fetched.

tldextract itself is not imported: that pulls in ``requests`` (0.3 s at every start) and its default is to download a
newer list. Only its list is used, a data file inside the package; our tests take tldextract as the judge of this
module. Format and algorithm: https://github.com/publicsuffix/list/wiki/Format.
"""

import re
from functools import cache, lru_cache
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from pathlib import Path
from typing import Final, NamedTuple

from inspector.core.frozen import frozen
from inspector.core.problem import InspectorError

_LIST: Final = ".tld_set_snapshot"
_PRIVATE: Final = "// ===BEGIN PRIVATE DOMAINS==="
_RULE: Final = re.compile(r"^[^/\s]\S*", re.MULTILINE)
_OTHER_DOTS: Final = re.compile("[\u3002\uff0e\uff61]")  # full stops that UTS 46 maps to "."
_LONGEST_HOST: Final = 1024  # four times what DNS allows; longer text is no host and has no site but itself
_LONGEST_LABEL: Final = 63  # RFC 1035 2.3.4: no rule has a longer one, and decoding takes the square of the length


@frozen
class _Rules:
    """The list, ready for look-ups: plain suffixes, parents of wildcards, exceptions, and the labels of the longest."""

    plain: frozenset[str]
    wildcards: frozenset[str]
    exceptions: frozenset[str]
    longest: int


def registrable(host: str, *, private: bool = True) -> str:
    """Return the registrable domain of ``host``: its public suffix and one label more.

    ``private`` counts the list's private section: ``user.github.io`` is a site of its own, as it is to browsers.
    Where there is no registrable domain (``localhost``, addresses, ``.test`` and intranet names, top-level domains
    not in the list, a public suffix itself), the host itself is the site. The answer is in the form that stores use:
    lower case, A-labels (``xn--...``), no outer dots, IPv6 in brackets.

    >>> registrable(".www.shop.example.co.uk")
    'example.co.uk'
    >>> registrable("shop.dev.test")
    'shop.dev.test'
    """
    return _registrable(host, private)


def browser_site(host: str) -> str:
    """Return the site as a browser has it: top-level domains that no list has are suffixes; "" for a suffix itself.

    >>> browser_site("www.shop.test"), browser_site("co.uk"), browser_site("127.0.0.1")
    ('shop.test', '', '127.0.0.1')
    """
    name = _canonical(host)
    labels = name.split(".")
    if name.startswith("[") or "" in labels or (len(labels) == 4 and all(label.isdecimal() for label in labels)):
        return name
    length = max(1, _suffix_length(labels, _rules(True)))
    return ".".join(labels[-length - 1 :]) if length < len(labels) else ""


def public_site(host: str) -> str | None:
    """Return the registrable domain of a host on the public internet, ``None`` where it has none.

    >>> public_site("www.example.co.uk"), public_site("co.uk"), public_site("shop.test"), public_site("127.0.0.1")
    ('example.co.uk', None, None, None)
    """
    name = _canonical(host)
    labels = name.split(".")
    if name.startswith("[") or "" in labels:
        return None
    length = _suffix_length(labels, _rules(True))
    return ".".join(labels[-length - 1 :]) if 0 < length < len(labels) else None


def belongs_to(host: str, site: str) -> bool:
    """Whether a cookie's ``host`` belongs to the same site as ``site``, as ``--site`` means it.

    >>> belongs_to(".www.example.com", "example.com"), belongs_to("notexample.com", "example.com")
    (True, False)
    """
    return _registrable(host, True) == _registrable(site, True)


@lru_cache(maxsize=65_536)
def _registrable(host: str, private: bool) -> str:
    name = _canonical(host)
    if name.startswith("["):
        return name
    if len(name) <= _LONGEST_HOST and "xn--" not in name and ".." not in name and name[:1] != ".":
        return _site_of_ascii(name, _rules(private))
    labels = name.split(".")
    if "" in labels:
        return name
    length = _suffix_length(labels, _rules(private))
    return ".".join(labels[-length - 1 :]) if 0 < length < len(labels) else name


def _site_of_ascii(name: str, rules: _Rules) -> str:
    """Return the site of a name that is written alike in both forms: cut label by label, without a list of them."""
    below, suffix = "", name
    while suffix:
        parent = suffix.partition(".")[2]
        if suffix in rules.exceptions:
            return suffix
        if suffix in rules.plain or parent in rules.wildcards:
            return below or name
        below, suffix = suffix, parent
    return name


def _suffix_length(labels: list[str], rules: _Rules) -> int:
    """Return how many labels are public suffix: the exception's, else the longest rule's, else none."""
    matched = [_unicode(label) for label in labels[-rules.longest :]]
    for start in range(len(matched)):
        suffix = ".".join(matched[start:])
        if suffix in rules.exceptions:
            return len(matched) - start - 1
        if suffix in rules.plain or suffix.partition(".")[2] in rules.wildcards:
            return len(matched) - start
    return 0


def _canonical(host: str) -> str:
    name = host[: _LONGEST_HOST + 1]
    name = (name if name.isascii() else _mapped(name)).strip().lower()
    if len(name) > _LONGEST_HOST:
        return host
    if ":" in name:
        return _address(name)
    name = name.strip(".")
    return name if name.isascii() else ".".join(map(_a_label, name.split(".")))


def _mapped(name: str) -> str:
    """Map as browsers do (UTS 46, non-transitional: a sharp s stays a sharp s)."""
    from unicodedata import normalize

    return _OTHER_DOTS.sub(".", normalize("NFKC", normalize("NFKC", name).lower()))


def _address(name: str) -> str:
    """Return an IPv6 address in its one canonical form, in brackets; other text with a colon as it is."""
    from ipaddress import IPv6Address  # here because few need it and it costs 5 ms to import

    try:
        return f"[{IPv6Address(name.strip('.').strip('[]')).compressed}]"
    except ValueError:
        return name


def _a_label(label: str) -> str:
    try:
        label.encode("utf-8")
    except UnicodeEncodeError:  # a lone surrogate: bytes that were no text
        return label
    return label if label.isascii() else "xn--" + label.encode("punycode").decode("ascii")


def _unicode(label: str) -> str:
    """Return the U-label, the form that the list is written in."""
    if not label.startswith("xn--") or len(label) > _LONGEST_LABEL:
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return label


class SuffixEnds(NamedTuple):
    """For columns of hosts: where the site is the last two labels, told without looking at each host.

    That is so under a suffix of one label (``short``) unless the last two labels are among those (``longer``) that a
    rule of more labels ends in.
    """

    short: frozenset[str]
    longer: frozenset[str]


@cache
def suffix_ends() -> SuffixEnds:
    """Return the ends of the list's rules, its private section counted."""
    rules = _rules(True)
    every = [rule.lstrip("*.!") for rule in rules.plain]
    short = frozenset(rule for rule in rules.plain if "." not in rule) - rules.wildcards
    return SuffixEnds(short, frozenset(".".join(rule.split(".")[-2:]) for rule in every if "." in rule))


@cache
def _rules(private: bool) -> _Rules:
    public, mark, rest = _list_text().partition(_PRIVATE)
    if not mark:
        raise InspectorError("The Public Suffix List of tldextract is damaged", "Reinstall tldextract")
    rules = _RULE.findall(public + rest if private else public)
    return _Rules(
        plain=frozenset(rules),  # rules with "*" or "!" are in it too, and match no host
        wildcards=frozenset(rule[2:] for rule in rules if rule[0] == "*"),
        exceptions=frozenset(rule[1:] for rule in rules if rule[0] == "!"),
        longest=max(rule.count(".") for rule in rules) + 1,
    )


@cache
def _list_text() -> str:
    spec = find_spec("tldextract")
    try:
        return _data_beside(spec) if spec is not None and spec.origin else _missing()
    except OSError as error:
        raise InspectorError("The Public Suffix List cannot be read", "Reinstall tldextract") from error


def _data_beside(spec: ModuleSpec) -> str:
    """Read through the package's own loader, so that a zipped or frozen program works as well."""
    path = str(Path(spec.origin or "").with_name(_LIST))
    get_data = getattr(spec.loader, "get_data", None)
    data = get_data(path) if get_data is not None else Path(path).read_bytes()
    return bytes(data).decode("utf-8")


def list_hash() -> str:
    """Return the SHA-256 of the list that answers rest on."""
    from hashlib import sha256  # here because only provenance asks for it

    return sha256(_list_text().encode()).hexdigest()


def _missing() -> str:
    raise InspectorError("The Public Suffix List is missing", "Install tldextract, which bundles it")
