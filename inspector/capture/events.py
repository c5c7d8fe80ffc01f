# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The events of a run, a record for each kind. A log is a list of them, in the order in which they came to be known.

Every moment is in microseconds since 1970 UTC. ``at_us`` is when the thing happened, as well as the browser tells; a
request that waited for its headers may stand after an event that happened later, so order by ``at_us``.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from inspector.capture.parts import (
    AskedCookie,
    Basis,
    Caller,
    Choice,
    Ending,
    Fate,
    HeldCookie,
    How,
    Mode,
    Outcome,
    PartitionKey,
    StoredKey,
)
from inspector.core.problem import Severity

FORMAT: Final = 1
"""The version of the log. A reader of this version understands every log of this number, even with more fields."""


class RunStarted(NamedTuple):
    """A run begins: which browser, told what. It is the first line of every log."""

    at_us: int
    format: int
    tool: str
    url: str
    browser: str
    version: str | None
    engine: str
    user_agent: str | None
    mode: Mode
    scenario: str
    gpc: bool = False
    headless: bool = True
    values_kept: bool = False


class Canary(NamedTuple):
    """The self-test against pages of our own: are third-party cookies stored by this browser in this mode?

    ``partitioned`` is whether those that were stored lie in a partition of the top-level site.
    """

    at_us: int
    third_party_stored: bool | None
    partitioned: bool | None = None
    why: str = ""


class PhaseStarted(NamedTuple):
    """From here on the visitor has made this choice. ``evidence`` says what it rests on, in words."""

    at_us: int
    phase: Choice
    how: How = How.NOTHING
    evidence: str = ""


class PageOpened(NamedTuple):
    """A top-level page and what came of it. ``cause``: ``asked`` by us, a ``navigation`` of its own, or a ``popup``.

    ``page`` is the number of this page in the run, ``opener`` the page that led to it. ``redirects`` are the addresses
    that led from ``asked_url`` to ``url``, the first one first, without ``url``.
    """

    at_us: int
    page: str
    asked_url: str
    url: str
    status: int | None = None
    redirects: tuple[str, ...] = ()
    outcome: Outcome = Outcome.OK
    why: str = ""
    cause: str = "asked"
    opener: str | None = None


class Request(NamedTuple):
    """A request. ``page`` is the page that it belongs to; ``frame_url`` the document whose request it is.

    Each hop of a redirect is a request of its own; ``redirect_from`` is the hop before. ``initiator`` is the chain that
    led to it, the nearest first. ``cookie_names_sent`` is ``None`` where the browser did not tell.
    """

    at_us: int
    request: str
    url: str
    page: str | None = None
    top_url: str | None = None
    frame: str | None = None
    frame_url: str | None = None
    method: str = "GET"
    type: str = ""
    initiator: tuple[Caller, ...] = ()
    redirect_from: str | None = None
    cookie_names_sent: tuple[str, ...] | None = None
    gpc_sent: bool | None = None


class Response(NamedTuple):
    """What came back, or in ``failure`` why nothing did, in the browser's own word."""

    at_us: int
    request: str
    url: str
    status: int | None = None
    from_cache: bool | None = None
    service_worker: bool | None = None
    mime: str = ""
    failure: str = ""


class HeaderWrite(NamedTuple):
    """A ``Set-Cookie`` header, and what became of it. ``reasons`` are the browser's own words where ``basis`` is its.

    ``partition_key`` is the partition of the request, in which a partitioned cookie is put. ``exempted`` is why a
    cookie was let through that the mode would have refused. ``held`` is the cookie as the browser had it right after.
    """

    at_us: int
    url: str
    cookie: AskedCookie
    request: str | None = None
    page: str | None = None
    top_url: str | None = None
    frame_url: str | None = None
    fate: Fate = Fate.NOT_KNOWN
    basis: Basis = Basis.NONE
    reasons: tuple[str, ...] = ()
    partition_key: PartitionKey | None = None
    exempted: str | None = None
    held: HeldCookie | None = None


class ScriptWrite(NamedTuple):
    """A cookie written by a script: with ``document.cookie``, ``cookieStore.set`` or ``cookieStore.delete``.

    ``script`` is where it was written, ``stack`` how it came there, innermost first and ``script`` among it.
    ``held`` is the cookie as the browser had it right after.
    """

    at_us: int
    api: str
    cookie: AskedCookie
    page: str | None = None
    top_url: str | None = None
    frame: str | None = None
    frame_url: str | None = None
    script: Caller | None = None
    stack: tuple[Caller, ...] = ()
    fate: Fate = Fate.NOT_KNOWN
    basis: Basis = Basis.NONE
    reasons: tuple[str, ...] = ()
    partition_key: PartitionKey | None = None
    held: HeldCookie | None = None


class Jar(NamedTuple):
    """Everything that the browser holds at one moment, all partitions. ``complete``: whether it could be had."""

    at_us: int
    phase: Choice
    cookies: tuple[HeldCookie, ...] = ()
    complete: bool = True


class Storage(NamedTuple):
    """The keys of one origin's local or session storage (``kind``), in a page at the address ``top_url``."""

    at_us: int
    kind: str
    origin: str
    top_url: str | None = None
    keys: tuple[StoredKey, ...] = ()
    phase: Choice | None = None


class PolicyLink(NamedTuple):
    """A link of the page to a policy: its address in full, and its words."""

    at_us: int
    page: str | None
    url: str
    text: str = ""


class Declaration(NamedTuple):
    """What a consent platform loads as the site's own declaration of cookies, kept in a file of the run's folder."""

    at_us: int
    platform: str
    url: str
    file: str
    sha256: str
    page: str | None = None


class ConsentAnswer(NamedTuple):
    """What a consent interface answered (``api``: ``__tcfapi``, ``__gpp`` ...), as JSON text."""

    at_us: int
    api: str
    answer: str
    page: str | None = None
    frame_url: str | None = None
    phase: Choice | None = None


class Screenshot(NamedTuple):
    """A picture of the page, in a file of the run's folder."""

    at_us: int
    file: str
    sha256: str
    phase: Choice
    page: str | None = None


class ProblemTold(NamedTuple):
    """Something that the run met: the fields of :class:`inspector.core.problem.Problem`."""

    at_us: int
    code: str
    what: str
    where: str
    why: str = ""
    todo: str = ""
    severity: Severity = Severity.PARTIAL


class RunEnded(NamedTuple):
    """The run is over. A log without this line was cut off."""

    at_us: int
    outcome: Ending
    why: str = ""


Event = (
    RunStarted
    | Canary
    | PhaseStarted
    | PageOpened
    | Request
    | Response
    | HeaderWrite
    | ScriptWrite
    | Jar
    | Storage
    | PolicyLink
    | Declaration
    | ConsentAnswer
    | Screenshot
    | ProblemTold
    | RunEnded
)

EVENTS: Final[Mapping[str, type[Event]]] = MappingProxyType(
    {
        "run-started": RunStarted,
        "canary": Canary,
        "phase-started": PhaseStarted,
        "page-opened": PageOpened,
        "request": Request,
        "response": Response,
        "set-cookie": HeaderWrite,
        "script-write": ScriptWrite,
        "jar": Jar,
        "storage": Storage,
        "policy-link": PolicyLink,
        "declaration": Declaration,
        "consent-answer": ConsentAnswer,
        "screenshot": Screenshot,
        "problem": ProblemTold,
        "run-ended": RunEnded,
    }
)
"""Every kind of event by its word in the log. A word, once written, never changes its meaning."""
