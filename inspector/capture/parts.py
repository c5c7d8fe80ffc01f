# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What events are made of: a cookie as asked and as held, who called whom, and the words that a field may hold.

``None`` is "not known", never "no". No field holds a value but ``ValueFacts.value``, where the user asked for it.
"""

from enum import StrEnum
from typing import NamedTuple

from inspector.core.cookie import SameSite


class Mode(StrEnum):
    """How the browser treats third-party cookies: as it is delivered, or told to take them all."""

    DEFAULT = "default"
    ALLOWED = "allowed"


class Choice(StrEnum):
    """What the visitor has done about consent when something happens."""

    NONE = "no choice"
    CHOOSING = "choosing"  # a person has begun to click; what is set now belongs to no choice for sure
    ACCEPTED = "accepted"
    REFUSED = "refused"
    RETURN = "return"


class How(StrEnum):
    """By whom a choice was made."""

    NOTHING = "nothing"
    PERSON = "person"
    BUTTON = "platform button"
    FILE = "scenario file"  # a button that the user's own scenario names


class Fate(StrEnum):
    """What became of a write. ``REMOVED``: it asked for a moment that is past, which is how a cookie is deleted."""

    STORED = "stored"
    REFUSED = "refused"
    REMOVED = "removed"
    NOT_KNOWN = "not known"


class Basis(StrEnum):
    """How a fate is known: the browser's own word, the page's reading of it at once, or the jar afterwards."""

    BROWSER = "browser"
    READ_BACK = "read back"
    JAR = "jar"
    NONE = "none"


class Outcome(StrEnum):
    """What came of opening a page."""

    OK = "ok"
    HTTP_ERROR = "http error"
    CHALLENGE = "challenge"
    WALL = "wall"
    UNREACHABLE = "unreachable"
    TIMED_OUT = "timed out"
    CLOSED_ITSELF = "closed itself"
    CRASHED = "crashed"


class Ending(StrEnum):
    """How a run ended. Only a complete one may be called clean."""

    COMPLETE = "complete"
    NOT_MEASURED = "not measured"
    CUT_SHORT = "cut short"


class ValueFacts(NamedTuple):
    """What is told of a value: its length in octets, its shape, and ``same``, a mark that equal values of a run share.

    The mark is made with a key that is forgotten when the run ends. ``kind`` is a word of the classifier's shapes.
    """

    length: int
    same: str
    kind: str | None = None
    value: str | None = None


class PartitionKey(NamedTuple):
    """The partition of a cookie: the top-level site, and whether a foreign site stands between it and the frame.

    ``site`` is ``None`` for a partition that the browser does not name (that of a sandboxed page, for one).
    """

    site: str | None
    cross_site_ancestor: bool | None = None


class AskedCookie(NamedTuple):
    """A cookie as a site asks for it. ``invalid`` says why browsers pass such a header over, empty where they do not.

    ``domain`` is ``None`` without the attribute, ``path`` where the default path applies. ``max_age_s`` goes before
    ``expires_us``. ``session`` is whether it asks for no lifetime at all.
    """

    name: str
    domain: str | None = None
    path: str | None = None
    expires_us: int | None = None
    max_age_s: int | None = None
    session: bool | None = None
    secure: bool | None = None
    http_only: bool | None = None
    same_site: SameSite = SameSite.UNKNOWN
    partitioned: bool | None = None
    value: ValueFacts | None = None
    invalid: str = ""


class HeldCookie(NamedTuple):
    """A cookie as the browser holds it. ``domain`` has a leading dot where hosts below it get the cookie too."""

    name: str
    domain: str
    path: str | None = None
    partition: PartitionKey | None = None
    expires_us: int | None = None
    session: bool | None = None
    secure: bool | None = None
    http_only: bool | None = None
    same_site: SameSite = SameSite.UNKNOWN
    source_scheme: str | None = None
    source_port: int | None = None
    value: ValueFacts | None = None


class Caller(NamedTuple):
    """One link of the chain that led to a request, or one frame of the stack that wrote a cookie, innermost first.

    ``kind`` is ``script``, ``parser``, ``redirect``, ``preload``, ``other`` ...; lines and columns count from 1.
    """

    kind: str
    url: str = ""
    line: int | None = None
    column: int | None = None
    function: str = ""


class StoredKey(NamedTuple):
    """A key of a page's storage and the length of what it holds, in characters."""

    key: str
    length: int | None = None
