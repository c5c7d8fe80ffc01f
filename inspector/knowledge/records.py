# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The records of the knowledge tables: what is known of a cookie, a vendor, an opt-out, a platform, and who says so."""

from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

from inspector.core.frozen import frozen
from inspector.core.label import Purpose, Subtype

ONE_CLICK_SINCE: Final = 2022  # a link seen by others only may be offered with one click if seen this year or later


class Match(StrEnum):
    """How an entry names cookies."""

    EXACT = "exact"
    PREFIX = "prefix"
    PATTERN = "pattern"


class Sure(StrEnum):
    """How well a fact is sourced, the best first."""

    USER = "user"  # the user's own override
    SOURCE_READ = "source-read"  # the text or code of the named source was read
    VENDOR_DOC = "vendor-doc"  # the vendor's named documentation or code, written down from knowledge of it
    CORROBORATED = "corroborated"  # name and purpose seen in an independent place; the lifetime is unconfirmed
    RECALLED = "recalled"  # known in general, written down from memory; no place was looked at
    DEV_SET = "dev-set"  # from the labelled files that classification is tuned on; left out in cross-validation
    PACK = "pack"  # a community list that the user imported


class KnownCookie(NamedTuple):
    """One fact: cookies called so, from there, are for this.

    ``name`` is the whole name, the prefix or the pattern, as ``match`` says. ``domain`` ``None`` means any; otherwise
    the cookie's host is that domain or below it (``google.*`` is any country's Google). ``vendor`` is ``None`` where
    nobody in particular stands behind a name (``lang``). ``session`` true: it usually ends with the browser session,
    false: it persists (then ``lifetime_days`` may tell how long), ``None``: not known. ``identifier``: whether it
    carries a persistent id, ``None`` where that is not known. ``disputed`` holds who says otherwise, as sentences.
    ``origin`` is ``bundled``, ``override`` or ``pack:<id>``.
    """

    name: str
    match: Match
    domain: str | None
    vendor: str | None
    purpose: Purpose
    subtype: Subtype
    lifetime_days: float | None
    session: bool | None
    identifier: bool | None
    source: str
    sure: Sure
    platform: str | None = None
    note: str = ""
    disputed: tuple[str, ...] = ()
    origin: str = "bundled"

    @property
    def overridden(self) -> bool:
        """Whether the user's own file says this; views must show that."""
        return self.sure is Sure.USER


class OptOutSays(StrEnum):
    """What a cookie says about an opt-out."""

    OPTED_OUT = "opted_out"  # the value is known to mean "opted out"
    NOT_OPTED_OUT = "not_opted_out"  # the value means "no", or is an identifier where the opt-out would stand
    UNCONFIRMED = "unconfirmed"  # an opt-out cookie by name, with a value whose meaning is not known
    NOT_READ = "not_read"  # the value decides, and it was not read


@frozen
class OptOutCookie:
    """The cookie that records an opt-out.

    ``domain`` ``None`` is the site's own domain (first party). ``values`` are what opted out looks like, with ``*``
    for any text and ``?`` for one character; empty where the value that decides is not known. ``dedicated``: the name
    is used for nothing else (``TTDOptOut``), so it is an opt-out cookie whatever its value; ``uuid2`` is not.
    ``consent``: a consent cookie that also tells of a choice against sale or tracking; its purpose stays consent.
    ``who`` is the way out that it records, as a person would call it.
    """

    name: str
    domain: str | None
    values: tuple[str, ...]
    dedicated: bool
    opt_out: str
    vendor: str
    who: str
    consent: bool = False


@frozen
class OptOutMatch:
    """What one cookie tells about opting out; ``cookie`` and ``vendor`` are ``None`` where only words told."""

    state: OptOutSays
    dedicated: bool
    because: str
    cookie: OptOutCookie | None = None
    vendor: str | None = None

    @property
    def is_opt_out_cookie(self) -> bool:
        """Whether the cookie's purpose is the opt-out: by its name alone, or by the value it was given."""
        if self.cookie is not None and self.cookie.consent:
            return False
        return self.dedicated or self.state is OptOutSays.OPTED_OUT


class Mechanism(StrEnum):
    """How an opt-out works; only ``COOKIE`` leaves something in a cookie store to verify it by."""

    COOKIE = "opt-out cookie"
    ACCOUNT = "account setting"
    FORM = "form"
    ADD_ON = "browser add-on"
    GPC = "GPC"
    LINK_PAGE = "link page"


class LinkStatus(StrEnum):
    """Whether a link still does what it was for."""

    LIVE = "live"
    MOVED = "moved"
    RETIRED = "retired"


@frozen
class OptOut:
    """One way out: where, how, what it stops and what it does not, and how well that is known.

    ``url_confidence`` A: the vendor's own text or code was seen; B: cited by a third party; C: not corroborated.
    ``last_known_year`` is the year that the source speaks for. ``opened`` is the day on which a person opened the
    address and saw that it does what is said here, ``None`` while nobody has. ``undone_by`` names the cookies whose
    presence means that it is not in force, where that is known exactly; empty where any identifier of the vendor is.
    ``lasts`` says how long it holds, where its vendor documents that.
    """

    id: str
    vendor: str
    name: str
    domains: tuple[str, ...]
    url: str
    scope: str
    programme: str | None
    mechanism: Mechanism
    cookies: tuple[OptOutCookie, ...]
    requires_login: bool
    status: LinkStatus
    last_known_year: int
    url_confidence: str
    stops: str
    does_not_stop: str
    source: str
    replaced_by: str | None = None
    opened: date | None = None
    undone_by: tuple[str, ...] = ()
    lasts: str = ""

    @property
    def known(self) -> str:
        """How well it is known; "opened" only with the day on which a person did."""
        if self.opened is not None:
            return f"opened by a person on {self.opened}"
        return f"as documented in {self.last_known_year}"

    @property
    def one_click(self) -> bool:
        """Whether the link is known well enough to be offered as a button without a warning."""
        recent = self.url_confidence == "B" and self.last_known_year >= ONE_CLICK_SINCE
        return self.status is LinkStatus.LIVE and (self.url_confidence == "A" or recent)


@frozen
class LegacyLink:
    """An address or phrase that old policies print, and what became of it. ``opt_out`` is the id of today's row."""

    pattern: str
    kind: str  # "url" or "phrase"
    opt_out: str
    vendor: str
    programme: str | None
    replacement: str | None
    status: LinkStatus
    note: str
    source: str
    whole_host: bool = False  # every address on this host is meant, not this one only


@frozen
class Vendor:
    """A party that sets cookies or receives what they say. ``aliases`` are its names as policies print them.

    Vendors with an equal ``company`` belong together (DoubleClick and Google Analytics).
    """

    id: str
    name: str
    company: str
    domains: tuple[str, ...]
    aliases: tuple[str, ...]
    kinds: tuple[str, ...]
    source: str
    note: str = ""
    opt_outs: tuple[OptOut, ...] = ()


@frozen
class Platform:
    """A shop, CMS, framework or server by whose cookies a site can be recognised."""

    id: str
    name: str
    kind: str
    vendor: str | None
    cookies: tuple[KnownCookie, ...] = ()


@frozen
class DomainClaim:
    """What an imported list says of a domain: whose it is and what for."""

    domain: str
    owner: str | None
    category: str
    purpose: Purpose
    pack: str


@frozen
class PackInfo:
    """An imported community list: what it is, under which licence, whose, and how far it is trusted.

    ``trust`` 1 is the most trusted. Packs never outrank the bundled tables; they confirm or dispute them, and answer
    where those are silent.
    """

    id: str
    name: str
    licence: str
    attribution: str
    trust: int
    imported: str
    sha256: str
    cookies: int
    domains: int
    skipped: int
