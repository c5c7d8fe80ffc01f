# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What one run of a dataset is made from: an audit's report, or cookies with their labels where nothing was audited."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime
from typing import NamedTuple

from inspector.core.cookie import Cookie, CookieKey
from inspector.core.evidence import NO_EVIDENCE, Evidence, Sighting
from inspector.core.finding import Attribution
from inspector.core.frozen import frozen
from inspector.core.label import Label
from inspector.core.problem import Problem, Severity
from inspector.core.report import Input, JudgedCookie, Report
from inspector.core.visit import VisitRecord


class Held(NamedTuple):
    """One cookie with its label, what ties it to the site, and its verdict where it was audited."""

    cookie: Cookie
    label: Label
    attribution: Attribution | None = None
    judged: JudgedCookie | None = None


@frozen
class Material:
    """One run. ``report`` is ``None`` where cookies were labelled only. ``rules`` is the version of the rules.

    ``evidence`` shows pages of the site only. ``key`` tells runs of one dataset apart that look at the same.
    """

    site: str | None
    now: datetime
    program: str
    knowledge: str
    knowledge_date: date
    cookies: tuple[Held, ...]
    report: Report | None = None
    domains: tuple[str, ...] = ()
    rules: str | None = None
    inputs: tuple[Input, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()
    evidence: Evidence = NO_EVIDENCE
    aside: int = 0
    elsewhere: int = 0
    key: str = ""
    visits: tuple[VisitRecord, ...] = field(default=())

    @property
    def sightings(self) -> Mapping[CookieKey, Sighting]:
        """How recordings saw the cookies being set."""
        return self.evidence.sightings

    @property
    def complete(self) -> bool:
        """Whether everything that was handed in was read."""
        return all(problem.severity is Severity.NOTE for problem in self.problems)


def material_of(report: Report, evidence: Evidence, rules: str | None = None, key: str = "") -> Material:
    """Return an audit's report as the material of a run: the site's own cookies, those that were not judged too.

    Third parties' cookies of unknown site are counted only: on whichever page they were set, it may be another one.
    """
    measured = report.measured
    return Material(
        report.site,
        measured.now,
        measured.program,
        measured.knowledge,
        measured.knowledge_date,
        tuple(Held(row.cookie, row.label, row.attribution, row) for row in report.cookies),
        report,
        report.domains,
        rules,
        measured.inputs,
        measured.options,
        report.problems,
        evidence,
        report.counts.aside,
        report.counts.elsewhere,
        key,
        report.visits,
    )
