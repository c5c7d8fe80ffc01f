# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A visit that was recorded with an installed browser: its runs, what was asked and stored, and each cookie's life.

Everything here was derived from the recorder's log. ``None`` is "not known": an engine that does not say what it
refused, a phase that was not reached, a lifetime that no header stated.
"""

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from inspector.core.cookie import Cookie
from inspector.core.frozen import frozen
from inspector.core.label import Label
from inspector.core.lifetime import UNKNOWN_LIFETIME, Lifetime
from inspector.core.problem import Problem


class Mode(StrEnum):
    """What the browser was told about third parties' cookies."""

    DEFAULT = "default"  # as the browser is delivered
    ALLOWED = "allowed"  # third parties' cookies are allowed
    UNKNOWN = "unknown"


class Phase(StrEnum):
    """A part of a visit: what the visitor had chosen by then."""

    NO_CHOICE = "no choice"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    RETURN = "return"  # a later visit in the same profile
    UNKNOWN = "unknown"


class Fate(StrEnum):
    """What became of a cookie that was asked for."""

    STORED = "stored"
    REFUSED = "refused"
    UNKNOWN = "not known"


class Deed(StrEnum):
    """One thing that happened to a cookie."""

    SET = "set"  # stored for the first time
    RENEWED = "renewed"  # stored again
    REFUSED = "refused"  # asked for, and not stored
    ASKED = "asked"  # asked for; whether it was stored is not known
    REMOVED = "removed"  # asked to be taken away, by an expiry in the past or by a script
    HELD = "held"  # in the browser's jar at the end of a phase
    GONE = "gone"  # not in the jar any more at the end of a phase


class Writer(NamedTuple):
    """Who asked for a cookie: the request whose answer had the header, or the script that wrote it.

    ``api`` is ``Set-Cookie``, ``document.cookie``, ``cookieStore.set`` or ``cookieStore.delete``. ``url`` is the
    address of the request or script (``None`` for a script without one), ``chain`` what led to it, the nearest first.
    """

    api: str
    url: str | None = None
    page: str | None = None
    frame: str | None = None
    line: int | None = None
    column: int | None = None
    chain: tuple[str, ...] = ()

    @property
    def by_script(self) -> bool:
        """Whether a script wrote it."""
        return self.api != "Set-Cookie"

    @property
    def place(self) -> str:
        """The address, for a script with its line: ``https://shop.example/tag.js:12``."""
        if self.url is None:
            return "a script without an address" if self.by_script else "an unknown request"
        return self.url if not self.by_script or self.line is None else f"{self.url}:{self.line}"


class Step(NamedTuple):
    """One dated line of a cookie's biography. ``reasons`` are the browser's own words where it refused."""

    us: int | None
    deed: Deed
    phase: Phase = Phase.UNKNOWN
    writer: Writer | None = None
    reasons: tuple[str, ...] = ()
    requested: Lifetime = UNKNOWN_LIFETIME
    same_value: bool | None = None


@frozen
class CookieStory:
    """The life of one cookie in one run.

    ``id`` is that of the cookie's record, by which labels and verdicts are found. ``asked`` counts how often it was
    asked for, ``refused`` how often that was refused. ``stored``: whether the browser had it at any time (``None``: not
    known). ``requested`` is the last lifetime asked for, ``kept`` the one that the browser stored. ``held`` are the
    phases at whose end it was in the jar, ``steps_more`` how many steps were left out.
    """

    id: str
    name: str
    host: str
    path: str | None
    partition: str | None
    asked: int
    refused: int
    stored: bool | None
    steps: tuple[Step, ...]
    requested: Lifetime = UNKNOWN_LIFETIME
    kept: Lifetime = UNKNOWN_LIFETIME
    held: tuple[Phase, ...] = ()
    steps_more: int = 0

    @property
    def first(self) -> Writer | None:
        """The first who asked for it; ``None`` where that was not recorded."""
        return next((step.writer for step in self.steps if step.writer is not None), None)

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why it was refused, each reason once."""
        return tuple(dict.fromkeys(reason for step in self.steps for reason in step.reasons))

    @property
    def partitioned(self) -> bool:
        """Whether it was kept in a partition of the visited site."""
        return self.partition is not None and self.stored is not False

    @property
    def first_phase(self) -> Phase:
        """The phase in which it was first asked for or seen."""
        return self.steps[0].phase if self.steps else Phase.UNKNOWN


class PhaseSpan(NamedTuple):
    """One phase of a run: when it began, who chose and how that is known. ``jar`` is how many cookies it ended with."""

    phase: Phase
    started_us: int | None
    how: str = ""
    evidence: str = ""
    ended_us: int | None = None
    jar: int | None = None


class PageSeen(NamedTuple):
    """One page that was opened, and what came of it. ``outcome`` is "ok" only for a page that answered as a page.

    ``cause`` is ``asked`` (by us), ``navigation`` or ``popup``.
    """

    asked: str
    url: str | None
    status: int | None
    outcome: str
    redirects: tuple[str, ...] = ()
    phase: Phase = Phase.UNKNOWN
    at_us: int | None = None
    cause: str = "asked"
    why: str = ""


class HostSeen(NamedTuple):
    """A host that requests went to. ``before_choice`` counts those while nothing was chosen; ``None``: no phase known.

    ``after_refusal`` counts those that began after the visitor had refused, a later visit included.
    """

    host: str
    third: bool | None
    requests: int
    first_us: int | None = None
    before_choice: int = 0
    after_refusal: int = 0
    with_cookies: int = 0


class StorageSeen(NamedTuple):
    """What a site keeps outside cookies: the keys, never what is under them."""

    kind: str
    origin: str
    keys: tuple[str, ...]
    keys_more: int = 0


class ChoiceAnswer(NamedTuple):
    """What a consent interface of the page answered, as the recorder kept it."""

    api: str
    answer: str
    phase: Phase = Phase.UNKNOWN


class KeptFile(NamedTuple):
    """A file that was kept beside the log: a screenshot, or a declaration that the page had loaded.

    ``what`` is the consent platform of a declaration or the phase of a picture.
    """

    file: str
    sha256: str
    what: str = ""
    url: str | None = None


class CanaryAnswer(NamedTuple):
    """The self-test at the start of a run: does this browser, in this mode, store third parties' cookies?"""

    stored: bool | None = None
    partitioned: bool | None = None
    why: str = ""


NOT_TESTED = CanaryAnswer()


@frozen
class VisitRun:
    """One run: one browser, in one mode, through one scenario. ``outcome`` is "complete" only where it was measured."""

    id: str
    url: str
    browser: str
    browser_name: str
    version: str
    engine: str
    mode: Mode
    scenario: str
    started_us: int | None
    ended_us: int | None
    outcome: str
    why: str = ""
    gpc: bool | None = None
    headless: bool | None = None
    user_agent: str = ""
    canary: CanaryAnswer = NOT_TESTED
    phases: tuple[PhaseSpan, ...] = ()
    pages: tuple[PageSeen, ...] = ()
    hosts: tuple[HostSeen, ...] = ()
    stories: tuple[CookieStory, ...] = ()
    storage: tuple[StorageSeen, ...] = ()
    policy_links: tuple[tuple[str, str], ...] = ()
    declarations: tuple[KeptFile, ...] = ()
    screenshots: tuple[KeptFile, ...] = ()
    answers: tuple[ChoiceAnswer, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def measured(self) -> bool:
        """Whether the run was carried through: what was not seen was not there to be seen."""
        return self.outcome == "complete"

    @property
    def title(self) -> str:
        """Browser and mode as a person would say them."""
        name = f"{self.browser_name or self.browser} {self.version}".strip()
        return f"{name} {MODES[self.mode]}"

    def span(self, phase: Phase) -> PhaseSpan | None:
        """Return the first span of a phase, if the run reached it."""
        return next((span for span in self.phases if span.phase is phase), None)


MODES = {
    Mode.DEFAULT: "as delivered",
    Mode.ALLOWED: "with third parties allowed",
    Mode.UNKNOWN: "in an unknown mode",
}


@frozen
class VisitRecord:
    """A whole visit. ``place`` is its folder or file, ``sha256`` the hash of its index, or of a log without one."""

    place: str
    url: str
    started_us: int | None
    runs: tuple[VisitRun, ...] = ()
    sha256: str | None = None

    @property
    def measured(self) -> bool:
        """Whether every run was carried through; a visit without a run was not."""
        return bool(self.runs) and all(run.measured for run in self.runs)


@frozen
class VisitReport:
    """What a visit shows, where no policy was compared with it.

    ``headline`` is the answer in one line, ``said`` what has to be said below it. ``cookies`` are what the browsers
    held, ``labels`` what all cookies are for, by the ids of their records, those that were refused too; ``knowledge``
    says on which edition they rest. ``now`` is the moment of the report.
    """

    record: VisitRecord
    headline: str
    said: tuple[str, ...] = ()
    labels: Mapping[str, Label] = field(default_factory=dict)
    cookies: tuple[Cookie, ...] = ()
    problems: tuple[Problem, ...] = ()
    program: str = ""
    knowledge: str = ""
    now: datetime = field(kw_only=True)
