# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What an audit finds: findings with their evidence, verdicts on cookies and on claims, and what was not judged."""

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from inspector.core.cookie import Cookie, ids_of
from inspector.core.grouping import grouped

if TYPE_CHECKING:  # many name a verdict without ever seeing a policy
    from inspector.core.policy import Claim, Quote

_new: Final = tuple.__new__  # of a named tuple, without a step of Python in between


class Level(StrEnum):
    """How grave a finding is. Compare by :attr:`rank`: the texts do not sort."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for a note, 2 for an error."""
        return _RANKS[self]

    def capped(self, cap: "Level | None") -> "Level":
        """Return the lower of the two."""
        return self if cap is None or self.rank <= cap.rank else cap


_RANKS = {Level.NOTE: 0, Level.WARNING: 1, Level.ERROR: 2}


class Verdict(StrEnum):
    """The verdict on a cookie, the gravest first; where several hold, the gravest is given."""

    CONTRADICTS = "contradicts"
    OUTLIVES = "outlives"
    UNDECLARED = "undeclared"
    DECLARED = "declared"
    NOT_STATED = "not_stated"
    NOT_JUDGED = "not_judged"


class ClaimVerdict(StrEnum):
    """The verdict on a claim. ``NOT_TESTABLE``: no cookie could show it; ``NOT_MEASURED``: one could, none did."""

    BROKEN = "broken"
    IN_TENSION = "in_tension"
    KEPT = "kept"
    NOT_MEASURED = "not_measured"
    NOT_TESTABLE = "not_testable"


class Attribution(StrEnum):
    """What ties a cookie to the site, and so decides what may be judged."""

    OWN = "own"  # its host is under the site's domains
    PARTITIONED = "partitioned"  # a third party, stored in the site's partition
    EVIDENCE = "evidence"  # a recording names the page that set it
    TESTER = "tester"  # on the tester's word: nothing else was visited
    UNKNOWN = "unknown"  # an unpartitioned third party: nothing says which site set it
    ELSEWHERE = "elsewhere"  # stored in another site's partition

    @property
    def judged(self) -> bool:
        """Whether a cookie tied so may be judged."""
        return self is not Attribution.UNKNOWN and self is not Attribution.ELSEWHERE


class DeclaredBy(StrEnum):
    """How a claim declares a cookie, the strongest first."""

    CORRECTION = "correction"  # a person said so
    NAME = "name"
    PATTERN = "pattern"
    VENDOR = "vendor"
    PURPOSE = "purpose"


class BaselineState(StrEnum):
    """A finding against the findings that were recorded before; ``GONE`` is a recorded one that was not found now."""

    NEW = "new"
    KNOWN = "known"
    GONE = "gone"


class CookieRef(NamedTuple):
    """A cookie as findings name it. ``partition`` is the top-level site of its partition, if any."""

    id: str
    name: str
    host: str
    partition: str | None = None

    @classmethod
    def of(cls, cookie: Cookie) -> "CookieRef":
        """Return the reference of a cookie."""
        partition, host = cookie.isolation.partition, cookie.host_key
        return cls(cookie.id, cookie.name, host[1:] if host[:1] == "." else host, partition.site if partition else None)


def refs_of(cookies: Sequence[Cookie]) -> list[CookieRef]:
    """Return the reference of each cookie, for very many."""
    refs: list[CookieRef] = []
    isolation = host_key = site = None
    host = ""
    for cookie, cookie_id in zip(cookies, ids_of(cookies), strict=True):
        if cookie.host_key != host_key or cookie.isolation is not isolation:  # neighbours share them
            host_key, isolation = cookie.host_key, cookie.isolation
            host = host_key[1:] if host_key[:1] == "." else host_key
            site = isolation.partition.site if isolation.partition is not None else None
        refs.append(_new(CookieRef, (cookie_id, cookie.name, host, site)))
    return refs


def told_apart(refs: Sequence[CookieRef]) -> Sequence[CookieRef]:
    """Return the references, each with an id of its own: the second record of one cookie has ``-2`` behind it.

    A file that is handed in twice, or a jar that lists a cookie twice, holds records of one identity; what is found of
    one of them need not be true of the other.
    """
    if len({ref.id for ref in refs}) == len(refs):
        return refs
    seen: Counter[str] = Counter()
    apart: list[CookieRef] = []
    for ref in refs:
        seen[ref.id] += 1
        number = seen[ref.id]
        apart.append(ref if number == 1 else ref._replace(id=f"{ref.id}-{number}"))
    return apart


class ClaimRef(NamedTuple):
    """A claim as findings name it: its id, the field of the record, and the sentence."""

    id: str
    field: str
    quote: "Quote"

    @classmethod
    def of(cls, claim: "Claim") -> "ClaimRef":
        """Return the reference of a claim."""
        return cls(claim.id, claim.field, claim.quote)


_NO_COOKIE: Final = CookieRef("", "", "")


class Finding(NamedTuple):
    """One thing found: which rule, how grave, about which cookie and which sentence, in words, with its evidence.

    ``claims`` are the sentences it rests on, the deciding one first; ``others`` are further cookies that show the
    same. ``cap`` is the highest level that the evidence bears (``None``: any), ``cap_why`` says why; settings never
    lift a finding above it. ``evidence`` are sentences: the knowledge entry, the times, what was looked for.
    ``baseline`` is ``None`` where nothing was compared with. ``subject`` is what a finding on several cookies is about
    (a company, a promise): its cookies come and go, in any order, and it stays the same finding.
    """

    code: str
    name: str
    level: Level
    message: str
    what_to_do: str = ""
    cookie: CookieRef | None = None
    claims: tuple[ClaimRef, ...] = ()
    others: tuple[CookieRef, ...] = ()
    evidence: tuple[str, ...] = ()
    cap: Level | None = None
    cap_why: str = ""
    baseline: BaselineState | None = None
    subject: str = ""

    @property
    def claim(self) -> ClaimRef | None:
        """The sentence that decides, if the finding rests on one."""
        return self.claims[0] if self.claims else None

    def at_most(self, level: Level, why: str) -> "Finding":
        """Return it with a cap: its evidence bears no more than this level, and why."""
        if self.cap is not None:
            level = level.capped(self.cap)
        return self._replace(level=self.level.capped(level), cap=level, cap_why=self.cap_why or why)

    @property
    def order(self) -> tuple[int, str, str, str, str, str, int]:
        """The one order of findings: gravest first, then by code, host, name, partition and place in the policy."""
        cookie_id, name, host, partition = self.cookie or _NO_COOKIE
        start = self.claims[0].quote.start if self.claims else -1
        return (-_RANKS[self.level], self.code, host, name, partition or "", cookie_id, start)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings by :attr:`Finding.order`: by all but the last two first, of which there are few."""
    groups = grouped(findings, _group_of)
    ordered: list[Finding] = []
    for key in sorted(groups, key=lambda key: (-key[0], *key[1:])):
        group = groups[key]
        if len(group) > 1:
            group.sort(key=_within_group)
        ordered += group
    return tuple(ordered)


def _group_of(finding: Finding) -> tuple[int, str, str, str, str]:
    _, name, host, partition = finding.cookie or _NO_COOKIE
    return _RANKS[finding.level], finding.code, host, name, partition or ""


def _within_group(finding: Finding) -> tuple[str, int]:
    cookie, claims = finding.cookie, finding.claims
    return cookie.id if cookie is not None else "", claims[0].quote.start if claims else -1


class NotJudged(NamedTuple):
    """What was not judged, and why. ``code`` is the rule that could not decide, empty where none was asked."""

    why: str
    cookie: CookieRef | None = None
    claim: ClaimRef | None = None
    code: str = ""
