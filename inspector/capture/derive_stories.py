# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Each cookie's life in one run, by replay of the log: asked, stored, refused, renewed, removed, held, gone.

A cookie's identity is that of browsers: host, name, path and partition. Whether a write went into a partition is told
by the jar where it can be: an engine may partition cookies that never asked for it (Firefox's Total Cookie Protection).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from inspector.capture.events import HeaderWrite, Jar, ScriptWrite
from inspector.capture.parts import AskedCookie, Caller, HeldCookie, PartitionKey
from inspector.capture.parts import Fate as Written
from inspector.capture.reasons import explained
from inspector.core.lifetime import SESSION_LIFETIME, UNKNOWN_LIFETIME, Lifetime, LifetimeBasis, lifetime
from inspector.core.origin import default_path, origin_of
from inspector.core.visit import Deed, Phase, Step, Writer

MOST_STEPS: Final = 60  # of one cookie; the others are counted
MOST_COOKIES: Final = 20_000  # of one run; a site that asks for more is told
_CHAIN: Final = 8

Write = HeaderWrite | ScriptWrite


class Identity(NamedTuple):
    """What tells one cookie of a run from another: ``host`` has a dot where hosts below it get the cookie too."""

    host: str
    name: str
    path: str
    partition: PartitionKey | None = None


class When(NamedTuple):
    """A write with its phase, and the moment at which what caused it began: for a header that is its request."""

    write: Write
    phase: Phase
    began_us: int


@dataclass
class Life:
    """What the replay gathers of one cookie."""

    identity: Identity
    steps: list[Step] = field(default_factory=list)
    steps_more: int = 0
    asked: int = 0
    refused: int = 0
    alive: bool = False
    stored: bool | None = None
    held: dict[Phase, HeldCookie] = field(default_factory=dict)
    kept: list[When] = field(default_factory=list)  # writes that were stored, or that the jar confirms
    tried: list[When] = field(default_factory=list)  # writes that were refused
    last_asked: AskedCookie | None = None
    last_refused: AskedCookie | None = None
    mark: str | None = None

    def add(self, step: Step) -> None:
        """Add a line to the biography, as long as there is room."""
        if len(self.steps) < MOST_STEPS:
            self.steps.append(step)
        else:
            self.steps_more += 1

    @property
    def last_held(self) -> HeldCookie | None:
        """The cookie as the browser held it last."""
        return next(reversed(self.held.values()), None)

    def requested(self) -> Lifetime:
        """The lifetime that the last write asked for: one that was kept where there is one, else the last tried."""
        last = self.kept[-1] if self.kept else self.tried[-1] if self.tried else None
        return UNKNOWN_LIFETIME if last is None else lifetime_of(last.write.cookie, last.write.at_us)

    def stored_lifetime(self) -> Lifetime:
        """The lifetime that the browser gave it, counted from the last write that it kept."""
        held = self.last_held
        if held is None:
            return UNKNOWN_LIFETIME
        if held.session:
            return SESSION_LIFETIME
        return lifetime(held.session, None, self.kept[-1].write.at_us if self.kept else None, held.expires_us, True)


def lifetime_of(cookie: AskedCookie, at_us: int) -> Lifetime:
    """Return the lifetime that a site asks for; ``Max-Age`` goes before ``Expires`` (RFC 6265bis, 5.7)."""
    if cookie.max_age_s is not None:
        return Lifetime(cookie.max_age_s * 1_000_000, LifetimeBasis.STATED)
    if cookie.expires_us is not None:
        return Lifetime(cookie.expires_us - at_us, LifetimeBasis.STATED)
    return SESSION_LIFETIME if cookie.session else UNKNOWN_LIFETIME


class Replay:
    """Plays writes and jars, in the order of their moments, into lives."""

    def __init__(self, jars: Sequence[Jar]) -> None:
        self.lives: dict[Identity, Life] = {}
        self.left_out = 0
        self._partitions = _partitions(jars)

    def write(self, when: When) -> None:
        """Take one write."""
        cookie, write = when.write.cookie, when.write
        life = self._life(self.identity(write))
        if life is None:
            return
        fate = Written.REFUSED if cookie.invalid else write.fate
        life.asked += fate is not Written.REMOVED  # to take a cookie away is not to ask for it
        mark = cookie.value.same if cookie.value is not None else None
        same = None if mark is None or life.mark is None else mark == life.mark
        reasons = (cookie.invalid,) if cookie.invalid else tuple(map(explained, write.reasons))
        asked = lifetime_of(cookie, write.at_us)
        life.add(Step(write.at_us, _deed(fate, life), when.phase, writer_of(write), reasons, asked, same))
        if fate is Written.REFUSED:
            life.refused += 1
            life.tried.append(when)
            life.last_refused = cookie
            return
        if fate is Written.STORED:
            life.alive, life.stored = True, True
        if fate is Written.REMOVED:
            life.alive = False
        else:
            life.kept.append(when)
            life.last_asked, life.mark = cookie, mark

    def jar(self, jar: Jar, phase: Phase) -> None:
        """Take a snapshot: what is in it was stored, what is missing from a whole one is gone."""
        there: set[Identity] = set()
        for held in jar.cookies:
            identity = identity_of(held)
            there.add(identity)
            life = self._life(identity)
            if life is None:
                continue
            life.alive, life.stored = True, True
            life.held.pop(phase, None)  # the newest last
            life.held[phase] = held
            life.add(Step(jar.at_us, Deed.HELD, phase))
        for identity, life in self.lives.items() if jar.complete else ():
            if identity in there:
                continue
            if life.alive:
                life.add(Step(jar.at_us, Deed.GONE, phase))
            life.alive = False
            life.stored = life.stored if life.stored is not None else _never(life)

    def identity(self, write: Write) -> Identity:
        """Return which cookie a write is about, by what the jars know of it."""
        host, path = _place(write)
        name, key = write.cookie.name, write.partition_key
        known = self._partitions.get((host, name, path), ())
        wanted = key if write.cookie.partitioned else None
        for partition in (wanted, key, *_of_top(known, write)):
            if partition in known:
                return Identity(host, name, path, partition)
        return Identity(host, name, path, wanted)

    def _life(self, identity: Identity) -> Life | None:
        life = self.lives.get(identity)
        if life is None:
            if len(self.lives) >= MOST_COOKIES:
                self.left_out += 1
                return None
            life = self.lives[identity] = Life(identity)
        return life


def writer_of(write: Write) -> Writer:
    """Return who asked for a cookie."""
    if isinstance(write, HeaderWrite):
        return Writer("Set-Cookie", write.url or None, write.top_url, write.frame_url)
    script = write.script or Caller("script")
    chain = tuple(held.url for held in write.stack if held.url and held.url != script.url)
    return Writer(
        write.api,
        script.url or None,
        write.top_url,
        write.frame_url,
        script.line,
        script.column,
        tuple(dict.fromkeys(chain))[:_CHAIN],
    )


def identity_of(held: HeldCookie) -> Identity:
    """Return the identity of a cookie in the jar."""
    return Identity(held.domain.lower(), held.name, held.path or "/", held.partition)


def _deed(fate: Written, life: Life) -> Deed:
    if fate is Written.STORED:
        return Deed.RENEWED if life.alive else Deed.SET
    return {Written.REFUSED: Deed.REFUSED, Written.REMOVED: Deed.REMOVED}.get(fate, Deed.ASKED)


def _never(life: Life) -> bool | None:
    """Whether a cookie that no jar ever held was not stored: so says a refusal of every write that asked for it."""
    return False if life.refused and life.refused == life.asked else None


def _place(write: Write) -> tuple[str, str]:
    """Return host and path of a write: the attributes where it has them, else those of the address that wrote it."""
    url = write.url if isinstance(write, HeaderWrite) else (write.frame_url or write.top_url or "")
    origin, cookie = origin_of(url), write.cookie
    host = origin.host if origin is not None else ""
    path = cookie.path or default_path(origin.path if origin is not None else "/")
    if cookie.domain is None:
        return host, path
    domain = cookie.domain.lstrip(".").lower()
    return f".{domain}", path


def _partitions(jars: Iterable[Jar]) -> Mapping[tuple[str, str, str], Sequence[PartitionKey | None]]:
    table: dict[tuple[str, str, str], list[PartitionKey | None]] = {}
    for held in (held for jar in jars for held in jar.cookies):
        identity = identity_of(held)
        known = table.setdefault((identity.host, identity.name, identity.path), [])
        if identity.partition not in known:
            known.append(identity.partition)
    return table


def _of_top(known: Sequence[PartitionKey | None], write: Write) -> list[PartitionKey | None]:
    """Return the partitions of the write's own top-level site that the jar knows of."""
    top = origin_of(write.top_url or "")
    hosts = [(key, origin_of(key.site or "")) for key in known if key is not None]
    return [
        key
        for key, origin in hosts
        if top is not None and origin is not None and (top.host == origin.host or top.host.endswith(f".{origin.host}"))
    ]
