# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The audit over record batches: visits in, findings out, each visit judged by itself as ``audit`` judges its file."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, Final, NamedTuple

import pyarrow as pa

from inspector.bulk.hosts import page_host
from inspector.bulk.policies import PolicyBook
from inspector.bulk.records import VisitReading, column_of, visits_of
from inspector.bulk.schema import AUDITS_SCHEMA, FINDINGS_SCHEMA
from inspector.core.evidence import NO_EVIDENCE
from inspector.core.finding import Finding, Level
from inspector.core.problem import Severity
from inspector.core.report import Report
from inspector.engine.audit import AuditRequest, audit
from inspector.engine.audit_cookies import Classify
from inspector.engine.audit_inputs import PolicyInput, read_policy
from inspector.engine.lexicon import KnowledgeLexicon
from inspector.engine.policy import PolicyOptions
from inspector.knowledge.book import Knowledge
from inspector.knowledge.site import registrable
from inspector.rules.attribution import Attributor

NO_PAGE: Final = "the record names no page that was visited"
NO_POLICY: Final = "no policy of this site was given"
UNREAD: Final = "its policy could not be read"
VERIFIED: Final = "verified"
UNVERIFIED: Final = "unverified"
NOT_JUDGED: Final = "not_judged"
_MOST_POLICIES: Final = 32  # that are held in memory: the visits of a site mostly follow each other


class Judged(NamedTuple):
    """What came of some visits: their findings and a line on each, as :data:`~inspector.bulk.schema` has them."""

    findings: pa.RecordBatch
    audits: pa.RecordBatch


class Auditor:
    """Judges visits. Policies are read where a visit asks for one, and kept for the next."""

    def __init__(
        self,
        policies: PolicyBook,
        knowledge: Knowledge,
        classify: Classify,
        now: datetime,
        program: str = "cookie-inspector",
    ) -> None:
        self._policies = policies
        self._knowledge = knowledge
        self._classify = classify
        self._now = now
        self._program = program
        self._options = PolicyOptions(now, lexicon=KnowledgeLexicon(knowledge))
        self._read: dict[str, PolicyInput] = {}

    def audit(self, batches: Iterable[pa.RecordBatch], at_once: int = 256) -> Iterator[Judged]:
        """Yield what came of batches of :data:`~inspector.bulk.schema.RECORDS`, some visits at a time."""
        findings: list[tuple[Any, ...]] = []
        audits: list[tuple[Any, ...]] = []
        for visit in visits_of(batches):
            row, report = self.judge(visit)
            audits.append(row)
            if report is not None:
                findings += [_finding(visit, report.site, found) for found in report.findings]
            if len(audits) >= at_once:
                yield Judged(_batch(findings, FINDINGS_SCHEMA), _batch(audits, AUDITS_SCHEMA))
                findings, audits = [], []
        if audits:
            yield Judged(_batch(findings, FINDINGS_SCHEMA), _batch(audits, AUDITS_SCHEMA))

    def judge(self, visit: VisitReading) -> tuple[tuple[Any, ...], Report | None]:
        """Return the line on one visit, and its report where it could be judged."""
        site = self._site(page_host(visit.page))
        files = self._policies.files.get(site, ()) if site else ()
        number = len(visit.reading.cookies)
        start = (visit.input, visit.visit, site, visit.page, number)
        nothing = (None, 0, 0, 0, list(files), None)
        if site is None or not files:
            return (*start, 0, NOT_JUDGED, NO_PAGE if site is None else NO_POLICY, *nothing), None
        policy = self._policy(site, files)
        if policy.policy is None:
            return (*start, 0, NOT_JUDGED, UNREAD, *nothing), None
        report = audit(
            AuditRequest(
                site,
                program=self._program,
                whole=all(problem.severity is Severity.NOTE for problem in policy.problems),
                parts=len(policy.inputs),
            ),
            visit.reading.cookies,
            policy.policy,
            self._knowledge,
            self._classify,
            self._now,
            evidence=visit.reading.evidence,
        )
        levels = dict(report.counts.by_level)
        return (
            *start,
            report.counts.judged,
            VERIFIED if report.verified else UNVERIFIED,
            report.unverified_why or None,
            report.headline,
            *(levels.get(level, 0) for level in (Level.ERROR, Level.WARNING, Level.NOTE)),
            list(files),
            [held.sha256 for held in policy.inputs],
        ), report

    def _site(self, host: str | None) -> str | None:
        """Return whose page it is: the registrable domain, or the site with a policy that reserved names belong to."""
        if host is None:
            return None
        site, parent = registrable(host), host
        while site not in self._policies.files and "." in parent:
            parent = parent.partition(".")[2]
            if parent in self._policies.files and Attributor((parent,), NO_EVIDENCE).own(host):
                return parent
        return site

    def _policy(self, site: str, files: tuple[str, ...]) -> PolicyInput:
        found = self._read.get(site)
        if found is None:
            if len(self._read) >= _MOST_POLICIES:
                del self._read[next(iter(self._read))]
            found = self._read[site] = read_policy(files, self._options)
        return found


def _finding(visit: VisitReading, site: str, found: Finding) -> tuple[Any, ...]:
    claim = found.claim
    return (
        visit.input,
        site,
        visit.page,
        found.code,
        found.name,
        found.level.value,
        found.message,
        None if found.cookie is None else found.cookie.name,
        None if found.cookie is None else found.cookie.host,
        len(found.others),
        None if claim is None else claim.quote.text,
        None if claim is None else claim.quote.start,
        list(found.evidence),
        found.cap_why or None,
    )


def _batch(rows: list[tuple[Any, ...]], schema: pa.Schema) -> pa.RecordBatch:
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    return pa.record_batch(
        [column_of(cells, field.type) for cells, field in zip(columns, schema, strict=True)], schema=schema
    )
