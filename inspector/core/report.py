# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The report of an audit: everything in one fixed order, with the versions and hashes that it rests on.

A report is made by the engine and only shown by the faces: no text is composed and nothing is judged after it.
"""

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from inspector.core.consent import Consent
from inspector.core.cookie import Cookie
from inspector.core.finding import (
    Attribution,
    BaselineState,
    ClaimRef,
    ClaimVerdict,
    CookieRef,
    DeclaredBy,
    Finding,
    Level,
    NotJudged,
    Verdict,
)
from inspector.core.frozen import frozen
from inspector.core.label import Group, Label
from inspector.core.narrowed import Narrowed
from inspector.core.policy import Claim, Policy
from inspector.core.problem import Problem, Severity
from inspector.core.rule_page import AskedRule

if TYPE_CHECKING:  # most reports rest on no recorded visit
    from inspector.core.visit import VisitRecord

DISCLAIMER = "Evidence, not legal advice."


class Completeness(StrEnum):
    """How much a policy says of its cookies, and so what an unmatched cookie means."""

    SILENT = "silent"  # nothing that a cookie could be compared with
    PARTIAL = "partial"  # it states purposes, without claiming to list all
    COMPLETE = "complete"  # it enumerates its cookies, or says that this is all


class Declared(NamedTuple):
    """A claim that declares a cookie, how (name, pattern, vendor, purpose) and that in words."""

    by: DeclaredBy
    claim: ClaimRef
    how: str


class Correction(NamedTuple):
    """A person's correction that was applied: to what (``label``, ``match``), what it says, why, and who said so."""

    kind: str
    says: str
    reason: str
    author: str = ""


class JudgedCookie(NamedTuple):
    """One cookie with its verdict. ``why`` is the deciding sentence; ``codes`` are the rules that found something.

    ``sure`` tells whether the label rests on a sourced, undisputed entry; where it does not, what follows from it is
    worded "likely". ``named`` is the reference where it was made before: its id is a hash, so that is done once.
    """

    cookie: Cookie
    label: Label
    attribution: Attribution
    verdict: Verdict
    why: str
    sure: bool = False
    declared_by: tuple[Declared, ...] = ()
    codes: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    named: CookieRef | None = None

    @property
    def ref(self) -> CookieRef:
        """The cookie as findings name it."""
        return self.named or CookieRef.of(self.cookie)


class AsideCookie(NamedTuple):
    """A third party's cookie in this browser of which nothing says which site set it: shown, never a finding.

    ``supports`` are claims that speak of it.
    """

    cookie: Cookie
    label: Label
    why: str
    supports: tuple[ClaimRef, ...] = ()


class JudgedClaim(NamedTuple):
    """One claim of the policy with its verdict, why, and the cookies that show it."""

    claim: Claim
    verdict: ClaimVerdict
    why: str
    cookies: tuple[CookieRef, ...] = ()
    codes: tuple[str, ...] = ()


@frozen
class PolicyStanding:
    """Which policy was judged against, and as of when.

    ``as_of`` is set where the policy is archived or superseded: findings are capped at notes and the first line of
    every report says so. ``in_force`` is the user's word that it holds today. ``missing``: a part of it could not be
    read, and may declare anything. ``delegated``: it refers to another page for more, which was not handed in.
    """

    completeness: Completeness
    completeness_why: str
    dated: date | None = None
    dated_basis: str = ""
    as_of: date | None = None
    in_force: bool = False
    missing: bool = False
    delegated: bool = False


class WayOut(NamedTuple):
    """An opt-out of a party that was seen: offered by the policy or known to us.

    ``status`` is the class of its link (:class:`~inspector.core.optout.LinkClass`) and ``why`` the reason for it;
    ``live_url`` is today's address, where it is another one.
    """

    vendor: str
    name: str
    url: str
    status: str = "live"
    offered_by_policy: bool = False
    one_click: bool = False
    stops: str = ""
    requires_login: bool = False
    why: str = ""
    live_url: str | None = None


class IgnoredFinding(NamedTuple):
    """A finding that the project's settings set aside: why, and to which day (``None``: without end)."""

    finding: Finding
    reason: str
    until: date | None = None


class KnownFinding(NamedTuple):
    """A finding as a baseline keeps it: nothing in it changes from run to run.

    ``cookie`` is the pattern of the name, in which ids are collapsed; ``level`` is the gravest that was accepted;
    ``sentence`` is the policy's, where the finding is about no cookie; ``subject`` is that of a finding on several.
    """

    fingerprint: str
    code: str
    name: str
    level: Level
    site: str
    cookie: str = ""
    host: str = ""
    partition: str = ""
    sentence: str = ""
    subject: str = ""


@frozen
class BaselineCheck:
    """What came of comparing the findings with a baseline. ``gone`` is empty where not everything could be measured."""

    location: str
    new: int = 0
    known: int = 0
    gone: tuple[KnownFinding, ...] = ()


class Input(NamedTuple):
    """Something that was read: ``policy``, ``cookies``, ``corrections`` or ``settings``, where, its hash, how many."""

    kind: str
    location: str
    sha256: str | None = None
    cookies: int | None = None
    format: str = ""


@frozen
class Measured:
    """What the report rests on, so that it can be repeated. ``now`` is the moment that was judged at."""

    program: str
    knowledge: str
    knowledge_date: date
    now: datetime
    inputs: tuple[Input, ...] = ()
    options: tuple[tuple[str, str], ...] = ()


@frozen
class Counts:
    """The numbers that the first line is made of. ``aside`` counts all third parties' cookies of unknown site."""

    cookies: int = 0
    judged: int = 0
    by_verdict: tuple[tuple[Verdict, int], ...] = ()
    by_group: tuple[tuple[Group, int], ...] = ()
    by_level: tuple[tuple[Level, int], ...] = ()
    aside: int = 0
    elsewhere: int = 0

    def verdict(self, verdict: Verdict) -> int:
        """Return how many cookies have this verdict."""
        return dict(self.by_verdict).get(verdict, 0)


@frozen
class Report:
    """Everything an audit says. ``headline`` is the answer in one line; ``notices`` come right below it.

    ``verified`` is false where nothing could be judged (no cookie that may be, a silent policy, an empty jar without
    proof of a visit), and ``unverified_why`` says why: such a report is never shown as fine. ``ignored`` are findings
    that the settings set aside: they are in no other list and no count of findings, and every format shows them.
    ``rules`` are all rules, those too that could not be asked. ``visits`` are the recorded visits of the site, whole,
    and ``visit_labels`` what their cookies are for, by the ids of the cookies, those that were refused too.
    ``rules`` are all rules, those too that could not be asked. ``narrowed`` is set where a filter left cookies and
    findings out of the lists; everything else is still told of the whole.
    """

    site: str
    domains: tuple[str, ...]
    headline: str
    policy: Policy
    standing: PolicyStanding
    cookies: tuple[JudgedCookie, ...] = ()
    claims: tuple[JudgedClaim, ...] = ()
    findings: tuple[Finding, ...] = ()
    not_judged: tuple[NotJudged, ...] = ()
    aside: tuple[AsideCookie, ...] = ()
    consents: tuple[Consent, ...] = ()
    ways_out: tuple[WayOut, ...] = ()
    corrections: tuple[Correction, ...] = ()
    problems: tuple[Problem, ...] = ()
    notices: tuple[str, ...] = ()
    counts: Counts = field(default_factory=Counts)
    measured: Measured = field(kw_only=True)
    verified: bool = True
    unverified_why: str = ""
    ignored: tuple[IgnoredFinding, ...] = ()
    baseline: BaselineCheck | None = None
    rules: tuple[AskedRule, ...] = ()
    visits: tuple["VisitRecord", ...] = ()
    visit_labels: Mapping[str, Label] = field(default_factory=dict)
    narrowed: Narrowed | None = None

    @property
    def complete(self) -> bool:
        """Whether everything that was handed in was read."""
        return all(problem.severity is Severity.NOTE for problem in self.problems)

    def at_least(self, level: Level) -> tuple[Finding, ...]:
        """Return the findings of this level and above."""
        return tuple(finding for finding in self.findings if finding.level.rank >= level.rank)

    @property
    def fresh(self) -> tuple[Finding, ...]:
        """The findings that no baseline knows: those that a check may fail on. All, where there is no baseline."""
        return tuple(finding for finding in self.findings if finding.baseline is not BaselineState.KNOWN)

    @property
    def worst(self) -> Level | None:
        """The gravest level found."""
        return max((finding.level for finding in self.findings), key=lambda level: level.rank, default=None)
